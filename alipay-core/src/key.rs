//! The keys of an application, read from any text in which they come.
//!
//! Alipay's tools, OpenSSL and the platform's web pages hand keys out as PEM or bare base64, in half
//! a dozen forms. The form is detected from the bytes, not from the label, because labels are often
//! wrong. Which algorithm a key is for is not detected: it is read for one [`SignType`], and whatever
//! does not fit is refused. Every buffer here that held a private key is wiped when it is dropped; the
//! copy that the library behind a [`KeySigner`](crate::sign::KeySigner) makes is that library's.

use std::fmt;
use std::str::FromStr;

use zeroize::Zeroizing;

pub use self::error::KeyError;
use self::error::{Problem, Wanted};
use self::form::{Algorithm, Form};
use self::text::KeyText;
use crate::sign::SignType;

mod error;
mod form;
mod rsa;
#[cfg(feature = "sm2")]
mod sm2;
mod text;

/// The application's private key, which signs what the application sends.
///
/// Never printed; wiped from memory when dropped (the copy inside a [`Signer`](crate::sign::Signer)
/// is the signer's).
#[derive(Clone)]
pub struct PrivateKey {
    half: PrivateHalf,
    public: PublicKey,
}

#[derive(Clone)]
enum PrivateHalf {
    /// PKCS#1.
    Rsa(Zeroizing<Vec<u8>>),
    #[cfg(feature = "sm2")]
    Sm2(::sm2::SecretKey),
}

