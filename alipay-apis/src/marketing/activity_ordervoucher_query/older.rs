//! The objects of the older structure, in which anything may be left out.

use alipay_core::{Amount, DateTime, Record};

use super::{
    AvailableScopeType, ExchangeBizType, OrderVoucherAvailableCityCode, OrderVoucherAvailableShop, PeriodType,
    VoucherSendGuide, VoucherUseGuide,
};

/// Where users find and spend the voucher.
#[derive(Record)]
#[non_exhaustive]
pub struct CustomerGuide {
    /// How users come to spend the voucher.
    pub voucher_use_guide: Option<VoucherUseGuide>,

    /// How users come to obtain the voucher.
    pub voucher_send_guide: Option<VoucherSendGuide>,

    /// The mini program.
    pub mini_app_id: Option<String>,

    /// The page in the mini program.
    pub mini_app_path: Option<String>,

    /// The services in the mini program.
    pub service_codes: Vec<String>,

    /// Alipay's shop ids.
    pub shop_ids: Vec<String>,

    /// Ids of shops that an agent runs.
    pub real_shop_ids: Vec<String>,

    /// Alipay's shop ids, in older days.
    pub store_ids: Vec<String>,
}

/// How the voucher looks.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherDisplayInfo {
    /// The brand that users see, up to 12 characters.
    #[alipay(max_len = 12)]
    pub brand_name: Option<String>,

    /// The brand's logo, up to 64 characters: the `resource_id` of a picture.
    #[alipay(max_len = 64)]
    pub brand_logo: Option<String>,

    /// A line that praises the goods, up to 12 characters.
    #[alipay(max_len = 12)]
    pub voucher_comment: Option<String>,

    /// The terms of use, up to 1,000 characters.
    #[alipay(max_len = 1000)]
    pub voucher_description: Option<String>,

    /// The cover picture, up to 64 characters: the `resource_id` of a picture.
    #[alipay(max_len = 64)]
    pub voucher_image: Option<String>,

    /// Up to 3 more pictures: `resource_id`s of up to 256 characters.
    #[alipay(max_len = 256, max_items = 3)]
    pub voucher_detail_images: Vec<String>,

    /// Phone number of customer service, up to 20 characters.
    #[alipay(max_len = 20)]
    pub customer_service_mobile: Option<String>,

    /// Link to customer service, up to 255 characters.
    #[alipay(max_len = 255)]
    pub customer_service_url: Option<String>,
}

/// How many vouchers there are and who may have them.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherSendRuleDetail {
    /// How many vouchers there are.
    pub voucher_quantity: Option<i64>,

    /// How many vouchers an Alipay account may have; 0 or nothing is as many as it likes.
    pub voucher_quantity_limit_per_user: Option<i64>,

    /// Whether accounts of one identity card count as one user.
    pub natural_person_limit: Option<bool>,

    /// Whether accounts of one phone number count as one user.
    pub phone_number_limit: Option<bool>,
}

/// What the voucher gives, when and where.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherUseRule {
    /// When the voucher can be used.
    pub voucher_valid_period: Option<VoucherValidPeriod>,

    /// What a `FIX_VOUCHER` gives.
    pub fix_voucher: Option<FixVoucher>,

    /// What an `EXCHANGE_VOUCHER` gives.
    pub exchange_voucher: Option<ExchangeVoucher>,

    /// What a `DISCOUNT_VOUCHER` gives.
    pub discount_voucher: Option<DiscountVoucher>,

    /// What a `SPECIAL_VOUCHER` gives.
    pub special_voucher: Option<SpecialVoucher>,

    /// Where the voucher can be used.
    pub voucher_available_scope: Option<VoucherAvailableScope>,
}

