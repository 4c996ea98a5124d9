//! Certificates: reading them, their numbers on the wire (`SN`), and whom they are to be believed.
//!
//! In certificate mode an application has three files from the platform: its own certificate,
//! Alipay's, and the root certificates. Requests carry the numbers of the first and the last; answers
//! name the certificate whose key signed them. A client is set up for it like
//! [this](crate#certificate-mode).
//!
//! ```
//! use alipay_core::certificate::CertificateBundle;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! # let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/test-keys/app.crt");
//! let file = CertificateBundle::read(path)?;
//! let certificate = file.first();
//! assert_eq!(certificate.sn(), "754736ff65d5c969ec2174fcca4e805b");
//! assert_eq!(certificate.issuer(), "CN=Own CA Class 1 R1,OU=Certification Authority,O=Own Test,C=CN");
//! assert_eq!(certificate.not_after().to_string(), "2126-10-29 11:24:03");
//! # Ok(())
//! # }
//! ```

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use pkcs8::ObjectIdentifier;

pub use self::error::CertificateError;
use self::error::Problem;
pub(crate) use self::places::{Owner, Places};
use self::read::Parts;
#[cfg(feature = "download")]
pub(crate) use self::sn::hex;
pub use self::verifier::CertificateVerifier;
use crate::key::PublicKey;
use crate::sign::SignType;
use crate::time::DateTime;

mod chain;
mod error;
mod name;
mod places;
mod read;
mod signature;
mod sn;
mod text;
mod verifier;

/// The public key (SPKI) of a certificate, if that is what the bytes are.
pub(crate) fn public_key_of(der: &[u8]) -> Option<Vec<u8>> {
    Parts::read(der).ok().map(|parts| parts.spki)
}

/// An X.509 certificate. A clone is cheap.
#[derive(Clone, PartialEq, Eq)]
pub struct Certificate(Arc<Parts>);

impl Certificate {
    /// The platform's number of it, such as `754736ff65d5c969ec2174fcca4e805b`: the MD5 of
    /// [`issuer`](Certificate::issuer) and [`serial_number`](Certificate::serial_number).
    pub fn sn(&self) -> &str {
        &self.0.sn
    }

    /// The name of the authority that issued it, in the form of RFC 2253.
    pub fn issuer(&self) -> &str {
        &self.0.issuer_text
    }

    /// The name of its owner, in the form of RFC 2253.
    pub fn subject(&self) -> &str {
        &self.0.subject_text
    }

    /// Its serial number in decimal. Some are negative.
    pub fn serial_number(&self) -> String {
        sn::decimal(&self.0.serial_number)
    }

    /// The first second in which it is valid, Beijing time.
    pub fn not_before(&self) -> DateTime {
        self.0.not_before
    }

    /// The last second in which it is valid, Beijing time.
    pub fn not_after(&self) -> DateTime {
        self.0.not_after
    }

    /// Whether it is valid at this time, as far as its dates go.
    pub fn is_valid_at(&self, time: DateTime) -> bool {
        (self.not_before()..=self.not_after()).contains(&time)
    }

    /// The key in it, for signatures of this type.
    ///
    /// # Errors
    /// When it is a key of another kind.
    pub fn public_key(&self, sign_type: SignType) -> Result<PublicKey, CertificateError> {
        PublicKey::of_spki(sign_type, &self.0.spki)
            .map_err(|error| Problem::Key { sn: self.sn().to_owned(), error }.into())
    }

    /// The certificate itself, as DER.
    pub fn der(&self) -> &[u8] {
        &self.0.der
    }

    /// It names itself as its issuer.
    fn is_self_issued(&self) -> bool {
        self.0.issuer == self.0.subject
    }

    /// One that may stand at the top.
    fn is_root(&self) -> bool {
        self.is_self_issued() && self.0.limits.is_authority
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificate")
            .field("sn", &self.sn())
            .field("not_before", &format_args!("{}", self.not_before()))
            .field("not_after", &format_args!("{}", self.not_after()))
            .finish_non_exhaustive()
    }
}

/// The certificates of one file, at least one, in the file's order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CertificateBundle {
    first: Certificate,
    others: Vec<Certificate>,
}

impl CertificateBundle {
    /// Reads what a file of certificates holds: PEM with any line ends and whatever stands between the
    /// blocks, or a single certificate as bare base64 or DER.
    ///
    /// # Errors
    /// When a certificate is missing or cannot be read. None is passed over.
    pub fn parse(file: impl AsRef<[u8]>) -> Result<Self, CertificateError> {
        Self::parse_bytes(file.as_ref()).map_err(CertificateError)
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Like [`parse`](CertificateBundle::parse), with the path in the message.
    pub fn read(path: impl AsRef<Path>) -> Result<Self, CertificateError> {
        let path = path.as_ref();
        let file = std::fs::read(path).map_err(|error| Problem::Unreadable { path: path.to_owned(), error })?;
        Self::parse_bytes(&file)
            .map_err(|problem| Problem::InFile { path: path.to_owned(), problem: Box::new(problem) }.into())
    }

    fn parse_bytes(file: &[u8]) -> Result<Self, Problem> {
        let ders = text::certificates(file)?;
        let of = ders.len();
        let mut certificates = ders.iter().zip(1..).map(|(der, number)| match Parts::read(der) {
            Ok(parts) => Ok(Certificate(Arc::new(parts))),
            Err(error) => Err(Problem::Broken { number, of, error }),
        });
        let first = certificates.next().ok_or(Problem::Empty)??;
        Ok(Self { first, others: certificates.collect::<Result<_, _>>()? })
    }

    /// The first one: in the platform's files the application's own, or Alipay's own.
    pub fn first(&self) -> &Certificate {
        &self.first
    }

    /// Those after the first: the authorities that issued it.
    pub fn others(&self) -> &[Certificate] {
        &self.others
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Certificate> {
        std::iter::once(&self.first).chain(&self.others)
    }

    /// The number of a file of root certificates, `alipay_root_cert_sn`: of each that is signed in the
    /// way of this sign type the [`sn`](Certificate::sn), joined with `_`.
    ///
    /// # Errors
    /// When there is none.
    pub fn root_cert_sn(&self, sign_type: SignType) -> Result<String, CertificateError> {
        let family = match sign_type {
            SignType::Rsa2 | SignType::Rsa => RSA_SIGNATURES,
            SignType::Sm2 => SM2_SIGNATURES,
        };
        let numbers: Vec<_> =
            self.iter().filter(|root| root.0.signature_algorithm.starts_with(family)).map(Certificate::sn).collect();
        if numbers.is_empty() { Err(Problem::NoRootOfKind(sign_type).into()) } else { Ok(numbers.join("_")) }
    }
}

/// All signatures with RSA (PKCS #1).
const RSA_SIGNATURES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1");
/// All signatures with SM2.
const SM2_SIGNATURES: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.156.10197.1.501");

#[cfg(all(test, any(feature = "ring", feature = "aws-lc-rs")))]
pub(crate) mod testing;
#[cfg(all(test, any(feature = "ring", feature = "aws-lc-rs")))]
mod tests;
