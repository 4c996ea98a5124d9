//! How the code that is not generic reaches into a declared struct.
//!
//! The derive gives each struct a [`Record`]: its [`Schema`] and access to field *i*. Validation
//! and the JSON writer read through [`Value`], the JSON reader writes through [`Slot`]; both know a
//! dozen kinds of value and no struct.

use std::any::Any;

use crate::amount::Amount;
pub use crate::rule_types::kind;
use crate::schema::{Schema, Shape};
use crate::time::DateTime;
use crate::upload::Upload;

/// A declared struct, seen through its schema. Comes with [`Declared`], never written by hand.
pub trait Record: Any + Send + Sync {
    /// The declaration.
    fn schema(&self) -> &'static Schema;

    /// The value of field `index`, a position in the schema's fields.
    fn get(&self, index: usize) -> Value<'_>;

    /// Where the reader puts the value of field `index`; `None` for what takes none.
    fn slot(&mut self, index: usize) -> Option<Slot<'_>>;
}

/// A [`Record`] as a type: what can be known without a value at hand. Derived, never written by hand.
///
/// This is all that the derive writes of a struct. [`Record`] and [`FieldValue`] follow from it.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not a declared object",
    label = "not declared",
    note = "declare it with `#[derive(Record)]`"
)]
pub trait Declared: Any + Clone + Send + Sync {
    /// The declaration, the same that [`Record::schema`] gives.
    fn declaration() -> &'static Schema;

    /// All that the reader has not met yet. Never handed to a user.
    #[doc(hidden)]
    fn unread() -> Self;

    /// Field `index`. Beyond the last stands the last: an answer for what nobody asks would be a seventh of what
    /// the function costs to compile.
    #[doc(hidden)]
    fn field(&self, index: usize) -> &dyn Place;

    /// The same, for writing.
    #[doc(hidden)]
    fn field_mut(&mut self, index: usize) -> &mut dyn Place;
}

impl<T: Declared> Record for T {
    #[inline]
    fn schema(&self) -> &'static Schema {
        T::declaration()
    }

    #[inline]
    fn get(&self, index: usize) -> Value<'_> {
        self.field(index).value()
    }

    #[inline]
    fn slot(&mut self, index: usize) -> Option<Slot<'_>> {
        Some(self.field_mut(index).slot())
    }
}

#[diagnostic::do_not_recommend]
impl<T: Declared> FieldValue for T {
    type Kind = kind::ObjectKind<Self>;
    const SHAPE: Shape = Shape::Record(T::declaration);

    #[inline]
    fn blank() -> Self {
        T::unread()
    }

    #[inline]
    fn value(&self) -> Value<'_> {
        Value::Record(self)
    }

    #[inline]
    fn slot(&mut self) -> Slot<'_> {
        Slot::Record(self)
    }
}

/// A field of any type. Every [`FieldValue`] is one; this is how generated code hands one out.
#[doc(hidden)]
pub trait Place: Any {
    fn shape(&self) -> Shape;
    fn value(&self) -> Value<'_>;
    fn slot(&mut self) -> Slot<'_>;
    /// Becomes what the other is, which is the same field of another record.
    fn copy(&mut self, other: &dyn Any);
}

impl<T: FieldValue> Place for T {
    fn shape(&self) -> Shape {
        T::SHAPE
    }

    fn value(&self) -> Value<'_> {
        FieldValue::value(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        FieldValue::slot(self)
    }

    fn copy(&mut self, other: &dyn Any) {
        if let Some(other) = other.downcast_ref::<T>() {
            self.clone_from(other);
        }
    }
}

/// What a field may hold.
///
/// Implemented for text, integers, [`Amount`], [`DateTime`], `bool`, wire enums, records, identifiers such
/// as [`TradeNo`](crate::TradeNo), and [`Option`] and [`Vec`] of these; and for an [`Upload`], which stands
/// in a request only. Implement it for a newtype of your own by delegating to the type inside. There is none for `f32` and `f64`: a binary float cannot hold 0.1 yuan.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of an Alipay method",
    label = "not a type that Alipay's JSON knows",
    note = "use `String`, an integer, `Amount`, `DateTime`, `bool`, a `WireEnum`, a `Record`, or `Option`/`Vec` of one",
    note = "floats are left out on purpose: money goes into `Amount`, which keeps every digit"
)]
pub trait FieldValue: Clone + 'static {
    /// The [`SHAPE`](FieldValue::SHAPE) as a type, by which rustc knows the rules that fit a field.
    type Kind;

    /// The kind of value, [`Option`] taken away.
    const SHAPE: Shape;

    /// What the field holds before the reader has met it. Never handed to a user.
    fn blank() -> Self;

    /// The value for reading.
    fn value(&self) -> Value<'_>;

    /// The place for writing. Asking for it makes an [`Option`] present.
    fn slot(&mut self) -> Slot<'_>;

    // How generated code hands out a field that holds such a value: named through the value's type and
    // not through the field's, so that a wrong `Option<f32>` is reported as the `f32` that it is.

    #[doc(hidden)]
    fn plain(field: &Self) -> &dyn Place {
        field
    }

    #[doc(hidden)]
    fn plain_mut(field: &mut Self) -> &mut dyn Place {
        field
    }

    #[doc(hidden)]
    fn option(field: &Option<Self>) -> &dyn Place {
        field
    }

    #[doc(hidden)]
    fn option_mut(field: &mut Option<Self>) -> &mut dyn Place {
        field
    }

    #[doc(hidden)]
    fn list(field: &Vec<Self>) -> &dyn Place {
        field
    }

    #[doc(hidden)]
    fn list_mut(field: &mut Vec<Self>) -> &mut dyn Place {
        field
    }

    #[doc(hidden)]
    fn option_list(field: &Option<Vec<Self>>) -> &dyn Place {
        field
    }

    #[doc(hidden)]
    fn option_list_mut(field: &mut Option<Vec<Self>>) -> &mut dyn Place {
        field
    }
}

