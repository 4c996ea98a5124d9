//! Signing and verifying with a key that is at hand.

use std::fmt;
use std::future::ready;
use std::sync::Arc;

use super::{SignError, SignFuture, SignType, Signed, Signer, Verifier, VerifyError, VerifyFuture};
use crate::key::{KeyError, PrivateKey, PublicKey};

/// One algorithm with one private key.
pub(super) trait MakeSignature: Send + Sync {
    fn sign(&self, text: &[u8]) -> Result<Vec<u8>, SignError>;
}

/// One algorithm with one public key.
pub(super) trait CheckSignature: Send + Sync {
    /// Says only whether: why a signature is none is nobody's business.
    fn is_valid(&self, message: &[u8], signature: &[u8]) -> bool;
}

/// Signs with a key held in memory, as the sign type wants for which the key was read.
///
/// The signature is made on the calling thread. With RSA2 and 2048 bits, and with SM2, that takes about
/// half a millisecond, too little to hand it to another thread.
pub struct KeySigner {
    maker: Box<dyn MakeSignature>,
    public: PublicKey,
}

impl KeySigner {
    /// Prepares the key, once, for all signatures to come.
    ///
    /// # Errors
    /// When the numbers of the key plainly do not fit each other, when the feature for its sign type is not
    /// on, and with `ring` when it has more than 4096 bits.
    pub fn new(key: &PrivateKey) -> Result<Self, KeyError> {
        Ok(Self { maker: maker(key)?, public: key.public_key().clone() })
    }

    /// Signs the text on this thread. The same text always gives the same signature.
    ///
    /// # Errors
    /// When the system gives no random numbers, which blind the calculation. And when the numbers of the
    /// key do not fit each other and only the signature shows it: one that is wrong never leaves.
    pub fn sign_now(&self, text: &[u8]) -> Result<Vec<u8>, SignError> {
        self.maker.sign(text)
    }
}

fn maker(key: &PrivateKey) -> Result<Box<dyn MakeSignature>, KeyError> {
    match key.sign_type() {
        #[cfg(any(feature = "ring", feature = "aws-lc-rs"))]
        SignType::Rsa2 => Ok(Box::new(super::rsa2::Maker::new(key)?)),
        #[cfg(feature = "rsa-sha1")]
        SignType::Rsa => Ok(Box::new(super::rsa_sha1::Maker::new(key)?)),
        #[cfg(feature = "sm2")]
        SignType::Sm2 => Ok(Box::new(super::sm2::Maker::new(key)?)),
        #[allow(unreachable_patterns, reason = "with every feature on there is no other")]
        other => Err(KeyError::not_built_in(other)),
    }
}

impl Signer for KeySigner {
    fn sign_type(&self) -> SignType {
        self.public.sign_type()
    }

    fn sign<'a>(&'a self, text: &'a [u8]) -> SignFuture<'a> {
        Box::pin(ready(self.sign_now(text)))
    }

    fn public_key(&self) -> Option<&PublicKey> {
        Some(&self.public)
    }
}

impl fmt::Debug for KeySigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeySigner").field("public", &self.public).finish_non_exhaustive()
    }
}

/// Checks signatures with one key of Alipay, as the sign type wants for which the key was read.
#[derive(Clone)]
pub struct KeyVerifier {
    checker: Arc<dyn CheckSignature>,
    public: PublicKey,
}

impl KeyVerifier {
    /// Checks with this key and no other.
    ///
    /// # Errors
    /// When the feature for the key's sign type is not on, and when the library behind it refuses the
    /// key's numbers.
    pub fn new(key: PublicKey) -> Result<Self, KeyError> {
        Ok(Self { checker: checker(&key)?, public: key })
    }

    /// Checks on this thread.
    ///
    /// # Errors
    /// [`VerifyError::Mismatch`] unless the signature is this key's over exactly this text.
    pub fn verify_now(&self, message: &[u8], signature: &[u8]) -> Result<(), VerifyError> {
        if self.checker.is_valid(message, signature) { Ok(()) } else { Err(VerifyError::Mismatch) }
    }
}

fn checker(key: &PublicKey) -> Result<Arc<dyn CheckSignature>, KeyError> {
    match key.sign_type() {
        #[cfg(any(feature = "ring", feature = "aws-lc-rs"))]
        SignType::Rsa2 => Ok(Arc::new(super::rsa2::Checker::new(key)?)),
        #[cfg(feature = "rsa-sha1")]
        SignType::Rsa => Ok(Arc::new(super::rsa_sha1::Checker::new(key)?)),
        #[cfg(feature = "sm2")]
        SignType::Sm2 => Ok(Arc::new(super::sm2::Checker::new(key)?)),
        #[allow(unreachable_patterns, reason = "with every feature on there is no other")]
        other => Err(KeyError::not_built_in(other)),
    }
}

impl Verifier for KeyVerifier {
    fn verify<'a>(&'a self, signed: Signed<'a>) -> VerifyFuture<'a> {
        Box::pin(ready(self.verify_now(signed.message, signed.signature)))
    }

    fn public_key(&self) -> Option<&PublicKey> {
        Some(&self.public)
    }
}

impl fmt::Debug for KeyVerifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("KeyVerifier").field("public", &self.public).finish_non_exhaustive()
    }
}
