//! The library behind RSA2, and behind the signatures of certificates.
//!
//! `aws-lc-rs` has the interface of `ring`, so that the rest of the crate does not see which it is.
//! Where both features are on it is `aws-lc-rs`: `ring` is on by default, the other only if somebody
//! asked for it.

#[cfg(feature = "aws-lc-rs")]
use aws_lc_rs as library;
#[cfg(not(feature = "aws-lc-rs"))]
use ring as library;

use library::error::{KeyRejected, Unspecified};
use library::signature::VerificationAlgorithm;

pub(crate) use library::{rand, signature};

/// A public key, ready to verify with one algorithm.
pub(crate) struct VerifyingKey {
    /// Parsed once.
    #[cfg(feature = "aws-lc-rs")]
    key: signature::ParsedPublicKey,
    /// `ring` keeps no key parsed.
    #[cfg(not(feature = "aws-lc-rs"))]
    key: signature::UnparsedPublicKey<Vec<u8>>,
}

impl VerifyingKey {
    /// The key is PKCS#1 for RSA and a point for an elliptic curve.
    #[cfg(feature = "aws-lc-rs")]
    pub(crate) fn new(algorithm: &'static dyn VerificationAlgorithm, key: &[u8]) -> Result<Self, KeyRejected> {
        signature::ParsedPublicKey::new(algorithm, key).map(|key| Self { key })
    }

    /// The key is PKCS#1 for RSA and a point for an elliptic curve.
    #[cfg(not(feature = "aws-lc-rs"))]
    #[expect(clippy::unnecessary_wraps, reason = "the other library parses here")]
    pub(crate) fn new(algorithm: &'static dyn VerificationAlgorithm, key: &[u8]) -> Result<Self, KeyRejected> {
        Ok(Self { key: signature::UnparsedPublicKey::new(algorithm, key.to_vec()) })
    }

    pub(crate) fn verify(&self, message: &[u8], signature: &[u8]) -> Result<(), Unspecified> {
        #[cfg(feature = "aws-lc-rs")]
        return self.key.verify_sig(message, signature);
        #[cfg(not(feature = "aws-lc-rs"))]
        return self.key.verify(message, signature);
    }
}
