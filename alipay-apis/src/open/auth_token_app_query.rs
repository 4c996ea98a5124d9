//! `alipay.open.auth.token.app.query`: what a merchant authorised.

use alipay_core::{AppAuthToken, DateTime, ErrorCode, Record, UserId, WireEnum, alipay_api};

/// Asks what the merchant authorised who gave a token, and whether the token still holds.
///
/// ```
/// use alipay_apis::open::AuthTokenAppQuery;
/// use alipay_apis::open::auth_token_app_query::TokenStatus;
/// use alipay_apis::{Client, Error};
///
/// async fn holds(client: &Client, app_auth_token: &str) -> Result<bool, Error> {
///     let answer = AuthTokenAppQuery::new(app_auth_token).call(client).await?;
///     Ok(answer.status == Some(TokenStatus::Valid))
/// }
/// ```
#[alipay_api(
    method = "alipay.open.auth.token.app.query",
    response = AuthTokenAppQueryResponse,
    error = AuthTokenAppQueryError,
    read_only,
    docs = "https://opendocs.alipay.com/apis/api_9/alipay.open.auth.token.app.query",
)]
pub struct AuthTokenAppQuery {
    /// The token, from [`AuthTokenApp`](super::AuthTokenApp). Never printed.
    #[alipay(secret)]
    pub app_auth_token: AppAuthToken,
}

/// What the merchant authorised.
#[derive(Record)]
#[non_exhaustive]
pub struct AuthTokenAppQueryResponse {
    /// The merchant's application.
    pub auth_app_id: Option<String>,

    /// Until when the authorisation holds.
    pub auth_end: Option<DateTime>,

    /// The methods that may be called for the merchant.
    pub auth_methods: Vec<String>,

    /// From when it holds.
    pub auth_start: Option<DateTime>,

    /// For how many seconds the token is valid.
    pub expires_in: Option<i64>,

    /// Whether the merchant entrusted the whole application to the provider.
    pub is_by_app_auth: Option<bool>,

    /// Whether the token holds.
    pub status: Option<TokenStatus>,

    /// The merchant's Alipay user id.
    pub user_id: Option<UserId>,
}

/// Whether a token holds. These words are lower case on the wire.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum TokenStatus {
    /// It holds.
    #[alipay(rename = "valid")]
    Valid,
    /// It does not.
    #[alipay(rename = "invalid")]
    Invalid,
    /// A word that the document does not list.
    Unknown(String),
}

/// Business error codes of [`AuthTokenAppQuery`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum AuthTokenAppQueryError {
    /// A parameter is wrong.
    #[alipay(remedy = "Check app_auth_token.", retry = fix_input)]
    IllegalParam,
    /// The application is not that of a provider.
    #[alipay(remedy = "Call with a provider's application.", retry = never)]
    AppNotIsv,
    /// There is no such token.
    #[alipay(remedy = "Check app_auth_token; else have the merchant authorise again.", retry = fix_input)]
    AuthTokenNotExisted,
    /// Something failed inside the platform.
    #[alipay(remedy = "Ask again after a pause.", retry = later)]
    SystemError,
    /// The token was given to another application.
    #[alipay(remedy = "Call with the application that the merchant authorised.", retry = fix_input)]
    AuthTokenNotConsistent,
    /// A code that the document does not list.
    Unknown(String),
}
