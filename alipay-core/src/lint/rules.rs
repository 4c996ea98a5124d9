//! Rules whose paths lead nowhere, and comparisons that never hold.

use std::fmt;

use super::{Findings, innermost};
use crate::schema::{Check, Condition, Field, Literal, Operand, Path, Rule, Schema, Shape};

/// Looks at all rules of a record, whose `root.` paths start at `root`.
pub(super) fn check(record: &Schema, root: &Schema, findings: &mut Findings) {
    let mut look =
        |field: Option<&Field>, rule: &Rule| Look { record, root, field, findings: &mut *findings }.rule(rule);
    for rule in record.rules {
        look(None, rule);
    }
    for field in record.fields {
        for rule in field.rules {
            look(Some(field), rule);
        }
    }
}

/// A look at one rule.
struct Look<'a> {
    record: &'a Schema,
    root: &'a Schema,
    /// Where the rule stands, if not on the struct.
    field: Option<&'a Field>,
    findings: &'a mut Findings,
}

impl Look<'_> {
    fn rule(&mut self, rule: &Rule) {
        if let Some(condition) = &rule.when {
            self.condition(condition);
        }
        match &rule.check {
            Check::Requires(paths)
            | Check::AllOrNone(paths)
            | Check::ExactlyOne(paths)
            | Check::AtLeastOne(paths)
            | Check::AtMostOne(paths) => {
                for path in *paths {
                    self.shape_at(path);
                }
            }
            Check::RequiredIf(condition) | Check::ForbiddenIf(condition) => self.condition(condition),
            Check::GreaterThan(operand) | Check::AtLeast(operand) => self.order(operand),
            Check::SameAs(operand) => self.same(operand),
            Check::ValueIf { condition, values } => {
                self.condition(condition);
                for value in *values {
                    self.own_value(value);
                }
            }
            Check::AllowedIf { value, condition } => {
                self.own_value(value);
                self.condition(condition);
            }
            Check::Required
            | Check::MinLen(_)
            | Check::MaxLen(_)
            | Check::MaxBytes(_)
            | Check::MinItems(_)
            | Check::MaxItems(_)
            | Check::Range { .. }
            | Check::Decimals(_)
            | Check::Digits
            | Check::Positive
            | Check::Excludes(_)
            | Check::Custom(_) => {}
        }
    }

    fn condition(&mut self, condition: &Condition) {
        match condition {
            Condition::Equal(operand, value) | Condition::NotEqual(operand, value) => {
                self.comparison(operand, &[*value]);
            }
            Condition::In(operand, values) => self.comparison(operand, values),
            Condition::Greater(operand, value) => {
                for path in paths(operand) {
                    if let Some(shape) = self.shape_at(path)
                        && !(is_number(shape) && matches!(value, Literal::Number(_)))
                    {
                        self.add(format!("`{}` is {}: only numbers are greater than a value", Way(path), kind(shape)));
                    }
                }
            }
            Condition::Present(operand) | Condition::Absent(operand) => {
                for path in paths(operand) {
                    self.shape_at(path);
                }
            }
            Condition::Not(inner) => self.condition(inner),
            Condition::All(parts) | Condition::Any(parts) => parts.iter().for_each(|part| self.condition(part)),
        }
    }

    fn comparison(&mut self, operand: &Operand, values: &[Literal]) {
        for path in paths(operand) {
            let Some(shape) = self.shape_at(path) else { continue };
            for value in values {
                self.value(&Way(path), shape, value);
            }
        }
    }

    /// A value that the rule names for the field it stands on, or for the items of its list.
    fn own_value(&mut self, value: &Literal) {
        if let Some(field) = self.field {
            self.value(&field.name, innermost(field.shape), value);
        }
    }

    fn value(&mut self, place: &dyn fmt::Display, shape: Shape, value: &Literal) {
        let fits = match (shape, value) {
            (Shape::Enum(words), Literal::Text(word)) => words.open || words.values.contains(word),
            (Shape::Text, Literal::Text(_)) | (Shape::Bool, Literal::Bool(_)) => true,
            (shape, Literal::Number(_)) => is_number(shape),
            _ => false,
        };
        if !fits {
            self.add(format!("`{place}` is {} and is never {}", kind(shape), Written(value)));
        }
    }

    fn order(&mut self, operand: &Operand) {
        let Some(field) = self.field else { return };
        for path in paths(operand) {
            let Some(other) = self.shape_at(path) else { continue };
            let is_both = |test: fn(Shape) -> bool| test(field.shape) && test(other);
            if !is_both(is_number) && !is_both(|shape| matches!(shape, Shape::DateTime)) {
                let (own, other) = (kind(field.shape), kind(other));
                self.add(format!("`{}` is {own} and `{}` is {other}: they do not compare", field.name, Way(path)));
            }
        }
    }

    fn same(&mut self, operand: &Operand) {
        let Some(field) = self.field else { return };
        for path in paths(operand) {
            let Some(other) = self.shape_at(path) else { continue };
            if !is_one_kind(field.shape, other) {
                let (own, other) = (kind(field.shape), kind(other));
                self.add(format!("`{}` is {own} and `{}` is {other}: they are never the same", field.name, Way(path)));
            }
        }
    }

    /// The kind of the value at the end of a path; adds a finding where there is none.
    fn shape_at(&mut self, path: &Path) -> Option<Shape> {
        let mut record = if path.root { self.root } else { self.record };
        let Some((last, outer)) = path.steps.split_last() else {
            self.add("a path has no step");
            return None;
        };
        for step in outer {
            match self.field_of(record, step, path)?.shape {
                Shape::Record(schema) => record = schema(),
                Shape::List(_) => {
                    self.add(format!("`{}` goes through the list `{step}`: which of its items is meant?", Way(path)));
                    return None;
                }
                shape => {
                    self.add(format!("`{}` goes through `{step}`, which is {}", Way(path), kind(shape)));
                    return None;
                }
            }
        }
        Some(self.field_of(record, last, path)?.shape)
    }

    fn field_of<'s>(&mut self, record: &'s Schema, step: &str, path: &Path) -> Option<&'s Field> {
        let field = record.index_of(step).and_then(|index| record.fields.get(index));
        if field.is_none() {
            self.add(format!("`{}` leads nowhere: `{}` has no field `{step}`", Way(path), record.name));
        }
        field
    }

    fn add(&mut self, finding: impl fmt::Display) {
        let record = self.record.name;
        self.findings.add(match self.field {
            Some(field) => format!("`{record}.{}`: {finding}", field.name),
            None => format!("`{record}`: {finding}"),
        });
    }
}

