//! From what a builder was told of keys and certificates to one signer and one verifier.

use std::sync::Arc;

use zeroize::Zeroizing;

use super::certificates::{CertificateFiles, CertificateMode};
use crate::error::Error;
use crate::key::{PrivateKey, PublicKey};
use crate::sign::{KeySigner, KeyVerifier, SignType, Signer, Verifier};
use crate::time::DateTime;

/// What a builder was told, in any order; the last word on each counts. Texts are kept unread until
/// the sign type is known.
#[derive(Default)]
pub(super) struct Keys {
    sign_type: Option<SignType>,
    own: Option<Own>,
    alipays: Option<Alipays>,
    pub(super) certificates: CertificateFiles,
}

/// What a client signs and verifies with.
pub(super) struct Ready {
    pub(super) signer: Arc<dyn Signer>,
    pub(super) verifier: Arc<dyn Verifier>,
    /// In certificate mode.
    pub(super) certificates: Option<Arc<CertificateMode>>,
}

/// What signs.
enum Own {
    Text(Zeroizing<String>),
    Signer(Arc<dyn Signer>),
}

/// What verifies.
enum Alipays {
    Text(Zeroizing<String>),
    Verifier(Arc<dyn Verifier>),
}

impl Keys {
    pub(super) fn sign_type(&mut self, sign_type: SignType) {
        self.sign_type = Some(sign_type);
    }

    pub(super) fn private_key(&mut self, text: &str) {
        self.own = Some(Own::Text(Zeroizing::new(text.to_owned())));
    }

    pub(super) fn signer(&mut self, signer: Arc<dyn Signer>) {
        self.own = Some(Own::Signer(signer));
    }

    pub(super) fn alipay_public_key(&mut self, text: &str) {
        // Where the private key was given by mistake, it is wiped as well.
        self.alipays = Some(Alipays::Text(Zeroizing::new(text.to_owned())));
    }

    pub(super) fn verifier(&mut self, verifier: Arc<dyn Verifier>) {
        self.alipays = Some(Alipays::Verifier(verifier));
    }

    /// The signer and the verifier, of one sign type.
    pub(super) fn ready(self, app_id: &str, now: DateTime) -> Result<Ready, Error> {
        let own = self.own.ok_or_else(|| Error::configuration("the application's private key is missing"))?;
        let signer = own.signer(self.sign_type)?;
        let certificates = self.certificates.check(app_id, &*signer, now)?;
        let verifier = match (self.alipays, &certificates) {
            (Some(alipays), None) => alipays.verifier(signer.sign_type())?,
            (None, Some(mode)) => mode.known(),
            (None, None) => return Err(Error::configuration("Alipay's public key is missing")),
            (Some(_), Some(_)) => {
                return Err(Error::configuration(
                    "Alipay's certificate is given, and a public key or verifier beside it: one of them has to go",
                ));
            }
        };
        if signer.public_key().is_some() && signer.public_key() == verifier.public_key() {
            return Err(Error::configuration(
                "the application's own public key was given as Alipay's; the platform shows Alipay's beside it",
            ));
        }
        Ok(Ready { signer, verifier, certificates })
    }
}

impl Own {
    fn signer(self, sign_type: Option<SignType>) -> Result<Arc<dyn Signer>, Error> {
        match self {
            Self::Text(text) => {
                let signer = PrivateKey::parse_for(sign_type.unwrap_or(SignType::Rsa2), &text)
                    .and_then(|key| KeySigner::new(&key))
                    .map_err(|error| {
                        Error::configuration_because("the application's private key cannot be used", error)
                    })?;
                Ok(Arc::new(signer))
            }
            Self::Signer(signer) if sign_type.is_none_or(|wanted| wanted == signer.sign_type()) => Ok(signer),
            Self::Signer(_) => Err(Error::configuration("the signer signs with another sign type than the one set")),
        }
    }
}

impl Alipays {
    fn verifier(self, sign_type: SignType) -> Result<Arc<dyn Verifier>, Error> {
        match self {
            Self::Text(text) => {
                let verifier = PublicKey::parse_for(sign_type, &text)
                    .and_then(KeyVerifier::new)
                    .map_err(|error| Error::configuration_because("Alipay's public key cannot be used", error))?;
                Ok(Arc::new(verifier))
            }
            Self::Verifier(verifier) if verifier.public_key().is_none_or(|key| key.sign_type() == sign_type) => {
                Ok(verifier)
            }
            Self::Verifier(_) => {
                Err(Error::configuration("the verifier's key is of another sign type than the signer's"))
            }
        }
    }
}
