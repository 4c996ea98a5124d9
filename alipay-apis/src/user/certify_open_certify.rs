//! `alipay.user.certify.open.certify`: the user goes to Alipay to be certified.

use alipay_core::{Record, alipay_api};

/// Leads the user to Alipay, to be certified with the number that
/// [`CertifyOpenInitialize`](super::CertifyOpenInitialize) gave.
///
/// Nothing is sent by making the link. It is opened in Alipay's app: a shop's app hands it over as
/// `alipays://platformapi/startapp?appId=20000067&url=` and the link, percent-encoded. How it went says
/// [`CertifyOpenQuery`](super::CertifyOpenQuery) and not the user's coming back.
///
/// ```
/// use alipay_apis::user::CertifyOpenCertify;
/// use alipay_apis::{Client, Error};
///
/// async fn link(client: &Client, certify_id: &str) -> Result<String, Error> {
///     CertifyOpenCertify::new(certify_id).page(client).url().await
/// }
/// ```
#[alipay_api(
    method = "alipay.user.certify.open.certify",
    page,
    response = CertifyOpenCertifyResponse,
    docs = "https://opendocs.alipay.com/apis/api_2/alipay.user.certify.open.certify",
)]
pub struct CertifyOpenCertify {
    /// Alipay's number of the certification, up to 32 characters.
    #[alipay(max_len = 32)]
    pub certify_id: String,
}

/// Nothing: the answer is a page for the user.
#[derive(Record)]
#[non_exhaustive]
pub struct CertifyOpenCertifyResponse {}
