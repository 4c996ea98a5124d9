//! Reading one value into its place: a field of a record, or an item of a list.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};

use super::object_reader::{Key, KeySeed, ObjectReader};
use super::read_error::{Notes, Reason};
use super::source::{Exact, Source};
use crate::record::{ListSlot, Record, Slot, Token};
use crate::schema::{Field, Schema, Shape};
use crate::trail::Trail;

/// Reads one value. Wrong content is noted and reading goes on; only broken syntax ends it.
pub(super) struct FieldReader<'a, 'n, S> {
    pub(super) place: Place<'a>,
    pub(super) shape: Shape,
    pub(super) trail: Trail<'a>,
    pub(super) notes: &'n mut Notes,
    pub(super) source: PhantomData<S>,
}

/// Where the value goes. Opened only when there is one: opening makes an `Option` present.
pub(super) enum Place<'a> {
    /// The outermost record.
    Whole(&'a mut dyn Record),
    /// A field of the record, by its position.
    Field(&'a mut dyn Record, usize, &'static Field),
    /// A new item of the list.
    Item(&'a mut dyn ListSlot),
    /// The list, if the value is an array: what `{"item": …}` may hold.
    Wrapped(&'a mut dyn ListSlot),
}

/// What a value was, for whoever has to tell `{"item": […]}` from an item.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Array,
    Other,
}

/// The outermost record brings its schema along; this only says that it is a record.
const SOME_RECORD: Shape = Shape::Record(|| &Schema { name: "", fields: &[], rules: &[] });

impl<'a, 'n, S: Source> FieldReader<'a, 'n, S> {
    pub(super) fn whole(record: &'a mut dyn Record, notes: &'n mut Notes) -> Self {
        Self { place: Place::Whole(record), shape: SOME_RECORD, trail: Trail::Start, notes, source: PhantomData }
    }

    /// Takes a text, a number or a truth value.
    pub(super) fn scalar(self, token: Token<'_>) {
        let Self { place, shape, trail, notes, .. } = self;
        if matches!(token, Token::Text("")) && place.is_optional() && !matches!(shape, Shape::Text) {
            return;
        }
        match (shape, token) {
            _ if matches!(place, Place::Wrapped(_)) => {}
            (Shape::Record(_), Token::Text(text)) if text.trim_start().starts_with('{') => {
                let reader = FieldReader::<Exact> { place, shape, trail, notes: &mut *notes, source: PhantomData };
                if reader.embedded(text).is_err() {
                    notes.add(&trail, Reason::Expected(expected(shape)));
                }
            }
            (Shape::List(item), _) => {
                let Some(Slot::List(list)) = place.open() else {
                    return notes.add(&trail, Reason::Expected(expected(shape)));
                };
                FieldReader::<S>::item(list, *item, &trail, 0, notes).scalar(token);
            }
            _ => match place.open() {
                Some(Slot::Scalar(scalar)) => {
                    if let Err(mismatch) = scalar.read(token) {
                        notes.add(&trail, Reason::Expected(mismatch.expected));
                    }
                }
                _ => notes.add(&trail, Reason::Expected(expected(shape))),
            },
        }
    }

    fn item(
        list: &'a mut dyn ListSlot,
        shape: Shape,
        outer: &'a Trail<'a>,
        index: usize,
        notes: &'n mut Notes,
    ) -> Self {
        Self { place: Place::Item(list), shape, trail: Trail::Item(outer, index), notes, source: PhantomData }
    }

    /// `null`: as if the field were not there.
    fn absent(self) {
        match self.place {
            Place::Whole(_) => self.notes.add(&self.trail, Reason::Expected(expected(self.shape))),
            Place::Field(..) if !self.place.is_optional() => self.notes.add(&self.trail, Reason::Missing),
            _ => {}
        }
    }

    fn mismatch(self) {
        if !matches!(self.place, Place::Wrapped(_)) {
            self.notes.add(&self.trail, Reason::Expected(expected(self.shape)));
        }
    }

    /// What a number looks like when somebody turned on `arbitrary_precision` in `serde_json`.
    fn number<'de, A: MapAccess<'de>>(self, map: &mut A) -> Result<(), A::Error> {
        match map.next_value()? {
            serde_json::Value::String(digits) => self.scalar(Token::Number(&digits)),
            _ => self.mismatch(),
        }
        Ok(())
    }

    fn object<'de, A: MapAccess<'de>>(self, first: Option<Key>, map: A) -> Result<(), A::Error> {
        let Self { place, shape, trail, notes, .. } = self;
        let record = match place {
            Place::Whole(record) => Some(record),
            place => match place.open() {
                Some(Slot::Record(record)) => Some(record),
                _ => None,
            },
        };
        if let Some(record) = record {
            return ObjectReader::<S>::new(record, &trail, notes).read(first, map);
        }
        notes.add(&trail, Reason::Expected(expected(shape)));
        skip_members(map).map(|_| ())
    }

    /// An object where a list is expected: the list's wrapper, or the only item.
    fn object_for_list<'de, A: MapAccess<'de>>(self, item: Shape, mut map: A) -> Result<(), A::Error> {
        let Self { place, shape, trail, notes, .. } = self;
        let Some(Slot::List(list)) = place.open() else {
            notes.add(&trail, Reason::Expected(expected(shape)));
            return skip_members(map).map(|_| ());
        };
        let (schema, holds_records) = match item {
            Shape::Record(schema) => (Some(schema()), true),
            _ => (None, false),
        };
        let Some(key) = map.next_key_seed(KeySeed { schema })? else {
            return Ok(());
        };
        if key == Key::Number && !holds_records {
            FieldReader::<S>::item(list, item, &trail, 0, notes).number(&mut map)?;
            return skip_members(map).map(|_| ());
        }
        if key == Key::Unknown {
            let place = Place::Wrapped(&mut *list);
            let wrapped = FieldReader::<S> { place, shape, trail, notes: &mut *notes, source: PhantomData };
            let form = map.next_value_seed(wrapped)?;
            if form == Form::Array || !holds_records {
                if skip_members(map)? > 0 || form != Form::Array {
                    notes.add(&trail, Reason::Expected(expected(shape)));
                }
                return Ok(());
            }
        }
        // A key whose value is still to be read; the unknown one's has been passed over.
        let first = (key != Key::Unknown).then_some(key);
        FieldReader::<S>::item(list, item, &trail, 0, notes).object(first, map)
    }
}

impl<'a> Place<'a> {
    fn open(self) -> Option<Slot<'a>> {
        match self {
            Place::Whole(record) => Some(Slot::Record(record)),
            Place::Field(record, index, _) => record.slot(index),
            Place::Item(list) => list.push(),
            Place::Wrapped(list) => Some(Slot::List(list)),
        }
    }

    /// Whether nothing may stand here.
    fn is_optional(&self) -> bool {
        match self {
            Place::Field(_, _, field) => !field.required || matches!(field.shape, Shape::List(_)),
            _ => false,
        }
    }
}

