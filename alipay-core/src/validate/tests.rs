//! Each rule with values it accepts and values it refuses, and the walk around them.

use std::sync::atomic::{AtomicUsize, Ordering};

use crate::amount::Amount;
use crate::record::{FieldValue, Record, Slot, Value};
use crate::sample::{Order, PointsUpdate, TransType, Voucher, at, from_root, number, path};
use crate::schema::{Check, Condition, EnumSchema, Field, Literal, Operand, Path, Rule, Schema, Severity, Shape};
use crate::time::DateTime;
use crate::validate::{review, validate};
use crate::violation::{Found, Limit, RuleCode};

/// A record put together by a test: fields of any kind, under any rules.
struct Form {
    schema: &'static Schema,
    values: Vec<Box<dyn Held>>,
    gets: AtomicUsize,
}

trait Held: Send + Sync {
    fn held(&self) -> Value<'_>;
}

impl<T: FieldValue + Send + Sync> Held for T {
    fn held(&self) -> Value<'_> {
        self.value()
    }
}

impl Record for Form {
    fn schema(&self) -> &'static Schema {
        self.schema
    }

    fn get(&self, index: usize) -> Value<'_> {
        self.gets.fetch_add(1, Ordering::Relaxed);
        self.values.get(index).map_or(Value::Absent, |value| value.held())
    }

    fn slot(&mut self, _index: usize) -> Option<Slot<'_>> {
        None
    }
}

/// Fields by their Rust names; the wire name is the Rust name and `_w`.
#[derive(Default)]
struct FormBuilder {
    fields: Vec<Field>,
    values: Vec<Box<dyn Held>>,
    rules: Vec<Rule>,
}

impl FormBuilder {
    fn field<T: FieldValue + Send + Sync>(mut self, name: &'static str, value: T, rules: Vec<Rule>) -> Self {
        let wire = format!("{name}_w").leak();
        let (shape, rules) = (T::SHAPE, rules.leak());
        self.fields.push(Field { name, wire, shape, required: false, secret: false, allow_empty: false, rules });
        self.values.push(Box::new(value));
        self
    }

    /// Changes the declaration of the last field.
    fn but(mut self, change: fn(&mut Field)) -> Self {
        change(self.fields.last_mut().unwrap());
        self
    }

    fn rule(mut self, rule: Rule) -> Self {
        self.rules.push(rule);
        self
    }

    fn build(self) -> Form {
        let schema = Schema { name: "Form", fields: self.fields.leak(), rules: self.rules.leak() };
        Form { schema: Box::leak(Box::new(schema)), values: self.values, gets: AtomicUsize::new(0) }
    }

    /// All findings, a line each.
    fn review(self) -> Vec<String> {
        lines(&self.build())
    }
}

fn form() -> FormBuilder {
    FormBuilder::default()
}

fn lines(record: &dyn Record) -> Vec<String> {
    review(record).iter().map(ToString::to_string).collect()
}

/// The findings on one field `it` with one rule.
fn one<T: FieldValue + Send + Sync>(check: Check, value: T) -> Vec<String> {
    form().field("it", value, vec![Rule::new(check)]).review()
}

fn amount(digits: &str) -> Amount {
    digits.parse().unwrap()
}

fn time(text: &str) -> DateTime {
    text.parse().unwrap()
}

