//! Conditions that can never hold, or say the same twice.

use std::collections::BTreeSet;

use proc_macro2::Span;

use super::placed::Rules;
use crate::context::Context;
use crate::model::{Condition, Literal, Operand};

pub(super) fn check(rules: &Rules<'_>, context: &mut Context) {
    for placed in rules.sound() {
        let conditions: Vec<&Condition> = placed.conditions().collect();
        let twice = repeated(conditions.iter().copied());
        if let Some(twice) = twice.or_else(|| conditions.iter().find_map(|condition| said_twice(condition))) {
            placed.fault(context, twice.span(), format!("`{twice}` stands twice in this condition; once is enough"));
            continue;
        }
        let excluded = alternatives(&conditions).iter().find_map(|together| {
            let pairs = together
                .iter()
                .enumerate()
                .flat_map(|(at, one)| together.iter().skip(at + 1).map(move |two| (*one, *two)));
            pairs.into_iter().find(|(one, two)| one.excludes(two))
        });
        if let Some((one, two)) = excluded {
            let message = format!("`{one}` and `{two}` never hold together; correct one of them");
            placed.fault(context, two.span(), message);
        }
    }
}

/// A part that stands twice in one `&&` or in one `||`.
fn said_twice(condition: &Condition) -> Option<&Condition> {
    let parts = match condition {
        Condition::All(parts) | Condition::Any(parts) => parts,
        Condition::Not(inner) => return said_twice(inner),
        _ => return None,
    };
    repeated(parts.iter()).or_else(|| parts.iter().find_map(said_twice))
}

fn repeated<'c>(mut parts: impl Iterator<Item = &'c Condition>) -> Option<&'c Condition> {
    let mut seen = BTreeSet::new();
    parts.find(|part| !seen.insert(part.to_string()))
}

/// The ways in which all of these conditions can hold: what must hold together in each way.
///
/// Nothing where there are too many ways to look at, which no declaration of the platform needs.
pub(super) fn alternatives<'c>(conditions: &[&'c Condition]) -> Vec<Vec<&'c Condition>> {
    const MOST: usize = 64;
    let mut ways = vec![Vec::new()];
    for condition in conditions {
        let added = match condition {
            Condition::All(parts) => alternatives(&parts.iter().collect::<Vec<_>>()),
            Condition::Any(parts) => parts.iter().flat_map(|part| alternatives(&[part])).collect(),
            leaf => vec![vec![*leaf]],
        };
        if ways.len() * added.len() > MOST {
            return Vec::new();
        }
        ways = ways
            .iter()
            .flat_map(|way: &Vec<&Condition>| added.iter().map(move |more| way.iter().chain(more).copied().collect()))
            .collect();
    }
    ways
}

impl Condition {
    /// Whether the two can never hold at the same time, as far as can be told from the words.
    fn excludes(&self, other: &Self) -> bool {
        if let (Self::Not(inner), whole) | (whole, Self::Not(inner)) = (self, other) {
            return inner.to_string() == whole.to_string();
        }
        if !self.is_about_same(other) {
            return false;
        }
        match (self, other) {
            (Self::Absent(_), other) | (other, Self::Absent(_)) => !matches!(other, Self::Absent(_)),
            (Self::NotEqual(_, value), Self::Equal(_, same)) | (Self::Equal(_, same), Self::NotEqual(_, value)) => {
                value.to_string() == same.to_string()
            }
            _ => self.values().zip(other.values()).is_some_and(|(values, others)| values.is_disjoint(&others)),
        }
    }

    /// A situation in which surely both hold: they are the same, list a value in common, or one
    /// asks for a value of what the other wants present.
    pub(super) fn shared_with(&self, other: &Self) -> Option<String> {
        if self.to_string() == other.to_string() {
            return Some(self.to_string());
        }
        let operand = self.operand().filter(|_| self.is_about_same(other))?;
        match (self, other) {
            (Self::Absent(_), _) | (_, Self::Absent(_)) => None,
            (Self::Present(_), narrower) | (narrower, Self::Present(_)) => Some(narrower.to_string()),
            _ => {
                let (values, others) = self.values().zip(other.values())?;
                values.intersection(&others).next().map(|value| format!("{operand} == {value}"))
            }
        }
    }

    fn is_about_same(&self, other: &Self) -> bool {
        self.operand().zip(other.operand()).is_some_and(|(one, two)| one.to_string() == two.to_string())
    }

    /// The only values for which an equality holds.
    fn values(&self) -> Option<BTreeSet<String>> {
        match self {
            Self::Equal(_, value) => Some(BTreeSet::from([value.to_string()])),
            Self::In(_, values) => Some(values.iter().map(Literal::to_string).collect()),
            _ => None,
        }
    }

    fn span(&self) -> Span {
        let operand = self.leaves().first().and_then(|leaf| leaf.operand());
        operand.map_or_else(Span::call_site, Operand::span)
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::assert_messages;

    #[test]
    fn conditions_can_hold_and_do_not_repeat_themselves() {
        let on = |condition: &str| {
            format!(
                "struct S {{ #[alipay(required_if({condition}))] a: Option<String>, b: Option<X>, c: Option<i64> }}"
            )
        };
        let never = |one: &str, two: &str| format!("`{one}` and `{two}` never hold together; correct one of them");
        for fine in [
            "b == X::A && c == 1",
            "b == X::A || b == X::B",
            "b != X::A && b != X::B",
            "b in [X::A, X::B] && b != X::A",
            "present(b) && c > 3",
            "(b == X::A && absent(c)) || (b == X::B && present(c))",
        ] {
            assert_messages(&[(&on(fine), &[])]);
        }
        for (condition, one, two) in [
            ("b == X::A && b == X::B", "b == X::A", "b == X::B"),
            ("b in [X::A, X::B] && b == X::C", "b in [X::A, X::B]", "b == X::C"),
            ("b == X::A && b != X::A", "b == X::A", "b != X::A"),
            ("absent(c) && c > 3", "absent(c)", "c > 3"),
            ("present(c) && absent(c)", "present(c)", "absent(c)"),
            ("present(c) && !present(c)", "present(c)", "!present(c)"),
            ("present(c) && (b == X::A || absent(c))", "present(c)", "absent(c)"),
        ] {
            assert_messages(&[(&on(condition), &[&never(one, two)])]);
        }
        assert_messages(&[
            (&on("present(c) && present(c)"), &["`present(c)` stands twice in this condition; once is enough"]),
            (&on("c == 1 || present(b) || c == 1"), &["`c == 1` stands twice in this condition; once is enough"]),
            (
                "struct S { #[alipay(when(b == 1, required_if(b == 1)))] a: Option<String>, b: Option<i64> }",
                &["`b == 1` stands twice in this condition; once is enough"],
            ),
            (
                "struct S { #[alipay(when(b == 1, required_if(b == 2)))] a: Option<String>, b: Option<i64> }",
                &[&never("b == 1", "b == 2")],
            ),
        ]);
    }
}
