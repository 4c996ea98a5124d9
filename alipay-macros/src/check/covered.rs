//! A rule that another rule makes superfluous: written twice, weaker, or advice against what is
//! refused anyway.

use std::collections::BTreeSet;

use quote::ToTokens;

use super::limits::fits_within;
use super::placed::{Placed, Rules, name};
use crate::context::Context;
use crate::model::{Check, Condition, Literal, Path};

pub(super) fn check(rules: &Rules<'_>, context: &mut Context) {
    for (first, second) in rules.pairs() {
        let message = |idle: &Placed<'_>, covering: &Placed<'_>| {
            let keyword = name(&idle.rule.keyword);
            format!("this `{keyword}` changes nothing: {covering} already asks as much; remove one of the two")
        };
        if covers(first, second) {
            second.fault_at_keyword(context, message(second, first));
        } else if covers(second, first) {
            first.fault_at_keyword(context, message(first, second));
        }
    }
}

/// Whether whatever breaks `idle` also breaks `covering`, and as severely.
fn covers(covering: &Placed<'_>, idle: &Placed<'_>) -> bool {
    let severe_enough = !covering.rule.advise || idle.rule.advise;
    severe_enough
        && asks_as_much(&covering.rule.check, &idle.rule.check)
        && Situation::of(covering).includes(&Situation::of(idle))
}

/// Whether the first asks for at least what the second asks for, in the same situation.
fn asks_as_much(covering: &Check, idle: &Check) -> bool {
    match (covering, idle) {
        (Check::MinLen(a), Check::MinLen(b)) | (Check::MinItems(a), Check::MinItems(b)) => a.value >= b.value,
        (Check::MaxLen(a), Check::MaxLen(b))
        | (Check::MaxBytes(a), Check::MaxBytes(b))
        | (Check::MaxItems(a), Check::MaxItems(b))
        | (Check::Decimals(a), Check::Decimals(b)) => a.value <= b.value,
        (Check::Range { min, max }, Check::Range { min: wide_min, max: wide_max }) => {
            fits_within((*min, *max), (*wide_min, *wide_max))
        }
        // The conditions of the latter two are part of the situation.
        (Check::Digits | Check::Positive, Check::Digits)
        | (Check::Positive, Check::Positive)
        | (Check::Required | Check::RequiredIf(_), Check::Required | Check::RequiredIf(_))
        | (Check::ForbiddenIf(_), Check::ForbiddenIf(_)) => true,
        (Check::GreaterThan(a), Check::GreaterThan(b) | Check::AtLeast(b)) | (Check::AtLeast(a), Check::AtLeast(b)) => {
            a.to_string() == b.to_string()
        }
        (Check::SameAs(a), Check::SameAs(b)) => a.to_string() == b.to_string(),
        // What contains the longer part contains the shorter one.
        (Check::Excludes(a), Check::Excludes(b)) => b.value().contains(&a.value()),
        (Check::ValueIf { values: a, .. }, Check::ValueIf { values: b, .. }) => values(a).is_subset(&values(b)),
        (Check::AllowedIf { value: a, condition: one }, Check::AllowedIf { value: b, condition: other }) => {
            a.to_string() == b.to_string() && one.to_string() == other.to_string()
        }
        (Check::Custom(a), Check::Custom(b)) => a.to_token_stream().to_string() == b.to_token_stream().to_string(),
        (Check::ExactlyOne(a), Check::ExactlyOne(b)) => texts(a) == texts(b),
        (Check::Requires(a), Check::Requires(b))
        | (Check::AllOrNone(a), Check::AllOrNone(b))
        | (Check::ExactlyOne(a) | Check::AtMostOne(a), Check::AtMostOne(b)) => texts(b).is_subset(&texts(a)),
        (Check::ExactlyOne(a) | Check::AtLeastOne(a), Check::AtLeastOne(b)) => texts(a).is_subset(&texts(b)),
        _ => false,
    }
}

fn texts(paths: &[Path]) -> BTreeSet<String> {
    paths.iter().map(Path::to_string).collect()
}

fn values(literals: &[Literal]) -> BTreeSet<String> {
    literals.iter().map(Literal::to_string).collect()
}

/// When a rule asks for something: where all of these conditions hold.
pub(super) struct Situation(BTreeSet<String>);

impl Situation {
    pub(super) fn of(placed: &Placed<'_>) -> Self {
        let mut all = BTreeSet::new();
        for condition in placed.situation() {
            add(condition, &mut all);
        }
        Self(all)
    }

