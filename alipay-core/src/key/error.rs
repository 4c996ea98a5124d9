//! What was wrong with the text of a key, without a character of it.

use std::fmt;

use super::form::{Algorithm, Form};
use super::rsa::MAX_BITS;
use crate::sign::SignType;

/// The text is not the key that is needed here. Says what it is instead, never what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyError {
    pub(super) wanted: Wanted,
    pub(super) sign_type: SignType,
    pub(super) problem: Problem,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wanted {
    Private,
    Public,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Problem {
    Empty,
    NotBase64,
    Damaged,
    NotAKey,
    Form(Form),
    Broken(Form),
    Algorithm(Algorithm),
    /// A form that only keys on elliptic curves have.
    Elliptic(Form),
    Short {
        bits: usize,
        min_bits: usize,
    },
    Long(usize),
    Modulus,
    Exponent,
    /// What the library behind the algorithm says of the key.
    Refused(String),
    /// The features that are on have no implementation of the sign type.
    NotBuiltIn,
}

impl KeyError {
    /// The library that was to use the key does not take it.
    #[allow(dead_code, reason = "without a feature that brings a library nobody calls it")]
    pub(crate) fn refused(sign_type: SignType, reason: &impl fmt::Display) -> Self {
        Self { wanted: Wanted::Private, sign_type, problem: Problem::Refused(reason.to_string()) }
    }

    pub(crate) const fn not_built_in(sign_type: SignType) -> Self {
        Self { wanted: Wanted::Private, sign_type, problem: Problem::NotBuiltIn }
    }
}

impl std::error::Error for KeyError {}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign_type = self.sign_type.as_str();
        match &self.problem {
            Problem::Empty => f.write_str("the text is empty")?,
            Problem::NotBase64 => f.write_str("this is neither PEM nor base64 (the path of a file is not read)")?,
            Problem::Damaged => f.write_str("what stands between the lines of this PEM is not base64")?,
            Problem::NotAKey => f.write_str("this is base64, but not of a key that is whole")?,
            Problem::Form(form) => write!(f, "this is {}", form.describe())?,
            Problem::Broken(form) => {
                write!(f, "this looks like {}, but what is inside cannot be read", form.describe())?;
            }
            Problem::Algorithm(Algorithm::Rsa) => write!(f, "this is an RSA key, and the sign type is {sign_type}")?,
            Problem::Algorithm(Algorithm::Sm2) => write!(f, "this is an SM2 key, and the sign type is {sign_type}")?,
            Problem::Algorithm(Algorithm::Other(id)) => {
                write!(f, "this key is neither RSA nor SM2, its algorithm or curve is {id}")?;
            }
            Problem::Elliptic(form) => write!(f, "this is {}, and the sign type is {sign_type}", form.describe())?,
            Problem::Short { bits, min_bits } => {
                write!(f, "this RSA key has {bits} bits; at least {min_bits} are needed")?;
            }
            Problem::Long(bits) => write!(f, "this RSA key has {bits} bits; at most {MAX_BITS} are taken")?,
            Problem::Modulus => f.write_str("the modulus of this RSA key is even")?,
            Problem::Exponent => f.write_str("the public exponent of this RSA key is even, below 3 or over 33 bits")?,
            Problem::Refused(reason) => return write!(f, "the numbers of this key are refused: {reason}"),
            Problem::NotBuiltIn => return write!(f, "the sign type {sign_type} needs {}", feature(self.sign_type)),
        }
        f.write_str(match (self.wanted, &self.problem, self.sign_type) {
            (Wanted::Private, Problem::Form(Form::EncryptedPkcs8 | Form::EncryptedPem), _) => {
                "; remove the passphrase first (openssl pkcs8 -topk8 -nocrypt)"
            }
            (Wanted::Private, _, SignType::Sm2) => {
                "; the application's private key is needed here, SM2 in PKCS#8, SEC1 or 64 hexadecimal digits"
            }
            (Wanted::Private, ..) => "; the application's private key is needed here, RSA in PKCS#1 or PKCS#8",
            (Wanted::Public, _, SignType::Sm2) => {
                "; Alipay's public key is needed here, SM2 in SPKI, a certificate or hexadecimal digits"
            }
            (Wanted::Public, ..) => "; Alipay's public key is needed here, RSA in SPKI, PKCS#1 or a certificate",
        })
    }
}

/// What brings a sign type into this crate.
const fn feature(sign_type: SignType) -> &'static str {
    match sign_type {
        SignType::Rsa2 => "the feature `ring` or `aws-lc-rs`",
        SignType::Rsa => "the feature `rsa-sha1`",
        SignType::Sm2 => "the feature `sm2`",
    }
}
