//! Rules about which words, texts and values are legal.

use super::compare::equals;
use super::condition::holds;
use super::scope::{Breach, Scope};
use super::words;
use crate::record::Value;
use crate::schema::{Condition, Field, Literal, Shape};
use crate::violation::{Found, Limit, RuleCode};

/// What holds for each text and each word without a rule: not empty, and on the list.
pub(super) fn text(field: &Field, value: Value<'_>) -> Option<Breach> {
    match value {
        Value::Text("") | Value::Enum { text: "", known: false } if !field.allow_empty => {
            Some(Breach::new(RuleCode::Empty, Limit::None, Found::Count(0)))
        }
        Value::Enum { known: false, text } if !text.is_empty() => unknown(field.shape.innermost()),
        _ => None,
    }
}

fn unknown(shape: Shape) -> Option<Breach> {
    match shape {
        Shape::Enum(declaration) if !declaration.open => {
            let words = declaration.values.iter().map(|&word| word.to_owned()).collect();
            Some(Breach::new(RuleCode::UnknownValue, Limit::Values(words), Found::Present))
        }
        _ => None,
    }
}

/// A file travels beside the JSON, under the name of its field. (The macro says so first, where it can.)
pub(super) fn misplaced_file() -> Breach {
    let words = "a file is sent by a field of the request itself".to_owned();
    Breach::new(RuleCode::Check, Limit::Custom(words), Found::Present)
}

/// The text does not contain this part.
pub(super) fn excludes(value: Value<'_>, part: &'static str) -> Option<Breach> {
    let (Value::Text(text) | Value::Enum { text, .. }) = value else {
        return None;
    };
    let limit = || Limit::Values(vec![part.to_owned()]);
    text.contains(part).then(|| Breach::new(RuleCode::Excludes, limit(), Found::Present))
}

/// Where the condition holds, the value is one of these.
pub(super) fn value_if(scope: Scope<'_>, value: Value<'_>, condition: &Condition, legal: &[Literal]) -> Option<Breach> {
    let is_legal = legal.iter().any(|literal| equals(value, literal) == Some(true));
    let is_broken = !is_legal && value.is_present() && holds(condition, scope);
    let limit = || Limit::ValuesWhen(words::literals(legal), words::condition(condition, scope));
    is_broken.then(|| Breach::new(RuleCode::ValueIf, limit(), Found::Present))
}

/// This value only where the condition holds.
pub(super) fn allowed_if(
    scope: Scope<'_>,
    value: Value<'_>,
    special: &Literal,
    condition: &Condition,
) -> Option<Breach> {
    let is_broken = equals(value, special) == Some(true) && !holds(condition, scope);
    let limit = || Limit::ValuesWhen(vec![words::literal(special)], words::condition(condition, scope));
    is_broken.then(|| Breach::new(RuleCode::AllowedIf, limit(), Found::Present))
}
