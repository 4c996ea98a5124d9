//! RSA2: SHA-256 with RSA, PKCS#1 v1.5.

use super::SignError;
use super::backend::VerifyingKey;
use super::backend::rand::SystemRandom;
use super::backend::signature::{RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair};
use super::keyed::{CheckSignature, MakeSignature};
use crate::key::{KeyError, PrivateKey, PublicKey};

pub(super) struct Maker {
    key: RsaKeyPair,
    length: usize,
    random: SystemRandom,
}

impl Maker {
    pub(super) fn new(key: &PrivateKey) -> Result<Self, KeyError> {
        let pkcs1 = key.pkcs1_der().unwrap_or_default();
        Ok(Self {
            key: RsaKeyPair::from_der(pkcs1).map_err(|error| KeyError::refused(key.sign_type(), &error))?,
            length: key.public_key().bits().div_ceil(8),
            random: SystemRandom::new(),
        })
    }
}

impl MakeSignature for Maker {
    fn sign(&self, text: &[u8]) -> Result<Vec<u8>, SignError> {
        let mut signature = vec![0; self.length];
        self.key.sign(&RSA_PKCS1_SHA256, &self.random, text, &mut signature).map_err(SignError::new)?;
        Ok(signature)
    }
}

pub(super) struct Checker(VerifyingKey);

impl Checker {
    pub(super) fn new(key: &PublicKey) -> Result<Self, KeyError> {
        VerifyingKey::new(&RSA_PKCS1_2048_8192_SHA256, key.pkcs1_der().unwrap_or_default())
            .map(Self)
            .map_err(|error| KeyError::refused(key.sign_type(), &error))
    }
}

impl CheckSignature for Checker {
    fn is_valid(&self, message: &[u8], signature: &[u8]) -> bool {
        self.0.verify(message, signature).is_ok()
    }
}
