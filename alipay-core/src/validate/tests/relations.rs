//! Rules about several fields: presence, order, groups, conditions.

use super::form::{FormBuilder, NONE, amount, form, one, text, time, word};
use crate::record::{FieldValue, Record};
use crate::sample::{at, number, path};
use crate::schema::{Check, Condition, Literal, Operand, Path, Rule};

#[test]
fn required_fields_are_present() {
    let missing = "it_w: must be given (required)";
    let required = |field: FormBuilder| field.but(|field| field.required = true).review();
    assert_eq!(required(form().field("it", text("a"), vec![])), NONE);
    assert_eq!(required(form().field("it", None::<String>, vec![])), [missing]);
    assert_eq!(required(form().field("it", Vec::<i64>::new(), vec![])), NONE);
    assert_eq!(one(Check::Required, None::<i64>), [missing]);
    assert_eq!(one(Check::Required, Some(0_i64)), NONE);
    let advice = vec![Rule::new(Check::Required).advise()];
    assert_eq!(form().field("it", None::<i64>, advice).review(), ["it_w: must be given (required, advice)"]);
}

#[test]
fn one_field_may_ask_for_or_rule_out_another() {
    const NEEDS: Check = Check::Requires(&[path(&["kind"]), path(&["other"])]);
    const IS_DEPOSIT: Condition = Condition::Equal(at(&["kind"]), Literal::Text("DEPOSIT"));
    let kind = |check, it: Option<&str>, kind| {
        form().field("it", it.map(str::to_owned), vec![Rule::new(check)]).field("kind", word(kind), vec![]).review()
    };
    let required = Check::RequiredIf(IS_DEPOSIT);
    assert_eq!(kind(required, None, "DEPOSIT"), ["it_w: must be given when kind_w is DEPOSIT (required_if)"]);
    assert_eq!(kind(required, Some("x"), "DEPOSIT"), NONE);
    assert_eq!(kind(required, None, "FREEZE"), NONE);
    let forbidden = Check::ForbiddenIf(IS_DEPOSIT);
    assert_eq!(kind(forbidden, Some("x"), "DEPOSIT"), ["it_w: must not be sent when kind_w is DEPOSIT (forbidden_if)"]);
    assert_eq!(kind(forbidden, None, "DEPOSIT"), NONE);
    assert_eq!(kind(forbidden, Some("x"), "FREEZE"), NONE);
    let legal = Check::ValueIf { condition: IS_DEPOSIT, values: &[Literal::Text("a"), Literal::Text("b")] };
    assert_eq!(kind(legal, Some("c"), "DEPOSIT"), ["it_w: must be one of a, b when kind_w is DEPOSIT (value_if)"]);
    assert_eq!(kind(legal, Some("b"), "DEPOSIT"), NONE);
    assert_eq!(kind(legal, Some("c"), "FREEZE"), NONE);
    assert_eq!(kind(legal, None, "DEPOSIT"), NONE);
    let special = Check::AllowedIf { value: Literal::Text("a"), condition: IS_DEPOSIT };
    assert_eq!(kind(special, Some("a"), "FREEZE"), ["it_w: may be a only when kind_w is DEPOSIT (allowed_if)"]);
    assert_eq!(kind(special, Some("a"), "DEPOSIT"), NONE);
    assert_eq!(kind(special, Some("b"), "FREEZE"), NONE);

    let needing = |other: Option<i64>| {
        form()
            .field("it", text("x"), vec![Rule::new(NEEDS)])
            .field("kind", word("DEPOSIT"), vec![])
            .field("other", other, vec![])
            .review()
    };
    assert_eq!(needing(Some(1)), NONE);
    assert_eq!(needing(None), ["it_w: needs other_w to be given as well (requires)"]);
    assert_eq!(one(NEEDS, None::<i64>), NONE);
}

/// The findings on `it` with one rule about `other`.
fn pair<T: FieldValue + Send + Sync, U: FieldValue + Send + Sync>(check: Check, it: T, other: U) -> Vec<String> {
    form().field("it", it, vec![Rule::new(check)]).field("other", other, vec![]).review()
}