fn text(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn word(word: &str) -> Option<TransType> {
    Some(TransType::from_word(word))
}

const NONE: [&str; 0] = [];

#[test]
fn lengths_are_counted_in_characters() {
    for (check, accepted, refused, message) in [
        (Check::MaxLen(3), "券券券", "券券券券", "it_w: has 4 characters, at most 3 are allowed (max_len)"),
        (Check::MaxLen(1), "😀", "ab", "it_w: has 2 characters, at most 1 is allowed (max_len)"),
        (Check::MinLen(2), "券券", "券", "it_w: has 1 character, at least 2 are needed (min_len)"),
        (Check::MaxBytes(6), "券券", "券券a", "it_w: has 7 bytes, at most 6 are allowed (max_bytes)"),
    ] {
        assert_eq!(one(check, text(accepted)), NONE, "{accepted}");
        assert_eq!(one(check, text(refused)), [message], "{refused}");
        assert_eq!(one(check, None::<String>), NONE);
    }
}

#[test]
fn amounts_are_as_long_as_they_are_written_and_listed_words_are_never_too_long() {
    assert_eq!(one(Check::MaxLen(5), amount("88.80")), NONE);
    assert_eq!(one(Check::MaxLen(4), amount("88.80")), ["it_w: has 5 characters, at most 4 are allowed (max_len)"]);
    assert_eq!(one(Check::MaxLen(3), word("DEPOSIT")), NONE);
    assert_eq!(one(Check::MaxLen(1), 12_i64), NONE);
    let found = form()
        .field("it", word("NEW_WORD"), vec![Rule::new(Check::MaxLen(3))])
        .but(|field| field.shape = Shape::Enum(&EnumSchema { name: "Open", values: &[], open: true }));
    assert_eq!(found.review(), ["it_w: has 8 characters, at most 3 are allowed (max_len)"]);
}

#[test]
fn a_list_of_texts_refuses_a_long_item_and_advises_on_the_sum() {
    let list = |items: &[&str]| items.iter().map(|&item| item.to_owned()).collect::<Vec<String>>();
    assert_eq!(one(Check::MaxLen(4), list(&["ab", "cd"])), NONE);
    let sum = "it_w: has 5 characters in all its texts together, perhaps at most 4 are allowed (total_len, advice)";
    assert_eq!(one(Check::MaxLen(4), list(&["ab", "cde"])), [sum]);
    let item = "it_w[1]: has 5 characters, at most 4 are allowed (max_len)";
    let sum = sum.replace("has 5", "has 6");
    assert_eq!(one(Check::MaxLen(4), list(&["a", "bcdef"])), [item, sum.as_str()]);
    assert!(validate(&form().field("it", list(&["ab", "cde"]), vec![Rule::new(Check::MaxLen(4))]).build()).is_ok());
}

#[test]
fn lists_have_a_least_and_a_greatest_length() {
    for (check, accepted, refused, message) in [
        (Check::MinItems(1), vec![1_i64], vec![], "it_w: has 0 items, at least 1 is needed (min_items)"),
        (Check::MaxItems(1), vec![1], vec![1, 2], "it_w: has 2 items, at most 1 is allowed (max_items)"),
    ] {
        assert_eq!(one(check, accepted), NONE);
        assert_eq!(one(check, refused.clone()), [message]);
        assert_eq!(one(check, Some(refused)), [message]);
        assert_eq!(one(check, None::<Vec<i64>>), NONE);
    }
}

#[test]
fn ranges_include_their_ends() {
    let range = |min, max| Check::Range { min, max };
    let both = range(Some(number(1, 1)), Some(number(3000, 0)));
    for accepted in ["0.1", "0.10", "3000", "3000.00", "7"] {
        assert_eq!(one(both, amount(accepted)), NONE, "{accepted}");
    }
    assert_eq!(one(both, amount("3000.01")), ["it_w: is 3000.01, allowed is 0.1 to 3000 (range)"]);
    assert_eq!(one(both, amount("-1")), ["it_w: is -1, allowed is 0.1 to 3000 (range)"]);
    assert_eq!(one(both, 0_i64), ["it_w: is 0, allowed is 0.1 to 3000 (range)"]);
    assert_eq!(one(both, 3000_u64), NONE);
    assert_eq!(one(range(None, Some(number(5, 0))), 6_i64), ["it_w: is 6, allowed is 5 or less (range)"]);
    assert_eq!(one(range(Some(number(5, 0)), None), 4_i64), ["it_w: is 4, allowed is 5 or more (range)"]);
    assert_eq!(one(range(Some(number(5, 0)), None), vec![7_i64, 4]), ["it_w[1]: is 4, allowed is 5 or more (range)"]);
    let secret =
        form().field("it", 6_i64, vec![Rule::new(range(None, Some(number(5, 0))))]).but(|field| field.secret = true);
    assert_eq!(secret.review(), ["it_w: is out of range, allowed is 5 or less (range)"]);
}

#[test]
fn decimals_are_counted_as_written() {
    assert_eq!(one(Check::Decimals(2), amount("12.30")), NONE);
    assert_eq!(one(Check::Decimals(2), amount("12")), NONE);
    assert_eq!(
        one(Check::Decimals(2), amount("12.300")),
        ["it_w: has 3 digits after the point, at most 2 are allowed (decimals)"]
    );
}

#[test]
fn digits_and_positive_numbers_in_text() {
    for (value, is_digits, is_positive) in
        [("10", true, true), ("007", true, true), ("0", true, false), ("00", true, false), ("-1", false, false)]
            .into_iter()
            .chain([("1.0", false, false), ("１", false, false), (" 1", false, false), ("1e3", false, false)])
    {
        assert_eq!(one(Check::Digits, text(value)).is_empty(), is_digits, "{value}");
        assert_eq!(one(Check::Positive, text(value)).is_empty(), is_positive, "{value}");
    }
    assert_eq!(one(Check::Digits, text("x")), ["it_w: must be made of the digits 0 to 9 and nothing else (digits)"]);
    assert_eq!(one(Check::Positive, text("0")), ["it_w: must be a whole number above zero, in digits (positive)"]);
}

#[test]
fn an_empty_text_is_one_mistake() {
    let empty = "it_w: is empty: give it a text or leave it out (empty)";
    for check in [Check::Positive, Check::Digits, Check::MinLen(2), Check::MaxLen(3)] {
        assert_eq!(one(check, text("")), [empty]);
        let allowed = form().field("it", text(""), vec![Rule::new(check)]).but(|field| field.allow_empty = true);
        assert_eq!(allowed.review(), NONE);
    }
    assert_eq!(one(Check::MaxLen(3), vec!["a".to_owned(), String::new()]), [empty.replace("it_w", "it_w[1]")]);
    assert_eq!(form().field("it", word(""), vec![]).review(), [empty]);
}

#[test]
fn unlisted_words_are_refused_unless_the_list_is_open() {
    let message = "must be one of DEPOSIT, FREEZE, COMMIT, CANCEL, CONSUME (unknown_value)";
    assert_eq!(form().field("it", word("DEPOSIT"), vec![]).review(), NONE);
    assert_eq!(form().field("it", word("deposit"), vec![]).review(), [format!("it_w: {message}")]);
    let list = vec![TransType::from_word("FREEZE"), TransType::from_word("hunter2")];
    assert_eq!(form().field("it", list, vec![]).review(), [format!("it_w[1]: {message}")]);
    let open = form()
        .field("it", word("deposit"), vec![])
        .but(|field| field.shape = Shape::Enum(&EnumSchema { name: "Open", values: &["DEPOSIT"], open: true }));
    assert_eq!(open.review(), NONE);
}

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

    let requires = |other: Option<i64>| {
        form()
            .field("it", text("x"), vec![Rule::new(NEEDS)])
            .field("kind", word("DEPOSIT"), vec![])
            .field("other", other, vec![])
            .review()
    };
    assert_eq!(requires(Some(1)), NONE);
    assert_eq!(requires(None), ["it_w: needs other_w to be given as well (requires)"]);
    assert_eq!(one(NEEDS, None::<i64>), NONE);
}

