//! `voucher_customer_guide_info`: where users find and spend the voucher, in the newer structure.

use alipay_core::Record;

use super::{SendGuideMode, UseGuideMode};

/// Where users find and spend the voucher; the newer structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherCustomerGuideInfo {
    /// How users come to obtain the voucher.
    pub voucher_send_guide_info: Option<VoucherSendGuideInfo>,

    /// How users come to spend the voucher.
    pub voucher_use_guide_info: Option<VoucherUseGuideInfo>,
}

/// How users come to obtain a voucher; the newer structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherSendGuideInfo {
    /// The ways; together up to 300 characters.
    #[alipay(max_len = 300)]
    pub send_guide_mode: Vec<SendGuideMode>,

    /// The mini program, for `MINI_APP`.
    pub mini_app_send_guide_info: Option<VoucherMiniAppSendGuideInfo>,
}

/// The mini program in which a voucher is obtained.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherMiniAppSendGuideInfo {
    /// The page, up to 255 characters. The document asks for a path and shows an address with a
    /// scheme: both are let through.
    #[alipay(max_len = 255)]
    pub mini_app_url: Option<String>,
}

/// How users come to spend a voucher; the newer structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherUseGuideInfo {
    /// The ways; together up to 300 characters.
    #[alipay(max_len = 300)]
    pub use_guide_mode: Vec<UseGuideMode>,

    /// The mini program, for `MINI_APP`.
    pub mini_app_use_guide_info: Option<VoucherMiniAppUseGuideInfo>,

    /// An address where the voucher is spent. Not on the page; known from Alipay's SDKs.
    pub use_url: Option<String>,
}

/// The mini program in which a voucher is spent: its page or its service, best not both.
#[derive(Record)]
#[non_exhaustive]
#[alipay(advise(at_most_one(mini_app_url, mini_app_service_codes)))]
pub struct VoucherMiniAppUseGuideInfo {
    /// The page, up to 255 characters. The document asks for a path and shows an address with a
    /// scheme: both are let through.
    #[alipay(max_len = 255)]
    pub mini_app_url: Option<String>,

    /// The service, at present a single code, from `alipay.open.app.appcontent.function.create`; up to
    /// 1,000 characters.
    #[alipay(max_len = 1000, max_items = 1)]
    pub mini_app_service_codes: Vec<String>,
}
