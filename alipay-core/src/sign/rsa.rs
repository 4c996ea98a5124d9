//! RSA2 with `ring`.

use std::fmt;
use std::future::ready;

use ring::rand::SystemRandom;
use ring::signature::{RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair, UnparsedPublicKey};

use super::{SignError, SignFuture, SignType, Signed, Signer, Verifier, VerifyError, VerifyFuture};
use crate::key::{PrivateKey, PublicKey};

/// Signs with an RSA key held in memory. A signature takes about half a millisecond of one core and
/// is made on the calling thread.
pub struct RsaSigner {
    key: RsaKeyPair,
    public: PublicKey,
    random: SystemRandom,
}

impl RsaSigner {
    /// Prepares the key, once, for all signatures to come.
    ///
    /// # Errors
    /// When the numbers of the key do not fit each other, or it has more than 4096 bits.
    pub fn new(key: &PrivateKey) -> Result<Self, SignError> {
        Ok(Self {
            key: RsaKeyPair::from_der(key.pkcs1_der()).map_err(SignError::new)?,
            public: key.public_key().clone(),
            random: SystemRandom::new(),
        })
    }

    /// Signs the text on this thread. The same text always gives the same signature.
    ///
    /// # Errors
    /// When the system gives no random numbers, which blind the calculation.
    pub fn sign_now(&self, text: &[u8]) -> Result<Vec<u8>, SignError> {
        let mut signature = vec![0; self.key.public().modulus_len()];
        self.key.sign(&RSA_PKCS1_SHA256, &self.random, text, &mut signature).map_err(SignError::new)?;
        Ok(signature)
    }
}

impl Signer for RsaSigner {
    fn sign_type(&self) -> SignType {
        SignType::Rsa2
    }

    fn sign<'a>(&'a self, text: &'a [u8]) -> SignFuture<'a> {
        Box::pin(ready(self.sign_now(text)))
    }

    fn public_key(&self) -> Option<&PublicKey> {
        Some(&self.public)
    }
}

impl fmt::Debug for RsaSigner {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RsaSigner").field("public", &self.public).finish_non_exhaustive()
    }
}

/// Checks signatures with one RSA key of Alipay.
#[derive(Debug, Clone)]
pub struct RsaVerifier {
    public: PublicKey,
}

impl RsaVerifier {
    /// Checks with this key and no other.
    pub const fn new(key: PublicKey) -> Self {
        Self { public: key }
    }

    /// Checks on this thread.
    ///
    /// # Errors
    /// [`VerifyError::Mismatch`] unless the signature is this key's over exactly this text.
    pub fn verify_now(&self, message: &[u8], signature: &[u8]) -> Result<(), VerifyError> {
        UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, self.public.pkcs1_der())
            .verify(message, signature)
            .map_err(|_| VerifyError::Mismatch)
    }
}

impl Verifier for RsaVerifier {
    fn verify<'a>(&'a self, signed: Signed<'a>) -> VerifyFuture<'a> {
        Box::pin(ready(self.verify_now(signed.message, signed.signature)))
    }

    fn public_key(&self) -> Option<&PublicKey> {
        Some(&self.public)
    }
}