    /// Whether it surely is given wherever the other is.
    fn includes(&self, other: &Self) -> bool {
        self.0.is_subset(&other.0)
    }

    /// Whether one of the two includes the other, so that they surely meet.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        self.includes(other) || other.includes(self)
    }
}

fn add(condition: &Condition, all: &mut BTreeSet<String>) {
    match condition {
        Condition::All(parts) => parts.iter().for_each(|part| add(part, all)),
        other => {
            all.insert(other.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::assert_messages;

    #[test]
    fn a_rule_adds_something() {
        let on = |rules: &str| {
            format!("struct S {{ #[alipay({rules})] a: Option<String>, b: Option<String>, c: Option<String> }}")
        };
        let groups = |rules: &str| {
            format!("#[alipay({rules})] struct S {{ a: Option<String>, b: Option<String>, c: Option<String> }}")
        };
        let superfluous = |keyword: &str, covering: &str| {
            format!("this `{keyword}` changes nothing: {covering} already asks as much; remove one of the two")
        };
        let fine = [
            on("max_len = 64, advise(max_len = 32)"),
            on("max_len = 64, when(present(b), max_len = 32)"),
            on("required_if(present(b)), required_if(present(c))"),
            on("advise(required_if(present(b))), required_if(present(b) && present(c))"),
            on("forbidden_if(b == \"x\"), forbidden_if(b == \"y\")"),
            on("allowed_if(\"x\", present(b)), allowed_if(\"y\", present(b))"),
            on("excludes = \"://\", excludes = \"?\""),
            on("same_as(b), same_as(c)"),
            groups("at_most_one(a, b), at_most_one(b, c)"),
            groups("at_least_one(a, b), advise(exactly_one(a, b))"),
            // Of other fields.
            "struct S { #[alipay(max_len = 9)] a: String, #[alipay(digits)] b: String, #[alipay(max_len = 9)] c: String }"
                .to_owned(),
        ];
        for source in &fine {
            assert_messages(&[(source, &[])]);
        }
        for (source, keyword, covering) in [
            (on("max_len = 32, advise(max_len = 64)"), "max_len", "`max_len = 32` on `a`"),
            (on("advise(max_len = 32), max_len = 32"), "max_len", "`max_len = 32` on `a`"),
            (on("max_len = 32, when(present(b), max_len = 64)"), "max_len", "`max_len = 32` on `a`"),
            (on("required_if(present(b)), required_if(present(b))"), "required_if", "`required_if(present(b))` on `a`"),
            (
                on("when(present(b), required), required_if(present(b) && present(c))"),
                "required_if",
                "`when(present(b), required)` on `a`",
            ),
            (on("requires(b, c), requires(c)"), "requires", "`requires(b, c)` on `a`"),
            (on("digits, positive"), "digits", "`positive` on `a`"),
            (on("at_least(b), greater_than(b)"), "at_least", "`greater_than(b)` on `a`"),
            (
                on("value_if(present(b), [\"x\"]), value_if(present(b), [\"x\", \"y\"])"),
                "value_if",
                "`value_if(present(b), [\"x\"])` on `a`",
            ),
            (
                on("allowed_if(\"x\", present(b)), allowed_if(\"x\", present(b))"),
                "allowed_if",
                "`allowed_if(\"x\", present(b))` on `a`",
            ),
            (on("excludes = \"://\", excludes = \"s://\""), "excludes", "`excludes = \"://\"` on `a`"),
            (on("same_as(b), advise(same_as(b))"), "same_as", "`same_as(b)` on `a`"),
            (groups("exactly_one(a, b), exactly_one(b, a)"), "exactly_one", "`exactly_one(a, b)`"),
            (groups("exactly_one(a, b), at_most_one(b, a)"), "at_most_one", "`exactly_one(a, b)`"),
            (groups("at_least_one(a, b, c), at_least_one(a, b)"), "at_least_one", "`at_least_one(a, b)`"),
            (groups("all_or_none(a, b, c), all_or_none(a, b)"), "all_or_none", "`all_or_none(a, b, c)`"),
            (
                groups("when(present(c), at_most_one(a, b)), when(present(c), at_most_one(b, a))"),
                "at_most_one",
                "`when(present(c), at_most_one(a, b))`",
            ),
        ] {
            assert_messages(&[(&source, &[&superfluous(keyword, covering)])]);
        }
    }
}
