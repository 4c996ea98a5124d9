//! `voucher_display_info`: how the voucher looks, in the older structure.

use alipay_core::Record;

use super::{BusinessType, VoucherType};

/// How the voucher looks; the older structure.
///
/// Customer service is reached by phone or by link, not both. One of the two is needed, here or in
/// [`ExchangeVoucher`](super::ExchangeVoucher).
#[derive(Record)]
#[non_exhaustive]
#[alipay(
    when(
        absent(root.voucher_use_rule.exchange_voucher.customer_service_mobile)
            && absent(root.voucher_use_rule.exchange_voucher.customer_service_url),
        at_least_one(customer_service_mobile, customer_service_url)
    ),
    at_most_one(customer_service_mobile, customer_service_url),
)]
pub struct VoucherDisplayInfo {
    /// The brand that users see, up to 12 characters; else the merchant's alias, else 商家优惠. On a
    /// provider's own platform it must be given.
    #[alipay(
        max_len = 12,
        required_if(coalesce(
            root.belong_merchant_info.business_type,
            root.activity_base_info.belong_merchant_info.business_type
        ) == BusinessType::Isv),
    )]
    pub brand_name: Option<String>,

    /// The brand's logo, up to 64 characters: the `resource_id` of a picture of 600×600 pixels and
    /// at most 2 MB, uploaded with `file_key` `PROMO_BRAND_LOGO`. On a provider's own platform it
    /// must be given.
    #[alipay(
        max_len = 64,
        required_if(coalesce(
            root.belong_merchant_info.business_type,
            root.activity_base_info.belong_merchant_info.business_type
        ) == BusinessType::Isv),
    )]
    pub brand_logo: Option<String>,

    /// A line that praises the goods, up to 12 characters. Shown for exchange vouchers only.
    #[alipay(max_len = 12, advise(forbidden_if(root.voucher_type != VoucherType::ExchangeVoucher)))]
    pub voucher_comment: Option<String>,

    /// The terms of use, up to 1,000 characters.
    #[alipay(max_len = 1000)]
    pub voucher_description: String,

    /// The cover picture, up to 64 characters: the `resource_id` of a picture of 670×335 pixels and
    /// at most 2 MB, uploaded with `file_key` `PROMO_VOUCHER_IMAGE`. An exchange voucher needs one.
    #[alipay(max_len = 64, required_if(root.voucher_type == VoucherType::ExchangeVoucher))]
    pub voucher_image: Option<String>,

    /// Up to 3 more pictures, beside a cover picture: `resource_id`s of up to 256 characters, of
    /// pictures of 600×600 pixels and at most 2 MB, uploaded with `file_key`
    /// `PROMO_VOUCHER_DETAIL_IMAGE`. Not for exchange vouchers.
    #[alipay(
        max_len = 256,
        max_items = 3,
        requires(voucher_image),
        forbidden_if(root.voucher_type == VoucherType::ExchangeVoucher),
    )]
    pub voucher_detail_images: Vec<String>,

    /// Phone number of customer service, up to 20 characters.
    #[alipay(max_len = 20)]
    pub customer_service_mobile: Option<String>,

    /// Link to customer service, up to 255 characters.
    #[alipay(max_len = 255)]
    pub customer_service_url: Option<String>,
}
