//! Reading a form, once, from its raw bytes, in the charset in which it was written.

use percent_encoding::percent_decode;

use super::Refusal;
use crate::charset::Charset;

/// A notification has about thirty.
const MAX_FIELDS: usize = 512;

/// A field, decoded.
pub(super) struct Field {
    /// Letters, digits and a few signs, all ASCII.
    pub(super) name: String,
    /// The value in the form's charset: what is signed.
    pub(super) bytes: Vec<u8>,
    /// The same value.
    pub(super) text: String,
}

/// The fields, sorted by name, each name once. The charset is that which the form itself names, else
/// that of the `Content-Type`, else `otherwise`.
pub(super) fn read(body: &[u8], content_type: Option<&str>, otherwise: Charset) -> Result<Vec<Field>, Refusal> {
    let pairs = pairs(body)?;
    let own = pairs.iter().find(|(name, value)| name == "charset" && !value.is_empty());
    let charset = match (own, content_type.and_then(Charset::named_in)) {
        (Some((_, value)), _) => std::str::from_utf8(value).ok().and_then(Charset::from_name),
        (None, Some(label)) => Charset::from_name(label),
        (None, None) => Some(otherwise),
    };
    let charset = charset.ok_or(Refusal::UnknownCharset)?;
    let decoded = pairs.into_iter().map(|(name, bytes)| {
        let (text, _) = charset.decode(&bytes).ok_or(Refusal::NotInCharset)?;
        let text = text.into_owned();
        Ok(Field { name, bytes, text })
    });
    decoded.collect()
}

/// The value of a field, unless it is empty.
pub(super) fn find<'a>(fields: &'a [Field], name: &str) -> Option<&'a str> {
    fields.iter().find(|field| field.name == name && !field.text.is_empty()).map(|field| field.text.as_str())
}

/// Names and the bytes of their values, sorted by name.
fn pairs(body: &[u8]) -> Result<Vec<(String, Vec<u8>)>, Refusal> {
    let mut pairs = Vec::new();
    for pair in body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()) {
        if pairs.len() == MAX_FIELDS {
            return Err(Refusal::TooLarge);
        }
        let mut halves = pair.splitn(2, |byte| *byte == b'=');
        let mut half = || decoded(halves.next().unwrap_or_default());
        pairs.push((to_name(half()?)?, half()?));
    }
    pairs.sort_unstable();
    let is_repeated = pairs.iter().zip(pairs.iter().skip(1)).any(|((one, _), (next, _))| one == next);
    if is_repeated { Err(Refusal::Duplicate) } else { Ok(pairs) }
}

fn to_name(bytes: Vec<u8>) -> Result<String, Refusal> {
    let is_usual = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.');
    let name = String::from_utf8(bytes).map_err(|_| Refusal::Name)?;
    if !name.is_empty() && name.bytes().all(|byte| is_usual(&byte)) { Ok(name) } else { Err(Refusal::Name) }
}

/// `+` is a space, and `%` begins two hexadecimal digits or is refused.
fn decoded(half: &[u8]) -> Result<Vec<u8>, Refusal> {
    let is_byte =
        |after: &[u8]| matches!(after, [high, low, ..] if high.is_ascii_hexdigit() && low.is_ascii_hexdigit());
    if !half.split(|byte| *byte == b'%').skip(1).all(is_byte) {
        return Err(Refusal::Percent);
    }
    let spaced: Vec<u8> = half.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    Ok(percent_decode(&spaced).collect())
}
