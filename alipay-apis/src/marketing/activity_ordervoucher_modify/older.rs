//! The objects of the older structure, with what of them can be changed.

use alipay_core::{DateTime, Record};

use super::ScopeModifyType;

/// Where users find and spend the voucher. What is left out stays as it is.
#[derive(Record)]
#[non_exhaustive]
pub struct CustomerGuideModify {
    /// How users come to obtain the voucher.
    pub voucher_send_guide: Option<VoucherSendGuideModify>,

    /// How users come to spend the voucher.
    pub voucher_use_guide: Option<VoucherUseGuideModify>,

    /// The mini program, of the same merchant. Of this, `shop_ids` and `real_shop_ids` an activity has
    /// one.
    pub mini_app_id: Option<String>,

    /// The page in the mini program: a path without a scheme. Only with
    /// [`mini_app_id`](Self::mini_app_id).
    pub mini_app_path: Option<String>,

    /// The service in the mini program, from `alipay.open.app.appcontent.function.create`. Only with
    /// [`mini_app_id`](Self::mini_app_id), and not beside a path.
    pub service_codes: Vec<String>,

    /// Alipay's ids of all shops, from `ant.merchant.expand.shop.create`: those of before and new ones.
    /// Only where the activity was created with such.
    pub shop_ids: Vec<String>,

    /// Ids of all shops that an agent runs, from `alipay.business.relation.shop.create`: those of before
    /// and new ones. Only where the activity was created with such.
    pub real_shop_ids: Vec<String>,

    /// The same as [`shop_ids`](Self::shop_ids), in older days.
    pub store_ids: Vec<String>,
}

/// How users come to obtain a voucher.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherSendGuideModify {
    /// Your page where it is claimed or bought.
    pub voucher_detail_url: Option<String>,
}

/// How users come to spend a voucher.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherUseGuideModify {
    /// The mini program.
    pub mini_app_id: Option<String>,

    /// The page in the mini program: a path without a scheme.
    pub mini_app_path: Option<String>,

    /// The service in the mini program, from `alipay.open.app.appcontent.function.create`.
    pub service_codes: Vec<String>,
}

/// How the voucher looks. What is left out stays as it is.
///
/// Pictures are stored by [`MaterialImageUpload`](crate::marketing::MaterialImageUpload) and named by their
/// `resource_id`.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherDisplayInfoModify {
    /// The brand that users see.
    pub brand_name: Option<String>,

    /// The brand's logo, stored with `file_key` `PROMO_BRAND_LOGO`.
    pub brand_logo: Option<String>,

    /// A line that praises the goods.
    pub voucher_comment: Option<String>,

    /// The terms of use.
    pub voucher_description: Option<String>,

    /// The cover picture, stored with `file_key` `PROMO_VOUCHER_IMAGE`.
    pub voucher_image: Option<String>,

    /// More pictures, stored with `file_key` `PROMO_VOUCHER_DETAIL_IMAGE`.
    pub voucher_detail_images: Vec<String>,

    /// Phone number of customer service.
    pub customer_service_mobile: Option<String>,

    /// Link to customer service.
    pub customer_service_url: Option<String>,
}

/// Who may have vouchers. What is left out stays as it is.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherSendRuleDetailModify {
    /// How many vouchers an Alipay account may have.
    pub voucher_quantity_limit_per_user: Option<i64>,

    /// Whether accounts of one identity card count as one user.
    pub natural_person_limit: Option<bool>,

    /// Whether accounts of one phone number count as one user. A text here, `true` or `false`; a truth
    /// value where an activity is created.
    pub phone_number_limit: Option<String>,
}

/// What the voucher gives, when and where. What is left out stays as it is.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherUseRuleModify {
    /// When the voucher can be used.
    pub voucher_valid_period: Option<VoucherValidPeriodModify>,

    /// What an `EXCHANGE_VOUCHER` gives.
    pub exchange_voucher: Option<ExchangeVoucherModify>,

    /// Where the voucher can be used.
    pub voucher_available_scope: Option<VoucherAvailableScopeModify>,
}

/// When a voucher can be used, in the way that was chosen when the activity was created.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherValidPeriodModify {
    /// From when, for `ABSOLUTE`.
    pub valid_begin_time: Option<DateTime>,

    /// Until when, for `ABSOLUTE`: later than before, and than the last voucher is issued.
    pub valid_end_time: Option<DateTime>,

    /// For how many days, for `RELATIVE`: more than before.
    pub valid_days_after_receive: Option<i64>,

    /// How many days after it is received the voucher becomes valid, for `RELATIVE`.
    pub wait_days_after_receive: Option<i64>,
}

/// What an exchange voucher gives.
#[derive(Record)]
#[non_exhaustive]
pub struct ExchangeVoucherModify {
    /// What users read, the voucher's or the goods' name.
    pub voucher_name: Option<String>,

    /// Your page about the voucher.
    pub voucher_detail_url: Option<String>,
}

/// Where the voucher can be used, in the way that was chosen when the activity was created.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableScopeModify {
    /// Whether these places come in addition, are taken away, or are all there are.
    pub modify_type: Option<ScopeModifyType>,

    /// The shops. Some of them may be taken and others not: the answer tells.
    pub order_voucher_available_shop: Option<OrderVoucherAvailableShopModify>,

    /// The cities.
    pub order_voucher_available_city_code: Option<OrderVoucherAvailableCityCodeModify>,
}

/// The shops where a voucher can be used.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderVoucherAvailableShopModify {
    /// All shops of the merchant.
    pub order_voucher_merchant_all_shop: Option<OrderVoucherMerchantAllShopModify>,

    /// Alipay's shop ids, from `ant.merchant.expand.shop.create`.
    pub shop_ids: Vec<String>,

    /// Ids of shops that an agent runs for the merchant, from `alipay.business.relation.shop.create`.
    pub real_shop_ids: Vec<String>,
}

/// All shops of a merchant.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderVoucherMerchantAllShopModify {
    /// Alipay's shop ids of those where the voucher cannot be used.
    pub exclude_shop_ids: Vec<String>,
}

/// The cities where a voucher can be used.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderVoucherAvailableCityCodeModify {
    /// City codes.
    pub city_codes: Vec<String>,
}
