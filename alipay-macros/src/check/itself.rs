//! Rules of a field about the field itself.

use super::placed::{Placed, Rules};
use crate::context::Context;
use crate::model::{Check, Condition, Field, Operand, Path};

pub(super) fn check(rules: &Rules<'_>, context: &mut Context) {
    for placed in rules.sound() {
        let Some(field) = placed.field else { continue };
        let is_itself = |path: &Path| rules.own_field(path).is_some_and(|named| named.name == field.name);
        required_path(field, placed, &is_itself, context);
        compared(field, placed, &is_itself, context);
        condition(field, placed, &is_itself, context);
    }
}

fn required_path(field: &Field, placed: &Placed<'_>, is_itself: &dyn Fn(&Path) -> bool, context: &mut Context) {
    if let Check::Requires(paths) = &placed.rule.check
        && let Some(path) = paths.iter().find(|path| is_itself(path))
    {
        let name = &field.name;
        placed.fault(context, path.span(), format!("`{name}` requires itself, which asks nothing; name another field"));
    }
}

fn compared(field: &Field, placed: &Placed<'_>, is_itself: &dyn Fn(&Path) -> bool, context: &mut Context) {
    let Some(operand) = placed.rule.check.compared_with() else { return };
    if let Some(path) = operand.paths().iter().find(|path| is_itself(path)) {
        let name = &field.name;
        let result = match placed.rule.check {
            Check::GreaterThan(_) => "never",
            _ => "always",
        };
        let message = format!("`{name}` is compared with itself, which {result} holds; name another field");
        placed.fault(context, path.span(), message);
    }
}

/// `required_if` asks something only while the field is absent, `forbidden_if` only while it is
/// present: a condition that is then false makes the rule idle.
fn condition(field: &Field, placed: &Placed<'_>, is_itself: &dyn Fn(&Path) -> bool, context: &mut Context) {
    let is_present = match placed.rule.check {
        Check::RequiredIf(_) => false,
        Check::ForbiddenIf(_) => true,
        _ => return,
    };
    let name = &field.name;
    let Some((condition, operand)) = placed.conditions().find_map(|condition| idle(condition, is_present, is_itself))
    else {
        return;
    };
    let keyword = &placed.rule.keyword;
    let state = if is_present { "present" } else { "absent" };
    let message =
        format!("`{keyword}` asks nothing: while `{name}` is {state}, `{condition}` is false; name another field");
    placed.fault(context, operand.span(), message);
}

/// The part that makes the condition false while the field is present, or while it is absent.
fn idle<'c>(
    condition: &'c Condition,
    is_present: bool,
    is_itself: &dyn Fn(&Path) -> bool,
) -> Option<(&'c Condition, &'c Operand)> {
    match condition {
        Condition::All(parts) => parts.iter().find_map(|part| idle(part, is_present, is_itself)),
        Condition::Any(parts) => {
            let mut idle_parts = parts.iter().map(|part| idle(part, is_present, is_itself));
            let first = idle_parts.next().flatten();
            first.filter(|_| idle_parts.all(|part| part.is_some()))
        }
        Condition::Not(_) => None,
        Condition::Absent(operand) => itself(condition, operand, is_itself).filter(|_| is_present),
        Condition::Equal(operand, _)
        | Condition::NotEqual(operand, _)
        | Condition::Greater(operand, _)
        | Condition::In(operand, _)
        | Condition::Present(operand) => itself(condition, operand, is_itself).filter(|_| !is_present),
    }
}

fn itself<'c>(
    condition: &'c Condition,
    operand: &'c Operand,
    is_itself: &dyn Fn(&Path) -> bool,
) -> Option<(&'c Condition, &'c Operand)> {
    match operand {
        Operand::Path(path) if is_itself(path) => Some((condition, operand)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::assert_messages;

    #[test]
    fn a_field_is_not_measured_by_itself() {
        let on_a = |rule: &str| format!("struct S {{ #[alipay({rule})] a: Option<i64>, b: Option<i64> }}");
        assert_messages(&[
            (&on_a("requires(a)"), &["`a` requires itself, which asks nothing; name another field"]),
            (&on_a("greater_than(a)"), &["`a` is compared with itself, which never holds; name another field"]),
            (
                &on_a("at_least(coalesce(b, a))"),
                &["`a` is compared with itself, which always holds; name another field"],
            ),
            (
                &on_a("required_if(present(a))"),
                &["`required_if` asks nothing: while `a` is absent, `present(a)` is false; name another field"],
            ),
            (
                &on_a("required_if(present(b) && a == 1)"),
                &["`required_if` asks nothing: while `a` is absent, `a == 1` is false; name another field"],
            ),
            (&on_a("required_if(present(b) || a == 1)"), &[]),
            (
                &on_a("forbidden_if(absent(a))"),
                &["`forbidden_if` asks nothing: while `a` is present, `absent(a)` is false; name another field"],
            ),
            // A value that another field rules out.
            (&on_a("forbidden_if(a == 1 && present(b))"), &[]),
        ]);
    }
}
