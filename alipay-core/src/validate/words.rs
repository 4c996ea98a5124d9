//! Paths, values and conditions of a declaration in words, with wire names. Only built for a finding.

use super::scope::Scope;
use crate::schema::{Condition, Literal, Operand, Path, Schema, Shape};

/// The path from the request to a field that a rule names.
pub(super) fn path(path: &Path, scope: Scope<'_>) -> String {
    let (mut text, mut schema) = if path.root {
        (String::new(), Some(scope.root.schema()))
    } else {
        (scope.trail.to_string(), Some(scope.record.schema()))
    };
    for step in path.steps {
        let field = schema.and_then(|schema| schema.fields.get(schema.index_of(step)?));
        if !text.is_empty() {
            text.push('.');
        }
        text.push_str(field.map_or(step, |field| field.wire));
        schema = field.and_then(|field| inner(field.shape));
    }
    text
}

fn inner(shape: Shape) -> Option<&'static Schema> {
    match shape {
        Shape::Record(schema) => Some(schema()),
        _ => None,
    }
}

pub(super) fn paths(paths: &[Path], scope: Scope<'_>) -> Vec<String> {
    paths.iter().map(|it| path(it, scope)).collect()
}

pub(super) fn literals(literals: &[Literal]) -> Vec<String> {
    literals.iter().map(literal).collect()
}

pub(super) fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Text("") => "\"\"".to_owned(),
        Literal::Text(word) => (*word).to_owned(),
        Literal::Number(bound) => bound.to_decimal().to_string(),
        Literal::Bool(truth) => truth.to_string(),
    }
}

/// `trans_type is DEPOSIT`, `not (a is X and b is absent)`
pub(super) fn condition(condition: &Condition, scope: Scope<'_>) -> String {
    let mut text = String::new();
    write(&mut text, condition, scope);
    text
}

fn write(text: &mut String, condition: &Condition, scope: Scope<'_>) {
    let words = match condition {
        Condition::Equal(side, value) => format!("{} is {}", operand(side, scope), literal(value)),
        Condition::NotEqual(side, value) => format!("{} is not {}", operand(side, scope), literal(value)),
        Condition::Greater(side, value) => format!("{} is greater than {}", operand(side, scope), literal(value)),
        Condition::In(side, values) => format!("{} is one of {}", operand(side, scope), literals(values).join(", ")),
        Condition::Present(side) => format!("{} is present", operand(side, scope)),
        Condition::Absent(side) => format!("{} is absent", operand(side, scope)),
        Condition::Not(inner) => {
            text.push_str("not ");
            return write_in_brackets(text, inner, scope);
        }
        Condition::All(all) => return write_joined(text, all, " and ", scope),
        Condition::Any(any) => return write_joined(text, any, " or ", scope),
    };
    text.push_str(&words);
}

fn write_joined(text: &mut String, conditions: &[Condition], word: &str, scope: Scope<'_>) {
    for (index, condition) in conditions.iter().enumerate() {
        if index > 0 {
            text.push_str(word);
        }
        match condition {
            Condition::All(_) | Condition::Any(_) => write_in_brackets(text, condition, scope),
            _ => write(text, condition, scope),
        }
    }
}

fn write_in_brackets(text: &mut String, condition: &Condition, scope: Scope<'_>) {
    text.push('(');
    write(text, condition, scope);
    text.push(')');
}

fn operand(operand: &Operand, scope: Scope<'_>) -> String {
    match operand {
        Operand::Path(it) => path(it, scope),
        Operand::Coalesce(all) => format!("coalesce({})", paths(all, scope).join(", ")),
    }
}
