//! What was wrong with the text of a key, without a character of it.

use std::fmt;

use pkcs8::ObjectIdentifier;

use super::form::Form;
use super::{MAX_BITS, MIN_BITS};

/// The text is not the key that is needed here. Says what it is instead, never what it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyError {
    pub(super) wanted: Wanted,
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
    Algorithm(ObjectIdentifier),
    Short(usize),
    Long(usize),
}

impl std::error::Error for KeyError {}

impl fmt::Display for KeyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.problem {
            Problem::Empty => f.write_str("the text is empty")?,
            Problem::NotBase64 => f.write_str("this is neither PEM nor base64 (the path of a file is not read)")?,
            Problem::Damaged => f.write_str("what stands between the lines of this PEM is not base64")?,
            Problem::NotAKey => f.write_str("this is base64, but not of a key that is whole")?,
            Problem::Form(form) => write!(f, "this is {}", form.describe())?,
            Problem::Broken(form) => {
                write!(f, "this looks like {}, but what is inside cannot be read", form.describe())?;
            }
            Problem::Algorithm(id) => write!(f, "this key is not RSA, its algorithm is {id}")?,
            Problem::Short(bits) => write!(f, "this RSA key has {bits} bits; at least {MIN_BITS} are needed")?,
            Problem::Long(bits) => write!(f, "this RSA key has {bits} bits; at most {MAX_BITS} are taken")?,
        }
        f.write_str(match (self.wanted, &self.problem) {
            (Wanted::Private, Problem::Form(Form::EncryptedPkcs8 | Form::EncryptedPem)) => {
                "; remove the passphrase first (openssl pkcs8 -topk8 -nocrypt)"
            }
            (Wanted::Private, _) => "; the application's private key is needed here, RSA in PKCS#1 or PKCS#8",
            (Wanted::Public, _) => "; Alipay's public key is needed here, RSA in SPKI, PKCS#1 or a certificate",
        })
    }
}
