//! What makes a number an RSA key that is taken.

use pkcs1::{RsaPrivateKey, RsaPublicKey, UintRef};
use pkcs8::der::{Decode, Encode};

use super::error::Problem;
use super::form::Form;
use crate::sign::SignType;

/// Shorter RSA keys can be broken. Only applications of the time of SHA-1 still have some.
const MIN_BITS: usize = if cfg!(feature = "rsa-sha1") { 1024 } else { 2048 };
/// With a longer one `ring` verifies nothing.
pub(super) const MAX_BITS: usize = 8192;
/// The greatest exponent that the libraries for RSA take, in bits: a greater one only makes each
/// verification long.
const MAX_EXPONENT_BITS: usize = 33;

/// How short a key may be.
pub(super) const fn min_bits(sign_type: SignType) -> usize {
    match sign_type {
        SignType::Rsa => MIN_BITS,
        SignType::Rsa2 | SignType::Sm2 => 2048,
    }
}

/// A public key in the one form that DER allows, so that equal numbers are equal bytes.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct RsaPublic {
    pub(super) pkcs1: Vec<u8>,
    pub(super) bits: usize,
}

/// The public key inside a private one.
pub(super) fn public_half(pkcs1: &[u8], form: Form, min_bits: usize) -> Result<RsaPublic, Problem> {
    let key = RsaPrivateKey::<UintRef<'_>>::from_der(pkcs1).map_err(|_| Problem::Broken(form))?;
    checked(&key.public_key(), form, min_bits)
}

pub(super) fn public(pkcs1: &[u8], form: Form, min_bits: usize) -> Result<RsaPublic, Problem> {
    let key = RsaPublicKey::<UintRef<'_>>::from_der(pkcs1).map_err(|_| Problem::Broken(form))?;
    checked(&key, form, min_bits)
}

/// Refuses numbers with which anybody could sign, such as the exponent 1.
fn checked(key: &RsaPublicKey<UintRef<'_>>, form: Form, min_bits: usize) -> Result<RsaPublic, Problem> {
    let (modulus, exponent) = (key.modulus.as_bytes(), key.public_exponent.as_bytes());
    let bits = bits_of(modulus);
    if bits < min_bits {
        return Err(Problem::Short { bits, min_bits });
    }
    if bits > MAX_BITS {
        return Err(Problem::Long(bits));
    }
    if !is_odd(modulus) {
        return Err(Problem::Modulus);
    }
    // An odd number of two bits or more is at least 3.
    if !is_odd(exponent) || !(2..=MAX_EXPONENT_BITS).contains(&bits_of(exponent)) {
        return Err(Problem::Exponent);
    }
    Ok(RsaPublic { pkcs1: key.to_der().map_err(|_| Problem::Broken(form))?, bits })
}

fn is_odd(number: &[u8]) -> bool {
    number.last().is_some_and(|byte| byte & 1 == 1)
}

/// Of a number without leading zero bytes.
fn bits_of(number: &[u8]) -> usize {
    let unused = number.first().map_or(0, |byte| byte.leading_zeros() as usize);
    (number.len() * 8).saturating_sub(unused)
}
