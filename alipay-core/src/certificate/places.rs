//! The three files of certificate mode, checked against each other: each belongs in one place, and
//! people mix them up.

use super::error::{CertificateError, Problem};
use super::{Certificate, CertificateBundle};
use crate::key::PublicKey;
use crate::sign::SignType;

/// The three files, in the places where they were given.
pub(crate) struct Places<'a> {
    pub(crate) app: &'a CertificateBundle,
    pub(crate) alipay: &'a CertificateBundle,
    pub(crate) roots: &'a CertificateBundle,
}

/// What tells the application's own certificate from others.
pub(crate) struct Owner<'a> {
    pub(crate) app_id: &'a str,
    pub(crate) sign_type: SignType,
    /// The public half of the key that signs requests, if the signer tells it.
    pub(crate) key: Option<&'a PublicKey>,
}

/// What a file turns out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Found {
    App,
    Roots,
    /// An authority between the others.
    Authority,
    /// Something that signs, and is not known to be the application's.
    Other,
}

impl Found {
    const fn describe(self) -> &'static str {
        match self {
            Self::App => "the application's own certificate",
            Self::Roots => "a root certificate",
            Self::Authority => "the certificate of an authority",
            Self::Other => "Alipay's certificate, or somebody else's",
        }
    }
}

impl Places<'_> {
    /// Says which file stands where it does not belong.
    pub(crate) fn check(&self, owner: &Owner<'_>) -> Result<(), CertificateError> {
        let [app, alipay, roots] = [self.app, self.alipay, self.roots].map(|file| owner.classify(file.first()));
        let mut wrong = Vec::new();
        if alipay != Found::Other {
            wrong.push(("alipay_certificate", alipay));
        }
        if roots != Found::Roots {
            wrong.push(("alipay_root_certificates", roots));
        }
        // One certificate in two places is wrong in one of them, even if nobody can say whose it is.
        let is_elsewhere = [self.alipay, self.roots].iter().any(|file| file.first() == self.app.first());
        match app {
            Found::App => {}
            Found::Other if !is_elsewhere && (owner.key.is_none() || wrong.is_empty()) => {
                if owner.key.is_some() {
                    return Err(Problem::NotOfKey { sn: self.app.first().sn().to_owned() }.into());
                }
            }
            found => wrong.insert(0, ("app_certificate", found)),
        }
        if !wrong.is_empty() {
            let places: Vec<_> =
                wrong.iter().map(|(place, found)| format!("`{place}` was given {}", found.describe())).collect();
            return Err(Problem::Mixed(places.join(", ")).into());
        }
        match self.roots.iter().zip(1..).find(|(root, _)| !root.is_root()) {
            Some((root, number)) => Err(Problem::NoRoot { number, sn: root.sn().to_owned() }.into()),
            None => Ok(()),
        }
    }
}

impl Owner<'_> {
    fn classify(&self, certificate: &Certificate) -> Found {
        if self.owns(certificate) {
            Found::App
        } else if certificate.is_root() {
            Found::Roots
        } else if certificate.0.limits.is_authority {
            Found::Authority
        } else {
            Found::Other
        }
    }

    /// By the key; where that is not at hand, by the application's id, which the platform writes at the
    /// end of the name in the certificate: `CN=2088…-2021…`.
    fn owns(&self, certificate: &Certificate) -> bool {
        match self.key {
            Some(key) => certificate.public_key(self.sign_type).is_ok_and(|found| found == *key),
            None => certificate
                .subject()
                .split(',')
                .filter_map(|part| part.strip_prefix("CN="))
                .any(|name| name.rsplit('-').next() == Some(self.app_id)),
        }
    }
}
