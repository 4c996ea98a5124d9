//! Reading a record from texts with names: the fields of a form.

use std::marker::PhantomData;

use super::field_reader::{FieldReader, Place};
use super::object_reader::note_missing;
use super::read_error::{Notes, ReadError, Reason};
use super::seen::Seen;
use super::source::Exact;
use crate::record::Record;
use crate::trail::Trail;

/// Reads texts, by the names that fields have on the wire, into a blank record. An object or a list is
/// JSON within its text. What is empty is absent, and what the record does not know is passed over.
///
/// After an error the record must not be used.
///
/// # Errors
/// Everything that is wrong with the texts, at once.
pub(crate) fn read_texts<'t>(
    texts: &mut dyn Iterator<Item = (&'t str, &'t str)>,
    into: &mut dyn Record,
) -> Result<(), ReadError> {
    let schema = into.schema();
    let (mut seen, mut notes) = (Seen::default(), Notes::default());
    for (name, text) in texts.filter(|(_, text)| !text.is_empty()) {
        let index = schema.index_of_wire(name);
        let Some((index, field)) = index.and_then(|index| Some((index, schema.fields.get(index)?))) else {
            continue;
        };
        let trail = Trail::Field(&Trail::Start, field.wire);
        if !seen.insert(index) {
            notes.add(&trail, Reason::Repeated);
            continue;
        }
        let place = Place::Field(&mut *into, index, field);
        let notes = &mut notes;
        FieldReader::<Exact> { place, shape: field.shape, trail, notes, source: PhantomData }.whole_text(text);
    }
    note_missing(schema, &mut seen, &Trail::Start, &mut notes);
    notes.into_result()
}
