//! `alipay.open.auth.token.app`: the token with which a provider acts for a merchant.

use alipay_core::{AppAuthToken, ErrorCode, Record, UserId, WireEnum, alipay_api};

/// Gives the token with which a provider acts for a merchant, for the code that the merchant brought
/// from Alipay's authorisation page, or a new token in the place of one.
///
/// The code can be used once, within a day.
///
/// ```
/// use alipay_apis::open::auth_token_app::GrantType;
/// use alipay_apis::open::{AppQrcodeCreate, AuthTokenApp};
/// use alipay_apis::{Client, Error};
///
/// async fn code_for_the_merchant(client: &Client, code: &str) -> Result<Option<String>, Error> {
///     let merchant = AuthTokenApp::new(GrantType::AuthorizationCode).code(code).call(client).await?;
///     let Some(token) = &merchant.app_auth_token else { return Ok(None) };
///     let qrcode = AppQrcodeCreate::new("pages/index/index", "from=provider", "Our shop");
///     Ok(qrcode.call(client).app_auth_token(token).await?.qr_code_url.clone())
/// }
/// ```
#[alipay_api(
    method = "alipay.open.auth.token.app",
    response = AuthTokenAppResponse,
    error = AuthTokenAppError,
    docs = "https://opendocs.alipay.com/apis/api_9/alipay.open.auth.token.app",
)]
pub struct AuthTokenApp {
    /// What the token is given for.
    pub grant_type: GrantType,

    /// The code that the merchant brought, for `authorization_code`. It can be used once.
    #[alipay(
        secret,
        required_if(grant_type == GrantType::AuthorizationCode),
        advise(forbidden_if(grant_type == GrantType::RefreshToken)),
    )]
    pub code: Option<String>,

    /// The token to refresh with, for `refresh_token`: `app_refresh_token` of an earlier answer.
    #[alipay(
        secret,
        required_if(grant_type == GrantType::RefreshToken),
        advise(forbidden_if(grant_type == GrantType::AuthorizationCode)),
    )]
    pub refresh_token: Option<String>,
}

/// What a token is given for. These words are lower case on the wire.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum GrantType {
    /// For the code that the merchant brought.
    #[alipay(rename = "authorization_code")]
    AuthorizationCode,
    /// For a token to refresh with.
    #[alipay(rename = "refresh_token")]
    RefreshToken,
    /// A word that the document does not list.
    Unknown(String),
}

/// The merchant's tokens. Where several applications were authorised at once they are all in
/// [`tokens`](Self::tokens).
#[derive(Record)]
#[non_exhaustive]
pub struct AuthTokenAppResponse {
    /// The token with which to act for the merchant. Never printed.
    #[alipay(secret)]
    pub app_auth_token: Option<AppAuthToken>,

    /// Gets a new token in the place of this one. Never printed.
    #[alipay(secret)]
    pub app_refresh_token: Option<String>,

    /// The merchant's application.
    pub auth_app_id: Option<String>,

    /// Obsolete: the token has no end.
    pub expires_in: Option<String>,

    /// For how many seconds it can be refreshed, as text.
    pub re_expires_in: Option<String>,

    /// The tokens of each application that was authorised.
    pub tokens: Vec<AppTokenExchangeSubElement>,

    /// The merchant's Alipay user id.
    pub user_id: Option<UserId>,
}

/// The tokens of one application.
#[derive(Record)]
#[non_exhaustive]
pub struct AppTokenExchangeSubElement {
    /// The token with which to act for the merchant. Never printed.
    #[alipay(secret)]
    pub app_auth_token: Option<AppAuthToken>,

    /// Gets a new token in the place of this one. Never printed.
    #[alipay(secret)]
    pub app_refresh_token: Option<String>,

    /// The merchant's application.
    pub auth_app_id: Option<String>,

    /// Obsolete: the token has no end.
    pub expires_in: Option<String>,

    /// For how many seconds it can be refreshed, as text.
    pub re_expires_in: Option<String>,

    /// The merchant's Alipay user id.
    pub user_id: Option<UserId>,
}

/// Business error codes of [`AuthTokenApp`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum AuthTokenAppError {
    /// The application is not that of a provider.
    #[alipay(remedy = "Call with a provider's application.", retry = never)]
    AppNotIsv,
    /// The token to refresh with was replaced by a newer one, or taken back.
    #[alipay(
        remedy = "Use the newest app_refresh_token; else have the merchant authorise again.",
        retry = fix_input
    )]
    RefreshTokenNotValid,
    /// `grant_type` is none of the two words.
    #[alipay(remedy = "Send authorization_code or refresh_token.", retry = fix_input)]
    GrantTypeInvalid,
    /// There is no such code.
    #[alipay(remedy = "Have the merchant authorise again, and use the new code once.", retry = fix_input)]
    AuthCodeNotExist,
    /// Another application was given the code or the token.
    #[alipay(remedy = "Call with the application that the merchant authorised.", retry = fix_input)]
    AppIdNotConsistent,
    /// The code is used up or too old.
    #[alipay(remedy = "Have the merchant authorise again, and use the new code once.", retry = fix_input)]
    AuthCodeNotValid,
    /// There is no token that could be refreshed.
    #[alipay(remedy = "Have the merchant authorise again.", retry = fix_input)]
    AuthTokenNotFound,
    /// There is no such token to refresh with.
    #[alipay(remedy = "Check refresh_token; else have the merchant authorise again.", retry = fix_input)]
    RefreshTokenNotExist,
    /// The token to refresh with has ended.
    #[alipay(remedy = "Have the merchant authorise again.", retry = fix_input)]
    RefreshTokenTimeOut,
    /// A code that the document does not list.
    Unknown(String),
}
