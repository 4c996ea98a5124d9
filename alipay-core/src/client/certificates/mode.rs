//! The three files of certificate mode, and what becomes of them.

use std::fmt;
use std::sync::Arc;

use jiff::ToSpan;
use jiff::civil;

use crate::certificate::{Certificate, CertificateBundle, CertificateError, CertificateVerifier, Owner, Places};
use crate::client::Client;
use crate::error::Error;
use crate::sign::{Signer, Verifier};
use crate::time::DateTime;

/// A certificate that expires sooner than this many days from now is worth a warning.
const WARN_DAYS: i64 = 30;

/// The files, as far as they were given.
#[derive(Default)]
pub(in crate::client) struct CertificateFiles {
    pub(in crate::client) app: Option<ReadFile>,
    pub(in crate::client) alipay: Option<ReadFile>,
    pub(in crate::client) roots: Option<ReadFile>,
}

type ReadFile = Result<CertificateBundle, CertificateError>;

impl CertificateFiles {
    /// Checks the files against each other; `None` if there are none.
    pub(in crate::client) fn check(
        self,
        app_id: &str,
        signer: &dyn Signer,
        now: DateTime,
    ) -> Result<Option<Arc<CertificateMode>>, Error> {
        let missing = |what| Error::configuration(format!("certificate mode needs three files, and {what} missing"));
        let (app, alipay, roots) = match (self.app, self.alipay, self.roots) {
            (None, None, None) => return Ok(None),
            (Some(app), Some(alipay), Some(roots)) => (app, alipay, roots),
            (None, ..) => return Err(missing("the application's certificate is")),
            (_, None, _) => return Err(missing("Alipay's certificate is")),
            (_, _, None) => return Err(missing("Alipay's root certificates are")),
        };
        let unusable =
            |what: &'static str| move |error| Error::configuration_because(format!("{what} cannot be used"), error);
        let app = app.map_err(unusable("the application's certificate"))?;
        let alipay = alipay.map_err(unusable("Alipay's certificate"))?;
        let roots = roots.map_err(unusable("the file of Alipay's root certificates"))?;
        let because = |error| Error::configuration_because("the certificates do not fit together", error);
        let sign_type = signer.sign_type();
        let owner = Owner { app_id, sign_type, key: signer.public_key() };
        Places { app: &app, alipay: &alipay, roots: &roots }.check(&owner).map_err(because)?;
        let verifier = CertificateVerifier::of_application(sign_type, &alipay, &roots, app.first()).map_err(because)?;
        let alipay_root_cert_sn = roots.root_cert_sn(sign_type).map_err(because)?;
        let configured = [
            (CertificateRole::Application, vec![app.first()]),
            (CertificateRole::Alipay, vec![alipay.first()]),
            (CertificateRole::AlipayAuthority, alipay.others().iter().collect()),
            (CertificateRole::AlipayRoot, roots.iter().collect()),
        ];
        let configured: Vec<_> = configured
            .into_iter()
            .flat_map(|(role, certificates)| {
                certificates.into_iter().map(move |certificate| CertificateInUse::new(role, certificate.clone()))
            })
            .collect();
        for used in &configured {
            used.warn(now);
        }
        let app_cert_sn = app.first().sn().to_owned();
        Ok(Some(Arc::new(CertificateMode { configured, app_cert_sn, alipay_root_cert_sn, verifier })))
    }
}

/// A client's certificates.
pub(in crate::client) struct CertificateMode {
    configured: Vec<CertificateInUse>,
    pub(in crate::client) app_cert_sn: String,
    pub(in crate::client) alipay_root_cert_sn: String,
    pub(super) verifier: CertificateVerifier,
}

impl CertificateMode {
    /// Verifies with the certificates that are known.
    pub(in crate::client) fn known(&self) -> Arc<dyn Verifier> {
        Arc::new(self.verifier.clone())
    }
}

impl Client {
    /// The certificates in use, with their dates: those that were configured and those of Alipay that
    /// came from the gateway since. None without certificate mode. Ask once a day, and replace a
    /// file before its certificate expires.
    ///
    /// ```no_run
    /// # fn example(client: &alipay_core::Client, in_a_month: alipay_core::DateTime) {
    /// for used in client.certificates() {
    ///     if used.certificate.not_after() < in_a_month {
    ///         eprintln!("{} {} expires on {}", used.role, used.certificate.sn(), used.certificate.not_after());
    ///     }
    /// }
    /// # }
    /// ```
    pub fn certificates(&self) -> Vec<CertificateInUse> {
        let Some(mode) = &self.shared.certificates else { return Vec::new() };
        let later = mode.verifier.certificates().into_iter().skip(1);
        let later = later.map(|certificate| CertificateInUse::new(CertificateRole::Alipay, certificate));
        mode.configured.iter().cloned().chain(later).collect()
    }
}

/// A certificate and what it is for.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct CertificateInUse {
    /// What it is for.
    pub role: CertificateRole,
    /// The certificate.
    pub certificate: Certificate,
}

impl CertificateInUse {
    fn new(role: CertificateRole, certificate: Certificate) -> Self {
        Self { role, certificate }
    }

    fn warn(&self, now: DateTime) {
        let Self { role, certificate } = self;
        let soon = civil::DateTime::from(now).checked_add(WARN_DAYS.days()).unwrap_or(civil::DateTime::MAX);
        let what = if now > certificate.not_after() {
            "a certificate has expired"
        } else if now < certificate.not_before() {
            "a certificate is not valid yet"
        } else if soon > civil::DateTime::from(certificate.not_after()) {
            "a certificate expires soon"
        } else {
            return;
        };
        let (not_before, not_after) = (certificate.not_before(), certificate.not_after());
        tracing::warn!(%role, sn = certificate.sn(), %not_before, %not_after, "{what}");
    }
}

/// What a certificate is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum CertificateRole {
    /// The application's own; its key signs requests.
    Application,
    /// Alipay's; its key signs answers.
    Alipay,
    /// The authority that issued Alipay's.
    AlipayAuthority,
    /// A root, which everything leads to.
    AlipayRoot,
}

impl fmt::Display for CertificateRole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Application => "the application's certificate",
            Self::Alipay => "Alipay's certificate",
            Self::AlipayAuthority => "the certificate of Alipay's authority",
            Self::AlipayRoot => "Alipay's root certificate",
        })
    }
}
