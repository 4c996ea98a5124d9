//! `alipay.marketing.material.image.upload`: store an image for vouchers and their promotion.

use alipay_core::{ErrorCode, Record, Upload, alipay_api};

use super::voucher::{BelongMerchantInfo, MerchantAccessMode};

/// Stores an image and gives the number by which vouchers and their promotion name it.
///
/// The image is no part of what is signed. Its name and its beginning say what kind it is: the platform
/// takes `png`, `jpg`, `jpeg` and `bmp`, 600 by 600 pixels.
///
/// ```
/// use alipay_apis::marketing::MaterialImageUpload;
/// use alipay_apis::{Client, Error, Upload};
///
/// async fn logo(client: &Client) -> Result<Option<String>, Error> {
///     let image = Upload::from_path("logo.png");
///     let answer = MaterialImageUpload::new(image, "PROMO_BRAND_LOGO").call(client).await?;
///     Ok(answer.resource_id.clone())
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.material.image.upload",
    response = MaterialImageUploadResponse,
    error = MaterialImageUploadError,
    docs = "https://opendocs.alipay.com/open/389b24b6_alipay.marketing.material.image.upload",
)]
pub struct MaterialImageUpload {
    /// The image, up to 2 MiB; for [`file_key`](Self::file_key) `PUBLIC_UNION_CHANNEL_PIC` and
    /// `DELIVERY_CHANNEL_PIC` up to 200 KB.
    #[alipay(max_bytes = 2_097_152)]
    pub file_content: Upload,

    /// What the image is for: `PROMO_BRAND_LOGO` and `PROMO_VOUCHER_IMAGE` for a voucher,
    /// `PUBLIC_UNION_CHANNEL_PIC` and `DELIVERY_CHANNEL_PIC` for its promotion.
    #[alipay(parameter)]
    pub file_key: String,

    /// The merchant for whom a provider stores it, with the business type `ISV_FOR_MERCHANT`. A provider
    /// that promotes for a merchant must name it.
    #[alipay(parameter)]
    pub belong_merchant_info: Option<BelongMerchantInfo>,

    /// Who connects the merchant.
    #[alipay(parameter)]
    pub merchant_access_mode: Option<MerchantAccessMode>,
}

/// The stored image.
#[derive(Record)]
#[non_exhaustive]
pub struct MaterialImageUploadResponse {
    /// Whether the platform changed the image to the size that it wants.
    pub resource_enhance: Option<bool>,

    /// Number of the image.
    pub resource_id: Option<String>,

    /// Where the image can be seen.
    pub resource_url: Option<String>,
}

/// Business error codes of [`MaterialImageUpload`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum MaterialImageUploadError {
    /// Something failed inside the platform.
    #[alipay(remedy = "Send the image again after a pause.", retry = later)]
    SystemError,
    /// The image is too large, or empty.
    #[alipay(remedy = "Send a smaller image.", retry = fix_input)]
    FileSizeOutOfRange,
    /// The image's name ends in a way that is not accepted.
    #[alipay(remedy = "Send a png, jpg, jpeg or bmp, named so.", retry = fix_input)]
    PicSuffixIllegal,
    /// The file is of a kind that is not accepted.
    #[alipay(remedy = "Send a png, jpg, jpeg or bmp.", retry = fix_input)]
    FileTypeError,
    /// The platform could not store the image.
    #[alipay(remedy = "Read sub_msg; send the image again after a pause.", retry = later)]
    MaterialError,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    InvalidParameter,
    /// A code that the document does not list.
    Unknown(String),
}
