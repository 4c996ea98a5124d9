//! The page's own request, which sets every field at once: built with the typed API it is the same
//! JSON, and the review finds just the rules that it breaks.

use alipay_apis::marketing::ActivityOrdervoucherCreate;
use alipay_apis::marketing::activity_ordervoucher_create::{
    AvailableScopeType, BelongMerchantInfo, BusinessType, CodeMode, CustomerGuide, DiscountVoucher, ExchangeBizType,
    ExchangeVoucher, FixVoucher, MerchantAccessMode, MerchantIdType, OrderVoucherAvailableCityCode,
    OrderVoucherAvailableShop, OrderVoucherMerchantAllShop, PeriodType, SpecialVoucher, VoucherAvailableScope,
    VoucherDisplayInfo, VoucherSendGuide, VoucherSendRuleDetail, VoucherType, VoucherUseGuide, VoucherUseRule,
    VoucherValidPeriod,
};
use alipay_apis::schema::Severity::{Advise, Refuse};
use alipay_apis::violation::RuleCode::{AtLeast, AtMostOne, Check, ExactlyOne, ForbiddenIf, ValueIf};
use serde_json::{Map, Value};

use super::page_sample_newer as newer;
use super::requests::{money, time};

const SAMPLE: &str = include_str!("../../data/samples/alipay.marketing.activity.ordervoucher.create.request.json");

pub(super) const SHOPS: [&str; 3] =
    ["2018051000502000000011111111", "2018040200502000000011111111", "2018062800502000000022271997"];
pub(super) const PICTURE: &str = "adeDSktiQO-u5vJUqVbcQwAAACMAAQED";
pub(super) const PICTURES: [&str; 3] =
    ["adeDSktiQO-u5vJUqVbcQwAAACMAAQE1", "adeDSktiQO-u5vJUqVbcQwAAACMAAQE2", "adeDSktiQO-u5vJUqVbcQwAAACMAAQE3"];
pub(super) const TERMS: &str =
    "1、本券不可兑换现金,不可找零。2、每个用户最多可以领取1张。3、如果订单发生退款,优惠券无法退还。";

fn page_request() -> ActivityOrdervoucherCreate {
    ActivityOrdervoucherCreate::new("20170101000001654bb46ba")
        .activity_name("满10减1活动")
        .code_mode(CodeMode::MerchantUpload)
        .voucher_type(VoucherType::FixVoucher)
        .publish_start_time(time("2017-01-01 00:00:01"))
        .publish_end_time(time("2017-01-29 23:59:59"))
        .belong_merchant_info(owner())
        .voucher_display_info(display())
        .voucher_use_rule(use_rule())
        .voucher_send_rule(
            VoucherSendRuleDetail::new()
                .voucher_quantity(0)
                .voucher_quantity_limit_per_user(1)
                .natural_person_limit(true)
                .phone_number_limit(false),
        )
        .customer_guide(guide())
        .merchant_access_mode(MerchantAccessMode::AgencyMode)
        .activity_base_info(newer::base())
        .voucher_send_mode_info(newer::send_mode())
        .voucher_deduct_info(newer::deduct())
        .voucher_available_scope_info(newer::scope())
        .voucher_use_rule_info(newer::use_rule())
        .voucher_customer_guide_info(newer::guide())
        .voucher_display_pattern_info(newer::display())
}

pub(super) fn owner() -> BelongMerchantInfo {
    BelongMerchantInfo::new()
        .business_type(BusinessType::IsvForMerchant)
        .merchant_id_type(MerchantIdType::Smid)
        .merchant_id("2088102111111111")
}

fn display() -> VoucherDisplayInfo {
    VoucherDisplayInfo::new(TERMS)
        .brand_name("商家优惠")
        .brand_logo(PICTURE)
        .voucher_comment("食材新鲜,品质之选")
        .voucher_image(PICTURE)
        .voucher_detail_images(PICTURES)
        .customer_service_mobile("81xxxxxxx")
        .customer_service_url("alipay://xxxx")
}

fn use_rule() -> VoucherUseRule {
    let period = VoucherValidPeriod::new(PeriodType::Absolute)
        .valid_begin_time(time("2017-01-10 00:00:00"))
        .valid_end_time(time("2017-01-13 23:59:59"))
        .valid_days_after_receive(3)
        .wait_days_after_receive(2);
    let exchange = ExchangeVoucher::new("火锅套餐、100元代金券", money("50.00"), money("100.00"))
        .floor_amount(money("1000.00"))
        .customer_service_mobile("81xxxxxxx")
        .customer_service_url("alipay://xxxx")
        .refundable(false)
        .overdue_refundable(true)
        .payee_pid("2088xxxxx")
        .biz_type(ExchangeBizType::GroupBuyExchangeVoucher)
        .settle_type("2");
    let discount = DiscountVoucher::new(money("6.5"), money("50.00"))
        .floor_amount(money("1000.00"))
        .goods_name("美味甜甜圈")
        .origin_amount(money("65.00"));
    let special = SpecialVoucher::new(money("10.00"))
        .floor_amount(money("1000.00"))
        .origin_amount(money("65.00"))
        .goods_name("美味甜甜圈");
    let all_shops = OrderVoucherMerchantAllShop::new().exclude_shop_ids(SHOPS);
    let shops = OrderVoucherAvailableShop::new()
        .order_voucher_merchant_all_shop(all_shops)
        .shop_ids(SHOPS)
        .real_shop_ids(SHOPS);
    let cities = OrderVoucherAvailableCityCode::new().all_city(true).city_codes(["100100"]);
    let scope = VoucherAvailableScope::new(AvailableScopeType::Shop)
        .order_voucher_available_shop(shops)
        .order_voucher_available_city_code(cities);
    VoucherUseRule::new(period, scope)
        .fix_voucher(FixVoucher::new(money("50.00")).floor_amount(money("1000.00")).goods_name("美味甜甜圈"))
        .exchange_voucher(exchange)
        .discount_voucher(discount)
        .special_voucher(special)
}

