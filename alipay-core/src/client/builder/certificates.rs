//! The settings of certificate mode.

use std::path::Path;

use super::ClientBuilder;
use crate::certificate::CertificateBundle;

/// # Certificate mode
///
/// Three files from the application's page on the platform, in place of
/// [`alipay_public_key`](ClientBuilder::alipay_public_key); the [crate's front page](crate#certificate-mode)
/// has an example.
///
/// [`build`](ClientBuilder::build) checks the files against each other: a file in the wrong place is
/// named, the private key has to belong to the application's certificate, and Alipay's certificate has
/// to lead to a root certificate. Dates refuse nothing there, because a restart must not turn an old
/// file into an outage; what has expired, or will within 30 days, is traced as a warning and listed
/// by [`Client::certificates`](crate::Client::certificates).
///
/// An answer is verified with the certificate that it names, or with the configured one if it names
/// none. A certificate that is not known yet is asked for from the gateway, once for all calls that
/// wait for it, and believed if it leads to a root certificate, is valid now, and does not come from
/// the authority of the application's own certificate. Anything else is an error of kind
/// [`Signature`](crate::ErrorKind::Signature).
impl ClientBuilder {
    /// The application's certificate, as the text or the bytes of its file
    /// (`appCertPublicKey_….crt`).
    pub fn app_certificate(mut self, file: impl AsRef<[u8]>) -> Self {
        self.keys.certificates.app = Some(CertificateBundle::parse(file));
        self
    }

    /// Reads [`app_certificate`](ClientBuilder::app_certificate) from a file.
    pub fn app_certificate_path(mut self, path: impl AsRef<Path>) -> Self {
        self.keys.certificates.app = Some(CertificateBundle::read(path));
        self
    }

    /// Alipay's certificate with that of its authority, as the text or the bytes of its file
    /// (`alipayCertPublicKey_RSA2.crt`).
    pub fn alipay_certificate(mut self, file: impl AsRef<[u8]>) -> Self {
        self.keys.certificates.alipay = Some(CertificateBundle::parse(file));
        self
    }

    /// Reads [`alipay_certificate`](ClientBuilder::alipay_certificate) from a file.
    pub fn alipay_certificate_path(mut self, path: impl AsRef<Path>) -> Self {
        self.keys.certificates.alipay = Some(CertificateBundle::read(path));
        self
    }

    /// The platform's root certificates, as the text or the bytes of their file (`alipayRootCert.crt`).
    /// Those of the sandbox are others than those of production. For TLS they mean nothing.
    pub fn alipay_root_certificates(mut self, file: impl AsRef<[u8]>) -> Self {
        self.keys.certificates.roots = Some(CertificateBundle::parse(file));
        self
    }

    /// Reads [`alipay_root_certificates`](ClientBuilder::alipay_root_certificates) from a file.
    pub fn alipay_root_certificates_path(mut self, path: impl AsRef<Path>) -> Self {
        self.keys.certificates.roots = Some(CertificateBundle::read(path));
        self
    }
}