#[test]
fn two_fields_may_have_an_order() {
    const FIRST_OF_TWO: Operand = Operand::Coalesce(&[path(&["nothing"]), path(&["other"])]);
    let greater = Check::GreaterThan(at(&["other"]));
    let least = Check::AtLeast(FIRST_OF_TWO);
    assert_eq!(pair(greater, 3_i64, amount("2.99")), NONE);
    assert_eq!(pair(greater, 3_i64, amount("3.00")), ["it_w: is 3, must be greater than other_w (greater_than)"]);
    assert_eq!(pair(least, 3_i64, amount("3.00")), NONE);
    assert_eq!(pair(least, amount("2.9"), 3_i64), ["it_w: is 2.9, must not be less than other_w (at_least)"]);
    let (earlier, later) = (time("2026-11-23 08:00:00"), time("2026-11-23 08:00:01"));
    assert_eq!(pair(greater, later, earlier), NONE);
    assert_eq!(pair(greater, earlier, earlier), ["it_w: must be greater (later) than other_w (greater_than)"]);
    assert_eq!(pair(least, earlier, later), ["it_w: must not be less (earlier) than other_w (at_least)"]);
    // Nothing to compare.
    assert_eq!(pair(greater, None::<i64>, 3_i64), NONE);
    assert_eq!(pair(least, 3_i64, None::<i64>), NONE);
    assert_eq!(pair(greater, 3_i64, earlier), NONE);
}

#[test]
fn what_is_given_twice_may_have_to_be_the_same() {
    const FIRST_OF_TWO: Operand = Operand::Coalesce(&[path(&["nothing"]), path(&["other"])]);
    let same = Check::SameAs(at(&["other"]));
    let differs = ["it_w: must be the same as other_w (same_as)"];
    assert_eq!(pair(same, text("a"), text("a")), NONE);
    assert_eq!(pair(same, text("a"), text("b")), differs);
    assert_eq!(pair(same, word("DEPOSIT"), word("DEPOSIT")), NONE);
    assert_eq!(pair(same, word("DEPOSIT"), word("FREEZE")), differs);
    assert_eq!(pair(same, amount("1.50"), amount("1.5")), NONE);
    assert_eq!(pair(same, amount("1.50"), amount("1.51")), differs);
    assert_eq!(pair(same, true, true), NONE);
    assert_eq!(pair(same, true, false), differs);
    let (earlier, later) = (time("2026-11-23 08:00:00"), time("2026-11-23 08:00:01"));
    assert_eq!(pair(same, earlier, earlier), NONE);
    assert_eq!(pair(same, earlier, later), differs);
    assert_eq!(pair(Check::SameAs(FIRST_OF_TWO), 3_i64, 4_i64), differs);
    // Nothing to compare.
    assert_eq!(pair(same, None::<i64>, 3_i64), NONE);
    assert_eq!(pair(same, 3_i64, None::<i64>), NONE);
    assert_eq!(pair(same, 3_i64, earlier), NONE);
    assert_eq!(pair(same, vec![3_i64], vec![4_i64]), NONE);
}

#[test]
fn groups_count_what_is_present() {
    const GROUP: &[Path] = &[path(&["a"]), path(&["b"]), path(&["c"])];
    let group = |check, present: [bool; 3]| {
        let value = |index: usize| present[index].then_some(1_i64);
        let form = form().rule(Rule::new(check));
        form.field("a", value(0), vec![]).field("b", value(1), vec![]).field("c", value(2), vec![]).review()
    };
    let (all, two, one, none) = ([true; 3], [false, true, true], [false, true, false], [false; 3]);
    for (check, accepted, refused, message) in [
        (Check::AllOrNone(GROUP), [all, none], [two, one], "all of a_w, b_w, c_w or none"),
        (Check::ExactlyOne(GROUP), [one, one], [two, none], "exactly one of a_w, b_w, c_w"),
        (Check::AtLeastOne(GROUP), [one, all], [none, none], "at least one of a_w, b_w, c_w"),
        (Check::AtMostOne(GROUP), [one, none], [two, two], "at most one of a_w, b_w, c_w"),
    ] {
        for present in accepted {
            assert_eq!(group(check, present), NONE, "{message} {present:?}");
        }
        for present in refused {
            let given = [(two, "b_w, c_w"), (one, "b_w"), (none, "none")];
            let given = given.into_iter().find(|(it, _)| *it == present).unwrap().1;
            let found = group(check, present);
            let start = format!("a_w: give {message}, given is {given} (");
            assert!(found.len() == 1 && found[0].starts_with(&start), "{found:?} {start}");
        }
    }
    // An empty list is none of them, an empty text is one.
    let form = form().rule(Rule::new(Check::AllOrNone(GROUP))).field("a", Vec::<i64>::new(), vec![]);
    let found = form.field("b", text(""), vec![]).field("c", None::<i64>, vec![]).review();
    assert!(found[0].ends_with("given is b_w (all_or_none)") && found[1].ends_with("(empty)"), "{found:?}");
}