/// The value of one field.
#[derive(Clone, Copy)]
pub enum Value<'a> {
    /// `None`.
    Absent,
    /// Text.
    Text(&'a str),
    /// A whole number.
    Integer(i128),
    /// An exact decimal.
    Amount(Amount),
    /// A date and time.
    DateTime(DateTime),
    /// `true` or `false`.
    Bool(bool),
    /// A word of a wire enum.
    Enum {
        /// As it stands on the wire.
        text: &'a str,
        /// Whether the declaration lists it.
        known: bool,
    },
    /// A file.
    File(&'a Upload),
    /// An object.
    Record(&'a dyn Record),
    /// A list.
    List(&'a dyn List),
}

impl PartialEq for Value<'_> {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Value::Absent, Value::Absent) => true,
            (Value::Integer(a), Value::Integer(b)) => a == b,
            (Value::Amount(a), Value::Amount(b)) => a == b,
            (Value::DateTime(a), Value::DateTime(b)) => a == b,
            (Value::Bool(a), Value::Bool(b)) => a == b,
            (Value::File(a), Value::File(b)) => a == b,
            (Value::Text(a), Value::Text(b)) => a == b,
            (Value::Enum { text: a, known: one }, Value::Enum { text: b, known: other }) => a == b && one == other,
            (Value::Record(a), Value::Record(b)) => equal(*a, *b),
            (Value::List(a), Value::List(b)) => {
                a.len() == b.len() && (0..a.len()).all(|index| a.get(index) == b.get(index))
            }
            _ => false,
        }
    }
}

/// Whether two records of one declaration hold the same values.
fn equal(one: &dyn Record, other: &dyn Record) -> bool {
    let fields = one.schema().fields.len();
    std::ptr::eq(one.schema(), other.schema()) && (0..fields).all(|index| one.get(index) == other.get(index))
}

impl Value<'_> {
    /// Present: not `None`, and for a list, not empty.
    pub fn is_present(&self) -> bool {
        match self {
            Value::Absent => false,
            Value::List(list) => !list.is_empty(),
            _ => true,
        }
    }
}

/// A list of values of one kind, for reading.
pub trait List {
    /// Number of items.
    fn len(&self) -> usize;

    /// Whether there is no item.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Item `index`; [`Value::Absent`] beyond the last.
    fn get(&self, index: usize) -> Value<'_>;
}

/// The place of one field, for the reader.
pub enum Slot<'a> {
    /// Text, number, truth value or enum.
    Scalar(&'a mut dyn Scalar),
    /// An object whose fields are read in turn.
    Record(&'a mut dyn Record),
    /// A list to append to.
    List(&'a mut dyn ListSlot),
}

/// A value that one JSON token holds.
pub trait Scalar {
    /// Takes the token, or says what it would have taken.
    ///
    /// # Errors
    /// [`Mismatch`] when the token cannot be such a value.
    fn read(&mut self, token: Token<'_>) -> Result<(), Mismatch>;
}

/// One JSON scalar. Numbers keep their digits as they were written.
#[derive(Clone, Copy)]
pub enum Token<'a> {
    /// A string, unescaped.
    Text(&'a str),
    /// A number, as written.
    Number(&'a str),
    /// `true` or `false`.
    Bool(bool),
}

/// The token is not such a value. Says what was expected, never what was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mismatch {
    /// For example "an amount such as 12.34".
    pub expected: &'static str,
}

/// A list that the reader fills.
pub trait ListSlot {
    /// Appends a blank item and gives its place; `None` for a list that is full.
    fn push(&mut self) -> Option<Slot<'_>>;
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sample::{Order, TransType, Voucher};

    #[test]
    fn records_are_equal_only_in_all_that_they_hold() {
        let voucher = || Voucher {
            kind: Some(TransType::Deposit),
            amount: Some(Amount::fen(100)),
            start: "2026-11-23 08:00:00".parse().ok(),
            quantity: Some(1),
            all_city: Some(true),
            note: Some("a".to_owned()),
            ..Voucher::blank()
        };
        let order = || Order { voucher: Some(voucher()), shop_ids: vec!["S1".to_owned()], ..Order::blank() };
        assert!(order() == order());
        // Amounts are compared by value, as they are everywhere.
        let other_digits = Voucher { amount: "1".parse().ok(), ..voucher() };
        assert!(Order { voucher: Some(other_digits), ..order() } == order());
        for other in [
            Voucher { kind: Some(TransType::Freeze), ..voucher() },
            Voucher { kind: Some(TransType::from("deposit")), ..voucher() },
            Voucher { kind: None, ..voucher() },
            Voucher { amount: Some(Amount::fen(101)), ..voucher() },
            Voucher { start: "2026-11-23 08:00:01".parse().ok(), ..voucher() },
            Voucher { quantity: Some(2), ..voucher() },
            Voucher { all_city: Some(false), ..voucher() },
            Voucher { note: Some("b".to_owned()), ..voucher() },
            Voucher { note: None, password: Some("a".to_owned()), ..voucher() },
        ] {
            assert!(other != voucher(), "{other:?}");
            assert!(Order { voucher: Some(other), ..order() } != order());
        }
        for shop_ids in [&[][..], &["S2"], &["S1", "S1"], &["S1", "S2"]] {
            let shop_ids: Vec<_> = shop_ids.iter().map(|&id| id.to_owned()).collect();
            assert!(Order { shop_ids, ..order() } != order());
        }
        assert!(Value::Record(&order()) != Value::Record(&voucher()));
    }
}