fn paths(operand: &Operand) -> &[Path] {
    match operand {
        Operand::Path(path) => std::slice::from_ref(path),
        Operand::Coalesce(paths) => paths,
    }
}

fn is_number(shape: Shape) -> bool {
    matches!(shape, Shape::Integer | Shape::Amount)
}

/// Whether two values may be the same; lists and objects are not compared.
fn is_one_kind(one: Shape, other: Shape) -> bool {
    match (one, other) {
        (Shape::Enum(one), Shape::Enum(other)) => std::ptr::eq(one, other) || one.name == other.name,
        (Shape::Record(_) | Shape::List(_) | Shape::File, _) => false,
        _ => std::mem::discriminant(&one) == std::mem::discriminant(&other),
    }
}

fn kind(shape: Shape) -> String {
    match shape {
        Shape::Text => "a text".to_owned(),
        Shape::Integer => "an integer".to_owned(),
        Shape::Amount => "an amount".to_owned(),
        Shape::DateTime => "a time".to_owned(),
        Shape::Bool => "true or false".to_owned(),
        Shape::File => "a file".to_owned(),
        Shape::Enum(words) => format!("a `{}`", words.name),
        Shape::Record(schema) => format!("a `{}`", schema().name),
        Shape::List(_) => "a list".to_owned(),
    }
}

/// A path as the declaration writes it.
struct Way<'a>(&'a Path);

impl fmt::Display for Way<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let start = if self.0.root { "root." } else { "" };
        write!(f, "{start}{}", self.0.steps.join("."))
    }
}

/// A value as the declaration writes it.
struct Written<'a>(&'a Literal);

impl fmt::Display for Written<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.0 {
            Literal::Text(text) => write!(f, "{text:?}"),
            Literal::Number(number) => number.to_decimal().fmt(f),
            Literal::Bool(truth) => truth.fmt(f),
        }
    }
}
