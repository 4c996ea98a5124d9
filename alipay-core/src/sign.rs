//! Signing what is sent and checking what is answered.
//!
//! The traits are open: a key that lives in an HSM or a key service implements [`Signer`]. With the
//! feature `ring` the crate brings [`RsaSigner`] and [`RsaVerifier`].

use std::error::Error;
use std::fmt;
use std::pin::Pin;

use crate::key::PublicKey;

#[cfg(feature = "ring")]
mod rsa;

#[cfg(feature = "ring")]
pub use self::rsa::{RsaSigner, RsaVerifier};

/// How requests and answers are signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignType {
    /// SHA-256 with RSA, PKCS#1 v1.5: the platform's default.
    Rsa2,
}

impl SignType {
    /// The value of `sign_type` on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rsa2 => "RSA2",
        }
    }
}

/// What [`Signer::sign`] returns: the bytes of the signature, before base64.
pub type SignFuture<'a> = Pin<Box<dyn Future<Output = Result<Vec<u8>, SignError>> + Send + 'a>>;

/// What [`Verifier::verify`] returns.
pub type VerifyFuture<'a> = Pin<Box<dyn Future<Output = Result<(), VerifyError>> + Send + 'a>>;

/// Signs with the application's private key.
///
/// ```
/// use alipay_core::sign::{SignFuture, SignType, Signer};
///
/// /// A key that never leaves its vault.
/// struct Vault;
///
/// impl Signer for Vault {
///     fn sign_type(&self) -> SignType {
///         SignType::Rsa2
///     }
///
///     fn sign<'a>(&'a self, text: &'a [u8]) -> SignFuture<'a> {
///         Box::pin(async move {
///             // Send `text`, or its SHA-256, to the vault and await the signature.
///             Ok(vec![0; 256])
///         })
///     }
/// }
/// ```
pub trait Signer: Send + Sync {
    /// The value that `sign_type` gets.
    fn sign_type(&self) -> SignType;

    /// Signs the text.
    fn sign<'a>(&'a self, text: &'a [u8]) -> SignFuture<'a>;

    /// The public half, if it is known. The client uses it to notice that the application's own
    /// public key was configured as Alipay's.
    fn public_key(&self) -> Option<&PublicKey> {
        None
    }
}

/// Checks signatures of Alipay.
pub trait Verifier: Send + Sync {
    /// Succeeds only if the signature is Alipay's over exactly this text.
    fn verify<'a>(&'a self, signed: Signed<'a>) -> VerifyFuture<'a>;

    /// The key that is used, if there is one and it is known.
    fn public_key(&self) -> Option<&PublicKey> {
        None
    }
}

/// A text and the signature that came with it.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Signed<'a> {
    /// The signed bytes.
    pub message: &'a [u8],
    /// The signature, base64 already undone.
    pub signature: &'a [u8],
    /// Names the certificate whose key signed, in certificate mode.
    pub alipay_cert_sn: Option<&'a str>,
}

impl<'a> Signed<'a> {
    /// A text and its signature, without the name of a certificate.
    pub const fn new(message: &'a [u8], signature: &'a [u8]) -> Self {
        Self { message, signature, alipay_cert_sn: None }
    }

    /// Adds the serial number of the certificate whose key signed.
    #[must_use]
    pub const fn alipay_cert_sn(self, sn: Option<&'a str>) -> Self {
        Self { alipay_cert_sn: sn, ..self }
    }
}

impl fmt::Debug for Signed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Signed")
            .field("message", &format_args!("<{} bytes>", self.message.len()))
            .field("alipay_cert_sn", &self.alipay_cert_sn)
            .finish_non_exhaustive()
    }
}

/// The text could not be signed.
#[derive(Debug)]
pub struct SignError(Box<dyn Error + Send + Sync>);

impl SignError {
    /// Wraps what a key service said.
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(cause.into())
    }

    #[cfg(feature = "ring")]
    pub(crate) fn into_cause(self) -> Box<dyn Error + Send + Sync> {
        self.0
    }
}

impl fmt::Display for SignError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the request could not be signed")
    }
}

impl Error for SignError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.0.as_ref())
    }
}

/// The signature was not accepted.
#[derive(Debug)]
#[non_exhaustive]
pub enum VerifyError {
    /// It is not a signature of Alipay over this text.
    Mismatch,
    /// It could not be checked, for example because the key that it names is not known.
    Unchecked(Box<dyn Error + Send + Sync>),
}

impl fmt::Display for VerifyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Mismatch => "the signature is not Alipay's over this text",
            Self::Unchecked(_) => "the signature could not be checked",
        })
    }
}

impl Error for VerifyError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Mismatch => None,
            Self::Unchecked(cause) => Some(cause.as_ref()),
        }
    }
}