impl PrivateKey {
    /// Reads a key for [`SignType::Rsa2`]: RSA of 2048 to 8192 bits, PEM or bare base64, PKCS#1 or
    /// PKCS#8.
    ///
    /// # Errors
    /// Says which form was found instead. The text itself is never part of the message.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        Self::parse_for(SignType::Rsa2, text)
    }

    /// Reads a key for this sign type, and for no other.
    ///
    /// | sign type | keys | forms |
    /// |---|---|---|
    /// | [`Rsa2`](SignType::Rsa2) | RSA, 2048 to 8192 bits | PEM or bare base64, PKCS#1 or PKCS#8 |
    /// | [`Rsa`](SignType::Rsa) | the same, with the feature `rsa-sha1` from 1024 bits | the same |
    /// | [`Sm2`](SignType::Sm2), feature `sm2` | SM2 | PEM or bare base64, PKCS#8 or SEC1; 64 hexadecimal digits |
    ///
    /// # Errors
    /// Says which form was found instead. The text itself is never part of the message.
    pub fn parse_for(sign_type: SignType, text: &str) -> Result<Self, KeyError> {
        let error = |problem| KeyError { wanted: Wanted::Private, sign_type, problem };
        let text = KeyText::read(text).map_err(error)?;
        Self::read(sign_type, &text).map_err(error)
    }

    fn read(sign_type: SignType, text: &KeyText<'_>) -> Result<Self, Problem> {
        match sign_type {
            SignType::Rsa2 | SignType::Rsa => Self::read_rsa(sign_type, text),
            #[cfg(feature = "sm2")]
            SignType::Sm2 => Self::read_sm2(text),
            #[cfg(not(feature = "sm2"))]
            SignType::Sm2 => Err(Problem::NotBuiltIn),
        }
    }

    fn read_rsa(sign_type: SignType, text: &KeyText<'_>) -> Result<Self, Problem> {
        let form = Form::of(text)?;
        let pkcs1 = match form {
            Form::Pkcs1Private => text.bytes.as_slice(),
            Form::Pkcs8 => form::key_in_pkcs8(&text.bytes, Algorithm::Rsa)?,
            Form::Sec1 | Form::RawPrivate => return Err(Problem::Elliptic(form)),
            other => return Err(Problem::Form(other)),
        };
        let public = rsa::public_half(pkcs1, form, rsa::min_bits(sign_type))?;
        Ok(Self {
            half: PrivateHalf::Rsa(Zeroizing::new(pkcs1.to_vec())),
            public: PublicKey { sign_type, half: PublicHalf::Rsa(public) },
        })
    }

    #[cfg(feature = "sm2")]
    fn read_sm2(text: &KeyText<'_>) -> Result<Self, Problem> {
        let form = Form::of(text)?;
        let key = match form {
            Form::RawPrivate => sm2::of_scalar(&text.bytes)?,
            Form::Sec1 => sm2::of_sec1(&text.bytes, form)?,
            Form::Pkcs8 => sm2::of_sec1(form::key_in_pkcs8(&text.bytes, Algorithm::Sm2)?, form)?,
            Form::Pkcs1Private => return Err(Problem::Algorithm(Algorithm::Rsa)),
            other => return Err(Problem::Form(other)),
        };
        let public = PublicKey { sign_type: SignType::Sm2, half: PublicHalf::Sm2(key.public_key()) };
        Ok(Self { half: PrivateHalf::Sm2(key), public })
    }

    /// What the key was read for.
    pub const fn sign_type(&self) -> SignType {
        self.public.sign_type
    }

    /// The public half, which the platform has to know.
    pub const fn public_key(&self) -> &PublicKey {
        &self.public
    }

    /// An RSA key itself as PKCS#1 DER, for a [`Signer`](crate::sign::Signer) of your own. Secret.
    pub fn pkcs1_der(&self) -> Option<&[u8]> {
        match &self.half {
            PrivateHalf::Rsa(pkcs1) => Some(pkcs1),
            #[cfg(feature = "sm2")]
            PrivateHalf::Sm2(_) => None,
        }
    }

    #[cfg(feature = "sm2")]
    pub(crate) const fn sm2(&self) -> Option<&::sm2::SecretKey> {
        match &self.half {
            PrivateHalf::Rsa(_) => None,
            PrivateHalf::Sm2(key) => Some(key),
        }
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PrivateKey")
            .field("sign_type", &self.sign_type())
            .field("bits", &self.public.bits())
            .finish_non_exhaustive()
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
/// Two are equal when their numbers are, whatever text they were read from and whatever for.
#[derive(Clone)]
pub struct PublicKey {
    sign_type: SignType,
    half: PublicHalf,
}

#[derive(Clone, PartialEq, Eq)]
enum PublicHalf {
    Rsa(rsa::RsaPublic),
    #[cfg(feature = "sm2")]
    Sm2(::sm2::PublicKey),
}

impl PublicKey {
    /// Reads a key for [`SignType::Rsa2`]: RSA of 2048 to 8192 bits, PEM or bare base64, SPKI, PKCS#1,
    /// or inside an X.509 certificate (the first one, if the text holds several).
    ///
    /// # Errors
    /// Says which form was found instead. The text itself is never part of the message.
    pub fn parse(text: &str) -> Result<Self, KeyError> {
        Self::parse_for(SignType::Rsa2, text)
    }

    /// Reads a key for this sign type, and for no other.
    ///
    /// | sign type | keys | forms |
    /// |---|---|---|
    /// | [`Rsa2`](SignType::Rsa2) | RSA, 2048 to 8192 bits | PEM or bare base64, SPKI, PKCS#1 or certificate |
    /// | [`Rsa`](SignType::Rsa) | the same, with the feature `rsa-sha1` from 1024 bits | the same |
    /// | [`Sm2`](SignType::Sm2), feature `sm2` | SM2 | PEM or bare base64, SPKI or certificate; the point in hexadecimal digits |
    ///
    /// # Errors
    /// Says which form was found instead. The text itself is never part of the message.
    pub fn parse_for(sign_type: SignType, text: &str) -> Result<Self, KeyError> {
        let error = |problem| KeyError { wanted: Wanted::Public, sign_type, problem };
        let text = KeyText::read(text).map_err(error)?;
        Self::read(sign_type, &text).map(|half| Self { sign_type, half }).map_err(error)
    }

    fn read(sign_type: SignType, text: &KeyText<'_>) -> Result<PublicHalf, Problem> {
        match sign_type {
            SignType::Rsa2 | SignType::Rsa => Self::read_rsa(sign_type, text),
            #[cfg(feature = "sm2")]
            SignType::Sm2 => Self::read_sm2(text),
            #[cfg(not(feature = "sm2"))]
            SignType::Sm2 => Err(Problem::NotBuiltIn),
        }
    }

    fn read_rsa(sign_type: SignType, text: &KeyText<'_>) -> Result<PublicHalf, Problem> {
        let form = Form::of(text)?;
        let pkcs1 = match form {
            Form::Pkcs1Public => text.bytes.to_vec(),
            Form::Spki => form::key_in_spki(&text.bytes, Algorithm::Rsa)?,
            Form::Certificate => form::key_in_certificate(&text.bytes, Algorithm::Rsa)?,
            Form::RawPublic => return Err(Problem::Elliptic(form)),
            other => return Err(Problem::Form(other)),
        };
        rsa::public(&pkcs1, form, rsa::min_bits(sign_type)).map(PublicHalf::Rsa)
    }

    #[cfg(feature = "sm2")]
    fn read_sm2(text: &KeyText<'_>) -> Result<PublicHalf, Problem> {
        let form = Form::of(text)?;
        let point = match form {
            Form::RawPublic => text.bytes.to_vec(),
            Form::Spki => form::key_in_spki(&text.bytes, Algorithm::Sm2)?,
            Form::Certificate => form::key_in_certificate(&text.bytes, Algorithm::Sm2)?,
            Form::Pkcs1Public => return Err(Problem::Algorithm(Algorithm::Rsa)),
            other => return Err(Problem::Form(other)),
        };
        sm2::of_point(&point, form).map(PublicHalf::Sm2)
    }

    /// Reads the key inside a certificate, as DER (SPKI).
    pub(crate) fn of_spki(sign_type: SignType, der: &[u8]) -> Result<Self, KeyError> {
        let half = match sign_type {
            SignType::Rsa2 | SignType::Rsa => form::key_in_spki(der, Algorithm::Rsa)
                .and_then(|pkcs1| rsa::public(&pkcs1, Form::Certificate, rsa::min_bits(sign_type)))
                .map(PublicHalf::Rsa),
            #[cfg(feature = "sm2")]
            SignType::Sm2 => form::key_in_spki(der, Algorithm::Sm2)
                .and_then(|point| sm2::of_point(&point, Form::Certificate))
                .map(PublicHalf::Sm2),
            #[cfg(not(feature = "sm2"))]
            SignType::Sm2 => Err(Problem::NotBuiltIn),
        };
        half.map(|half| Self { sign_type, half }).map_err(|problem| KeyError {
            wanted: Wanted::Public,
            sign_type,
            problem,
        })
    }

    /// What the key was read for.
    pub const fn sign_type(&self) -> SignType {
        self.sign_type
    }

    /// The length of the key in bits: 2048, for example, of an RSA modulus; always 256 for SM2.
    pub const fn bits(&self) -> usize {
        match &self.half {
            PublicHalf::Rsa(key) => key.bits,
            #[cfg(feature = "sm2")]
            PublicHalf::Sm2(_) => 256,
        }
    }

    /// An RSA key itself as PKCS#1 DER, for a [`Verifier`](crate::sign::Verifier) of your own.
    pub fn pkcs1_der(&self) -> Option<&[u8]> {
        match &self.half {
            PublicHalf::Rsa(key) => Some(&key.pkcs1),
            #[cfg(feature = "sm2")]
            PublicHalf::Sm2(_) => None,
        }
    }

    /// An RSA key in the form in which the platform hands keys out: SPKI, as DER.
    pub(crate) fn spki_der(&self) -> Option<Vec<u8>> {
        self.pkcs1_der().and_then(form::spki_of_rsa)
    }

    #[cfg(feature = "sm2")]
    pub(crate) const fn sm2(&self) -> Option<&::sm2::PublicKey> {
        match &self.half {
            PublicHalf::Rsa(_) => None,
            PublicHalf::Sm2(key) => Some(key),
        }
    }
}

impl PartialEq for PublicKey {
    fn eq(&self, other: &Self) -> bool {
        self.half == other.half
    }
}

impl Eq for PublicKey {}

impl fmt::Debug for PublicKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("PublicKey")
            .field("sign_type", &self.sign_type)
            .field("bits", &self.bits())
            .finish_non_exhaustive()
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
