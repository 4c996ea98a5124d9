//! A field that is required and forbidden in one and the same situation.

use super::conditions::alternatives;
use super::placed::{Placed, Rules};
use crate::context::Context;
use crate::model::{Check, Condition};

pub(super) fn check(rules: &Rules<'_>, context: &mut Context) {
    for (first, second) in rules.pairs() {
        let is_opposed = demands_presence(first)
            .zip(demands_presence(second))
            .is_some_and(|(demands, other_demands)| demands != other_demands);
        let Some(field) = second.field.filter(|_| is_opposed) else { continue };
        if let Some(situation) = common(first, second) {
            let (name, other, keyword) = (&field.name, &first.rule.keyword, &second.rule.keyword);
            let message = format!(
                "`{name}` is required and forbidden where {situation}: `{other}` contradicts this `{keyword}`; correct one of them"
            );
            second.fault_at_keyword(context, message);
        }
    }
}

/// Whether the rule wants its field present (`true`) or absent (`false`) in its situation.
fn demands_presence(placed: &Placed<'_>) -> Option<bool> {
    match placed.rule.check {
        Check::Required | Check::RequiredIf(_) => Some(true),
        Check::ForbiddenIf(_) => Some(false),
        _ => None,
    }
}

/// A situation in which both rules surely ask for something, in words.
fn common(first: &Placed<'_>, second: &Placed<'_>) -> Option<String> {
    let firsts = alternatives(&first.situation().collect::<Vec<_>>());
    let seconds = alternatives(&second.situation().collect::<Vec<_>>());
    firsts.iter().find_map(|one| seconds.iter().find_map(|two| narrower(one, two).or_else(|| narrower(two, one))))
}

/// The situation of the second, if that of the first is surely given in it too.
fn narrower(wide: &[&Condition], narrow: &[&Condition]) -> Option<String> {
    let shared = |one: &Condition, others: &[&Condition]| others.iter().find_map(|other| one.shared_with(other));
    let is_given = wide.iter().all(|condition| shared(condition, narrow).is_some());
    let words = narrow
        .iter()
        .map(|condition| format!("`{}`", shared(condition, wide).unwrap_or_else(|| condition.to_string())));
    is_given.then(|| words.collect::<Vec<_>>().join(" and "))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::assert_messages;

    #[test]
    fn no_field_is_required_and_forbidden_at_once() {
        let on = |rules: &str| {
            format!("struct S {{ #[alipay({rules})] a: Option<String>, b: Option<X>, c: Option<i64>, d: Option<i64> }}")
        };
        for fine in [
            "required_if(b == X::A), forbidden_if(b == X::B)",
            "required_if(b == X::A), forbidden_if(c == 1)",
            "required_if(present(c)), forbidden_if(absent(c))",
            "required_if(b in [X::A, X::B]), forbidden_if(b in [X::C])",
            "required_if(b == X::A && c == 1), forbidden_if(b == X::A && c == 2)",
        ] {
            assert_messages(&[(&on(fine), &[])]);
        }
        for (rules, situation, first, second) in [
            ("required_if(b == X::A), forbidden_if(b == X::A)", "`b == X::A`", "required_if", "forbidden_if"),
            ("forbidden_if(b == X::A), required_if(b == X::A)", "`b == X::A`", "forbidden_if", "required_if"),
            (
                "required_if(b in [X::A, X::B]), forbidden_if(b in [X::B, X::C])",
                "`b == X::B`",
                "required_if",
                "forbidden_if",
            ),
            ("required_if(present(b)), forbidden_if(b == X::A)", "`b == X::A`", "required_if", "forbidden_if"),
            (
                "required_if(b == X::A), forbidden_if(b == X::A && c == 1)",
                "`b == X::A` and `c == 1`",
                "required_if",
                "forbidden_if",
            ),
            (
                "required_if(b == X::A && c == 1), forbidden_if(b == X::A)",
                "`b == X::A` and `c == 1`",
                "required_if",
                "forbidden_if",
            ),
            ("when(c == 1, required), forbidden_if(d == 2 || c == 1)", "`c == 1`", "required", "forbidden_if"),
        ] {
            let message = format!(
                "`a` is required and forbidden where {situation}: `{first}` contradicts this `{second}`; correct one of them"
            );
            assert_messages(&[(&on(rules), &[&message])]);
        }
    }
}
