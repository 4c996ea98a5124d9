//! The sign type `SM2`: SM3 with SM2, signatures in DER.

use sm2::dsa::signature::{Signer as _, Verifier as _};
use sm2::dsa::{Signature, SigningKey, VerifyingKey};
use sm2::{PublicKey as Point, SecretKey};

use super::SignError;
use super::keyed::{CheckSignature, MakeSignature};
use crate::key::{KeyError, PrivateKey, PublicKey};

/// The user's id that is hashed in front of each text. Everybody's is this one, the standard's example.
const USER_ID: &str = "1234567812345678";

pub(super) struct Maker(SecretKey);

impl Maker {
    pub(super) fn new(key: &PrivateKey) -> Result<Self, KeyError> {
        key.sm2().map(|key| Self(key.clone())).ok_or(KeyError::not_built_in(key.sign_type()))
    }
}

impl MakeSignature for Maker {
    /// The number that has to be different for every signature is derived from key and text (RFC 6979),
    /// so that weak random numbers cannot give the key away.
    fn sign(&self, text: &[u8]) -> Result<Vec<u8>, SignError> {
        // Made anew each time because it does not wipe its copy of the key; `SecretKey` does.
        let key = SigningKey::new(USER_ID, &self.0).map_err(SignError::new)?;
        let signature: Signature = key.try_sign(text).map_err(SignError::new)?;
        Ok(signature.to_der().as_bytes().to_vec())
    }
}

pub(super) struct Checker(VerifyingKey);

impl Checker {
    pub(super) fn new(key: &PublicKey) -> Result<Self, KeyError> {
        let point: Point = *key.sm2().ok_or(KeyError::not_built_in(key.sign_type()))?;
        VerifyingKey::new(USER_ID, point).map(Self).map_err(|error| KeyError::refused(key.sign_type(), &error))
    }
}

impl CheckSignature for Checker {
    fn is_valid(&self, message: &[u8], signature: &[u8]) -> bool {
        Signature::from_der(signature).is_ok_and(|signature| self.0.verify(message, &signature).is_ok())
    }
}
