//! Rules about numbers, also those that are written as text.

use super::compare;
use super::scope::Breach;
use crate::record::Value;
use crate::schema::Bound;
use crate::violation::{Found, Limit, RuleCode};

pub(super) fn range(value: Value<'_>, min: Option<Bound>, max: Option<Bound>, secret: bool) -> Option<Breach> {
    let number = compare::number(value)?;
    let (min, max) = (min.map(Bound::to_decimal), max.map(Bound::to_decimal));
    let is_within = min.is_none_or(|min| number >= min) && max.is_none_or(|max| number <= max);
    (!is_within).then(|| Breach::new(RuleCode::Range, Limit::Range(min, max), found(value, secret)))
}

/// The number that was found, unless it must not be printed or is none.
pub(super) fn found(value: Value<'_>, secret: bool) -> Found {
    match compare::number(value) {
        Some(number) if !secret => Found::Number(number),
        _ => Found::Present,
    }
}

pub(super) fn decimals(value: Value<'_>, most: u32) -> Option<Breach> {
    let Value::Amount(amount) = value else {
        return None;
    };
    let count = |digits: u32| usize::try_from(digits).unwrap_or(usize::MAX);
    let (most, found) = (count(most), count(amount.decimals()));
    (found > most).then(|| Breach::new(RuleCode::Decimals, Limit::Count(most), Found::Count(found)))
}

pub(super) fn digits(value: Value<'_>) -> Option<Breach> {
    let text = text(value)?;
    let is_kept = text.bytes().all(|byte| byte.is_ascii_digit());
    (!is_kept).then(|| Breach::new(RuleCode::Digits, Limit::None, Found::Present))
}

pub(super) fn positive(value: Value<'_>) -> Option<Breach> {
    let text = text(value)?;
    let is_kept = text.bytes().all(|byte| byte.is_ascii_digit()) && text.bytes().any(|byte| byte != b'0');
    (!is_kept).then(|| Breach::new(RuleCode::Positive, Limit::None, Found::Present))
}

/// A text to look at: an empty one is refused as such or declared to be a value.
fn text(value: Value<'_>) -> Option<&str> {
    match value {
        Value::Text(text) | Value::Enum { text, .. } if !text.is_empty() => Some(text),
        _ => None,
    }
}