fn guide() -> CustomerGuide {
    let to_use = VoucherUseGuide::new()
        .offline_code_use_guide(true)
        .mini_app_use_guide(true)
        .mini_app_id("2021238412323412")
        .mini_app_path("/index/path/path&query=xx=xx")
        .service_codes(["2020030921000303380758"]);
    let to_send = VoucherSendGuide::new().voucher_detail_url("alipays://platformapi/startapp?appId=xxxx");
    CustomerGuide::new(to_use).voucher_send_guide(to_send)
}

#[test]
fn built_with_the_typed_api_it_is_the_same_json() {
    let sample: Map<String, Value> = serde_json::from_str(SAMPLE).expect("the sample is JSON");
    let Ok(Value::Object(written)) = serde_json::to_value(page_request()) else { panic!("a request is an object") };
    for (name, value) in &sample {
        assert_eq!(written.get(name), Some(value), "{name}");
    }
    assert_eq!(written.len(), sample.len());
}

#[test]
fn read_from_json_it_is_the_same_request() {
    let read: ActivityOrdervoucherCreate = alipay_apis::json::from_str(SAMPLE).expect("readable");
    assert!(read == page_request(), "{read:?}");
}

#[test]
fn it_breaks_just_these_rules() {
    let found = page_request().review();
    let found: Vec<_> = found.iter().map(|it| (it.path.as_str(), it.code, it.severity)).collect();
    assert_eq!(
        found,
        [
            // ov-contact-not-both
            ("voucher_display_info.customer_service_mobile", AtMostOne, Refuse),
            // ov-comment-exchange-only
            ("voucher_display_info.voucher_comment", ForbiddenIf, Advise),
            // ov-end-after-publish-end
            ("voucher_use_rule.voucher_valid_period.valid_end_time", AtLeast, Refuse),
            // ov-exchange-contact-not-both
            ("voucher_use_rule.exchange_voucher.customer_service_mobile", AtMostOne, Refuse),
            // ov-shops-one-of-three
            ("voucher_use_rule.voucher_available_scope.order_voucher_available_shop.shop_ids", ExactlyOne, Refuse),
            // ov-path-or-service-codes
            ("customer_guide.voucher_use_guide.mini_app_path", AtMostOne, Refuse),
            // ov-quantity-zero-upload
            ("voucher_send_mode_info.voucher_send_rule_info.quantity", ValueIf, Refuse),
            // ov-daily-cap-fits-total
            ("voucher_send_mode_info.voucher_send_rule_info.max_quantity_by_day", Check, Advise),
            // ov-geo-shops-one-of-three
            (
                "voucher_available_scope_info.voucher_available_geography_scope_info.available_geography_shop_info.available_shop_ids",
                ExactlyOne,
                Refuse
            ),
            // ov-sku-lists-at-most-one
            ("voucher_available_scope_info.voucher_available_goods_info.available_goods_sku_ids", AtMostOne, Refuse),
            // ov-abs-end-after-publish-end
            ("voucher_use_rule_info.voucher_use_time_info.absolute_period_info.valid_end_time", AtLeast, Refuse),
            // ov-use-url-or-service-codes
            (
                "voucher_customer_guide_info.voucher_use_guide_info.mini_app_use_guide_info.mini_app_url",
                AtMostOne,
                Advise
            ),
            // ov-pattern-contact-one-of
            ("voucher_display_pattern_info.customer_service_mobile", ExactlyOne, Advise),
        ]
    );
    let refused = page_request().validate().expect_err("the sample is refused");
    assert_eq!(refused.len(), 9);
}

#[test]
fn what_was_found_is_said_in_words() {
    let refused = page_request().validate().expect_err("the sample is refused").to_string();
    for line in [
        "9 rules are broken:",
        "voucher_use_rule.voucher_valid_period.valid_end_time: must not be less (earlier) than publish_end_time, because voucher_use_rule.voucher_valid_period.type is ABSOLUTE (at_least)",
        "voucher_send_mode_info.voucher_send_rule_info.quantity: must be one of 0 when coalesce(code_mode, activity_base_info.code_mode) is MERCHANT_UPLOAD (value_if)",
    ] {
        assert!(refused.contains(line), "{refused}");
    }
    let cap = page_request().review().into_iter().find(|it| it.code == Check).map(|it| it.to_string());
    assert_eq!(
        cap.as_deref(),
        Some(
            "voucher_send_mode_info.voucher_send_rule_info.max_quantity_by_day: over 29 days it comes to more than quantity, which is 100, because voucher_send_mode_info.voucher_send_rule_info.quantity is greater than 0 (check, advice)"
        )
    );
}
