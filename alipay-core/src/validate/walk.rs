//! The walk: which rule looks at which value, in which order, and at which path.

use super::condition::holds;
use super::scope::{Breach, Scope};
use super::{group, length, number, order, presence, values, words};
use crate::record::{Record, Value};
use crate::schema::{Check, Field, Rule, Severity, Shape};
use crate::trail::{MAX_DEPTH, Trail};
use crate::violation::{Found, Limit, RuleCode, Violation};

/// One pass over a request.
pub(super) struct Walk<'a> {
    pub(super) root: &'a dyn Record,
    /// Whether advice is looked for as well.
    pub(super) with_advice: bool,
    pub(super) report: &'a mut dyn FnMut(Violation),
}

/// A value of a field: the field's own, or an item of its list.
#[derive(Clone, Copy)]
struct Subject<'a> {
    field: &'static Field,
    value: &'a Value<'a>,
    trail: &'a Trail<'a>,
}

impl Walk<'_> {
    pub(super) fn start(mut self) {
        self.record(self.root, &Trail::Start, false);
    }

    fn record(&mut self, record: &dyn Record, trail: &Trail<'_>, is_secret: bool) {
        if trail.is_too_deep() {
            self.refuse(trail, Breach::new(RuleCode::Depth, Limit::Count(MAX_DEPTH), Found::Present));
            return;
        }
        let schema = record.schema();
        let scope = Scope { root: self.root, record, trail, is_secret };
        for rule in schema.rules {
            self.struct_rule(scope, rule);
        }
        for (index, field) in schema.fields.iter().enumerate() {
            let value = record.get(index);
            if field.rules.is_empty() && is_plainly_good(field, &value) {
                continue;
            }
            let trail = Trail::Field(trail, field.wire);
            self.field(scope, Subject { field, value: &value, trail: &trail });
        }
    }

    fn field(&mut self, scope: Scope<'_>, subject: Subject<'_>) {
        let Subject { field, value, trail } = subject;
        if !is_plainly_good(field, value) {
            self.facts(scope, subject);
        }
        for rule in field.rules {
            self.field_rule(scope, subject, rule);
        }
        if matches!(field.shape.innermost(), Shape::Record(_)) {
            self.inside(*value, trail, scope.hides(field));
        }
    }

    /// What stands in the declaration of every field: presence, words, `max_len`.
    fn facts(&mut self, scope: Scope<'_>, subject: Subject<'_>) {
        let Subject { field, value, trail } = subject;
        if field.required && !value.is_present() && !matches!(field.shape, Shape::List(_)) {
            self.refuse(trail, presence::missing());
        }
        if matches!(field.shape.innermost(), Shape::File) {
            let is_of_request = matches!(scope.trail, Trail::Start) && matches!(field.shape, Shape::File);
            if !is_of_request && value.is_present() {
                self.refuse(trail, values::misplaced_file());
            }
        }
        each(subject, &mut |item| {
            if let Some(breach) = values::text(item.field, *item.value) {
                self.refuse(item.trail, breach);
            }
        });
        if let Some(most) = field.max_len {
            self.field_rule(scope, subject, &Rule::new(Check::MaxLen(most)));
        }
    }

    /// The records in a value; a list of lists is walked as deep as it goes.
    fn inside(&mut self, value: Value<'_>, trail: &Trail<'_>, is_secret: bool) {
        match value {
            Value::Record(record) => self.record(record, trail, is_secret),
            Value::List(list) => {
                for index in 0..list.len() {
                    self.inside(list.get(index), &Trail::Item(trail, index), is_secret);
                }
            }
            _ => {}
        }
    }

    fn struct_rule(&mut self, scope: Scope<'_>, rule: &Rule) {
        if !self.looks_at(rule) || !applies(rule, scope) {
            return;
        }
        if let Check::Custom(function) = rule.check {
            if let Some(breach) = custom(function, scope) {
                self.add(scope.trail.to_string(), scope, rule, breach);
            }
        } else if let Some((path, breach)) = group::breach(&rule.check, scope) {
            self.add(path, scope, rule, breach);
        }
    }

    fn field_rule(&mut self, scope: Scope<'_>, subject: Subject<'_>, rule: &Rule) {
        if !self.looks_at(rule) || !applies(rule, scope) {
            return;
        }
        let Subject { field, value: &value, trail } = subject;
        let breach = match &rule.check {
            Check::Required => (!value.is_present()).then(presence::missing),
            Check::MinItems(least) => length::min_items(value, *least),
            Check::MaxItems(most) => length::max_items(value, *most),
            Check::Requires(paths) => presence::requires(scope, value, paths),
            Check::RequiredIf(condition) => presence::required_if(scope, value, condition),
            Check::ForbiddenIf(condition) => presence::forbidden_if(scope, value, condition),
            Check::GreaterThan(other) => order::greater_than(scope, value, other, scope.hides(field)),
            Check::AtLeast(other) => order::at_least(scope, value, other, scope.hides(field)),
            Check::SameAs(other) => order::same_as(scope, value, other),
            Check::Custom(function) => custom(*function, scope),
            of_one_value => {
                each(subject, &mut |item| {
                    if let Some(breach) = value_breach(of_one_value, scope, item) {
                        self.add(item.trail.to_string(), scope, rule, breach);
                    }
                });
                // The documents mean the length of a list now of each item, now of all: never a reason to refuse.
                if self.with_advice { length::total(of_one_value, value) } else { None }
            }
        };
        if let Some(breach) = breach {
            self.add(trail.to_string(), scope, rule, breach);
        }
    }

    fn looks_at(&self, rule: &Rule) -> bool {
        self.with_advice || rule.severity == Severity::Refuse
    }

    fn refuse(&mut self, trail: &Trail<'_>, breach: Breach) {
        let Breach { code, limit, found } = breach;
        let severity = Severity::Refuse;
        (self.report)(Violation { path: trail.to_string(), code, severity, when: None, limit, found });
    }

    fn add(&mut self, path: String, scope: Scope<'_>, rule: &Rule, breach: Breach) {
        let Breach { code, limit, found } = breach;
        let when = rule.when.as_ref().map(|condition| words::condition(condition, scope));
        let severity = if code == RuleCode::TotalLen { Severity::Advise } else { rule.severity };
        (self.report)(Violation { path, code, severity, when, limit, found });
    }
}

