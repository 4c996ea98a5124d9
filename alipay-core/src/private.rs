//! Everything that generated code names. No part of the public interface.

pub use core::clone::Clone;
pub use core::cmp::{Eq, PartialEq};
pub use core::fmt::{self, Debug, Display, Formatter};

pub use alipay_macros::{AlipayMessage, AlipayRequest};
pub use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::error::Word;
pub use crate::json::{debug, debug_value, deserialize, serialize};
pub use crate::message::MessageContent;
pub use crate::record::{Declared, FieldValue, Place, Record, Slot, Value};
pub use crate::rule_types::*;
pub use crate::schema::table::Table;
pub use crate::schema::{EnumSchema, Schema, Shape};
pub use crate::validate::{review, validate};
pub use crate::violation::{Violation, Violations};
pub use crate::{
    __code as code_enum, __methods as methods, __record as record, __request as request, __word as word_enum, AnyCode,
    Api, ApiRequest, AppRequest, Call, Callable, Client, ErrorCode, ErrorEntry, ErrorTable, OrderString, Page,
    PageRequest, Retry, Route, WireEnum,
};
pub use std::convert::{From, Infallible, Into};
pub use std::iter::IntoIterator;
pub use std::marker::PhantomData;
pub use std::option::Option::{self, None, Some};
pub use std::result::Result;
pub use std::string::String;
pub use std::vec::Vec;

/// Never: only a reason to give, where somebody calls what a browser carries.
#[diagnostic::on_unimplemented(
    message = "`{R}` has no `call`: the user's browser carries it to Alipay",
    label = "use `.page(&client)`"
)]
pub trait CalledAlthoughAPage<R> {
    /// Not reached.
    fn never(self) -> Infallible;
}

/// Never: only a reason to give, where somebody calls what an app carries.
#[diagnostic::on_unimplemented(
    message = "`{R}` has no `call`: the app on the user's phone carries it to Alipay",
    label = "use `.order_string(&client)`"
)]
pub trait CalledAlthoughForAnApp<R> {
    /// Not reached.
    fn never(self) -> Infallible;
}

/// The facts of a method of which the declaration says nothing more.
#[must_use]
pub const fn api<R: ApiRequest>(response_key: &'static str) -> Api {
    Api {
        method: R::METHOD,
        response_key,
        docs: None,
        retired: None,
        in_progress: false,
        read_only: false,
        idempotent_by: None,
        route: Route::Call,
        encrypts: false,
        parameters: &[],
        request: R::declaration,
        response: R::Response::declaration,
        errors: R::ErrorCode::TABLE,
    }
}

/// What a setter does.
#[inline]
pub fn set<T>(field: &mut Option<T>, value: impl Into<T>) {
    *field = Some(value.into());
}

/// What the setter of a list does.
pub fn set_list<T>(field: &mut Vec<T>, items: impl IntoIterator<Item = impl Into<T>>) {
    *field = items.into_iter().map(Into::into).collect();
}

/// What the setter of a list that may be absent does.
pub fn set_some_list<T>(field: &mut Option<Vec<T>>, items: impl IntoIterator<Item = impl Into<T>>) {
    set_list(field.insert(Vec::new()), items);
}

/// Runs the author's check on the record it was written for; the schema knows no types.
pub fn custom<T: Record>(record: &dyn Record, check: fn(&T) -> Result<(), String>) -> Result<(), String> {
    let record: &dyn std::any::Any = record;
    record.downcast_ref().map_or(Ok(()), check)
}

/// A record with the same values.
pub fn copy<T: Declared>(record: &T) -> T {
    let mut copy = T::unread();
    for index in 0..T::declaration().fields.len() {
        copy.field_mut(index).copy(record.field(index));
    }
    copy
}

/// Whether two records of one type hold the same values.
pub fn equal<T: Record>(one: &T, other: &T) -> bool {
    Value::Record(one) == Value::Record(other)
}

/// Prints an error code, which is the platform's and nobody's secret.
///
/// # Errors
/// Those of the formatter.
pub fn debug_code<E: ErrorCode>(code: &E, f: &mut Formatter<'_>) -> fmt::Result {
    Display::fmt(&Word(code.as_str()), f)
}

/// A word of a wire enum, for reading.
pub fn word<E: WireEnum>(word: &E) -> Value<'_> {
    Value::Enum { text: word.as_str(), known: word.is_known() }
}

/// A wire enum by itself, outside a record.
///
/// # Errors
/// Those of the serializer.
pub fn serialize_word<E: WireEnum, S: Serializer>(word: &E, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(word.as_str())
}

/// The same, read.
///
/// # Errors
/// If it is no text.
pub fn deserialize_word<'de, E: WireEnum, D: Deserializer<'de>>(deserializer: D) -> Result<E, D::Error> {
    struct Visitor<E>(PhantomData<E>);

    impl<E: WireEnum> serde::de::Visitor<'_> for Visitor<E> {
        type Value = E;

        fn expecting(&self, f: &mut Formatter<'_>) -> fmt::Result {
            f.write_str("a word")
        }

        fn visit_str<Error: serde::de::Error>(self, word: &str) -> Result<E, Error> {
            Ok(E::from_wire(word))
        }
    }

    deserializer.deserialize_str(Visitor(PhantomData))
}
