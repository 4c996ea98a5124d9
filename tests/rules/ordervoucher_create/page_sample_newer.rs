//! The objects of the newer structure in the page's own request.

use alipay_apis::marketing::activity_ordervoucher_create::{
    ActivityBaseInfo, ActivityOperationStatus, ActivityStatus, AvailableScopeType, BizfundSettleInfo, CodeMode,
    DiscountVoucherInfo, ExchangeBizType, ExchangeVoucherInfo, FixVoucherInfo, FundCustodyMode, LimitPeriodType,
    PeriodType, SendGuideMode, SpecialVoucherInfo, UseGuideMode, VoucherAbsolutePeriodInfo,
    VoucherAvailableAccountInfo, VoucherAvailableAppInfo, VoucherAvailableGeographyAllShopInfo,
    VoucherAvailableGeographyCityInfo, VoucherAvailableGeographyScopeInfo, VoucherAvailableGeographyShopInfo,
    VoucherAvailableGoodsInfo, VoucherAvailableScopeInfo, VoucherCustomerGuideInfo, VoucherDeductInfo,
    VoucherDisplayPatternInfo, VoucherMiniAppSendGuideInfo, VoucherMiniAppUseGuideInfo, VoucherPackageModeInfo,
    VoucherRelativePeriodInfo, VoucherSaleModeInfo, VoucherSendGuideInfo, VoucherSendMode, VoucherSendModeInfo,
    VoucherSendRuleInfo, VoucherType, VoucherUseGuideInfo, VoucherUseRuleInfo, VoucherUseTimeInfo,
};

use super::page_sample::{PICTURE, PICTURES, SHOPS, TERMS, owner};
use super::requests::{money, time};

const PICTURE_URL: &str = "https://gw.alipayobjects.com/mdn/rms_9822d7/afts/img/A*1F4eSaaPHRQAAAAAAAAAAABkARQnAQ";
const MINI_APP_URL: &str = "alipays://platformapi/startapp?appId=xxxx";

pub(super) fn base() -> ActivityBaseInfo {
    ActivityBaseInfo::new()
        .activity_id("2016042700826004508401111111")
        .activity_name("满10减1活动")
        .belong_merchant_info(owner())
        .code_mode(CodeMode::MerchantUpload)
        .activity_operation_status(ActivityOperationStatus::Modifying)
        .activity_status(ActivityStatus::Active)
}

pub(super) fn send_mode() -> VoucherSendModeInfo {
    let settle = BizfundSettleInfo::new().settle_mode("PERIOD").settle_target_type("MERCHANT");
    let sale = VoucherSaleModeInfo::new()
        .payee_pid("2088xxxxx")
        .sale_amount(money("50.00"))
        .fund_custody_mode(FundCustodyMode::Guarantee)
        .refundable(false)
        .overdue_refundable(false)
        .settle_info(settle);
    let rule = VoucherSendRuleInfo::new()
        .quantity(100)
        .max_quantity_by_day(10)
        .quantity_limit_per_user(100)
        .quantity_limit_per_user_period_type(LimitPeriodType::LifeCycle)
        .natural_person_limit(false)
        .phone_number_limit(false)
        .real_name_limit(false)
        .publish_start_time(time("2017-01-01 00:00:01"))
        .publish_end_time(time("2017-01-29 23:59:59"));
    VoucherSendModeInfo::new()
        .voucher_send_mode(VoucherSendMode::DirectSendMode)
        .voucher_sale_mode_info(sale)
        .voucher_package_mode_info(
            VoucherPackageModeInfo::new().voucher_package_id("IP20220628016671405804297103167741"),
        )
        .voucher_send_rule_info(rule)
}

pub(super) fn deduct() -> VoucherDeductInfo {
    let discount =
        DiscountVoucherInfo::new().discount(money("6.5")).ceiling_amount(money("50.00")).floor_amount(money("1000.00"));
    let exchange = ExchangeVoucherInfo::new()
        .amount(money("100.00"))
        .floor_amount(money("1000.00"))
        .biz_type(ExchangeBizType::GroupBuyExchangeVoucher);
    VoucherDeductInfo::new()
        .voucher_type(VoucherType::FixVoucher)
        .fix_voucher_info(FixVoucherInfo::new().amount(money("50.00")).floor_amount(money("1000.00")))
        .discount_voucher_info(discount)
        .special_voucher_info(SpecialVoucherInfo::new().special_amount(money("10.00")).floor_amount(money("1000.00")))
        .exchange_voucher_info(exchange)
}

