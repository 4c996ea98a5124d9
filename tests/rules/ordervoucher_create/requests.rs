//! Realistic requests, from which the tables of cases start. None has a finding.

use alipay_apis::marketing::ActivityOrdervoucherCreate;
use alipay_apis::marketing::activity_ordervoucher_create::{
    ActivityBaseInfo, AvailableScopeType, BelongMerchantInfo, BusinessType, CodeMode, CustomerGuide, FixVoucher,
    FixVoucherInfo, LimitPeriodType, MerchantAccessMode, MerchantIdType, OrderVoucherAvailableShop, PeriodType,
    UseGuideMode, VoucherAbsolutePeriodInfo, VoucherAvailableAccountInfo, VoucherAvailableGeographyScopeInfo,
    VoucherAvailableGeographyShopInfo, VoucherAvailableGoodsInfo, VoucherAvailableScope, VoucherAvailableScopeInfo,
    VoucherCustomerGuideInfo, VoucherDeductInfo, VoucherDisplayInfo, VoucherDisplayPatternInfo, VoucherSendMode,
    VoucherSendModeInfo, VoucherSendRuleDetail, VoucherSendRuleInfo, VoucherType, VoucherUseGuide, VoucherUseGuideInfo,
    VoucherUseRule, VoucherUseRuleInfo, VoucherUseTimeInfo, VoucherValidPeriod,
};
use alipay_apis::{Amount, DateTime};

use super::draft::{Change, Draft};

pub(super) fn time(text: &str) -> DateTime {
    text.parse().expect("a time")
}

pub(super) fn money(digits: &str) -> Amount {
    digits.parse().expect("an amount")
}

/// A bakery's own voucher, ten yuan off a hundred, for December: in the older structure.
pub(super) fn bakery_older() -> ActivityOrdervoucherCreate {
    let period = VoucherValidPeriod::new(PeriodType::Absolute)
        .valid_begin_time(time("2026-12-01 00:00:00"))
        .valid_end_time(time("2027-01-15 23:59:59"));
    let shops = OrderVoucherAvailableShop::new().shop_ids(["2018051000502000000011111111"]);
    let scope = VoucherAvailableScope::new(AvailableScopeType::Shop).order_voucher_available_shop(shops);
    ActivityOrdervoucherCreate::new("20261123000001")
        .activity_name("十二月满100减10")
        .code_mode(CodeMode::MerchantApi)
        .voucher_type(VoucherType::FixVoucher)
        .publish_start_time(time("2026-12-01 00:00:00"))
        .publish_end_time(time("2026-12-31 23:59:59"))
        .voucher_display_info(
            VoucherDisplayInfo::new("每个用户最多领取一张，不可兑换现金。")
                .brand_name("美味甜甜圈")
                .voucher_image("adeDSktiQO-u5vJUqVbcQwAAACMAAQED")
                .customer_service_mobile("4001234567"),
        )
        .voucher_use_rule(
            VoucherUseRule::new(period, scope)
                .fix_voucher(FixVoucher::new(Amount::yuan(10)).floor_amount(Amount::yuan(100))),
        )
        .voucher_send_rule(
            VoucherSendRuleDetail::new()
                .voucher_quantity(1000)
                .voucher_quantity_limit_per_user(1)
                .natural_person_limit(true),
        )
        .customer_guide(CustomerGuide::new(VoucherUseGuide::new().offline_code_use_guide(true)))
}