#[test]
fn conditions_compare_by_value_and_are_false_about_nothing() {
    const TEN: Literal = Literal::Number(number(100, 1));
    const A: Literal = Literal::Text("a");
    const NUMBER: Operand = at(&["number"]);
    const NOTHING: Operand = at(&["nothing"]);
    const FIRST: Operand = Operand::Coalesce(&[path(&["nothing"]), path(&["letter"])]);
    const TRUTH: Condition = Condition::Equal(at(&["truth"]), Literal::Bool(true));
    const LIE: Condition = Condition::NotEqual(at(&["truth"]), Literal::Bool(true));
    for (condition, holds, words) in [
        (Condition::Equal(NUMBER, TEN), true, "number_w is 10.0"),
        (Condition::NotEqual(NUMBER, TEN), false, "number_w is not 10.0"),
        (Condition::Greater(NUMBER, Literal::Number(number(999, 2))), true, "number_w is greater than 9.99"),
        (Condition::Greater(NUMBER, TEN), false, "number_w is greater than 10.0"),
        (Condition::In(at(&["letter"]), &[Literal::Text("b"), A]), true, "letter_w is one of b, a"),
        (Condition::Equal(at(&["letter"]), Literal::Text("")), false, "letter_w is \"\""),
        (Condition::NotEqual(at(&["letter"]), TEN), false, "letter_w is not 10.0"),
        (Condition::Equal(NUMBER, A), false, "number_w is a"),
        (TRUTH, true, "truth_w is true"),
        (LIE, false, "truth_w is not true"),
        (Condition::Equal(NOTHING, A), false, "nothing_w is a"),
        (Condition::NotEqual(NOTHING, A), false, "nothing_w is not a"),
        (Condition::Present(NOTHING), false, "nothing_w is present"),
        (Condition::Absent(NOTHING), true, "nothing_w is absent"),
        (Condition::Absent(at(&["list"])), true, "list_w is absent"),
        (Condition::Equal(FIRST, A), true, "coalesce(nothing_w, letter_w) is a"),
        (Condition::NotEqual(at(&["letter"]), Literal::Text("")), true, "letter_w is not \"\""),
        (
            Condition::All(&[TRUTH, Condition::Any(&[LIE, TRUTH])]),
            true,
            "truth_w is true and (truth_w is not true or truth_w is true)",
        ),
        (Condition::Not(&Condition::All(&[TRUTH, LIE])), true, "not (truth_w is true and truth_w is not true)"),
        (
            Condition::Any(&[LIE, Condition::All(&[TRUTH, Condition::Not(&LIE)])]),
            true,
            "truth_w is not true or (truth_w is true and not (truth_w is not true))",
        ),
    ] {
        let found = form()
            .field(
                "it",
                None::<i64>,
                vec![Rule::new(Check::RequiredIf(condition)), Rule::new(Check::Required).when(condition)],
            )
            .field("number", 10_i64, vec![])
            .field("letter", text("a"), vec![])
            .field("truth", true, vec![])
            .field("nothing", None::<String>, vec![])
            .field("list", Vec::<i64>::new(), vec![])
            .review();
        let expected = [
            format!("it_w: must be given when {words} (required_if)"),
            format!("it_w: must be given, because {words} (required)"),
        ];
        assert_eq!(found, if holds { &expected[..] } else { &[] }, "{words}");
    }
}

#[test]
fn an_author_may_write_a_rule_as_a_function() {
    fn refuse(record: &dyn Record) -> Result<(), String> {
        if record.get(0).is_present() { Ok(()) } else { Err("the first field is needed".to_owned()) }
    }
    let check = Check::Custom(refuse);
    assert_eq!(one(check, Some(1_i64)), NONE);
    assert_eq!(one(check, None::<i64>), ["it_w: the first field is needed (check)"]);
    let on_struct = form().rule(Rule::new(check)).field("it", None::<i64>, vec![]);
    assert_eq!(on_struct.review(), ["the first field is needed (check)"]);
}
