//! Writing a record with any serializer of serde: one `Serialize` for all of them.

use serde::ser::{Error as _, Serialize, SerializeMap, SerializeSeq, Serializer};

use super::write::{TooDeep, is_written};
use crate::record::{List, Record, Value};
use crate::trail::MAX_DEPTH;

/// Writes the record with any serializer; `Serialize` of the declared structs is this.
///
/// # Errors
/// The serializer's own, and a record nested too deep.
pub fn serialize<S: Serializer>(record: &dyn Record, serializer: S) -> Result<S::Ok, S::Error> {
    Object { record, depth: 0 }.serialize(serializer)
}

struct Object<'a> {
    record: &'a dyn Record,
    /// How many records and lists are around it.
    depth: usize,
}

impl Serialize for Object<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let inside = deeper(self.depth)?;
        let mut map = serializer.serialize_map(None)?;
        for (index, field) in self.record.schema().fields.iter().enumerate() {
            let value = self.record.get(index);
            if is_written(&value, self.depth) {
                map.serialize_entry(field.wire, &Member { value, depth: inside })?;
            }
        }
        map.end()
    }
}

struct Member<'a> {
    value: Value<'a>,
    depth: usize,
}

impl Serialize for Member<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.value {
            // Left out by whoever holds it; only here for the compiler.
            Value::Absent => serializer.serialize_unit(),
            Value::Text(text) | Value::Enum { text, .. } => serializer.serialize_str(text),
            Value::Integer(whole) => integer(whole, serializer),
            Value::Amount(amount) => serializer.collect_str(&amount),
            Value::DateTime(time) => serializer.collect_str(&time),
            Value::Bool(truth) => serializer.serialize_bool(truth),
            Value::File(_) => Err(S::Error::custom("a file cannot be written as JSON")),
            Value::Record(record) => Object { record, depth: self.depth }.serialize(serializer),
            Value::List(list) => items(list, self.depth, serializer),
        }
    }
}

fn items<S: Serializer>(list: &dyn List, depth: usize, serializer: S) -> Result<S::Ok, S::Error> {
    let inside = deeper(depth)?;
    let mut sequence = serializer.serialize_seq(None)?;
    for value in (0..list.len()).map(|index| list.get(index)) {
        if !matches!(value, Value::Absent) {
            sequence.serialize_element(&Member { value, depth: inside })?;
        }
    }
    sequence.end()
}

/// As one of the 64-bit kinds where it fits: many formats know no longer one.
fn integer<S: Serializer>(whole: i128, serializer: S) -> Result<S::Ok, S::Error> {
    if let Ok(whole) = i64::try_from(whole) {
        serializer.serialize_i64(whole)
    } else if let Ok(whole) = u64::try_from(whole) {
        serializer.serialize_u64(whole)
    } else {
        serializer.serialize_i128(whole)
    }
}

fn deeper<E: serde::ser::Error>(depth: usize) -> Result<usize, E> {
    if depth < MAX_DEPTH { Ok(depth + 1) } else { Err(E::custom(TooDeep)) }
}