/// The same voucher, issued by a provider that acts for the bakery: in the newer structure.
pub(super) fn bakery_newer() -> ActivityOrdervoucherCreate {
    let owner = BelongMerchantInfo::new()
        .business_type(BusinessType::IsvForMerchant)
        .merchant_id_type(MerchantIdType::Pid)
        .merchant_id("2088102111111111");
    let rule = VoucherSendRuleInfo::new()
        .quantity(1000)
        .max_quantity_by_day(30)
        .quantity_limit_per_user(1)
        .quantity_limit_per_user_period_type(LimitPeriodType::LifeCycle)
        .publish_start_time(time("2026-12-01 00:00:00"))
        .publish_end_time(time("2026-12-31 23:59:59"));
    let shops = VoucherAvailableGeographyShopInfo::new().available_shop_ids(["2018051000502000000011111111"]);
    let places = VoucherAvailableGeographyScopeInfo::new()
        .available_geography_scope_type(AvailableScopeType::Shop)
        .available_geography_shop_info(shops);
    let dates = VoucherAbsolutePeriodInfo::new()
        .valid_begin_time(time("2026-12-01 00:00:00"))
        .valid_end_time(time("2027-01-15 23:59:59"));
    ActivityOrdervoucherCreate::new("20261123000002")
        .merchant_access_mode(MerchantAccessMode::AgencyMode)
        .activity_base_info(
            ActivityBaseInfo::new()
                .activity_name("十二月满100减10")
                .belong_merchant_info(owner)
                .code_mode(CodeMode::MerchantApi),
        )
        .voucher_send_mode_info(
            VoucherSendModeInfo::new().voucher_send_mode(VoucherSendMode::DirectSendMode).voucher_send_rule_info(rule),
        )
        .voucher_deduct_info(
            VoucherDeductInfo::new()
                .voucher_type(VoucherType::FixVoucher)
                .fix_voucher_info(FixVoucherInfo::new().amount(Amount::yuan(10)).floor_amount(Amount::yuan(100))),
        )
        .voucher_available_scope_info(
            VoucherAvailableScopeInfo::new()
                .voucher_available_account_info(VoucherAvailableAccountInfo::new().available_pids(["2088102111111111"]))
                .voucher_available_geography_scope_info(places)
                .voucher_available_goods_info(VoucherAvailableGoodsInfo::new().goods_name("甜甜圈")),
        )
        .voucher_use_rule_info(VoucherUseRuleInfo::new().voucher_max_use_times(1).voucher_use_time_info(
            VoucherUseTimeInfo::new().period_type(PeriodType::Absolute).absolute_period_info(dates),
        ))
        .voucher_customer_guide_info(
            VoucherCustomerGuideInfo::new()
                .voucher_use_guide_info(VoucherUseGuideInfo::new().use_guide_mode([UseGuideMode::OfflineCode])),
        )
        .voucher_display_pattern_info(
            VoucherDisplayPatternInfo::new()
                .brand_name("美味甜甜圈")
                .voucher_name("满100减10券")
                .voucher_description("每个用户最多领取一张，不可兑换现金。")
                .customer_service_url("https://example.com/service"),
        )
}

#[test]
fn a_realistic_request_of_either_structure_has_no_finding() {
    for request in [bakery_older(), bakery_newer()] {
        assert_eq!(request.review(), []);
        assert_eq!(request.validate(), Ok(()));
    }
}

/// The smallest request.
pub(super) fn empty() -> Draft {
    Draft::of(&ActivityOrdervoucherCreate::new("20261123000003"))
}

pub(super) fn older() -> Draft {
    Draft::of(&bakery_older())
}

pub(super) fn newer() -> Draft {
    Draft::of(&bakery_newer())
}

const NO_FIX: Change = ("voucher_use_rule.fix_voucher", "");
const NO_FIX_INFO: Change = ("voucher_deduct_info.fix_voucher_info", "");

pub(super) fn older_exchange() -> Draft {
    older().with(&[
        NO_FIX,
        ("voucher_type", "EXCHANGE_VOUCHER"),
        (
            "voucher_use_rule.exchange_voucher",
            r#"{"voucher_name": "火锅套餐", "sale_amount": "50.00", "amount": "100.00"}"#,
        ),
        ("customer_guide.voucher_send_guide.voucher_detail_url", "alipays://platformapi/startapp?appId=xxxx"),
    ])
}

