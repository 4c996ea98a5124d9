//! Limits that nothing fits, or everything.

use std::cmp::Ordering;

use proc_macro2::Span;

use super::covered::Situation;
use super::placed::{Placed, Rules};
use super::written;
use crate::context::Context;
use crate::model::{Check, Count, Number};

pub(super) fn check(rules: &Rules<'_>, context: &mut Context) {
    for placed in rules.sound() {
        if let Some((span, message)) = fault_alone(placed) {
            placed.fault(context, span, message);
        }
    }
    for (first, second) in rules.pairs() {
        // Limits of two situations that exclude each other may differ.
        if let Some((span, message)) = fault_together(first, second)
            && Situation::of(first).overlaps(&Situation::of(second))
        {
            second.fault(context, span, message);
        }
    }
}

fn fault_alone(placed: &Placed<'_>) -> Option<(Span, String)> {
    let keyword = &placed.rule.keyword;
    match &placed.rule.check {
        Check::MinLen(Count { value: 0, span }) | Check::MinItems(Count { value: 0, span }) => {
            Some((*span, format!("`{keyword} = 0` asks nothing; remove it or raise it")))
        }
        Check::MaxLen(Count { value: 0, span })
        | Check::MaxBytes(Count { value: 0, span })
        | Check::MaxItems(Count { value: 0, span }) => {
            Some((*span, format!("`{keyword} = 0` lets nothing through; remove the field or raise the limit")))
        }
        Check::Decimals(Count { value, span }) if *value > 28 => Some((
            *span,
            format!("no amount has more than 28 digits after its point, so `{keyword}` asks nothing; lower it"),
        )),
        Check::Excludes(part) if part.value().is_empty() => {
            Some((part.span(), format!("every text contains this empty part, so `{keyword}` lets nothing through")))
        }
        Check::Range { min: Some(min), max: Some(max) } if min.is_more_than(*max) => Some((
            min.span,
            format!("this range is empty: {min} is more than {max}; write `{max}..={min}` if the ends are swapped"),
        )),
        _ => None,
    }
}

fn fault_together(first: &Placed<'_>, second: &Placed<'_>) -> Option<(Span, String)> {
    match (&first.rule.check, &second.rule.check) {
        (Check::MinLen(min), Check::MaxLen(max) | Check::MaxBytes(max)) => {
            fault_between(*min, first, *max, second, max.span)
        }
        (Check::MaxLen(max) | Check::MaxBytes(max), Check::MinLen(min)) => {
            fault_between(*min, second, *max, first, min.span)
        }
        (Check::MinItems(min), Check::MaxItems(max)) => fault_between(*min, first, *max, second, max.span),
        (Check::MaxItems(max), Check::MinItems(min)) => fault_between(*min, second, *max, first, min.span),
        (Check::Range { min, max }, Check::Range { min: other_min, max: other_max }) => {
            let is_apart = |min: &Option<Number>, max: &Option<Number>| {
                min.zip(*max).is_some_and(|(min, max)| min.is_more_than(max))
            };
            let span = other_min.or(*other_max).map_or(second.rule.keyword.span(), |number| number.span);
            let (one, other) = (written::Range(*min, *max), written::Range(*other_min, *other_max));
            (is_apart(min, other_max) || is_apart(other_min, max))
                .then(|| (span, format!("no number is within both `{one}` and `{other}`; correct one of them")))
        }
        _ => None,
    }
}

fn fault_between(min: Count, least: &Placed<'_>, max: Count, most: &Placed<'_>, span: Span) -> Option<(Span, String)> {
    let (least, most) = (&least.rule.keyword, &most.rule.keyword);
    let (min, max) = (min.value, max.value);
    (min > max).then(|| {
        let message =
            format!("`{least} = {min}` is more than `{most} = {max}`, so no value fits both; correct one of them");
        (span, message)
    })
}

/// Whether every number of the first range is in the second.
pub(super) fn fits_within(narrow: (Option<Number>, Option<Number>), wide: (Option<Number>, Option<Number>)) -> bool {
    let is_within = |end: Option<Number>, limit: Option<Number>, beyond: fn(Number, Number) -> bool| match (end, limit)
    {
        (_, None) => true,
        (None, Some(_)) => false,
        (Some(end), Some(limit)) => !beyond(end, limit),
    };
    is_within(narrow.0, wide.0, |min, limit| limit.is_more_than(min))
        && is_within(narrow.1, wide.1, Number::is_more_than)
}

impl Number {
    /// False where the two are too far apart to compare.
    fn is_more_than(self, other: Self) -> bool {
        self.compare(other) == Some(Ordering::Greater)
    }

    fn compare(self, other: Self) -> Option<Ordering> {
        let scale = self.scale.max(other.scale);
        let at_scale = |number: Self| {
            let factor = 10_i128.checked_pow(scale - number.scale)?;
            i128::from(number.mantissa).checked_mul(factor)
        };
        Some(at_scale(self)?.cmp(&at_scale(other)?))
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::assert_messages;

    #[test]
    fn a_limit_lets_something_through_and_something_not() {
        let text = |rules: &str| format!("struct S {{ #[alipay({rules})] a: Option<String>, b: Option<bool> }}");
        let list = |rules: &str| format!("struct S {{ #[alipay({rules})] a: Vec<String>, b: Option<bool> }}");
        let amount = |rules: &str| format!("struct S {{ #[alipay({rules})] a: Amount, b: Option<bool> }}");
        assert_messages(&[
            (&text("min_len = 1, max_len = 1"), &[]),
            (&text("min_len = 0"), &["`min_len = 0` asks nothing; remove it or raise it"]),
            (&text("max_len = 0"), &["`max_len = 0` lets nothing through; remove the field or raise the limit"]),
            (&list("min_items = 0"), &["`min_items = 0` asks nothing; remove it or raise it"]),
            (&list("max_items = 0"), &["`max_items = 0` lets nothing through; remove the field or raise the limit"]),
            (
                &text("min_len = 33, max_len = 32"),
                &["`min_len = 33` is more than `max_len = 32`, so no value fits both; correct one of them"],
            ),
            (
                &text("max_bytes = 32, min_len = 33"),
                &["`min_len = 33` is more than `max_bytes = 32`, so no value fits both; correct one of them"],
            ),
            (
                &list("max_items = 3, min_items = 4"),
                &["`min_items = 4` is more than `max_items = 3`, so no value fits both; correct one of them"],
            ),
            (&amount("decimals = 0"), &[]),
            (&amount("decimals = 28"), &[]),
            (
                &amount("decimals = 29"),
                &["no amount has more than 28 digits after its point, so `decimals` asks nothing; lower it"],
            ),
            (&text("excludes = \"://\""), &[]),
            (&text("excludes = \"\""), &["every text contains this empty part, so `excludes` lets nothing through"]),
            (&amount("range = 0.1..=0.10"), &[]),
            (&amount("range = -1..=0.5"), &[]),
            (
                &amount("range = 3000..=0.1"),
                &["this range is empty: 3000 is more than 0.1; write `0.1..=3000` if the ends are swapped"],
            ),
            (
                &amount("range = -0.05..=-1"),
                &["this range is empty: -0.05 is more than -1; write `-1..=-0.05` if the ends are swapped"],
            ),
            (
                &amount("range = ..=5, when(b == true, range = 6..)"),
                &["no number is within both `..=5` and `6..`; correct one of them"],
            ),
            // Of two situations that exclude each other.
            (&amount("when(b == false, range = ..=5), when(b == true, range = 6..)"), &[]),
            (&text("when(b == false, max_len = 5), when(b == true, min_len = 6)"), &[]),
        ]);
    }
}
