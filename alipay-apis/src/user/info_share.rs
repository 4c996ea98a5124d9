//! `alipay.user.info.share`: what a user let be known.

mod response;

use alipay_core::{ErrorCode, alipay_api};

pub use self::response::{AlipayUserDeliverAddress, AlipayUserPicture, InfoShareResponse};

/// Asks what the user who gave a token let be known. What comes back depends on the scopes that the
/// user agreed to, and on what the application may ask for.
///
/// The token travels beside `biz_content`, of which there is none.
///
/// ```
/// use alipay_apis::user::InfoShare;
/// use alipay_apis::{Client, Error};
///
/// async fn nickname(client: &Client, access_token: &str) -> Result<Option<String>, Error> {
///     let user = InfoShare::new(access_token).call(client).await?;
///     Ok(user.nick_name.clone())
/// }
/// ```
#[alipay_api(
    method = "alipay.user.info.share",
    response = InfoShareResponse,
    error = InfoShareError,
    read_only,
    docs = "https://opendocs.alipay.com/open/a74a7068_alipay.user.info.share",
)]
pub struct InfoShare {
    /// The user's token, from [`SystemOauthToken`](super::SystemOauthToken). It stands for the user, so
    /// the method requires it; it is never printed.
    #[alipay(parameter, secret)]
    pub auth_token: String,
}

/// Business error codes of [`InfoShare`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum InfoShareError {
    /// Something failed inside the platform.
    #[alipay(remedy = "Ask again after a pause.", retry = later)]
    SystemError,
    /// A code that the document does not list.
    Unknown(String),
}
