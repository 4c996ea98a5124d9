//! From PEM, bare base64 or hexadecimal digits to the bytes of a key.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};
use zeroize::Zeroizing;

use super::error::Problem;
use super::form::Form;

/// Padding gets lost on the way through settings files that treat `=` as their own.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// A key's bytes, and what its text said it was.
pub(super) struct KeyText<'t> {
    pub(super) label: Option<&'t str>,
    pub(super) bytes: Zeroizing<Vec<u8>>,
    /// The bytes are those of a number or a point, and no DER.
    pub(super) is_raw: bool,
}

impl<'t> KeyText<'t> {
    /// Reads the first PEM block of the text, or the whole text as base64 or hexadecimal digits. White
    /// space of any kind may stand anywhere; line breaks may also have become the two characters `\n`.
    pub(super) fn read(text: &'t str) -> Result<Self, Problem> {
        let (label, body) = match pem_block(text) {
            Some((label, body)) => (Some(label), body),
            // Some editors put an invisible mark in front.
            None => (None, text.trim_start_matches('\u{feff}')),
        };
        // `Proc-Type: 4,ENCRYPTED`. Without the comma it might be the base64 of a key.
        if body.contains(",ENCRYPTED") {
            return Err(Problem::Form(Form::EncryptedPem));
        }
        let mut dense = Zeroizing::new(Vec::with_capacity(body.len()));
        for line in body.split("\\n") {
            dense.extend(line.trim_end_matches("\\r").bytes().filter(|byte| !byte.is_ascii_whitespace()));
        }
        if dense.is_empty() {
            return Err(Problem::Empty);
        }
        if label.is_none()
            && let Some(bytes) = hexadecimal(&dense)
        {
            return Ok(Self { label, bytes, is_raw: true });
        }
        let mut bytes = Zeroizing::new(vec![0; base64::decoded_len_estimate(dense.len())]);
        let length = BASE64
            .decode_slice(&dense, &mut bytes)
            .map_err(|_| if label.is_some() { Problem::Damaged } else { Problem::NotBase64 })?;
        bytes.truncate(length);
        Ok(Self { label, bytes, is_raw: false })
    }
}

/// The label and the inside of the first `-----BEGIN label-----…-----END`.
fn pem_block(text: &str) -> Option<(&str, &str)> {
    let (_, rest) = text.split_once("-----BEGIN ")?;
    let (label, rest) = rest.split_once("-----")?;
    let (body, _) = rest.split_once("-----END")?;
    Some((label, body))
}

/// A number of 256 bits, or a point with such coordinates. No key in DER is as short as these in
/// base64, so that what has their length and only such digits is not taken for base64.
fn hexadecimal(digits: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
    if !matches!(digits.len(), 64 | 66 | 128 | 130) {
        return None;
    }
    let mut bytes = Zeroizing::new(Vec::with_capacity(digits.len() / 2));
    for pair in digits.chunks_exact(2) {
        let &[high, low] = pair else { return None };
        let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        bytes.push(digit(high)? << 4 | digit(low)?);
    }
    Some(bytes)
}
