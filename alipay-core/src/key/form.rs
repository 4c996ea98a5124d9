//! Which of the many forms of a key the bytes are.

use pkcs1::{RsaPrivateKey, RsaPublicKey, UintRef};
use pkcs8::der::asn1::{AnyRef, BitStringRef, OctetStringRef};
use pkcs8::der::{Decode, Encode, ErrorKind, Reader, SliceReader};
use pkcs8::spki::{AlgorithmIdentifierRef, SubjectPublicKeyInfoRef};
use pkcs8::{ObjectIdentifier, PrivateKeyInfoRef};

use super::error::Problem;
use super::text::KeyText;
use crate::certificate::public_key_of;

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
/// Any elliptic curve; which, say the parameters.
const ELLIPTIC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const SM2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.156.10197.1.301");

/// What a key says it is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Algorithm {
    Rsa,
    Sm2,
    /// An algorithm, or the curve where it is one of the elliptic curves.
    Other(ObjectIdentifier),
}

impl Algorithm {
    fn of(identifier: &AlgorithmIdentifierRef<'_>) -> Self {
        let curve = identifier.parameters.and_then(|parameters| parameters.decode_as().ok());
        match (identifier.oid, curve) {
            (RSA, _) => Self::Rsa,
            (ELLIPTIC, Some(SM2)) => Self::Sm2,
            (ELLIPTIC, Some(other)) | (other, _) => Self::Other(other),
        }
    }

    fn expect(self, wanted: Self) -> Result<(), Problem> {
        if self == wanted { Ok(()) } else { Err(Problem::Algorithm(self)) }
    }
}

/// A form in which keys, or things mistaken for keys, come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Pkcs8,
    Pkcs1Private,
    Sec1,
    RawPrivate,
    EncryptedPkcs8,
    EncryptedPem,
    Spki,
    Pkcs1Public,
    RawPublic,
    Certificate,
    CertificateRequest,
    OtherPrivate,
}

impl Form {
    /// The bytes decide; the label only names what the bytes cannot tell.
    pub(super) fn of(text: &KeyText<'_>) -> Result<Self, Problem> {
        let der = text.bytes.as_slice();
        if text.is_raw {
            Ok(if der.len() == 32 { Self::RawPrivate } else { Self::RawPublic })
        } else if PrivateKeyInfoRef::from_der(der).is_ok() {
            Ok(Self::Pkcs8)
        } else if RsaPrivateKey::<UintRef<'_>>::from_der(der).is_ok() {
            Ok(Self::Pkcs1Private)
        } else if is_sec1(der) {
            Ok(Self::Sec1)
        } else if is_encrypted_pkcs8(der) {
            Ok(Self::EncryptedPkcs8)
        } else if SubjectPublicKeyInfoRef::from_der(der).is_ok() {
            Ok(Self::Spki)
        } else if RsaPublicKey::<UintRef<'_>>::from_der(der).is_ok() {
            Ok(Self::Pkcs1Public)
        } else if public_key_of(der).is_some() {
            Ok(Self::Certificate)
        } else {
            match text.label {
                Some("ENCRYPTED PRIVATE KEY") => Ok(Self::EncryptedPkcs8),
                Some("CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST") => Ok(Self::CertificateRequest),
                Some("DSA PRIVATE KEY" | "OPENSSH PRIVATE KEY") => Ok(Self::OtherPrivate),
                _ => Err(Problem::NotAKey),
            }
        }
    }

    pub(super) const fn describe(self) -> &'static str {
        match self {
            Self::Pkcs8 => "a private key (PKCS#8)",
            Self::Pkcs1Private => "a private key (PKCS#1)",
            Self::Sec1 => "a private key on an elliptic curve (SEC1)",
            Self::RawPrivate => "a private key on an elliptic curve (hexadecimal)",
            Self::EncryptedPkcs8 | Self::EncryptedPem => "a private key protected by a passphrase",
            Self::Spki => "a public key (SPKI)",
            Self::Pkcs1Public => "a public key (PKCS#1)",
            Self::RawPublic => "a public key on an elliptic curve (hexadecimal)",
            Self::Certificate => "an X.509 certificate",
            Self::CertificateRequest => "a certificate request",
            Self::OtherPrivate => "a private key for DSA, or in OpenSSH's own form",
        }
    }
}

pub(super) fn key_in_pkcs8(der: &[u8], wanted: Algorithm) -> Result<&[u8], Problem> {
    let info = PrivateKeyInfoRef::from_der(der).map_err(|_| Problem::Broken(Form::Pkcs8))?;
    Algorithm::of(&info.algorithm).expect(wanted)?;
    Ok(info.private_key.as_bytes())
}

pub(super) fn key_in_spki(der: &[u8], wanted: Algorithm) -> Result<Vec<u8>, Problem> {
    let info = SubjectPublicKeyInfoRef::from_der(der).map_err(|_| Problem::Broken(Form::Spki))?;
    Algorithm::of(&info.algorithm).expect(wanted)?;
    Ok(info.subject_public_key.raw_bytes().to_vec())
}

/// The other way round.
pub(super) fn spki_of_rsa(pkcs1: &[u8]) -> Option<Vec<u8>> {
    let algorithm = AlgorithmIdentifierRef { oid: RSA, parameters: Some(AnyRef::NULL) };
    let subject_public_key = BitStringRef::from_bytes(pkcs1).ok()?;
    SubjectPublicKeyInfoRef { algorithm, subject_public_key }.to_der().ok()
}

pub(super) fn key_in_certificate(der: &[u8], wanted: Algorithm) -> Result<Vec<u8>, Problem> {
    let spki = public_key_of(der).ok_or(Problem::Broken(Form::Certificate))?;
    key_in_spki(&spki, wanted)
}

/// The version and the number; a curve and a point may follow.
fn is_sec1(der: &[u8]) -> bool {
    SliceReader::new(der)
        .and_then(|mut reader| {
            reader.sequence(|inside| {
                let version = u8::decode(inside)?;
                <&OctetStringRef>::decode(inside)?;
                let rest = inside.remaining_len();
                inside.read_slice(rest)?;
                if version == 1 { Ok(()) } else { Err(pkcs8::der::Error::from(ErrorKind::Failed)) }
            })
        })
        .is_ok()
}

/// An algorithm and what it hides. (The type for it comes only with the means to decrypt.)
fn is_encrypted_pkcs8(der: &[u8]) -> bool {
    SliceReader::new(der)
        .and_then(|mut reader| {
            reader.sequence(|inside| {
                AlgorithmIdentifierRef::decode(inside)?;
                <&OctetStringRef>::decode(inside)
            })
        })
        .is_ok()
}
