//! Lists inside rules: groups of one, and what stands twice.

use std::collections::BTreeSet;

use proc_macro2::Span;
use syn::spanned::Spanned;

use super::placed::{Placed, Rules, name};
use crate::context::Context;
use crate::model::{Check, Condition, Literal, Operand, Path};

pub(super) fn check(rules: &Rules<'_>, context: &mut Context) {
    for placed in rules.sound() {
        group(placed, context);
        for leaf in placed.conditions().flat_map(Condition::leaves) {
            if let Condition::In(_, values) = leaf {
                values_once(values, "in", placed, context);
            }
        }
        if let Check::ValueIf { values, .. } = &placed.rule.check {
            values_once(values, "value_if", placed, context);
        }
        let conditions = placed.conditions().flat_map(Condition::leaves).filter_map(Condition::operand);
        for operand in conditions.chain(placed.rule.check.compared_with()) {
            coalesce(operand, placed, context);
        }
    }
}

fn group(placed: &Placed<'_>, context: &mut Context) {
    let keyword = name(&placed.rule.keyword);
    let remedy = match &placed.rule.check {
        Check::Requires(paths) => return paths_once(paths, &keyword, placed, context),
        Check::ExactlyOne(_) | Check::AtLeastOne(_) => "a field that must be present is one without `Option`",
        Check::AllOrNone(_) | Check::AtMostOne(_) => "of one field it asks nothing",
        _ => return,
    };
    let paths = placed.rule.check.listed();
    if paths.len() < 2 {
        placed.fault_at_keyword(context, format!("`{keyword}` names one field only; name at least two: {remedy}"));
    }
    paths_once(paths, &keyword, placed, context);
}

fn coalesce(operand: &Operand, placed: &Placed<'_>, context: &mut Context) {
    let Operand::Coalesce(keyword, paths) = operand else { return };
    if paths.len() < 2 {
        placed.fault(context, *keyword, "`coalesce` chooses between paths; name at least two, or write the path alone");
    }
    paths_once(paths, "coalesce", placed, context);
}

fn paths_once(paths: &[Path], keyword: &str, placed: &Placed<'_>, context: &mut Context) {
    let mut seen = BTreeSet::new();
    for path in paths {
        let text = path.to_string();
        if seen.contains(&text) {
            placed.fault(context, path.span(), format!("`{text}` stands twice in this `{keyword}`; once is enough"));
        }
        seen.insert(text);
    }
}

fn values_once(values: &[Literal], keyword: &str, placed: &Placed<'_>, context: &mut Context) {
    let mut seen = BTreeSet::new();
    for value in values {
        let text = value.to_string();
        if seen.contains(&text) {
            placed.fault(context, value.span(), format!("`{text}` stands twice in this `{keyword}`; once is enough"));
        }
        seen.insert(text);
    }
}

impl Literal {
    fn span(&self) -> Span {
        match self {
            Self::Variant(path) => path.span(),
            Self::Text(text) => text.span(),
            Self::Number(number) => number.span,
            Self::Bool(truth) => truth.span(),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::assert_messages;

    #[test]
    fn lists_are_long_enough_and_without_repetition() {
        let two = "struct S { a: Option<String>, b: Option<String> }";
        let on_a = |rule: &str| {
            format!("struct S {{ #[alipay({rule})] a: Option<String>, b: Option<String>, c: Option<String> }}")
        };
        let on_struct = |rule: &str| format!("#[alipay({rule})] {two}");
        assert_messages(&[
            (&on_struct("exactly_one(a, b)"), &[]),
            (
                &on_struct("exactly_one(a)"),
                &[
                    "`exactly_one` names one field only; name at least two: a field that must be present is one without `Option`",
                ],
            ),
            (
                &on_struct("all_or_none(a)"),
                &["`all_or_none` names one field only; name at least two: of one field it asks nothing"],
            ),
            (&on_struct("at_least_one(a, b, a)"), &["`a` stands twice in this `at_least_one`; once is enough"]),
            (&on_a("requires(b, b)"), &["`b` stands twice in this `requires`; once is enough"]),
            (&on_a("required_if(b in [X::A, X::B, X::A])"), &["`X::A` stands twice in this `in`; once is enough"]),
            (
                &on_a("value_if(present(b), [\"x\", \"x\"])"),
                &["`\"x\"` stands twice in this `value_if`; once is enough"],
            ),
            (&on_a("required_if(present(coalesce(b, b)))"), &["`b` stands twice in this `coalesce`; once is enough"]),
            (
                &on_a("greater_than(coalesce(b))"),
                &["`coalesce` chooses between paths; name at least two, or write the path alone"],
            ),
        ]);
    }
}
