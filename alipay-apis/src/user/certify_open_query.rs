//! `alipay.user.certify.open.query`: how a certification went.

use alipay_core::{ErrorCode, Record, WireEnum, alipay_api};

/// Asks how a certification went, when the user comes back or does not. Asking changes nothing, so it
/// may be repeated at any time.
///
/// ```
/// use alipay_apis::user::CertifyOpenQuery;
/// use alipay_apis::user::certify_open_query::Passed;
/// use alipay_apis::{Client, Error};
///
/// async fn is_certified(client: &Client, certify_id: &str) -> Result<bool, Error> {
///     let certification = CertifyOpenQuery::new(certify_id).call(client).await?;
///     Ok(certification.passed == Some(Passed::Yes))
/// }
/// ```
#[alipay_api(
    method = "alipay.user.certify.open.query",
    response = CertifyOpenQueryResponse,
    error = CertifyOpenQueryError,
    read_only,
    docs = "https://opendocs.alipay.com/apis/api_2/alipay.user.certify.open.query",
)]
pub struct CertifyOpenQuery {
    /// Alipay's number of the certification, up to 32 characters.
    #[alipay(max_len = 32)]
    pub certify_id: String,
}

/// How the certification went.
#[derive(Record)]
#[non_exhaustive]
pub struct CertifyOpenQueryResponse {
    /// Why it did not succeed. Only as agreed with Alipay.
    pub fail_reason: Option<String>,

    /// Who was certified, as JSON text. Only as agreed with Alipay. Never printed.
    #[alipay(secret)]
    pub identity_info: Option<String>,

    /// Pictures, as JSON text. Only as agreed with Alipay. Never printed.
    #[alipay(secret)]
    pub material_info: Option<String>,

    /// Whether the user is who the user says. Nothing but [`Yes`](Passed::Yes) means that.
    pub passed: Option<Passed>,
}

/// Whether a user was certified.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum Passed {
    /// The user is who the user says.
    #[alipay(rename = "T")]
    Yes,
    /// That was not shown, or not yet.
    #[alipay(rename = "F")]
    No,
    /// A word that the document does not list.
    Unknown(String),
}

/// Business error codes of [`CertifyOpenQuery`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum CertifyOpenQueryError {
    /// Something failed, and nobody says what. It says nothing about the certification.
    #[alipay(remedy = "Ask again after a pause.", retry = later)]
    UnknownError,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct certify_id.", retry = fix_input)]
    IllegalArgumentFormat,
    /// The number is too old to be asked for.
    #[alipay(remedy = "Begin another certification.", retry = fix_input)]
    CertifyIdExpired,
    /// There is no such certification.
    #[alipay(remedy = "Correct certify_id.", retry = fix_input)]
    OpenCertifyBillNotExist,
    /// The certification is in a state in which nothing can be said of it.
    #[alipay(remedy = "Ask again when the user has come back.", retry = later)]
    OpenCertifyBillStatusError,
    /// The pictures could not be fetched.
    #[alipay(remedy = "Ask again after a pause.", retry = later)]
    UnableGetImage,
    /// A code that the document does not list.
    Unknown(String),
}
