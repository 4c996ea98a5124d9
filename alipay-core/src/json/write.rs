//! Writing a record as the text of `biz_content`.

use std::error::Error;
use std::fmt;
use std::io::Write as _;

use crate::record::{List, Record, Value};
use crate::trail::MAX_DEPTH;

/// The record as JSON text, as it stands in `biz_content`.
///
/// # Errors
/// [`TooDeep`], which no validated record is; nothing else can fail.
pub fn to_string(record: &dyn Record) -> Result<String, TooDeep> {
    to_string_without(&[], record)
}

/// The same without the fields that have these names on the wire: they are sent beside `biz_content`.
pub(crate) fn to_string_without(fields: &[&str], record: &dyn Record) -> Result<String, TooDeep> {
    // Room for most requests; a longer one grows.
    let room = record.schema().fields.len() * 64;
    let mut writer = Writer { json: Vec::with_capacity(room.min(1024)) };
    writer.object(record, 0, fields)?;
    Ok(writer.into_text())
}

/// One value as it stands in JSON.
pub(crate) fn value_to_string(value: Value<'_>) -> Result<String, TooDeep> {
    let mut writer = Writer { json: Vec::new() };
    writer.value(&value, 0)?;
    Ok(writer.into_text())
}

/// Appends the record as JSON text, in UTF-8. After an error the buffer is as it was.
///
/// # Errors
/// [`TooDeep`], which no validated record is; nothing else can fail.
pub fn write_into(record: &dyn Record, buffer: &mut Vec<u8>) -> Result<(), TooDeep> {
    buffer.extend_from_slice(to_string(record)?.as_bytes());
    Ok(())
}

/// More than 32 records and lists stand inside one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooDeep;

impl fmt::Display for TooDeep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "more than {MAX_DEPTH} records and lists stand inside one another")
    }
}

impl Error for TooDeep {}

/// Whether a field of a record is written: it is present. A file of the request itself (around which nothing is)
/// travels beside the JSON.
pub(super) fn is_written(value: &Value<'_>, depth: usize) -> bool {
    value.is_present() && !(depth == 0 && matches!(value, Value::File(_)))
}

struct Writer {
    json: Vec<u8>,
}

impl Writer {
    fn into_text(self) -> String {
        // Only whole texts were appended.
        String::from_utf8(self.json).unwrap_or_default()
    }

    /// `depth` is how many records and lists are around it.
    fn object(&mut self, record: &dyn Record, depth: usize, without: &[&str]) -> Result<(), TooDeep> {
        let inside = deeper(depth)?;
        let mut before = b'{';
        for (index, field) in record.schema().fields.iter().enumerate() {
            // Stays where it is: moved through an iterator's adapters it takes longer than all else here.
            let value = record.get(index);
            if is_written(&value, depth) && !without.contains(&field.wire) {
                self.json.push(before);
                self.json.extend_from_slice(field.key.as_bytes());
                self.value(&value, inside)?;
                before = b',';
            }
        }
        if before == b'{' {
            self.json.push(b'{');
        }
        self.json.push(b'}');
        Ok(())
    }

    fn list(&mut self, list: &dyn List, depth: usize) -> Result<(), TooDeep> {
        let inside = deeper(depth)?;
        let mut before = b'[';
        for index in 0..list.len() {
            let value = list.get(index);
            if !matches!(value, Value::Absent) {
                self.json.push(before);
                self.value(&value, inside)?;
                before = b',';
            }
        }
        if before == b'[' {
            self.json.push(b'[');
        }
        self.json.push(b']');
        Ok(())
    }

    fn value(&mut self, value: &Value<'_>, depth: usize) -> Result<(), TooDeep> {
        match *value {
            // Left out by whoever holds it; only here for the compiler.
            Value::Absent => self.json.extend_from_slice(b"null"),
            Value::Text(text) | Value::Enum { text, .. } => self.text(text),
            Value::Integer(whole) => self.display(whole),
            Value::Amount(amount) => self.quoted(amount),
            Value::DateTime(time) => self.quoted(time),
            Value::Bool(truth) => self.json.extend_from_slice(if truth { b"true" } else { b"false" }),
            // Refused by validation: a file within a record or a list.
            Value::File(_) => return Err(TooDeep),
            Value::Record(record) => self.object(record, depth, &[])?,
            Value::List(list) => self.list(list, depth)?,
        }
        Ok(())
    }

    fn text(&mut self, text: &str) {
        if is_plain(text) {
            self.json.push(b'"');
            self.json.extend_from_slice(text.as_bytes());
            self.json.push(b'"');
        } else {
            // Cannot fail: a `Vec` takes everything.
            let _ = serde_json::to_writer(&mut self.json, text);
        }
    }

    fn quoted(&mut self, value: impl fmt::Display) {
        self.json.push(b'"');
        self.display(value);
        self.json.push(b'"');
    }

    /// Of a value whose text has nothing that JSON escapes.
    fn display(&mut self, value: impl fmt::Display) {
        // Cannot fail: a `Vec` takes everything.
        let _ = write!(self.json, "{value}");
    }
}

/// Whether JSON escapes nothing in it, as in most texts. Never stops before the end: of that the compiler makes
/// comparisons of many bytes at once.
fn is_plain(text: &str) -> bool {
    let escaped = |byte| u8::from(matches!(byte, 0..b' ' | b'"' | b'\\'));
    text.bytes().fold(0, |found, byte| found | escaped(byte)) == 0
}

fn deeper(depth: usize) -> Result<usize, TooDeep> {
    if depth < MAX_DEPTH { Ok(depth + 1) } else { Err(TooDeep) }
}