#[test]
fn two_fields_may_have_an_order() {
    const FIRST_OF_TWO: Operand = Operand::Coalesce(&[path(&["nothing"]), path(&["other"])]);
    let greater = Check::GreaterThan(at(&["other"]));
    let least = Check::AtLeast(FIRST_OF_TWO);
    fn pair<T: FieldValue + Send + Sync, U: FieldValue + Send + Sync>(check: Check, it: T, other: U) -> Vec<String> {
        form().field("it", it, vec![Rule::new(check)]).field("other", other, vec![]).review()
    }
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

#[test]
fn points_update_as_the_document_has_it() {
    let sample = PointsUpdate::sample();
    assert_eq!(lines(&sample), NONE);
    for (kind, biz_no, shop_id, expected) in [
        ("DEPOSIT", false, true, vec!["biz_no: must be given when trans_type is DEPOSIT (required_if, advice)"]),
        ("DEPOSIT", true, false, vec!["shop_id: must be given when trans_type is DEPOSIT (required_if, advice)"]),
        ("COMMIT", false, false, vec!["biz_no: must be given when trans_type is one of COMMIT, CANCEL (required_if)"]),
        ("CANCEL", true, false, vec![]),
        (
            "CONSUME",
            true,
            false,
            vec!["biz_no: must not be sent when trans_type is one of CONSUME, FREEZE (forbidden_if)"],
        ),
        ("FREEZE", false, false, vec![]),
    ] {
        let mut request = PointsUpdate { trans_type: word(kind), ..sample.clone() };
        if !biz_no {
            request.biz_no = None;
        }
        if !shop_id {
            request.shop_id = None;
        }
        assert_eq!(lines(&request), expected, "{kind}");
        assert_eq!(validate(&request).is_ok(), expected.iter().all(|line| line.ends_with("advice)")));
    }
}

#[test]
fn all_violations_come_at_once_in_the_order_of_the_declaration() {
    let request = PointsUpdate {
        req_id: String::new(),
        user_id: "1".repeat(33),
        trans_type: word("CONSUME"),
        trans_amount: text("-1"),
        memo: Some("券".repeat(300)),
        ..PointsUpdate::sample()
    };
    let violations = validate(&request).unwrap_err();
    assert_eq!(violations.len(), 5);
    assert_eq!(
        violations.to_string(),
        "5 rules are broken:\n  \
         req_id: is empty: give it a text or leave it out (empty)\n  \
         user_id: has 33 characters, at most 32 are allowed (max_len)\n  \
         trans_amount: must be a whole number above zero, in digits (positive)\n  \
         biz_no: must not be sent when trans_type is one of CONSUME, FREEZE (forbidden_if)\n  \
         memo: has 300 characters, at most 256 are allowed (max_len)"
    );
    let memo = &violations.as_slice()[4];
    assert_eq!((memo.path.as_str(), memo.code, memo.severity), ("memo", RuleCode::MaxLen, Severity::Refuse));
    assert_eq!((&memo.limit, &memo.found), (&Limit::Count(256), &Found::Count(300)));
    let biz_no = &violations.as_slice()[3];
    assert_eq!(biz_no.limit, Limit::When("trans_type is one of CONSUME, FREEZE".into()));
    assert_eq!(biz_no.found, Found::Present);
    let single = validate(&PointsUpdate { trans_amount: text("0"), ..PointsUpdate::sample() }).unwrap_err();
    assert_eq!(single.to_string(), "trans_amount: must be a whole number above zero, in digits (positive)");
}

#[test]
fn nested_records_and_lists_are_walked_with_their_wire_paths() {
    let voucher = |amount: &str| Voucher { amount: Some(amount.parse().unwrap()), ..Voucher::blank() };
    let order = Order {
        publish_start: Some(time("2026-11-23 08:00:01")),
        voucher: Some(Voucher {
            floor: Some(amount("0.05")),
            end: Some(time("2026-11-23 08:00:00")),
            note: text(""),
            password: text("hunter2"),
            ..voucher("0.055")
        }),
        items: Some(vec![voucher("1"), voucher("1"), voucher("1"), voucher("3000.01")]),
        words: vec![TransType::from_word("hunter2")],
        parts: vec![Order { shop_ids: vec!["S".into()], ..Order::blank() }, Order::blank()],
        ..Order::blank()
    };
    assert_eq!(
        lines(&order),
        [
            "shop_ids: give exactly one of shop_ids, voucher.all_city, given is none (exactly_one)",
            "voucher.password: give at most one of voucher.password, voucher.note, \
             given is voucher.password, voucher.note (at_most_one)",
            "voucher.amount: is 0.055, allowed is 0.1 to 3000 (range)",
            "voucher.amount: has 3 digits after the point, at most 2 are allowed (decimals)",
            "voucher.floor_amount: is 0.05, must be greater than voucher.amount (greater_than)",
            "voucher.end_time: must not be less (earlier) than publish_start_time (at_least)",
            "voucher.note: is empty: give it a text or leave it out (empty)",
            "items: has 4 items, at most 3 are allowed (max_items)",
            "items[3].amount: is 3000.01, allowed is 0.1 to 3000 (range)",
            "words[0]: must be one of DEPOSIT, FREEZE, COMMIT, CANCEL, CONSUME (unknown_value)",
            "parts[1].shop_ids: give exactly one of parts[1].shop_ids, parts[1].voucher.all_city, \
             given is none (exactly_one)",
        ]
    );
    // Limits and found values as data.
    let findings = review(&order);
    assert_eq!(findings[2].limit, Limit::Range(Some(amount("0.1").into()), Some(amount("3000").into())));
    assert_eq!(findings[2].found, Found::Number(amount("0.055").into()));
    assert_eq!(findings[1].found, Found::Fields(vec!["voucher.password".into(), "voucher.note".into()]));
    assert_eq!(findings[5].limit, Limit::Fields(vec!["publish_start_time".into()]));
}

#[test]
fn no_message_holds_the_text_of_a_field() {
    let hidden = "hunter2";
    let request = PointsUpdate {
        req_id: hidden.repeat(9),
        trans_type: word(hidden),
        trans_amount: text(hidden),
        biz_no: Some(hidden.repeat(9)),
        ..PointsUpdate::sample()
    };
    let violations = validate(&request).unwrap_err();
    assert_eq!(violations.len(), 4);
    assert!(!format!("{violations} {violations:?}").contains(hidden));
}

#[test]
fn a_path_through_a_list_or_an_absent_record_leads_nowhere() {
    const INSIDE: Operand = at(&["parts", "shop_ids"]);
    let found = form()
        .field("it", text("x"), vec![Rule::new(Check::RequiredIf(Condition::Present(INSIDE)))])
        .field("parts", vec![Order { shop_ids: vec!["S".into()], ..Order::blank() }], vec![])
        .field("voucher", None::<Voucher>, vec![])
        .field(
            "last",
            None::<i64>,
            vec![
                Rule::new(Check::RequiredIf(Condition::Absent(INSIDE))),
                Rule::new(Check::RequiredIf(Condition::Present(at(&["voucher", "price"])))),
                Rule::new(Check::RequiredIf(Condition::Present(Operand::Path(from_root(&["no_such_field"]))))),
            ],
        )
        .review();
    assert_eq!(found, ["last_w: must be given when parts_w.shop_ids is absent (required_if)"]);
}

#[test]
fn nesting_without_end_is_refused() {
    let mut order = Order { shop_ids: vec!["S".into()], ..Order::blank() };
    for _ in 0..100 {
        order = Order { parts: vec![order.clone()], ..order };
    }
    let violations = validate(&order).unwrap_err();
    let deepest = &violations.as_slice()[0];
    assert_eq!((violations.len(), deepest.code, &deepest.limit), (1, RuleCode::Depth, &Limit::Count(32)));
    assert_eq!(deepest.path, format!("{}parts[0]", "parts[0].".repeat(15)));
}

#[test]
fn each_field_is_looked_up_once_and_work_grows_with_the_fields() {
    for fields in [10, 100] {
        let names = (0..fields).map(|index| &*format!("f{index}").leak());
        let max = || vec![Rule::new(Check::MaxLen(3)), Rule::new(Check::Digits)];
        let form = names.fold(form(), |form, name| form.field(name, text("12"), max())).build();
        assert!(validate(&form).is_ok());
        assert_eq!(form.gets.load(Ordering::Relaxed), fields);
    }
}

#[test]
fn a_list_of_300_000_shops_is_looked_at_a_fixed_number_of_times() {
    static GETS: AtomicUsize = AtomicUsize::new(0);

    struct Shops(usize);

    impl crate::record::List for Shops {
        fn len(&self) -> usize {
            self.0
        }

        fn get(&self, _index: usize) -> Value<'_> {
            GETS.fetch_add(1, Ordering::Relaxed);
            Value::Text("2016041200077000000003277104")
        }
    }

    impl FieldValue for Shops {
        const SHAPE: Shape = Shape::List(&Shape::Text);

        fn blank() -> Self {
            Self(0)
        }

        fn value(&self) -> Value<'_> {
            Value::List(self)
        }

        fn slot(&mut self) -> Slot<'_> {
            unreachable!("only written")
        }
    }

    for shops in [1_000, 300_000] {
        GETS.store(0, Ordering::Relaxed);
        let rules = vec![Rule::new(Check::MaxLen(28 * 300_000)), Rule::new(Check::MaxItems(300_000))];
        assert!(validate(&form().field("it", Shops(shops), rules).build()).is_ok());
        // Emptiness, the length of each item, the sum of all.
        assert_eq!(GETS.load(Ordering::Relaxed), 3 * shops);
    }
}
