//! When two values are equal, and which is greater.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use crate::record::Value;
use crate::schema::Literal;

/// The value as an exact decimal, if it is a number.
pub(super) fn number(value: Value<'_>) -> Option<Decimal> {
    match value {
        // Beyond 96 bits the nearest decimal will do: every bound of a declaration has 64.
        Value::Integer(whole) => Some(Decimal::try_from_i128_with_scale(whole, 0).unwrap_or(if whole < 0 {
            Decimal::MIN
        } else {
            Decimal::MAX
        })),
        Value::Amount(amount) => Some(amount.to_decimal()),
        _ => None,
    }
}

/// How two values are ordered; `None` where they do not compare.
pub(super) fn order(left: Value<'_>, right: Value<'_>) -> Option<Ordering> {
    match (left, right) {
        (Value::DateTime(left), Value::DateTime(right)) => Some(left.cmp(&right)),
        _ => Some(number(left)?.cmp(&number(right)?)),
    }
}

/// Whether two values are equal; `None` where they do not compare.
pub(super) fn same(left: Value<'_>, right: Value<'_>) -> Option<bool> {
    match (left, right) {
        (Value::Text(left) | Value::Enum { text: left, .. }, Value::Text(right) | Value::Enum { text: right, .. }) => {
            Some(left == right)
        }
        (Value::Bool(left), Value::Bool(right)) => Some(left == right),
        _ => order(left, right).map(Ordering::is_eq),
    }
}

/// Whether a value is the literal; `None` where they do not compare.
pub(super) fn equals(value: Value<'_>, literal: &Literal) -> Option<bool> {
    match (value, literal) {
        (Value::Text(text) | Value::Enum { text, .. }, Literal::Text(word)) => Some(text == *word),
        (Value::Bool(truth), Literal::Bool(wanted)) => Some(truth == *wanted),
        (value, Literal::Number(bound)) => Some(number(value)? == bound.to_decimal()),
        _ => None,
    }
}

/// Whether a value is greater than the literal; `None` where they do not compare.
pub(super) fn exceeds(value: Value<'_>, literal: &Literal) -> Option<bool> {
    match literal {
        Literal::Number(bound) => Some(number(value)? > bound.to_decimal()),
        Literal::Text(_) | Literal::Bool(_) => None,
    }
}
