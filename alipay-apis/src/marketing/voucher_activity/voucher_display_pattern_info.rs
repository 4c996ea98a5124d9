//! `voucher_display_pattern_info`: how the voucher looks.

use alipay_core::Record;

/// How the voucher looks. Pictures are stored by
/// [`MaterialImageUpload`](crate::marketing::MaterialImageUpload).
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherDisplayPatternInfo {
    /// The brand that users see, up to 12 characters.
    #[alipay(max_len = 12)]
    pub brand_name: Option<String>,

    /// The brand's logo, up to 128 characters: the `resource_id` of a picture.
    #[alipay(max_len = 128)]
    pub brand_logo: Option<String>,

    /// Address of the logo, up to 255 characters.
    #[alipay(max_len = 255)]
    pub brand_logo_url: Option<String>,

    /// Name of the voucher, up to 20 characters.
    #[alipay(max_len = 20)]
    pub voucher_name: Option<String>,

    /// The terms of use, up to 1,000 characters.
    #[alipay(max_len = 1000)]
    pub voucher_description: Option<String>,

    /// The cover picture, up to 64 characters: the `resource_id` of a picture.
    #[alipay(max_len = 64)]
    pub voucher_image: Option<String>,

    /// Address of the cover picture, up to 255 characters.
    #[alipay(max_len = 255)]
    pub voucher_image_url: Option<String>,

    /// Up to 3 more pictures: `resource_id`s of up to 256 characters.
    #[alipay(max_len = 256, max_items = 3)]
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
