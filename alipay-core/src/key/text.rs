//! From PEM or bare base64 to the bytes of a key.

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
    pub(super) der: Zeroizing<Vec<u8>>,
}

impl<'t> KeyText<'t> {
    /// Reads the first PEM block of the text, or the whole text as base64. White space of any kind
    /// may stand anywhere; line breaks may also have become the two characters `\n`.
    pub(super) fn read(text: &'t str) -> Result<Self, Problem> {
        let (label, body) = match pem_block(text) {
            Some((label, body)) => (Some(label), body),
            // Some editors put an invisible mark in front.
            None => (None, text.trim_start_matches('\u{feff}')),
        };
        if body.contains("ENCRYPTED") {
            return Err(Problem::Form(Form::EncryptedPem));
        }
        let mut base64 = Zeroizing::new(Vec::with_capacity(body.len()));
        for line in body.split("\\n") {
            base64.extend(line.trim_end_matches("\\r").bytes().filter(|byte| !byte.is_ascii_whitespace()));
        }
        if base64.is_empty() {
            return Err(Problem::Empty);
        }
        let mut der = Zeroizing::new(vec![0; base64::decoded_len_estimate(base64.len())]);
        let length = BASE64
            .decode_slice(&base64, &mut der)
            .map_err(|_| if label.is_some() { Problem::Damaged } else { Problem::NotBase64 })?;
        der.truncate(length);
        Ok(Self { label, der })
    }
}

/// The label and the inside of the first `-----BEGIN label-----…-----END`.
fn pem_block(text: &str) -> Option<(&str, &str)> {
    let (_, rest) = text.split_once("-----BEGIN ")?;
    let (label, rest) = rest.split_once("-----")?;
    let (body, _) = rest.split_once("-----END")?;
    Some((label, body))
}