impl FieldReader<'_, '_, Exact> {
    /// Takes a text that is all there is of the value: a list or an object is JSON within it.
    pub(super) fn whole_text(self, text: &str) {
        if !matches!(self.shape, Shape::List(_)) || !text.trim_start().starts_with(['[', '{']) {
            return self.scalar(Token::Text(text));
        }
        let Self { place, shape, trail, notes, source } = self;
        let reader = FieldReader::<Exact> { place, shape, trail, notes: &mut *notes, source };
        if reader.embedded(text).is_err() {
            notes.add(&trail, Reason::Expected(expected(shape)));
        }
    }

    /// The object or the list that stands as JSON in a text.
    fn embedded(self, text: &str) -> serde_json::Result<()> {
        let mut deserializer = serde_json::Deserializer::from_str(text);
        self.deserialize(&mut deserializer)?;
        deserializer.end()
    }
}

impl<'de, S: Source> DeserializeSeed<'de> for FieldReader<'_, '_, S> {
    type Value = Form;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Form, D::Error> {
        S::feed(deserializer, self)
    }
}

impl<'de, S: Source> Visitor<'de> for FieldReader<'_, '_, S> {
    type Value = Form;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(expected(self.shape))
    }

    fn visit_str<E>(self, text: &str) -> Result<Form, E> {
        self.scalar(Token::Text(text));
        Ok(Form::Other)
    }

    fn visit_bool<E>(self, truth: bool) -> Result<Form, E> {
        self.scalar(Token::Bool(truth));
        Ok(Form::Other)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Form, E> {
        self.scalar(Token::Number(&number.to_string()));
        Ok(Form::Other)
    }

    fn visit_u64<E>(self, number: u64) -> Result<Form, E> {
        self.scalar(Token::Number(&number.to_string()));
        Ok(Form::Other)
    }

    fn visit_i128<E>(self, number: i128) -> Result<Form, E> {
        self.scalar(Token::Number(&number.to_string()));
        Ok(Form::Other)
    }

    fn visit_u128<E>(self, number: u128) -> Result<Form, E> {
        self.scalar(Token::Number(&number.to_string()));
        Ok(Form::Other)
    }

    fn visit_f64<E>(self, number: f64) -> Result<Form, E> {
        match (self.shape.innermost(), digits_of(number)) {
            (Shape::Amount | Shape::Integer, Some(digits)) => self.scalar(Token::Number(&digits)),
            (Shape::Amount | Shape::Integer, None) => {
                self.notes.add(&self.trail, Reason::Expected("text, or a number of at most 15 digits"));
            }
            _ => self.mismatch(),
        }
        Ok(Form::Other)
    }

    fn visit_unit<E>(self) -> Result<Form, E> {
        self.absent();
        Ok(Form::Other)
    }

    fn visit_none<E>(self) -> Result<Form, E> {
        self.absent();
        Ok(Form::Other)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Form, D::Error> {
        S::feed(deserializer, self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Form, D::Error> {
        S::feed(deserializer, self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Form, A::Error> {
        let Self { place, shape, trail, notes, .. } = self;
        let reason = match (shape, place) {
            (Shape::List(_), _) if trail.is_too_deep() => Reason::TooDeep,
            (Shape::List(item), place) => {
                if let Some(Slot::List(list)) = place.open() {
                    for index in 0.. {
                        let reader = FieldReader::<S>::item(&mut *list, *item, &trail, index, &mut *notes);
                        if items.next_element_seed(reader)?.is_none() {
                            break;
                        }
                    }
                    return Ok(Form::Array);
                }
                Reason::Expected(expected(shape))
            }
            _ => Reason::Expected(expected(shape)),
        };
        notes.add(&trail, reason);
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Form::Array)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Form, A::Error> {
        match self.shape {
            _ if matches!(self.place, Place::Wrapped(_)) => {
                skip_members(map)?;
            }
            Shape::Record(_) | Shape::List(_) if self.trail.is_too_deep() => {
                self.notes.add(&self.trail, Reason::TooDeep);
                skip_members(map)?;
            }
            Shape::Record(_) => self.object(None, map)?,
            Shape::List(item) => self.object_for_list(*item, map)?,
            _ => {
                match map.next_key_seed(KeySeed { schema: None })? {
                    Some(Key::Number) => self.number(&mut map)?,
                    Some(_) => {
                        self.mismatch();
                        map.next_value::<IgnoredAny>()?;
                    }
                    None => self.mismatch(),
                }
                skip_members(map)?;
            }
        }
        Ok(Form::Other)
    }
}

/// What would have been right.
fn expected(shape: Shape) -> &'static str {
    match shape {
        Shape::Text => "a text",
        Shape::Integer => "a whole number",
        Shape::Amount => "an amount such as 12.34",
        Shape::DateTime => "a date and time such as 2026-11-23 08:00:00",
        Shape::Bool => "true or false",
        Shape::Enum(_) => "a word",
        Shape::File => "nothing: a file is sent and never read",
        Shape::Record(_) => "an object",
        Shape::List(_) => "a list",
    }
}

/// The digits of a binary float, if they are few enough for it to have held them all.
fn digits_of(number: f64) -> Option<String> {
    let text = number.to_string();
    let digits = text.trim_start_matches(['-', '0', '.']).bytes().filter(|&byte| byte != b'.');
    (number.is_finite() && digits.count() <= 15).then_some(text)
}

/// Passes over the rest of an object and counts its members.
fn skip_members<'de, A: MapAccess<'de>>(mut map: A) -> Result<usize, A::Error> {
    let mut members = 0;
    while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {
        members += 1;
    }
    Ok(members)
}