pub(super) fn older_discount() -> Draft {
    older().with(&[
        NO_FIX,
        ("voucher_type", "DISCOUNT_VOUCHER"),
        ("voucher_use_rule.discount_voucher", r#"{"discount": "6.5", "ceiling_amount": "50.00"}"#),
    ])
}

pub(super) fn older_special() -> Draft {
    older().with(&[
        NO_FIX,
        ("voucher_type", "SPECIAL_VOUCHER"),
        (
            "voucher_use_rule.special_voucher",
            r#"{"special_amount": "10.00", "origin_amount": "1065.00", "goods_name": "甜甜圈"}"#,
        ),
    ])
}

pub(super) fn older_relative() -> Draft {
    older().with(&[(
        "voucher_use_rule.voucher_valid_period",
        r#"{"type": "RELATIVE", "valid_days_after_receive": 3, "wait_days_after_receive": 1}"#,
    )])
}

pub(super) fn older_cities() -> Draft {
    older().with(&[(
        "voucher_use_rule.voucher_available_scope",
        r#"{"voucher_available_type": "CITY_CODE", "order_voucher_available_city_code": {"city_codes": ["100100"]}}"#,
    )])
}

pub(super) fn older_mini_app() -> Draft {
    older().with(&[(
        "customer_guide.voucher_use_guide",
        r#"{"mini_app_use_guide": true, "mini_app_id": "2021238412323412", "mini_app_path": "/index/path"}"#,
    )])
}

/// Owned by a merchant for whom a provider acts.
pub(super) fn older_owned() -> Draft {
    older().with(&[(
        "belong_merchant_info",
        r#"{"business_type": "ISV_FOR_MERCHANT", "merchant_id_type": "SMID", "merchant_id": "2088102111111111"}"#,
    )])
}

/// On a provider's own platform.
pub(super) fn older_platform() -> Draft {
    older_exchange().with(&[
        ("belong_merchant_info.business_type", "ISV"),
        ("voucher_display_info.brand_logo", "adeDSktiQO-u5vJUqVbcQwAAACMAAQED"),
    ])
}

pub(super) fn newer_exchange() -> Draft {
    newer().with(&[
        NO_FIX_INFO,
        ("voucher_deduct_info.voucher_type", "EXCHANGE_VOUCHER"),
        ("voucher_deduct_info.exchange_voucher_info.amount", "\"100.00\""),
    ])
}

pub(super) fn newer_discount() -> Draft {
    newer().with(&[
        NO_FIX_INFO,
        ("voucher_deduct_info.voucher_type", "DISCOUNT_VOUCHER"),
        ("voucher_deduct_info.discount_voucher_info", r#"{"discount": "6.5", "ceiling_amount": "50.00"}"#),
    ])
}

pub(super) fn newer_special() -> Draft {
    newer().with(&[
        NO_FIX_INFO,
        ("voucher_deduct_info.voucher_type", "SPECIAL_VOUCHER"),
        ("voucher_deduct_info.special_voucher_info.special_amount", "\"10.00\""),
        ("voucher_available_scope_info.voucher_available_goods_info.origin_amount", "\"1065.00\""),
    ])
}

pub(super) fn newer_relative() -> Draft {
    newer().with(&[(
        "voucher_use_rule_info.voucher_use_time_info",
        r#"{"period_type": "RELATIVE", "relative_period_info": {"valid_days_after_receive": 3}}"#,
    )])
}

pub(super) fn newer_cities() -> Draft {
    newer().with(&[(
        "voucher_available_scope_info.voucher_available_geography_scope_info",
        r#"{"available_geography_scope_type": "CITY_CODE",
            "available_geography_city_info": {"available_city_codes": ["100100"]}}"#,
    )])
}

/// On a provider's own platform.
pub(super) fn newer_platform() -> Draft {
    newer_exchange().with(&[
        ("activity_base_info.belong_merchant_info", r#"{"business_type": "ISV"}"#),
        ("voucher_display_pattern_info.brand_logo", "adeDSktiQO-u5vJUqVbcQwAAACMAAQED"),
    ])
}

#[test]
fn every_start_of_a_table_has_no_finding() {
    type Start = (&'static str, fn() -> Draft);
    let starts: [Start; 17] = [
        ("empty", empty),
        ("older", older),
        ("older_exchange", older_exchange),
        ("older_discount", older_discount),
        ("older_special", older_special),
        ("older_relative", older_relative),
        ("older_cities", older_cities),
        ("older_mini_app", older_mini_app),
        ("older_owned", older_owned),
        ("older_platform", older_platform),
        ("newer", newer),
        ("newer_exchange", newer_exchange),
        ("newer_discount", newer_discount),
        ("newer_special", newer_special),
        ("newer_relative", newer_relative),
        ("newer_cities", newer_cities),
        ("newer_platform", newer_platform),
    ];
    for (name, start) in starts {
        assert_eq!(start().request().review(), [], "{name}");
    }
}
