//! Records as JSON: one writer, one reader and one redacting `Debug`, all of them over
//! [`Record`](crate::record::Record) and none generic over the request. `serde_json` does the
//! syntax of what is read and quotes the texts of what is written, which goes straight into one text.
//!
//! On the path: *declaration → schema → validation → **JSON** → text to sign → request → answer →
//! verified span → **response***.
//!
//! # Writing
//!
//! Fields stand in the order of the declaration. What is absent (`None`, an empty list) is left out;
//! `null` is never written, and a file of a request is left out too. Texts, words, amounts and times are JSON strings, an amount with the
//! digits it was given; integers are JSON numbers. An empty nested record is `{}`.
//!
//! # Reading
//!
//! The platform is loose, so the reader is lenient about form:
//!
//! - Numbers and truth values may come as text and the reverse.
//! - `null` is absent, and so is `""` for an optional field that holds no text.
//! - Where a list is expected, a single value or object is a list of one, and `{"item": […]}` is the
//!   list inside: an object with one member, which for a list of records is none of the item's
//!   fields. `{}` is an empty list. A `null` in a list is passed over.
//! - Where an object is expected, a text that holds one as JSON is read.
//! - Unknown fields are ignored, also when they come twice; unknown words are kept.
//!
//! and exact about content: numbers keep their digits as written, a field that comes twice is an
//! error (which one would count?), and so is a required field that is missing. **All** wrong fields
//! are reported at once, each with its path and what was expected, never with what was found.
//!
//! Time is linear in the length of the text: a byte is looked at a fixed number of times, whatever
//! it holds. Nesting beyond 32 levels is an error where it is read, and skipped without recursion
//! where it is ignored.

mod debug;
mod field_reader;
mod object_reader;
mod read;
mod read_error;
mod seen;
mod serialize;
mod source;
mod texts;
mod write;

pub use debug::{debug, debug_value};
pub use read::{deserialize, from_str, read};
pub use read_error::{Problem, ReadError, Reason};
pub use serialize::serialize;
pub(crate) use texts::read_texts;
pub use write::{TooDeep, to_string, write_into};
pub(crate) use write::{to_string_without, value_to_string};

#[cfg(test)]
mod tests;