pub(super) fn scope() -> VoucherAvailableScopeInfo {
    let accounts =
        VoucherAvailableAccountInfo::new().available_pids(["2088102111111111"]).available_smids(["2088102111111111"]);
    let all_shops = VoucherAvailableGeographyAllShopInfo::new().merchant_ids(["208805x000502"]).exclude_shop_ids(SHOPS);
    let shops = VoucherAvailableGeographyShopInfo::new()
        .available_shop_ids(SHOPS)
        .available_geography_all_shop(all_shops)
        .available_real_shop_ids(SHOPS);
    let cities = VoucherAvailableGeographyCityInfo::new().all_city(false).available_city_codes(["100100"]);
    let places = VoucherAvailableGeographyScopeInfo::new()
        .available_geography_scope_type(AvailableScopeType::Shop)
        .available_geography_shop_info(shops)
        .available_geography_city_info(cities);
    let goods = VoucherAvailableGoodsInfo::new()
        .goods_name("美味甜甜圈")
        .goods_description("美味甜甜圈很美味")
        .origin_amount(money("100.00"))
        .available_goods_sku_ids(["apple-01", "apple-02"])
        .exclude_goods_sku_ids(["apple-03", "apple-04"]);
    VoucherAvailableScopeInfo::new()
        .voucher_available_account_info(accounts)
        .voucher_available_app_info(VoucherAvailableAppInfo::new().available_app_ids(["2021238412323412"]))
        .voucher_available_geography_scope_info(places)
        .voucher_available_goods_info(goods)
}

pub(super) fn use_rule() -> VoucherUseRuleInfo {
    let dates = VoucherAbsolutePeriodInfo::new()
        .valid_begin_time(time("2017-01-10 00:00:00"))
        .valid_end_time(time("2017-01-13 23:59:59"));
    let days = VoucherRelativePeriodInfo::new().wait_days_after_receive(1).valid_days_after_receive(1);
    let period = VoucherUseTimeInfo::new()
        .period_type(PeriodType::Absolute)
        .absolute_period_info(dates)
        .relative_period_info(days);
    VoucherUseRuleInfo::new()
        .quantity_limit_per_user(1)
        .quantity_limit_per_user_period_type("DAY")
        .voucher_max_use_times(1)
        .voucher_use_time_info(period)
}

pub(super) fn guide() -> VoucherCustomerGuideInfo {
    let to_send = VoucherSendGuideInfo::new()
        .send_guide_mode([SendGuideMode::MiniApp])
        .mini_app_send_guide_info(VoucherMiniAppSendGuideInfo::new().mini_app_url(MINI_APP_URL));
    let mini_app =
        VoucherMiniAppUseGuideInfo::new().mini_app_url(MINI_APP_URL).mini_app_service_codes(["2020030921000303380758"]);
    let to_use = VoucherUseGuideInfo::new().use_guide_mode([UseGuideMode::MiniApp]).mini_app_use_guide_info(mini_app);
    VoucherCustomerGuideInfo::new().voucher_send_guide_info(to_send).voucher_use_guide_info(to_use)
}

pub(super) fn display() -> VoucherDisplayPatternInfo {
    VoucherDisplayPatternInfo::new()
        .brand_name("商家优惠")
        .brand_logo(PICTURE)
        .brand_logo_url(PICTURE_URL)
        .voucher_name("满10减1券")
        .voucher_description(TERMS)
        .voucher_image(PICTURE)
        .voucher_image_url(PICTURE_URL)
        .voucher_detail_images(PICTURES)
        .voucher_detail_image_urls([PICTURE_URL])
        .customer_service_mobile("81xxxxxxx")
        .customer_service_url("alipay://xxxx")
}
