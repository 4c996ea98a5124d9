//! `voucher_display_pattern_info`: how the voucher looks, in the newer structure.

use alipay_core::Record;

use super::{BusinessType, VoucherType};

/// How the voucher looks; the newer structure.
///
/// Customer service is reached by phone or by link. The document asks for one of the two and shows
/// both, so anything else is advised against and not refused.
#[derive(Record)]
#[non_exhaustive]
#[alipay(advise(exactly_one(customer_service_mobile, customer_service_url)))]
pub struct VoucherDisplayPatternInfo {
    /// The brand that users see, up to 12 characters; else the merchant's alias, else 商家优惠. On a
    /// provider's own platform it must be given.
    #[alipay(
        max_len = 12,
        required_if(coalesce(
            root.activity_base_info.belong_merchant_info.business_type,
            root.belong_merchant_info.business_type
        ) == BusinessType::Isv),
    )]
    pub brand_name: Option<String>,

    /// The brand's logo, up to 128 characters: the `resource_id` of a picture of 600×600 pixels and
    /// at most 2 MB, uploaded with `file_key` `PROMO_BRAND_LOGO`. On a provider's own platform it
    /// must be given.
    #[alipay(
        max_len = 128,
        required_if(coalesce(
            root.activity_base_info.belong_merchant_info.business_type,
            root.belong_merchant_info.business_type
        ) == BusinessType::Isv),
    )]
    pub brand_logo: Option<String>,

    /// Address of the logo, up to 255 characters.
    #[alipay(max_len = 255)]
    pub brand_logo_url: Option<String>,

    /// Name of the voucher, up to 20 characters; an exchange voucher needs one.
    #[alipay(
        max_len = 20,
        required_if(
            coalesce(root.voucher_deduct_info.voucher_type, root.voucher_type) == VoucherType::ExchangeVoucher
        ),
    )]
    pub voucher_name: Option<String>,

    /// The terms of use, up to 1,000 characters.
    #[alipay(max_len = 1000)]
    pub voucher_description: Option<String>,

    /// The cover picture, up to 64 characters: the `resource_id` of a picture of 670×335 pixels and
    /// at most 2 MB, uploaded with `file_key` `PROMO_VOUCHER_IMAGE`.
    #[alipay(max_len = 64)]
    pub voucher_image: Option<String>,

    /// Address of the cover picture, up to 255 characters.
    #[alipay(max_len = 255)]
    pub voucher_image_url: Option<String>,

    /// Up to 3 more pictures, beside a cover picture: `resource_id`s of up to 256 characters, of
    /// pictures of 600×600 pixels and at most 2 MB, uploaded with `file_key`
    /// `PROMO_VOUCHER_DETAIL_IMAGE`. Not for exchange vouchers.
    #[alipay(
        max_len = 256,
        max_items = 3,
        requires(voucher_image),
        forbidden_if(
            coalesce(root.voucher_deduct_info.voucher_type, root.voucher_type) == VoucherType::ExchangeVoucher
        ),
    )]
    pub voucher_detail_images: Vec<String>,

    /// Addresses of the other pictures; together up to 800 characters.
    #[alipay(max_len = 800)]
    pub voucher_detail_image_urls: Vec<String>,

    /// Phone number of customer service, up to 20 characters.
    #[alipay(max_len = 20)]
    pub customer_service_mobile: Option<String>,

    /// Link to customer service, up to 255 characters.
    #[alipay(max_len = 255)]
    pub customer_service_url: Option<String>,
}
