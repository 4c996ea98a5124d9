//! Ways into the reader: JSON text, or a deserializer of somebody else.

use serde::de::{DeserializeSeed, Deserializer, Error as _};

use super::field_reader::FieldReader;
use super::read_error::{Notes, ReadError};
use super::source::{Exact, Loose};
use crate::record::{Declared, Record};
use crate::trail::Trail;

/// Reads a record from JSON text.
///
/// # Errors
/// Everything that is wrong with the text, at once.
pub fn from_str<T: Declared>(json: &str) -> Result<T, ReadError> {
    let mut record = T::unread();
    read(json, &mut record)?;
    Ok(record)
}

/// Reads JSON text into a blank record. After an error the record must not be used.
///
/// # Errors
/// Everything that is wrong with the text, at once.
pub fn read(json: &str, into: &mut dyn Record) -> Result<(), ReadError> {
    let mut notes = Notes::default();
    let mut deserializer = serde_json::Deserializer::from_str(json);
    let reader = FieldReader::<Exact>::whole(into, &mut notes);
    let outcome = reader.deserialize(&mut deserializer).and_then(|_| deserializer.end());
    if let Err(error) = outcome {
        notes.add_syntax(&Trail::Start, &error);
    }
    notes.into_result()
}

/// Reads a record from any self-describing format; `Deserialize` of the declared structs is this.
///
/// A number that has gone through a binary float is taken for an amount only when it has at most 15
/// digits, so that none was lost; [`from_str`] keeps all digits.
///
/// # Errors
/// The deserializer's own, and everything that is wrong with the content, at once.
pub fn deserialize<'de, T: Declared, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let mut record = T::unread();
    deserialize_into(deserializer, &mut record)?;
    Ok(record)
}

fn deserialize_into<'de, D: Deserializer<'de>>(deserializer: D, into: &mut dyn Record) -> Result<(), D::Error> {
    let mut notes = Notes::default();
    FieldReader::<Loose>::whole(into, &mut notes).deserialize(deserializer)?;
    notes.into_result().map_err(D::Error::custom)
}
