//! A record that a test puts together, and the findings on it as lines.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::amount::Amount;
use crate::record::{FieldValue, Record, Slot, Value};
use crate::sample::TransType;
use crate::schema::{Check, Field, Rule, Schema};
use crate::time::DateTime;
use crate::validate::review;

/// A record put together by a test: fields of any kind, under any rules.
pub(super) struct Form {
    schema: &'static Schema,
    values: Vec<Box<dyn Held>>,
    pub(super) gets: AtomicUsize,
}

trait Held: Send + Sync {
    fn held(&self) -> Value<'_>;
}

impl<T: FieldValue + Send + Sync> Held for T {
    fn held(&self) -> Value<'_> {
        self.value()
    }
}

impl Record for Form {
    fn schema(&self) -> &'static Schema {
        self.schema
    }

    fn get(&self, index: usize) -> Value<'_> {
        self.gets.fetch_add(1, Ordering::Relaxed);
        self.values.get(index).map_or(Value::Absent, |value| value.held())
    }

    fn slot(&mut self, _index: usize) -> Option<Slot<'_>> {
        None
    }
}

/// Fields by their Rust names; the wire name is the Rust name and `_w`.
#[derive(Default)]
pub(super) struct FormBuilder {
    fields: Vec<Field>,
    values: Vec<Box<dyn Held>>,
    rules: Vec<Rule>,
}

impl FormBuilder {
    pub(super) fn field<T: FieldValue + Send + Sync>(mut self, name: &'static str, value: T, rules: Vec<Rule>) -> Self {
        let wire = format!("{name}_w").leak();
        let (shape, rules) = (T::SHAPE, rules.leak());
        self.fields.push(Field {
            name,
            wire,
            key: format!("\"{wire}\":").leak(),
            shape,
            required: false,
            secret: false,
            allow_empty: false,
            max_len: None,
            rules,
        });
        self.values.push(Box::new(value));
        self
    }

    /// Changes the declaration of the last field.
    pub(super) fn but(mut self, change: fn(&mut Field)) -> Self {
        change(self.fields.last_mut().unwrap());
        self
    }

    pub(super) fn rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    pub(super) fn build(self) -> Form {
        let schema = Schema { name: "Form", fields: self.fields.leak(), rules: self.rules.leak() };
        Form { schema: Box::leak(Box::new(schema)), values: self.values, gets: AtomicUsize::new(0) }
    }

    /// All findings, a line each.
    pub(super) fn review(self) -> Vec<String> {
        lines(&self.build())
    }
}

pub(super) fn form() -> FormBuilder {
    FormBuilder::default()
}

pub(super) fn lines(record: &dyn Record) -> Vec<String> {
    review(record).iter().map(ToString::to_string).collect()
}

/// The findings on one field `it` with one rule.
pub(super) fn one<T: FieldValue + Send + Sync>(check: Check, value: T) -> Vec<String> {
    form().field("it", value, vec![Rule::new(check)]).review()
}

pub(super) fn amount(digits: &str) -> Amount {
    digits.parse().unwrap()
}

pub(super) fn time(text: &str) -> DateTime {
    text.parse().unwrap()
}

#[expect(clippy::unnecessary_wraps, reason = "the value of an optional field")]
pub(super) fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[expect(clippy::unnecessary_wraps, reason = "the value of an optional field")]
pub(super) fn word(word: &str) -> Option<TransType> {
    Some(TransType::from(word))
}

pub(super) const NONE: [&str; 0] = [];
