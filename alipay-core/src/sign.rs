//! Signing what is sent and checking what is answered.
//!
//! The traits are open: a key that lives in an HSM or a key service implements [`Signer`]. Keys that
//! are at hand sign with [`KeySigner`] and verify with [`KeyVerifier`], with what the features bring:
//!
//! | sign type | feature | with |
//! |---|---|---|
//! | [`SignType::Rsa2`] | `ring` (default) or `aws-lc-rs` | that library; `aws-lc-rs` where both are on |
//! | [`SignType::Rsa`] | `rsa-sha1` | the `rsa` crate |
//! | [`SignType::Sm2`] | `sm2` | the `sm2` crate |
//!
//! The algorithm is always the one that was configured. What a message says of its own `sign_type`
//! chooses nothing.

use std::error::Error;
use std::fmt;
use std::pin::Pin;

pub use self::keyed::{KeySigner, KeyVerifier};
use crate::key::PublicKey;

#[cfg(any(feature = "ring", feature = "aws-lc-rs"))]
pub(crate) mod backend;
mod keyed;
#[cfg(any(feature = "ring", feature = "aws-lc-rs"))]
mod rsa2;
#[cfg(feature = "rsa-sha1")]
mod rsa_sha1;
#[cfg(feature = "sm2")]
mod sm2;

/// How requests and answers are signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum SignType {
    /// SHA-256 with RSA, PKCS#1 v1.5: the platform's default.
    Rsa2,
    /// SHA-1 with RSA, PKCS#1 v1.5: **broken and of the past.** Two texts with one SHA-1 can be made
    /// for the price of some rented computers. Only for applications that the platform has not moved to
    /// RSA2 yet; change the setting there and use [`Rsa2`](Self::Rsa2) as soon as you can.
    ///
    /// With the feature `rsa-sha1` it is built in, also for keys of 1024 bits, by the `rsa` crate. The
    /// time that this crate takes has given away private keys (RUSTSEC-2023-0071). Its authors say that
    /// 0.10, which is used here, no longer does: it calculates in constant time, on blinded numbers.
    /// Nobody independent has audited that. A signature with 2048 bits takes two to three
    /// milliseconds.
    Rsa,
    /// SM3 with SM2, the user's id being `1234567812345678`, the signature in DER.
    ///
    /// With the feature `sm2` it is built in, by the `sm2` crate, which nobody independent has audited.
    Sm2,
}

impl SignType {
    /// The value of `sign_type` on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rsa2 => "RSA2",
            Self::Rsa => "RSA",
            Self::Sm2 => "SM2",
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

#[cfg(all(test, any(feature = "ring", feature = "aws-lc-rs")))]
mod tests;
