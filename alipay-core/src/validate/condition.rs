//! Whether a condition holds, and where a path leads.

use super::compare::{equals, exceeds};
use super::scope::Scope;
use crate::record::{Record, Value};
use crate::schema::{Condition, Operand, Path};

/// Whether the condition holds for this record. The nesting is that of a declaration: finite.
pub(super) fn holds(condition: &Condition, scope: Scope<'_>) -> bool {
    match condition {
        Condition::Equal(operand, literal) => equals(value_of(operand, scope), literal) == Some(true),
        Condition::NotEqual(operand, literal) => equals(value_of(operand, scope), literal) == Some(false),
        Condition::Greater(operand, literal) => exceeds(value_of(operand, scope), literal) == Some(true),
        Condition::In(operand, literals) => {
            let value = value_of(operand, scope);
            literals.iter().any(|literal| equals(value, literal) == Some(true))
        }
        Condition::Present(operand) => value_of(operand, scope).is_present(),
        Condition::Absent(operand) => !value_of(operand, scope).is_present(),
        Condition::Not(inner) => !holds(inner, scope),
        Condition::All(all) => all.iter().all(|condition| holds(condition, scope)),
        Condition::Any(any) => any.iter().any(|condition| holds(condition, scope)),
    }
}

/// The value of one side of a comparison.
pub(super) fn value_of<'a>(operand: &Operand, scope: Scope<'a>) -> Value<'a> {
    chosen(operand, scope).map_or(Value::Absent, |path| resolve(path, scope))
}

/// The path that the operand stands for: of several, the first that leads to something.
pub(super) fn chosen<'a>(operand: &'a Operand, scope: Scope<'_>) -> Option<&'a Path> {
    match operand {
        Operand::Path(path) => Some(path),
        Operand::Coalesce(paths) => paths.iter().find(|path| resolve(path, scope).is_present()),
    }
}

/// The value at the end of a path; absent where an object on the way is.
pub(super) fn resolve<'a>(path: &Path, scope: Scope<'a>) -> Value<'a> {
    let mut record = if path.root { scope.root } else { scope.record };
    let Some((last, outer)) = path.steps.split_last() else {
        return Value::Absent;
    };
    for step in outer {
        match field(record, step) {
            Value::Record(inner) => record = inner,
            // Which item of a list would it be? The schema test refuses such a path.
            _ => return Value::Absent,
        }
    }
    field(record, last)
}

fn field<'a>(record: &'a dyn Record, name: &str) -> Value<'a> {
    record.schema().index_of(name).map_or(Value::Absent, |index| record.get(index))
}