/// The least of the limits on the bytes of a field of the request itself that refuse and apply to it.
pub(super) fn max_bytes(request: &dyn Record, field: &Field) -> Option<u64> {
    let scope = Scope { root: request, record: request, trail: &Trail::Start, is_secret: false };
    let rules = field.rules.iter().filter(|rule| rule.severity == Severity::Refuse && applies(rule, scope));
    let limits = rules.filter_map(|rule| match rule.check {
        Check::MaxBytes(most) => u64::try_from(most).ok(),
        _ => None,
    });
    limits.min()
}

/// Whether a field certainly keeps what stands in every declaration, seen at a glance: most values of most
/// requests do, so that for them nothing is prepared. What this does not know, [`Walk::facts`] looks at.
fn is_plainly_good(field: &Field, value: &Value<'_>) -> bool {
    match (field.shape, value) {
        (Shape::File, _) => false,
        (_, Value::Absent) => !field.required,
        // No text has more characters than bytes.
        (Shape::Text, Value::Text(text)) => !text.is_empty() && field.max_len.is_none_or(|most| text.len() <= most),
        (Shape::Enum(_), Value::Enum { known, .. }) => *known,
        (Shape::Integer, Value::Integer(_)) | (Shape::Bool, Value::Bool(_)) | (Shape::DateTime, Value::DateTime(_)) => {
            true
        }
        (Shape::Amount, Value::Amount(_)) => field.max_len.is_none(),
        (Shape::List(_), Value::List(list)) => list.is_empty(),
        _ => false,
    }
}

fn applies(rule: &Rule, scope: Scope<'_>) -> bool {
    rule.when.as_ref().is_none_or(|condition| holds(condition, scope))
}

/// The author's own function.
fn custom(function: fn(&dyn Record) -> Result<(), String>, scope: Scope<'_>) -> Option<Breach> {
    let message = function(scope.record).err()?;
    Some(Breach::new(RuleCode::Check, Limit::Custom(message), Found::Present))
}

/// What a rule about one text, word or number says.
fn value_breach(check: &Check, scope: Scope<'_>, item: Subject<'_>) -> Option<Breach> {
    let Subject { field, value: &value, .. } = item;
    match check {
        Check::MinLen(least) => length::min_len(value, *least),
        Check::MaxLen(most) => length::max_len(value, *most),
        Check::MaxBytes(most) => length::max_bytes(value, *most),
        Check::Range { min, max } => number::range(value, *min, *max, scope.hides(field)),
        Check::Decimals(most) => number::decimals(value, *most),
        Check::Digits => number::digits(value),
        Check::Positive => number::positive(value),
        Check::Excludes(part) => values::excludes(value, part),
        Check::ValueIf { condition, values: legal } => values::value_if(scope, value, condition, legal),
        Check::AllowedIf { value: special, condition } => values::allowed_if(scope, value, special, condition),
        // About the field as a whole.
        Check::Required
        | Check::MinItems(_)
        | Check::MaxItems(_)
        | Check::Requires(_)
        | Check::RequiredIf(_)
        | Check::ForbiddenIf(_)
        | Check::GreaterThan(_)
        | Check::AtLeast(_)
        | Check::SameAs(_)
        | Check::Custom(_)
        // About the struct.
        | Check::AllOrNone(_)
        | Check::ExactlyOne(_)
        | Check::AtLeastOne(_)
        | Check::AtMostOne(_) => None,
    }
}

/// The value itself, or the items of the list; records are looked at on their own.
fn each(subject: Subject<'_>, visit: &mut impl FnMut(Subject<'_>)) {
    match *subject.value {
        Value::Absent | Value::Record(_) => {}
        Value::List(_) if matches!(subject.field.shape.innermost(), Shape::Record(_)) => {}
        Value::List(list) => {
            for index in 0..list.len() {
                let value = list.get(index);
                let trail = Trail::Item(subject.trail, index);
                each(Subject { value: &value, trail: &trail, field: subject.field }, visit);
            }
        }
        _ => visit(subject),
    }
}
