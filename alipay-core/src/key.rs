//! The keys of an application, read from any text in which they come.
//!
//! Alipay's tools, OpenSSL and the platform's web pages hand keys out as PEM or bare base64, in half
//! a dozen forms. The form is detected from the bytes, not from the label, because labels are often
//! wrong. Every buffer here that held a private key is wiped when it is
//! dropped; the copy that `ring` makes for signing is `ring`'s.

use std::fmt;
use std::str::FromStr;

use pkcs1::{RsaPrivateKey, RsaPublicKey, UintRef};
use pkcs8::der::{Decode, Encode};
use zeroize::Zeroizing;

pub use self::error::KeyError;
use self::error::{Problem, Wanted};
use self::form::Form;
use self::text::KeyText;

mod error;
mod form;
mod text;

/// Shorter RSA keys can be broken, and `ring` takes none.
const MIN_BITS: usize = 2048;
/// With a longer one `ring` verifies nothing.
const MAX_BITS: usize = 8192;

/// The application's private key, which signs what the application sends.
///
/// Never printed; wiped from memory when dropped (the copy inside a [`Signer`](crate::sign::Signer)
/// is the signer's).
#[derive(Clone)]
pub struct PrivateKey {
    pkcs1: Zeroizing<Vec<u8>>,
    public: PublicKey,
}

impl PrivateKey {
    /// Reads an RSA private key of at least 2048 bits: PEM or bare base64, PKCS#1 or PKCS#8.
    ///
    /// # Errors
    /// Says which form was found instead. The text itself is never part of the message.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        Self::read(text).map_err(|problem| KeyError { wanted: Wanted::Private, problem })
    }

    fn read(text: &str) -> Result<Self, Problem> {
        let text = KeyText::read(text)?;
        let form = Form::of(&text)?;
        let pkcs1 = match form {
            Form::Pkcs1Private => &text.der,
            Form::Pkcs8 => form::rsa_key_in_pkcs8(&text.der)?,
            other => return Err(Problem::Form(other)),
        };
        let key = RsaPrivateKey::<UintRef<'_>>::from_der(pkcs1).map_err(|_| Problem::Broken(form))?;
        Ok(Self { public: PublicKey::of(&key.public_key(), form)?, pkcs1: Zeroizing::new(pkcs1.to_vec()) })
    }

    /// The public half, which the platform has to know.
    pub const fn public_key(&self) -> &PublicKey {
        &self.public
    }

    /// The key itself as PKCS#1 DER, for a [`Signer`](crate::sign::Signer) of your own. Secret.
    pub fn pkcs1_der(&self) -> &[u8] {
        &self.pkcs1
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PrivateKey").field("bits", &self.public.bits).finish_non_exhaustive()
    }
}

impl FromStr for PrivateKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

/// A public key: Alipay's, which checks what the gateway answers, or an application's own.
///
/// Two are equal when their numbers are, whatever text they were read from.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey {
    pkcs1: Vec<u8>,
    bits: usize,
}

impl PublicKey {
    /// Reads an RSA public key of 2048 to 8192 bits: PEM or bare base64, SPKI, PKCS#1, or inside
    /// an X.509 certificate (the first one, if the text holds several).
    ///
    /// # Errors
    /// Says which form was found instead. The text itself is never part of the message.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        Self::read(text).map_err(|problem| KeyError { wanted: Wanted::Public, problem })
    }

    fn read(text: &str) -> Result<Self, Problem> {
        let text = KeyText::read(text)?;
        let form = Form::of(&text)?;
        let pkcs1 = match form {
            Form::Pkcs1Public => text.der.to_vec(),
            Form::Spki => form::rsa_key_in_spki(&text.der)?,
            Form::Certificate => form::rsa_key_in_certificate(&text.der)?,
            other => return Err(Problem::Form(other)),
        };
        let key = RsaPublicKey::<UintRef<'_>>::from_der(&pkcs1).map_err(|_| Problem::Broken(form))?;
        Self::of(&key, form)
    }

    fn of(key: &RsaPublicKey<UintRef<'_>>, form: Form) -> Result<Self, Problem> {
        let modulus = key.modulus.as_bytes();
        let unused = modulus.first().map_or(0, |byte| byte.leading_zeros() as usize);
        let bits = (modulus.len() * 8).saturating_sub(unused);
        if bits < MIN_BITS {
            return Err(Problem::Short(bits));
        }
        if bits > MAX_BITS {
            return Err(Problem::Long(bits));
        }
        Ok(Self { pkcs1: key.to_der().map_err(|_| Problem::Broken(form))?, bits })
    }

    /// The length of the modulus in bits, such as 2048.
    pub const fn bits(&self) -> usize {
        self.bits
    }

    /// The key itself as PKCS#1 DER, for a [`Verifier`](crate::sign::Verifier) of your own.
    pub fn pkcs1_der(&self) -> &[u8] {
        &self.pkcs1
    }
}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PublicKey").field("bits", &self.bits).finish_non_exhaustive()
    }
}

impl FromStr for PublicKey {
    type Err = KeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}

#[cfg(test)]
mod tests;
