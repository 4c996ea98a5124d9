//! Which of the many forms of a key the bytes are.

use pkcs1::{RsaPrivateKey, RsaPublicKey, UintRef};
use pkcs8::der::asn1::OctetStringRef;
use pkcs8::der::{Decode, Reader, SliceReader};
use pkcs8::spki::{AlgorithmIdentifierRef, SubjectPublicKeyInfoRef};
use pkcs8::{ObjectIdentifier, PrivateKeyInfoRef};
use x509_cert::certificate::{CertificateInner, Raw};

use super::error::Problem;
use super::text::KeyText;

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");

/// A form in which keys, or things mistaken for keys, come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Pkcs8,
    Pkcs1Private,
    EncryptedPkcs8,
    EncryptedPem,
    Spki,
    Pkcs1Public,
    Certificate,
    CertificateRequest,
    OtherPrivate,
}

impl Form {
    /// The bytes decide; the label only names what the bytes cannot tell.
    pub(super) fn of(text: &KeyText<'_>) -> Result<Self, Problem> {
        let der = text.der.as_slice();
        if PrivateKeyInfoRef::from_der(der).is_ok() {
            Ok(Self::Pkcs8)
        } else if RsaPrivateKey::<UintRef<'_>>::from_der(der).is_ok() {
            Ok(Self::Pkcs1Private)
        } else if is_encrypted_pkcs8(der) {
            Ok(Self::EncryptedPkcs8)
        } else if SubjectPublicKeyInfoRef::from_der(der).is_ok() {
            Ok(Self::Spki)
        } else if RsaPublicKey::<UintRef<'_>>::from_der(der).is_ok() {
            Ok(Self::Pkcs1Public)
        } else if certificate(der).is_some() {
            Ok(Self::Certificate)
        } else {
            match text.label {
                Some("ENCRYPTED PRIVATE KEY") => Ok(Self::EncryptedPkcs8),
                Some("CERTIFICATE REQUEST" | "NEW CERTIFICATE REQUEST") => Ok(Self::CertificateRequest),
                Some("EC PRIVATE KEY" | "DSA PRIVATE KEY" | "OPENSSH PRIVATE KEY") => Ok(Self::OtherPrivate),
                _ => Err(Problem::NotAKey),
            }
        }
    }

    pub(super) const fn describe(self) -> &'static str {
        match self {
            Self::Pkcs8 => "a private key (PKCS#8)",
            Self::Pkcs1Private => "a private key (PKCS#1)",
            Self::EncryptedPkcs8 | Self::EncryptedPem => "a private key protected by a passphrase",
            Self::Spki => "a public key (SPKI)",
            Self::Pkcs1Public => "a public key (PKCS#1)",
            Self::Certificate => "an X.509 certificate",
            Self::CertificateRequest => "a certificate request",
            Self::OtherPrivate => "a private key that is not RSA, or in OpenSSH's own form",
        }
    }
}

pub(super) fn rsa_key_in_pkcs8(der: &[u8]) -> Result<&[u8], Problem> {
    let info = PrivateKeyInfoRef::from_der(der).map_err(|_| Problem::Broken(Form::Pkcs8))?;
    expect_rsa(&info.algorithm)?;
    Ok(info.private_key.as_bytes())
}

pub(super) fn rsa_key_in_spki(der: &[u8]) -> Result<Vec<u8>, Problem> {
    let info = SubjectPublicKeyInfoRef::from_der(der).map_err(|_| Problem::Broken(Form::Spki))?;
    expect_rsa(&info.algorithm)?;
    Ok(info.subject_public_key.raw_bytes().to_vec())
}

pub(super) fn rsa_key_in_certificate(der: &[u8]) -> Result<Vec<u8>, Problem> {
    let certificate = certificate(der).ok_or(Problem::Broken(Form::Certificate))?;
    let info = certificate.tbs_certificate().subject_public_key_info();
    expect_rsa_id(info.algorithm.oid)?;
    Ok(info.subject_public_key.raw_bytes().to_vec())
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

/// Real certificates bend the rules (serial numbers, years); `Raw` reads them as they are.
fn certificate(der: &[u8]) -> Option<CertificateInner<Raw>> {
    CertificateInner::<Raw>::from_der(der).ok()
}

fn expect_rsa(algorithm: &AlgorithmIdentifierRef<'_>) -> Result<(), Problem> {
    expect_rsa_id(algorithm.oid)
}

fn expect_rsa_id(algorithm: ObjectIdentifier) -> Result<(), Problem> {
    if algorithm == RSA { Ok(()) } else { Err(Problem::Algorithm(algorithm)) }
}
