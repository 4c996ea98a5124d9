//! Names of issuers and subjects as text (RFC 2253), letter for letter as Java writes them: the
//! platform's numbers of certificates are digests over this text.

use std::fmt::Write as _;

use pkcs8::ObjectIdentifier;
use pkcs8::der::asn1::AnyRef;
use pkcs8::der::{Decode, Error, Reader, SliceReader, Tag, Tagged};

use super::sn::hex;

/// Writes a DER name: its parts in reverse order, joined by `,`; parts of several by `+`, in the order
/// in which they stand.
pub(super) fn rfc2253(der: &[u8]) -> Result<String, Error> {
    let mut parts = Vec::new();
    let mut outside = SliceReader::new(der)?;
    outside.sequence(|names| {
        while !names.is_finished() {
            let set = AnyRef::decode(names)?;
            set.tag().assert_eq(Tag::Set)?;
            parts.push(part(set.value())?);
        }
        Ok::<_, Error>(())
    })?;
    outside.finish()?;
    parts.reverse();
    Ok(parts.join(","))
}

fn part(set: &[u8]) -> Result<String, Error> {
    let mut attributes = SliceReader::new(set)?;
    let mut text = String::new();
    while !attributes.is_finished() {
        if !text.is_empty() {
            text.push('+');
        }
        attributes.sequence(|attribute| {
            let id = ObjectIdentifier::decode(attribute)?;
            let value = attribute.tlv_bytes()?;
            write_attribute(&mut text, id, value)
        })?;
    }
    Ok(text)
}

fn write_attribute(text: &mut String, id: ObjectIdentifier, der: &[u8]) -> Result<(), Error> {
    let value = AnyRef::from_der(der)?;
    match keyword(id) {
        Some(keyword) => {
            text.push_str(keyword);
            text.push('=');
            if is_text(value.tag()) {
                write_escaped(text, &String::from_utf8_lossy(value.value()));
                return Ok(());
            }
        }
        None => {
            // Writing into a `String` does not fail.
            let _ = write!(text, "{id}=");
        }
    }
    text.push('#');
    text.push_str(&hex(der));
    Ok(())
}

/// The attributes that RFC 2253 has a keyword for, and Java no other.
fn keyword(id: ObjectIdentifier) -> Option<&'static str> {
    Some(match id.as_bytes() {
        [0x55, 4, 3] => "CN",
        [0x55, 4, 6] => "C",
        [0x55, 4, 7] => "L",
        [0x55, 4, 8] => "ST",
        [0x55, 4, 9] => "STREET",
        [0x55, 4, 10] => "O",
        [0x55, 4, 11] => "OU",
        // 0.9.2342.19200300.100.1.25 and .1
        [0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 1, 0x19] => "DC",
        [0x09, 0x92, 0x26, 0x89, 0x93, 0xf2, 0x2c, 0x64, 1, 1] => "UID",
        _ => return None,
    })
}

/// Java takes the bytes of each of these for UTF-8.
fn is_text(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::PrintableString
            | Tag::Utf8String
            | Tag::TeletexString
            | Tag::Ia5String
            | Tag::GeneralString
            | Tag::BmpString
    )
}

/// `\` in front of characters that have a meaning, and of white space at either end.
fn write_escaped(text: &mut String, value: &str) {
    let is_space = |character: char| character == ' ' || character == '\r';
    let without_start = value.trim_start_matches(is_space);
    let inside = without_start.trim_end_matches(is_space);
    let start = value.len() - without_start.len();
    let inside = start..start + inside.len();
    for (position, character) in value.char_indices() {
        match character {
            ',' | '=' | '+' | '<' | '>' | '#' | ';' | '"' | '\\' => {
                text.push('\\');
                text.push(character);
            }
            '\0' => text.push_str("\\00"),
            _ => {
                if !inside.contains(&position) {
                    text.push('\\');
                }
                text.push(character);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `X500Principal.getName()` of Java 17 makes of names of all kinds.
    #[test]
    fn names_are_written_as_java_writes_them() {
        let vectors = include_str!("../../../tests/data/vectors/java-names.json");
        let vectors: serde_json::Value = serde_json::from_str(vectors).unwrap();
        let vectors = vectors.as_array().unwrap();
        assert_eq!(vectors.len(), 23);
        for vector in vectors {
            let der = vector["der"].as_str().unwrap().as_bytes();
            let der: Vec<u8> =
                der.chunks(2).map(|pair| u8::from_str_radix(std::str::from_utf8(pair).unwrap(), 16).unwrap()).collect();
            assert_eq!(rfc2253(&der).unwrap(), vector["rfc2253"].as_str().unwrap());
            for length in 0..der.len() {
                rfc2253(&der[..length]).unwrap_err();
            }
        }
    }
}
