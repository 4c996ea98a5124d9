//! Rules about the presence of a field that is always present.

use super::placed::{Always, Placed, Rules};
use crate::context::Context;
use crate::model::{Check, Condition, Field, Operand, Path};

pub(super) fn check(rules: &Rules<'_>, context: &mut Context) {
    for placed in rules.sound() {
        owner(placed, rules, context);
        listed(placed, rules, context);
    }
    for placed in rules.sound() {
        for leaf in placed.conditions().flat_map(Condition::leaves) {
            condition(leaf, placed, rules, context);
        }
        coalesce(placed, rules, context);
    }
}

/// Rules on the field itself.
fn owner(placed: &Placed<'_>, rules: &Rules<'_>, context: &mut Context) {
    let Some(field) = placed.field else { return };
    let (name, keyword) = (&field.name, &placed.rule.keyword);
    let Some(always) = field.always_present() else {
        if matches!(placed.rule.check, Check::Required) && placed.is_unconditional() {
            let instead = if field.container.is_list() { "give it `min_items = 1`" } else { "take its `Option` away" };
            let message = format!("`{name}` is required in every request; {instead} instead of writing `{keyword}`");
            placed.fault_at_keyword(context, message);
        }
        return;
    };
    match &placed.rule.check {
        Check::Required | Check::RequiredIf(_) => {
            let optional = always.make_optional();
            let message =
                format!("`{name}` is always present, so `{keyword}` asks nothing; remove the rule, or {optional}");
            placed.fault_at_keyword(context, message);
        }
        Check::ForbiddenIf(_) => {
            let optional = always.make_optional();
            let message =
                format!("`{name}` is always present, so `{keyword}` refuses whenever its condition holds; {optional}");
            placed.fault_at_keyword(context, message);
        }
        Check::Requires(paths) if paths.iter().all(|path| always_at(path, rules).is_none()) => {
            let others: Vec<String> = paths.iter().map(|path| format!("`{path}`")).collect();
            let others = others.join(" and ");
            let instead = if placed.is_unconditional() {
                format!("declare {others} without `Option`")
            } else {
                format!("put `required` on {others}")
            };
            let message =
                format!("`{name}` is always present, so `{keyword}` makes {others} required; {instead} instead");
            placed.fault_at_keyword(context, message);
        }
        _ => {}
    }
}

/// Fields that a group or `requires` lists.
fn listed(placed: &Placed<'_>, rules: &Rules<'_>, context: &mut Context) {
    let keyword = &placed.rule.keyword;
    for path in placed.rule.check.listed() {
        let Some((field, always)) = always_at(path, rules) else { continue };
        let (name, optional) = (&field.name, always.make_optional());
        let message = match &placed.rule.check {
            Check::ExactlyOne(_) | Check::AtMostOne(_) => {
                format!("`{name}` is always present, so in `{keyword}` it leaves the others no room; {optional}")
            }
            Check::AtLeastOne(_) => {
                format!("`{name}` is always present, so `{keyword}` always holds; remove the rule, or {optional}")
            }
            Check::AllOrNone(_) => {
                format!("`{name}` is always present, so `{keyword}` makes the others required; {optional}")
            }
            _ => format!("`{name}` is always present, so requiring it asks nothing; leave it out, or {optional}"),
        };
        placed.fault(context, path.span(), message);
    }
}

/// `present(…)` and `absent(…)` in a condition.
fn condition(leaf: &Condition, placed: &Placed<'_>, rules: &Rules<'_>, context: &mut Context) {
    let (operand, holds) = match leaf {
        Condition::Present(operand) => (operand, "always"),
        Condition::Absent(operand) => (operand, "never"),
        _ => return,
    };
    if let Some((path, (field, _))) = operand.paths().iter().find_map(|path| Some((path, always_at(path, rules)?))) {
        let name = &field.name;
        let message =
            format!("`{name}` is always present, so `{leaf}` {holds} holds; name an optional field, or leave it out");
        placed.fault(context, path.span(), message);
    }
}

