//! `alipay.open.auth.app.aes.get`: the content key of a merchant's application.

use alipay_core::{ErrorCode, Record, alipay_api};

/// Asks for the key with which the content for a merchant's application is encrypted, by the
/// service provider to whom the merchant entrusted the application.
///
/// The platform has this method encrypted by default: the call needs the provider's own
/// [`content_key`](alipay_core::ClientBuilder::content_key), and the feature `encryption`.
///
/// ```
/// use alipay_apis::open::AuthAppAesGet;
/// use alipay_apis::{Client, Error};
///
/// async fn content_key(client: &Client, merchant_app_id: &str) -> Result<Option<String>, Error> {
///     let answer = AuthAppAesGet::new().merchant_app_id(merchant_app_id).call(client).await?;
///     Ok(answer.aes_key.clone())
/// }
/// ```
#[alipay_api(
    method = "alipay.open.auth.app.aes.get",
    response = AuthAppAesGetResponse,
    error = AuthAppAesGetError,
    docs = "https://opendocs.alipay.com/isv/grefvl/getaes",
    encrypts,
)]
pub struct AuthAppAesGet {
    /// The merchant's application.
    pub merchant_app_id: Option<String>,
}

/// The key.
#[derive(Record)]
#[non_exhaustive]
pub struct AuthAppAesGetResponse {
    /// The key, in base64. Never printed. Absent where the merchant's application has none.
    #[alipay(secret)]
    pub aes_key: Option<String>,
}

/// Business error codes of [`AuthAppAesGet`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum AuthAppAesGetError {
    /// A parameter is wrong.
    #[alipay(remedy = "Check merchant_app_id.", retry = fix_input)]
    InvalidParameter,
    /// The caller may not see the key of this application.
    #[alipay(remedy = "Have the merchant entrust the application to the provider.", retry = never)]
    AccessDenied,
    /// A code that the document does not list.
    Unknown(String),
}
