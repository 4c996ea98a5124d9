//! From the bytes of a file to those of the certificates in it.

use base64::Engine;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

use super::error::Problem;

/// Padding gets lost on the way through settings files that treat `=` as their own.
const BASE64: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new().with_decode_padding_mode(DecodePaddingMode::Indifferent),
);

/// The certificates of a file, in its order: PEM with whatever stands between the blocks, or one
/// certificate as bare base64 or as it is (DER).
pub(super) fn certificates(file: &[u8]) -> Result<Vec<Vec<u8>>, Problem> {
    // A sequence whose length takes a byte or more of its own. No text starts like that.
    if matches!(file, [0x30, 0x81..=0x84, ..]) {
        return Ok(vec![file.to_vec()]);
    }
    let text = String::from_utf8_lossy(file);
    let mut rest = text.as_ref();
    let mut found = Vec::new();
    while let Some((_, block)) = rest.split_once("-----BEGIN ") {
        let (label, after_label) = block.split_once("-----").ok_or(Problem::Damaged)?;
        let (body, after) = after_label.split_once("-----END").ok_or(Problem::Damaged)?;
        match label {
            "CERTIFICATE" | "X509 CERTIFICATE" => found.push(decode(body).ok_or(Problem::Damaged)?),
            _ if label.contains("PRIVATE KEY") => return Err(Problem::PrivateKey),
            _ => return Err(Problem::NoCertificate),
        }
        rest = after;
    }
    if found.is_empty() {
        if text.trim_matches(|c: char| c.is_whitespace() || c == '\u{feff}').is_empty() {
            return Err(Problem::Empty);
        }
        // Some editors put an invisible mark in front.
        found.push(decode(text.trim_start_matches('\u{feff}')).ok_or(Problem::NotText)?);
    }
    Ok(found)
}

/// White space of any kind may stand anywhere; line breaks may also have become the characters `\n`.
fn decode(body: &str) -> Option<Vec<u8>> {
    let mut base64 = Vec::with_capacity(body.len());
    for line in body.split("\\n") {
        base64.extend(line.trim_end_matches("\\r").bytes().filter(|byte| !byte.is_ascii_whitespace()));
    }
    BASE64.decode(base64).ok()
}
