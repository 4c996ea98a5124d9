//! SM2 keys from their bytes. What is no number below the curve's order, or no point on the curve, is
//! refused.

use sm2::{PublicKey, SecretKey};

use super::error::Problem;
use super::form::Form;

/// The number alone, 32 bytes.
pub(super) fn of_scalar(bytes: &[u8]) -> Result<SecretKey, Problem> {
    SecretKey::from_slice(bytes).map_err(|_| Problem::Broken(Form::RawPrivate))
}

/// SEC1, as such or inside PKCS#8. A public key in it has to belong to the private one.
pub(super) fn of_sec1(der: &[u8], form: Form) -> Result<SecretKey, Problem> {
    SecretKey::from_sec1_der(der).map_err(|_| Problem::Broken(form))
}

/// A point, compressed or not, or its two numbers alone. The other forms of SEC1 name no point for sure.
pub(super) fn of_point(bytes: &[u8], form: Form) -> Result<PublicKey, Problem> {
    let whole;
    let bytes = if bytes.len() == 64 {
        whole = [&[4], bytes].concat();
        &whole
    } else {
        bytes
    };
    match bytes {
        [2..=4, ..] => PublicKey::from_sec1_bytes(bytes).map_err(|_| Problem::Broken(form)),
        _ => Err(Problem::Broken(form)),
    }
}