/// When a voucher can be used.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherValidPeriod {
    /// Between two dates, or in days from when the user receives the voucher.
    #[alipay(max_len = 32)]
    pub r#type: Option<PeriodType>,

    /// From when, for `ABSOLUTE`.
    pub valid_begin_time: Option<DateTime>,

    /// Until when, for `ABSOLUTE`.
    pub valid_end_time: Option<DateTime>,

    /// For how many days, for `RELATIVE`.
    pub valid_days_after_receive: Option<i64>,

    /// How many days after it is received the voucher becomes valid, for `RELATIVE`; 0 or nothing is
    /// at once.
    pub wait_days_after_receive: Option<i64>,
}

/// A fixed amount off.
#[derive(Record)]
#[non_exhaustive]
pub struct FixVoucher {
    /// What is taken off, in yuan.
    pub amount: Option<Amount>,

    /// The least order it can be used for, in yuan. Any order when left out.
    pub floor_amount: Option<Amount>,

    /// The goods, up to 12 characters.
    #[alipay(max_len = 12)]
    pub goods_name: Option<String>,
}

/// Goods or a sum in exchange for the voucher.
#[derive(Record)]
#[non_exhaustive]
pub struct ExchangeVoucher {
    /// What users read, the voucher's or the goods' name, up to 12 characters.
    #[alipay(max_len = 12)]
    pub voucher_name: Option<String>,

    /// What the voucher costs, in yuan.
    pub sale_amount: Option<Amount>,

    /// What the voucher is worth, in yuan.
    pub amount: Option<Amount>,

    /// The least order it can be used for, in yuan.
    pub floor_amount: Option<Amount>,

    /// Phone number of customer service, up to 20 characters.
    #[alipay(max_len = 20)]
    pub customer_service_mobile: Option<String>,

    /// Link to customer service, up to 255 characters.
    #[alipay(max_len = 255)]
    pub customer_service_url: Option<String>,

    /// Whether a user may give it back for money.
    pub refundable: Option<bool>,

    /// Whether the money goes back when it expires.
    pub overdue_refundable: Option<bool>,

    /// The account that is paid for each redeemed voucher, up to 32 characters.
    #[alipay(max_len = 32)]
    pub payee_pid: Option<String>,

    /// Whether it is a group-buying voucher or stands for a sum.
    #[alipay(max_len = 64)]
    pub biz_type: Option<ExchangeBizType>,

    /// How the money is settled.
    pub settle_type: Option<String>,

    /// Your page about the voucher.
    pub voucher_detail_url: Option<String>,
}

/// A part of the price off.
#[derive(Record)]
#[non_exhaustive]
pub struct DiscountVoucher {
    /// What remains to be paid, in tenths of the price. 6.5 is 65 per cent.
    pub discount: Option<Amount>,

    /// The least order it can be used for, in yuan. Any order when left out.
    pub floor_amount: Option<Amount>,

    /// The most that is taken off, in yuan.
    pub ceiling_amount: Option<Amount>,

    /// The goods, up to 12 characters.
    #[alipay(max_len = 12)]
    pub goods_name: Option<String>,

    /// The goods' price before, in yuan.
    pub origin_amount: Option<Amount>,
}

/// Goods at a special price.
#[derive(Record)]
#[non_exhaustive]
pub struct SpecialVoucher {
    /// The least order it can be used for, in yuan. Any order when left out.
    pub floor_amount: Option<Amount>,

    /// The goods' price before, in yuan.
    pub origin_amount: Option<Amount>,

    /// The special price, in yuan.
    pub special_amount: Option<Amount>,

    /// The goods, up to 12 characters.
    #[alipay(max_len = 12)]
    pub goods_name: Option<String>,
}

/// Where the voucher can be used.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableScope {
    /// In shops, or in cities.
    #[alipay(max_len = 32)]
    pub voucher_available_type: Option<AvailableScopeType>,

    /// The shops, for `SHOP`.
    pub order_voucher_available_shop: Option<OrderVoucherAvailableShop>,

    /// The cities, for `CITY_CODE`.
    pub order_voucher_available_city_code: Option<OrderVoucherAvailableCityCode>,
}
