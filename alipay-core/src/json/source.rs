//! Where scalars come from: from JSON text with every digit, or from any deserializer.

use serde::de::{Deserialize, Deserializer};
use serde_json::value::RawValue;

use super::field_reader::{FieldReader, Form};
use super::read_error::Reason;
use crate::record::Token;
use crate::schema::Shape;

/// How a value gets from a deserializer to the reader of its field.
pub(super) trait Source: Sized {
    fn feed<'de, D: Deserializer<'de>>(deserializer: D, reader: FieldReader<'_, '_, Self>) -> Result<Form, D::Error>;
}

/// From JSON text, only ever with `serde_json`'s own deserializer over a `&str`.
///
/// A scalar is first taken as the raw text it stands in, so that numbers keep their digits.
pub(super) struct Exact;

impl Source for Exact {
    fn feed<'de, D: Deserializer<'de>>(deserializer: D, reader: FieldReader<'_, '_, Self>) -> Result<Form, D::Error> {
        if let Shape::Record(_) = reader.shape.innermost() {
            return deserializer.deserialize_any(reader);
        }
        let raw = <&RawValue>::deserialize(deserializer)?.get();
        if raw.starts_with(|first: char| first == '-' || first.is_ascii_digit()) {
            reader.scalar(Token::Number(raw));
            return Ok(Form::Other);
        }
        let FieldReader { place, shape, trail, notes, source } = reader;
        let reader = FieldReader { place, shape, trail, notes: &mut *notes, source };
        let form = serde_json::Deserializer::from_str(raw).deserialize_any(reader);
        Ok(form.unwrap_or_else(|_| {
            // What was skipped as well-formed can still be no text: half of a surrogate pair.
            notes.add(&trail, Reason::Expected("text in well-formed Unicode"));
            Form::Other
        }))
    }
}

/// From any deserializer, as it comes.
pub(super) struct Loose;

impl Source for Loose {
    fn feed<'de, D: Deserializer<'de>>(deserializer: D, reader: FieldReader<'_, '_, Self>) -> Result<Form, D::Error> {
        deserializer.deserialize_any(reader)
    }
}
