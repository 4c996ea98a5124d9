//! Checking signatures of Alipay with the certificate that they name.

use std::collections::VecDeque;
use std::fmt;
use std::future::ready;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::error::{CertificateError, Problem};
use super::{Certificate, CertificateBundle, chain};
use crate::key::PublicKey;
use crate::sign::{KeyVerifier, SignType, Signed, Verifier, VerifyError, VerifyFuture};
use crate::time::DateTime;

/// So many certificates that came later are kept; with one more, the oldest is forgotten.
const MAX_LATER: usize = 16;
/// A chain from the gateway has two or three.
const MAX_IN_CHAIN: usize = 16;

/// Verifies with the certificate of Alipay that a text names by its `alipay_cert_sn`, or with the
/// configured one where it names none. A text that names an unknown certificate is not believed.
///
/// A clone shares its certificates. A [`Client`](crate::Client) in certificate mode has one by itself,
/// and gets certificates that it does not know from the gateway; this is for verifying without a
/// client.
///
/// ```
/// use alipay_core::certificate::{CertificateBundle, CertificateVerifier};
/// use alipay_core::sign::SignType;
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// # std::env::set_current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/test-keys"))?;
/// let alipay = CertificateBundle::read("alipay_chain.crt")?;
/// let roots = CertificateBundle::read("root_bundle.crt")?;
/// let verifier = CertificateVerifier::new(SignType::Rsa2, &alipay, &roots)?;
/// assert_eq!(verifier.certificates()[0].sn(), "fcc8a0c65b379f0987935a7dfcf80edf");
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
pub struct CertificateVerifier {
    shared: Arc<Shared>,
}

struct Shared {
    sign_type: SignType,
    configured: Trusted,
    roots: Vec<Certificate>,
    /// The name of the authority that issues the certificates of applications.
    issuer_of_applications: Option<Vec<u8>>,
    /// Those that came from the gateway, the oldest first.
    later: Mutex<VecDeque<Trusted>>,
}

/// A certificate whose chain was checked. Can only be made here.
#[derive(Clone)]
pub(crate) struct Trusted {
    certificate: Certificate,
    key: KeyVerifier,
}

impl Trusted {
    fn of(certificate: &Certificate, sign_type: SignType) -> Result<Self, CertificateError> {
        let key = KeyVerifier::new(certificate.public_key(sign_type)?)
            .map_err(|error| Problem::Key { sn: certificate.sn().to_owned(), error })?;
        Ok(Self { certificate: certificate.clone(), key })
    }

    pub(crate) fn verify(&self, signed: Signed<'_>) -> Result<(), VerifyError> {
        self.key.verify_now(signed.message, signed.signature)
    }
}

impl CertificateVerifier {
    /// Verifies signatures of this type. Takes Alipay's certificate, which stands first in its file with its authorities after it, and
    /// the root certificates.
    ///
    /// Its dates are not looked at: it is trusted because it was configured, as a key would be.
    ///
    /// # Errors
    /// When the certificate does not lead to one of the roots, or its key cannot be used.
    pub fn new(
        sign_type: SignType,
        alipay: &CertificateBundle,
        roots: &CertificateBundle,
    ) -> Result<Self, CertificateError> {
        Self::make(sign_type, alipay, roots, None)
    }

    /// The same, for an application with this certificate.
    pub(crate) fn of_application(
        sign_type: SignType,
        alipay: &CertificateBundle,
        roots: &CertificateBundle,
        app: &Certificate,
    ) -> Result<Self, CertificateError> {
        // All applications of the platform have certificates that lead to its roots, and any of them could
        // sign answers if the root alone counted. So their authority does not vouch for Alipay, unless
        // the configured files say that it does.
        let issuer = &app.0.issuer;
        Self::make(sign_type, alipay, roots, (*issuer != alipay.first().0.issuer).then(|| issuer.clone()))
    }

    fn make(
        sign_type: SignType,
        alipay: &CertificateBundle,
        roots: &CertificateBundle,
        issuer_of_applications: Option<Vec<u8>>,
    ) -> Result<Self, CertificateError> {
        let roots: Vec<_> = roots.iter().cloned().collect();
        chain::check(alipay, &roots, None)?;
        let configured = Trusted::of(alipay.first(), sign_type)?;
        Ok(Self {
            shared: Arc::new(Shared { sign_type, configured, roots, issuer_of_applications, later: Mutex::default() }),
        })
    }

    /// The certificates whose signatures are believed: the configured one first, then those that came
    /// from the gateway.
    pub fn certificates(&self) -> Vec<Certificate> {
        let later = self.later();
        std::iter::once(&self.shared.configured).chain(&*later).map(|trusted| trusted.certificate.clone()).collect()
    }

    /// The one with this number; the configured one for none.
    pub(crate) fn find(&self, sn: Option<&str>) -> Option<Trusted> {
        let configured = &self.shared.configured;
        match sn {
            None => Some(configured.clone()),
            Some(sn) if sn == configured.certificate.sn() => Some(configured.clone()),
            Some(sn) => self.later().iter().find(|trusted| trusted.certificate.sn() == sn).cloned(),
        }
    }

    /// Checks a chain that claims to belong to the certificate with this number: its first certificate
    /// is that one, leads to a root now, and is not one of an application.
    pub(crate) fn prove(
        &self,
        chain: &CertificateBundle,
        sn: &str,
        now: DateTime,
    ) -> Result<Trusted, CertificateError> {
        let leaf = chain.first();
        if leaf.sn() != sn {
            return Err(Problem::OtherCertificate { asked: sn.to_owned(), found: leaf.sn().to_owned() }.into());
        }
        if chain.others().len() >= MAX_IN_CHAIN {
            return Err(Problem::TooMany { most: MAX_IN_CHAIN }.into());
        }
        if self.shared.issuer_of_applications.as_ref() == Some(&leaf.0.issuer) {
            return Err(Problem::OfApplications { sn: sn.to_owned() }.into());
        }
        chain::check(chain, &self.shared.roots, Some(now))?;
        Trusted::of(leaf, self.shared.sign_type)
    }

    /// Keeps a certificate that was proven. A number never changes its key.
    pub(crate) fn keep(&self, trusted: Trusted) -> Result<(), CertificateError> {
        let mut later = self.later();
        let sn = trusted.certificate.sn();
        let mut known = std::iter::once(&self.shared.configured).chain(&*later);
        if let Some(known) = known.find(|known| known.certificate.sn() == sn) {
            let is_same = known.certificate.0.spki == trusted.certificate.0.spki;
            return if is_same { Ok(()) } else { Err(Problem::SameSnOtherKey { sn: sn.to_owned() }.into()) };
        }
        if later.len() >= MAX_LATER {
            later.pop_front();
        }
        later.push_back(trusted);
        Ok(())
    }

    /// Nothing in here can be left half done.
    fn later(&self) -> MutexGuard<'_, VecDeque<Trusted>> {
        self.shared.later.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Verifier for CertificateVerifier {
    fn verify<'a>(&'a self, signed: Signed<'a>) -> VerifyFuture<'a> {
        Box::pin(ready(match self.find(signed.alipay_cert_sn) {
            Some(trusted) => trusted.verify(signed),
            None => Err(VerifyError::Unchecked(Box::new(CertificateError(Problem::Unknown)))),
        }))
    }

    fn public_key(&self) -> Option<&PublicKey> {
        self.shared.configured.key.public_key()
    }
}

impl fmt::Debug for CertificateVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CertificateVerifier").field("certificates", &self.certificates()).finish()
    }
}
