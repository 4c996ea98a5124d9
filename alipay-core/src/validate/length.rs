//! Rules about length: characters, bytes and items.

use std::fmt::{self, Write as _};

use super::scope::Breach;
use crate::record::Value;
use crate::schema::Check;
use crate::violation::{Found, Limit, RuleCode};

pub(super) fn min_len(value: Value<'_>, least: usize) -> Option<Breach> {
    let length = measured(value, characters)?;
    // An empty text is refused as such or declared to be a value.
    (length < least && length > 0).then(|| breach(RuleCode::MinLen, least, length))
}

pub(super) fn max_len(value: Value<'_>, most: usize) -> Option<Breach> {
    // No text has more characters than bytes: mostly there is nothing to count.
    if measured(value, str::len)? <= most {
        return None;
    }
    let length = measured(value, characters)?;
    (length > most).then(|| breach(RuleCode::MaxLen, most, length))
}

/// Of a file, as far as its size is known.
pub(super) fn max_bytes(value: Value<'_>, most: usize) -> Option<Breach> {
    let length = match value {
        Value::File(file) => usize::try_from(file.known_len()?).unwrap_or(usize::MAX),
        _ => measured(value, str::len)?,
    };
    (length > most).then(|| breach(RuleCode::MaxBytes, most, length))
}

/// `max_len` over all texts of a list together.
pub(super) fn total(check: &Check, value: Value<'_>) -> Option<Breach> {
    let (Check::MaxLen(most), Value::List(list)) = (check, value) else {
        return None;
    };
    let sum = |measure| {
        let lengths = (0..list.len()).filter_map(|index| measured(list.get(index), measure));
        lengths.fold(0, usize::saturating_add)
    };
    // As above; and of 300,000 texts, to look at none is to fetch none from memory.
    if sum(str::len) <= *most {
        return None;
    }
    let total = sum(characters);
    (total > *most).then(|| breach(RuleCode::TotalLen, *most, total))
}

pub(super) fn min_items(value: Value<'_>, least: usize) -> Option<Breach> {
    let length = items(value)?;
    (length < least).then(|| breach(RuleCode::MinItems, least, length))
}

pub(super) fn max_items(value: Value<'_>, most: usize) -> Option<Breach> {
    let length = items(value)?;
    (length > most).then(|| breach(RuleCode::MaxItems, most, length))
}

fn breach(code: RuleCode, limit: usize, found: usize) -> Breach {
    Breach::new(code, Limit::Count(limit), Found::Count(found))
}

fn items(value: Value<'_>) -> Option<usize> {
    match value {
        Value::List(list) => Some(list.len()),
        _ => None,
    }
}

fn characters(text: &str) -> usize {
    text.chars().count()
}

/// The length of what is written, for the kinds of value that have one.
fn measured(value: Value<'_>, measure: fn(&str) -> usize) -> Option<usize> {
    match value {
        Value::Text(text) | Value::Enum { text, known: false } => Some(measure(text)),
        Value::Amount(amount) => {
            let mut length = Length(0);
            // Cannot fail: `Length` takes everything.
            let _ = write!(length, "{amount}");
            Some(length.0)
        }
        _ => None,
    }
}

/// Counts what is written; digits, point and minus have a byte each.
struct Length(usize);

impl fmt::Write for Length {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}
