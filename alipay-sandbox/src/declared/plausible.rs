//! A value for every declared field.

use std::time::SystemTime;

use alipay_core::schema::{Bound, Check, Field, Schema, Severity, Shape};
use serde_json::{Map, Value};

use crate::clock;
use crate::money::Fen;

/// Makes values; they are the same for the same time.
pub(super) struct Plausible {
    now: String,
    /// The declarations that the present object is in, for those that contain themselves.
    within: Vec<*const Schema>,
}

impl Plausible {
    pub(super) fn new(now: SystemTime) -> Self {
        Self { now: clock::text(now), within: Vec::new() }
    }

    /// An object of this declaration, with what was sent of the same names and kinds.
    pub(super) fn object(&mut self, schema: &'static Schema, sent: &Value) -> Value {
        self.within.push(schema);
        let mut object = Map::new();
        for field in schema.fields {
            if (field.required || !tells_of_failure(field.wire))
                && let Some(value) = self.field(field, sent.get(field.wire))
            {
                object.insert(field.wire.to_owned(), value);
            }
        }
        self.within.pop();
        Value::Object(object)
    }

    fn field(&mut self, field: &Field, sent: Option<&Value>) -> Option<Value> {
        let Shape::List(item) = field.shape else {
            return self.value(field.shape, field, sent);
        };
        let items = match sent {
            Some(Value::Array(items)) if !items.is_empty() => items.iter().map(Some).collect(),
            _ => vec![None; least_items(field)],
        };
        items.into_iter().map(|sent| self.value(*item, field, sent)).collect()
    }

    fn value(&mut self, shape: Shape, field: &Field, sent: Option<&Value>) -> Option<Value> {
        if let Some(sent) = sent.filter(|sent| fits(shape, sent)) {
            return Some(sent.clone());
        }
        let value = match shape {
            Shape::Text => self.text(field).into(),
            Shape::Integer => integer(field).into(),
            Shape::Amount => amount(field).into(),
            Shape::DateTime => self.now.as_str().into(),
            Shape::Bool => true.into(),
            Shape::Enum(words) => words.values.first().copied()?.into(),
            Shape::Record(schema) => {
                let schema = schema();
                let contains_itself = self.within.iter().any(|outer| std::ptr::eq(*outer, schema));
                return (!contains_itself).then(|| self.object(schema, sent.unwrap_or(&Value::Null)));
            }
            Shape::List(item) => return Some(Value::Array(self.value(*item, field, None).into_iter().collect())),
            Shape::File => return None,
        };
        Some(value)
    }

    /// A text that goes by the field's name, as long as it may be.
    fn text(&self, field: &Field) -> String {
        let name = field.wire;
        let is = |ends: &[&str]| ends.iter().any(|end| name.ends_with(end));
        let of_digits = checks(field).any(|check| matches!(check, Check::Digits | Check::Positive));
        let text = match () {
            () if of_digits => "1".to_owned(),
            () if is(&["url", "link"]) => format!("https://example.com/{name}"),
            () if is(&["time", "date"]) || name.starts_with("gmt_") => self.now.clone(),
            () if is(&["amount", "fee", "price"]) => Fen::new(1).to_string(),
            () if is(&["_id", "_no"]) => "2088000000000001".to_owned(),
            () => name.to_owned(),
        };
        let least = checks(field).find_map(|check| if let Check::MinLen(least) = check { Some(*least) } else { None });
        let filled = format!("{text:1<width$}", width = least.unwrap_or_default());
        filled.chars().take(field.max_len.unwrap_or(usize::MAX)).collect()
    }
}

/// An answer that succeeds says nothing about failures.
fn tells_of_failure(name: &str) -> bool {
    ["error", "fail", "sub_code", "sub_msg"].iter().any(|part| name.contains(part))
}

fn fits(shape: Shape, value: &Value) -> bool {
    match (shape, value) {
        (Shape::Text | Shape::Enum(_), Value::String(text)) => !text.is_empty(),
        (Shape::Integer, Value::Number(number)) => number.is_i64() || number.is_u64(),
        (Shape::Amount, Value::String(text)) => Fen::parse(text).is_some(),
        (Shape::DateTime, Value::String(text)) => clock::is_text(text),
        (Shape::Bool, Value::Bool(_)) => true,
        _ => false,
    }
}

/// The rules that hold always.
fn checks(field: &Field) -> impl Iterator<Item = &Check> {
    let holds = |rule: &&alipay_core::schema::Rule| rule.severity == Severity::Refuse && rule.when.is_none();
    field.rules.iter().filter(holds).map(|rule| &rule.check)
}

fn least_items(field: &Field) -> usize {
    let least = |check: &Check| if let Check::MinItems(least) = check { Some(*least) } else { None };
    checks(field).find_map(least).unwrap_or(1)
}

/// The least that is allowed and more than nothing.
fn integer(field: &Field) -> i64 {
    least(field).map_or(1, |bound| bound.mantissa / 10_i64.saturating_pow(bound.scale)).max(1)
}

fn amount(field: &Field) -> String {
    match least(field).filter(|bound| bound.mantissa > 0) {
        None => Fen::new(1).to_string(),
        Some(Bound { mantissa, scale }) => {
            let scale = scale as usize;
            let digits = format!("{mantissa:0>width$}", width = scale + 1);
            let (whole, rest) = digits.split_at_checked(digits.len() - scale).unwrap_or((&digits, ""));
            if rest.is_empty() { whole.to_owned() } else { format!("{whole}.{rest}") }
        }
    }
}

fn least(field: &Field) -> Option<Bound> {
    checks(field).find_map(|check| if let Check::Range { min, .. } = check { *min } else { None })
}
