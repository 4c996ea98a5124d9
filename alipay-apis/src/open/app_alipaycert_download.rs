//! `alipay.open.app.alipaycert.download`: the certificate with which Alipay signs.

use alipay_core::{Record, alipay_api};

/// Downloads the certificate with which Alipay signs, for when an answer names one that is not
/// there.
///
/// A certificate is worth nothing before its chain is checked up to a root that you already have,
/// and its serial number compared with the one that was asked for. A client in certificate mode does all
/// of that by itself; this is for other programs.
///
/// ```
/// use alipay_apis::open::AppAlipaycertDownload;
/// use alipay_apis::{Client, Error};
///
/// async fn chain(client: &Client, alipay_cert_sn: &str) -> Result<Option<String>, Error> {
///     let answer = AppAlipaycertDownload::new(alipay_cert_sn).call(client).await?;
///     Ok(answer.alipay_cert_content.clone())
/// }
/// ```
#[alipay_api(
    method = "alipay.open.app.alipaycert.download",
    response = AppAlipaycertDownloadResponse,
    read_only,
    docs = "https://opendocs.alipay.com/apis/api_9/alipay.open.app.alipaycert.download",
)]
pub struct AppAlipaycertDownload {
    /// Serial number of the certificate, as `alipay_cert_sn` of an answer names it.
    pub alipay_cert_sn: String,
}

/// The certificate.
#[derive(Record)]
#[non_exhaustive]
pub struct AppAlipaycertDownloadResponse {
    /// The chain of certificates as PEM, in base64.
    pub alipay_cert_content: Option<String>,
}
