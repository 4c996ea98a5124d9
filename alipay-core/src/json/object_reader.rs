//! Reading the members of an object into the fields of a record.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};

use super::field_reader::{FieldReader, Place};
use super::read_error::{Notes, Reason};
use super::seen::Seen;
use super::source::Source;
use crate::record::Record;
use crate::schema::{Schema, Shape};
use crate::trail::Trail;

/// Reads one object.
pub(super) struct ObjectReader<'a, 'n, S> {
    record: &'a mut dyn Record,
    trail: &'a Trail<'a>,
    notes: &'n mut Notes,
    seen: Seen,
    source: PhantomData<S>,
}

impl<'a, 'n, S: Source> ObjectReader<'a, 'n, S> {
    pub(super) fn new(record: &'a mut dyn Record, trail: &'a Trail<'a>, notes: &'n mut Notes) -> Self {
        Self { record, trail, notes, seen: Seen::default(), source: PhantomData }
    }

    /// Reads all members; of the first, the key may have been read already.
    pub(super) fn read<'de, A: MapAccess<'de>>(mut self, first: Option<Key>, mut map: A) -> Result<(), A::Error> {
        let schema = self.record.schema();
        let mut next = match first {
            Some(key) => Some(key),
            None => map.next_key_seed(KeySeed { schema: Some(schema) })?,
        };
        while let Some(key) = next {
            self.member(schema, key, &mut map)?;
            next = map.next_key_seed(KeySeed { schema: Some(schema) })?;
        }
        note_missing(schema, &mut self.seen, self.trail, self.notes);
        Ok(())
    }

    fn member<'de, A: MapAccess<'de>>(
        &mut self,
        schema: &'static Schema,
        key: Key,
        map: &mut A,
    ) -> Result<(), A::Error> {
        let known = match key {
            Key::Known(index) => schema.fields.get(index).map(|field| (index, field)),
            Key::Unknown | Key::Number => None,
        };
        let Some((index, field)) = known else {
            return map.next_value::<IgnoredAny>().map(|_| ());
        };
        let trail = Trail::Field(self.trail, field.wire);
        if !self.seen.insert(index) {
            self.notes.add(&trail, Reason::Repeated);
            return map.next_value::<IgnoredAny>().map(|_| ());
        }
        let place = Place::Field(&mut *self.record, index, field);
        let notes = &mut *self.notes;
        map.next_value_seed(FieldReader::<S> { place, shape: field.shape, trail, notes, source: PhantomData })?;
        Ok(())
    }
}

/// Notes the required fields that were not met.
pub(super) fn note_missing(schema: &Schema, seen: &mut Seen, trail: &Trail<'_>, notes: &mut Notes) {
    for (index, field) in schema.fields.iter().enumerate() {
        if field.required && !matches!(field.shape, Shape::List(_)) && seen.insert(index) {
            notes.add(&Trail::Field(trail, field.wire), Reason::Missing);
        }
    }
}

/// A member's key.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Key {
    /// The field at this position of the schema.
    Known(usize),
    /// No field of the schema.
    Unknown,
    /// The key that `serde_json` gives a number under its feature `arbitrary_precision`.
    Number,
}

/// Looks a key up without keeping it.
pub(super) struct KeySeed {
    pub(super) schema: Option<&'static Schema>,
}

impl<'de> DeserializeSeed<'de> for KeySeed {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for KeySeed {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the name of a field")
    }

    fn visit_str<E>(self, name: &str) -> Result<Key, E> {
        Ok(match self.schema.and_then(|schema| schema.index_of_wire(name)) {
            Some(index) => Key::Known(index),
            None if name == "$serde_json::private::Number" => Key::Number,
            None => Key::Unknown,
        })
    }
}
