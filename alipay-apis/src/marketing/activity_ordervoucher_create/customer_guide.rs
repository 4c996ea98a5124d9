//! `customer_guide`: where users find and spend the voucher, in the older structure.

use alipay_core::Record;

use super::VoucherType;

/// Where users find and spend the voucher; the older structure.
///
/// Older forms that Alipay's SDKs still carry at this level (`mini_app_id`, `mini_app_path`,
/// `service_codes`, `shop_ids`, `real_shop_ids`, `store_ids`) are left out.
#[derive(Record)]
#[non_exhaustive]
pub struct CustomerGuide {
    /// How users come to spend the voucher.
    pub voucher_use_guide: VoucherUseGuide,

    /// How users come to obtain the voucher; an exchange voucher needs it.
    #[alipay(required_if(root.voucher_type == VoucherType::ExchangeVoucher))]
    pub voucher_send_guide: Option<VoucherSendGuide>,
}

/// How users come to spend a voucher: in a shop, in a mini program, or both.
///
/// One of the two must be chosen. Whether `false` counts as chosen the document does not say: then
/// there is advice to choose one with `true`.
#[derive(Record)]
#[non_exhaustive]
#[alipay(at_least_one(offline_code_use_guide, mini_app_use_guide), at_most_one(mini_app_path, service_codes))]
pub struct VoucherUseGuide {
    /// In a shop: the wallet shows the code.
    #[alipay(advise(value_if(!(mini_app_use_guide == true), true)))]
    pub offline_code_use_guide: Option<bool>,

    /// In a mini program: the wallet shows a button that leads there.
    #[alipay(advise(value_if(absent(offline_code_use_guide), true)))]
    pub mini_app_use_guide: Option<bool>,

    /// The mini program, up to 16 characters. Its owner must be the merchant, or be authorised by it.
    #[alipay(max_len = 16, required_if(mini_app_use_guide == true))]
    pub mini_app_id: Option<String>,

    /// The page in the mini program, up to 64 characters: a path without a scheme. Only with
    /// [`mini_app_id`](Self::mini_app_id), and not beside service codes.
    #[alipay(max_len = 64, advise(requires(mini_app_id)), advise(excludes = "://"))]
    pub mini_app_path: Option<String>,

    /// The service in the mini program, at present a single code, from
    /// `alipay.open.app.appcontent.function.create`; up to 1,280 characters. Only with
    /// [`mini_app_id`](Self::mini_app_id), and not beside a path.
    #[alipay(max_len = 1280, max_items = 1, advise(requires(mini_app_id)))]
    pub service_codes: Vec<String>,
}

/// How users come to obtain a voucher.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherSendGuide {
    /// Your page where it is claimed or bought, up to 255 characters; an exchange voucher needs it.
    #[alipay(max_len = 255, required_if(root.voucher_type == VoucherType::ExchangeVoucher))]
    pub voucher_detail_url: Option<String>,
}
