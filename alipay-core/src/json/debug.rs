//! `Debug` of a record without the texts: how long they are, not what they say.

use std::fmt;

use crate::record::{List, Record, Value};
use crate::trail::MAX_DEPTH;

/// How many items of a list are shown.
const SHOWN_ITEMS: usize = 3;

/// Prints the present fields by their Rust names. Numbers, times, truth values and the words of the
/// declaration are shown, of a text its length, of a `secret` field nothing.
///
/// # Errors
/// Those of the formatter.
pub fn debug(record: &dyn Record, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    debug_value(Value::Record(record), f)
}

/// The same for any value.
///
/// # Errors
/// Those of the formatter.
pub fn debug_value(value: Value<'_>, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    fmt::Debug::fmt(&Shown { value, depth: 0 }, f)
}

/// A value without what it says; `depth` records and lists are around it.
struct Shown<'a> {
    value: Value<'a>,
    depth: usize,
}

impl fmt::Debug for Shown<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.value {
            Value::Absent => f.write_str("<absent>"),
            Value::Text(text) => write!(f, "<{} characters>", text.chars().count()),
            Value::Integer(whole) => write!(f, "{whole}"),
            Value::Amount(amount) => write!(f, "{amount}"),
            Value::DateTime(time) => write!(f, "{time}"),
            Value::Bool(truth) => write!(f, "{truth}"),
            Value::File(file) => write!(f, "{file:?}"),
            Value::Enum { text, known: true } => f.write_str(text),
            Value::Enum { known: false, .. } => f.write_str("<unknown>"),
            Value::Record(_) | Value::List(_) if self.depth >= MAX_DEPTH => f.write_str("<nested too deep>"),
            Value::Record(record) => self.fields(record, f),
            Value::List(list) => self.items(list, f),
        }
    }
}

impl Shown<'_> {
    fn fields(&self, record: &dyn Record, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let schema = record.schema();
        let mut shown = f.debug_struct(schema.name);
        for (index, field) in schema.fields.iter().enumerate() {
            let value = record.get(index);
            if !value.is_present() {
                continue;
            }
            if field.secret {
                shown.field(field.name, &format_args!("<secret>"));
            } else {
                shown.field(field.name, &Shown { value, depth: self.depth + 1 });
            }
        }
        shown.finish()
    }

    fn items(&self, list: &dyn List, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "<{} items> ", list.len())?;
        let mut shown = f.debug_list();
        for index in 0..list.len().min(SHOWN_ITEMS) {
            shown.entry(&Shown { value: list.get(index), depth: self.depth + 1 });
        }
        if list.len() > SHOWN_ITEMS { shown.finish_non_exhaustive() } else { shown.finish() }
    }
}
