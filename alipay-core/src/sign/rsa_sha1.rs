//! The sign type `RSA`: SHA-1 with RSA, PKCS#1 v1.5, with keys from 1024 bits.
//!
//! `ring` and `aws-lc-rs` do not sign with SHA-1 at all, so both directions are the `rsa` crate's.

use pkcs1::{DecodeRsaPrivateKey, DecodeRsaPublicKey};
use sha1::Sha1;

use super::SignError;
use super::keyed::{CheckSignature, MakeSignature};
use crate::key::{KeyError, PrivateKey, PublicKey};

pub(super) struct Maker(rsa::PrivateKey);

impl Maker {
    pub(super) fn new(key: &PrivateKey) -> Result<Self, KeyError> {
        rsa::PrivateKey::from_pkcs1_der(key.pkcs1_der().unwrap_or_default())
            .map(Self)
            .map_err(|error| KeyError::refused(key.sign_type(), &error))
    }
}

impl MakeSignature for Maker {
    fn sign(&self, text: &[u8]) -> Result<Vec<u8>, SignError> {
        // Blinded with the system's random numbers.
        self.0.pkcs1v15_sign::<Sha1>(text).map_err(SignError::new)
    }
}

pub(super) struct Checker(rsa::PublicKey);

impl Checker {
    pub(super) fn new(key: &PublicKey) -> Result<Self, KeyError> {
        rsa::PublicKey::from_pkcs1_der(key.pkcs1_der().unwrap_or_default())
            .map(Self)
            .map_err(|error| KeyError::refused(key.sign_type(), &error))
    }
}

impl CheckSignature for Checker {
    fn is_valid(&self, message: &[u8], signature: &[u8]) -> bool {
        self.0.pkcs1v15_verify::<Sha1>(message, signature).is_ok()
    }
}
