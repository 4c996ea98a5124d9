//! `alipay.system.oauth.token`: a user's token for the code that the user brought.

use alipay_core::{DateTime, ErrorCode, OpenId, Record, UserId, WireEnum, alipay_api};

/// Gives a user's token for the code that the user brought from Alipay's authorisation page, or a new
/// token for one that ends.
///
/// ```
/// use alipay_apis::user::SystemOauthToken;
/// use alipay_apis::user::system_oauth_token::GrantType;
/// use alipay_apis::{Client, Error, OpenId};
///
/// async fn sign_in(client: &Client, code: &str) -> Result<Option<OpenId>, Error> {
///     let token = SystemOauthToken::new(GrantType::AuthorizationCode).code(code).call(client).await?;
///     Ok(token.open_id.clone())
/// }
/// ```
#[alipay_api(
    method = "alipay.system.oauth.token",
    response = SystemOauthTokenResponse,
    error = SystemOauthTokenError,
    docs = "https://opendocs.alipay.com/open/84bc7352_alipay.system.oauth.token",
)]
pub struct SystemOauthToken {
    /// What the token is given for.
    #[alipay(max_len = 20, parameter)]
    pub grant_type: GrantType,

    /// The code that the user brought, up to 40 characters, for `authorization_code`. It can be
    /// used once.
    #[alipay(
        max_len = 40, parameter, secret,
        required_if(grant_type == GrantType::AuthorizationCode),
        advise(forbidden_if(grant_type == GrantType::RefreshToken)),
    )]
    pub code: Option<String>,

    /// The token to refresh with, up to 40 characters, for `refresh_token`.
    #[alipay(
        max_len = 40, parameter, secret,
        required_if(grant_type == GrantType::RefreshToken),
        advise(forbidden_if(grant_type == GrantType::AuthorizationCode)),
    )]
    pub refresh_token: Option<String>,
}

/// What a token is given for. These words are lower case on the wire.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum GrantType {
    /// For the code that the user brought.
    #[alipay(rename = "authorization_code")]
    AuthorizationCode,
    /// For a token to refresh with.
    #[alipay(rename = "refresh_token")]
    RefreshToken,
    /// A word that the document does not list.
    Unknown(String),
}

/// A user's token. This answer comes without the `code` of others.
#[derive(Record)]
#[non_exhaustive]
pub struct SystemOauthTokenResponse {
    /// The user's token, for the methods that ask for an `auth_token`. Never printed.
    #[alipay(secret)]
    pub access_token: String,

    /// Obsolete: read [`user_id`](Self::user_id) or [`open_id`](Self::open_id).
    pub alipay_user_id: Option<UserId>,

    /// From when the token is valid.
    pub auth_start: Option<DateTime>,

    /// `permanent` for tokens without an end.
    pub auth_token_type: Option<String>,

    /// For how many seconds the token is valid, as text.
    pub expires_in: Option<String>,

    /// The user, as this application knows it.
    pub open_id: Option<OpenId>,

    /// For how many seconds it can be refreshed, as text.
    pub re_expires_in: Option<String>,

    /// Gets a new token before this one ends. Never printed.
    #[alipay(secret)]
    pub refresh_token: Option<String>,

    /// The user, as all applications of a group know it.
    pub union_id: Option<String>,

    /// The user's Alipay user id, 16 digits. Newer applications get [`open_id`](Self::open_id)
    /// instead.
    pub user_id: Option<UserId>,
}

/// Business error codes of [`SystemOauthToken`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum SystemOauthTokenError {
    /// `grant_type` is none of the two words.
    #[alipay(code = "isv.grant-type-invalid", remedy = "Send authorization_code or refresh_token.", retry = fix_input)]
    GrantTypeInvalid,
    /// The code is unknown, used up or too old, or another application was given it.
    #[alipay(
        code = "isv.code-invalid",
        remedy = "Have the user authorise again, and use the new code once.",
        retry = fix_input,
    )]
    CodeInvalid,
    /// The token to refresh with is unknown.
    #[alipay(
        code = "isv.refresh-token-invalid",
        remedy = "Check refresh_token; else have the user authorise again.",
        retry = fix_input,
    )]
    RefreshTokenInvalid,
    /// The token to refresh with has ended.
    #[alipay(code = "isv.refresh-token-time-out", remedy = "Have the user authorise again.", retry = fix_input)]
    RefreshTokenTimeOut,
    /// The token to refresh with was replaced by a newer one.
    #[alipay(
        code = "isv.refreshed-token-invalid",
        remedy = "Use the newest refresh_token; else have the user authorise again.",
        retry = fix_input,
    )]
    RefreshedTokenInvalid,
    /// Another application was given the code or the token.
    #[alipay(
        code = "isv.unmatched-app-id",
        remedy = "Call with the application that the user authorised.",
        retry = fix_input,
    )]
    UnmatchedAppId,
    /// Something failed inside the platform. Whether the code or the token is used up is unknown.
    #[alipay(
        code = "isp.unknow-error",
        remedy = "Send it once more after a pause; if it is used up, have the user authorise again.",
        retry = later,
    )]
    UnknownError,
    /// A code that the document does not list.
    Unknown(String),
}
