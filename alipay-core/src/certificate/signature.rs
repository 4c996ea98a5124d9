//! Signatures in certificates, which are of more kinds than those of messages.

use pkcs8::ObjectIdentifier;
use pkcs8::der::Decode;
use pkcs8::spki::SubjectPublicKeyInfoRef;

/// Why a signature does not count.
pub(super) enum Fault {
    /// It is not this key's over this message.
    #[cfg_attr(
        not(any(feature = "ring", feature = "aws-lc-rs", feature = "sm2")),
        expect(dead_code, reason = "nothing is built in that could find it")
    )]
    Mismatch,
    /// It is of a kind that is not accepted, such as one over SHA-1, or that is not built in.
    Algorithm,
}

/// What the owner's key is, its curve if it has one, and the algorithm of the signature.
type Kind = (ObjectIdentifier, Option<ObjectIdentifier>, ObjectIdentifier);

/// Checks the signature that the owner of a key (SPKI) made over a message.
pub(super) fn verify(spki: &[u8], algorithm: ObjectIdentifier, message: &[u8], signature: &[u8]) -> Result<(), Fault> {
    let spki = SubjectPublicKeyInfoRef::from_der(spki).map_err(|_| Fault::Algorithm)?;
    let key = spki.subject_public_key.as_bytes().ok_or(Fault::Algorithm)?;
    let curve = spki.algorithm.parameters_oid().ok();
    match (spki.algorithm.oid, curve, algorithm) {
        #[cfg(feature = "sm2")]
        (EC, Some(SM2), SM2_WITH_SM3) => sm2::verify(key, message, signature),
        kind => common::verify(kind, key, message, signature),
    }
}

#[cfg(any(feature = "ring", feature = "aws-lc-rs", feature = "sm2"))]
const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
#[cfg(feature = "sm2")]
const SM2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.156.10197.1.301");
#[cfg(feature = "sm2")]
const SM2_WITH_SM3: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.156.10197.1.501");

/// RSA and ECDSA.
#[cfg(any(feature = "ring", feature = "aws-lc-rs"))]
mod common {
    use pkcs8::ObjectIdentifier;

    use super::{EC, Fault, Kind};
    use crate::sign::backend::VerifyingKey;
    use crate::sign::backend::signature::{
        ECDSA_P256_SHA256_ASN1, ECDSA_P256_SHA384_ASN1, ECDSA_P384_SHA256_ASN1, ECDSA_P384_SHA384_ASN1,
        RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_2048_8192_SHA384, RSA_PKCS1_2048_8192_SHA512, VerificationAlgorithm,
    };

    pub(super) fn verify(kind: Kind, key: &[u8], message: &[u8], signature: &[u8]) -> Result<(), Fault> {
        let algorithm: &'static dyn VerificationAlgorithm = match kind {
            (RSA, _, SHA256_WITH_RSA) => &RSA_PKCS1_2048_8192_SHA256,
            (RSA, _, SHA384_WITH_RSA) => &RSA_PKCS1_2048_8192_SHA384,
            (RSA, _, SHA512_WITH_RSA) => &RSA_PKCS1_2048_8192_SHA512,
            (EC, Some(P256), ECDSA_WITH_SHA256) => &ECDSA_P256_SHA256_ASN1,
            (EC, Some(P256), ECDSA_WITH_SHA384) => &ECDSA_P256_SHA384_ASN1,
            (EC, Some(P384), ECDSA_WITH_SHA256) => &ECDSA_P384_SHA256_ASN1,
            (EC, Some(P384), ECDSA_WITH_SHA384) => &ECDSA_P384_SHA384_ASN1,
            _ => return Err(Fault::Algorithm),
        };
        let key = VerifyingKey::new(algorithm, key).map_err(|_| Fault::Mismatch)?;
        key.verify(message, signature).map_err(|_| Fault::Mismatch)
    }

    const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
    const SHA256_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
    const SHA384_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12");
    const SHA512_WITH_RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13");
    const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
    const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");
    const ECDSA_WITH_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
    const ECDSA_WITH_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");
}

/// Nothing is built in.
#[cfg(not(any(feature = "ring", feature = "aws-lc-rs")))]
mod common {
    use super::{Fault, Kind};

    pub(super) fn verify(_: Kind, _: &[u8], _: &[u8], _: &[u8]) -> Result<(), Fault> {
        Err(Fault::Algorithm)
    }
}

#[cfg(feature = "sm2")]
mod sm2 {
    use ::sm2::dsa::signature::Verifier as _;
    use ::sm2::dsa::{Signature, VerifyingKey};

    use super::Fault;

    /// Authorities sign with the standard's id, too.
    const USER_ID: &str = "1234567812345678";

    pub(super) fn verify(point: &[u8], message: &[u8], signature: &[u8]) -> Result<(), Fault> {
        let key = VerifyingKey::from_sec1_bytes(USER_ID, point).map_err(|_| Fault::Mismatch)?;
        let signature = Signature::from_der(signature).map_err(|_| Fault::Mismatch)?;
        key.verify(message, &signature).map_err(|_| Fault::Mismatch)
    }
}