/// `coalesce(a, b)` never looks at what stands behind a field that is always present.
fn coalesce(placed: &Placed<'_>, rules: &Rules<'_>, context: &mut Context) {
    let leaves = placed.conditions().flat_map(Condition::leaves);
    let compared = leaves.filter(|leaf| !matches!(leaf, Condition::Present(_) | Condition::Absent(_)));
    for operand in compared.filter_map(Condition::operand).chain(placed.rule.check.compared_with()) {
        let Operand::Coalesce(_, paths) = operand else { continue };
        let but_last = paths.split_last().map_or(&[][..], |(_, rest)| rest);
        for path in but_last {
            if let Some((field, _)) = always_at(path, rules) {
                let name = &field.name;
                let message = format!(
                    "`{name}` is always present, so `coalesce` never looks further; name it last, or write it alone"
                );
                placed.fault(context, path.span(), message);
            }
        }
    }
}

fn always_at<'a>(path: &Path, rules: &Rules<'a>) -> Option<(&'a Field, Always)> {
    let field = rules.own_field(path)?;
    Some((field, field.always_present()?))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::assert_messages;

    #[test]
    fn what_is_always_present_is_no_member_of_a_group() {
        let with =
            |rule: &str| format!("#[alipay({rule})] struct S {{ a: String, b: Option<String>, c: Option<String> }}");
        assert_messages(&[
            (
                &with("exactly_one(a, b)"),
                &["`a` is always present, so in `exactly_one` it leaves the others no room; make it an `Option`"],
            ),
            (
                &with("when(present(b), at_most_one(c, a))"),
                &["`a` is always present, so in `at_most_one` it leaves the others no room; make it an `Option`"],
            ),
            (
                &with("at_least_one(a, b)"),
                &["`a` is always present, so `at_least_one` always holds; remove the rule, or make it an `Option`"],
            ),
            (
                &with("all_or_none(a, b)"),
                &["`a` is always present, so `all_or_none` makes the others required; make it an `Option`"],
            ),
            (&with("when(a == \"x\", all_or_none(b, c))"), &[]),
            (
                &with("when(present(a), all_or_none(b, c))"),
                &["`a` is always present, so `present(a)` always holds; name an optional field, or leave it out"],
            ),
            (
                &with("when(!absent(a), all_or_none(b, c))"),
                &["`a` is always present, so `absent(a)` never holds; name an optional field, or leave it out"],
            ),
            (
                &with("when(coalesce(a, b) == \"x\", at_most_one(b, c))"),
                &["`a` is always present, so `coalesce` never looks further; name it last, or write it alone"],
            ),
            (&with("when(coalesce(b, a) == \"x\", at_most_one(b, c))"), &[]),
            (
                "#[alipay(at_most_one(a, b))] struct S { #[alipay(min_items = 1)] a: Vec<String>, b: Option<String> }",
                &["`a` is always present, so in `at_most_one` it leaves the others no room; take its `min_items` away"],
            ),
            ("#[alipay(at_most_one(a, b))] struct S { a: Vec<String>, b: Option<String> }", &[]),
        ]);
    }

    #[test]
    fn what_is_always_present_is_neither_required_nor_forbidden() {
        let on = |rule: &str| format!("struct S {{ #[alipay({rule})] a: String, b: Option<String>, c: String }}");
        let on_optional = |rule: &str| format!("struct S {{ #[alipay({rule})] a: Option<String>, c: String }}");
        assert_messages(&[
            (
                &on("required_if(present(b))"),
                &["`a` is always present, so `required_if` asks nothing; remove the rule, or make it an `Option`"],
            ),
            (
                &on("advise(required)"),
                &["`a` is always present, so `required` asks nothing; remove the rule, or make it an `Option`"],
            ),
            (
                &on("forbidden_if(present(b))"),
                &["`a` is always present, so `forbidden_if` refuses whenever its condition holds; make it an `Option`"],
            ),
            (
                &on("requires(b)"),
                &["`a` is always present, so `requires` makes `b` required; declare `b` without `Option` instead"],
            ),
            (
                &on("requires(c)"),
                &["`c` is always present, so requiring it asks nothing; leave it out, or make it an `Option`"],
            ),
            (
                &on_optional("requires(c)"),
                &["`c` is always present, so requiring it asks nothing; leave it out, or make it an `Option`"],
            ),
            (&on_optional("advise(required)"), &[]),
            (&on_optional("when(c == \"x\", required)"), &[]),
            (
                &on_optional("required"),
                &["`a` is required in every request; take its `Option` away instead of writing `required`"],
            ),
        ]);
    }
}
