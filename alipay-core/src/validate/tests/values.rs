//! Rules about one value.

use super::form::{NONE, amount, form, one, text, word};
use crate::record::{FieldValue, Slot, Value};
use crate::sample::{TransType, number};
use crate::schema::{Check, EnumSchema, Rule, Shape};
use crate::validate::validate;

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
    assert_eq!(one(Check::MaxLen(4), list(&["券券", "券券"])), NONE);
    assert_eq!(one(Check::MaxLen(4), list(&["券券", "券券券"])), [sum]);
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
fn an_integer_that_no_decimal_holds_is_still_out_of_range() {
    #[derive(Clone, Copy)]
    struct Huge(i128);

    impl FieldValue for Huge {
        type Kind = crate::record::kind::IntegerKind;
        const SHAPE: Shape = Shape::Integer;

        fn blank() -> Self {
            Self(0)
        }

        fn value(&self) -> Value<'_> {
            Value::Integer(self.0)
        }

        fn slot(&mut self) -> Slot<'_> {
            unreachable!("only looked at")
        }
    }

    let range = |min, max| Check::Range { min, max };
    let (least, most) = (range(Some(number(5, 0)), None), range(None, Some(number(5, 0))));
    assert_eq!((one(least, Huge(i128::MAX)).len(), one(most, Huge(i128::MAX)).len()), (0, 1));
    assert_eq!((one(least, Huge(i128::MIN)).len(), one(most, Huge(i128::MIN)).len()), (1, 0));
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
fn a_text_may_be_without_a_part() {
    let check = Check::Excludes("://");
    for value in ["/index", "pages/index?a=b", ":/ /", ""] {
        let found = form().field("it", text(value), vec![Rule::new(check)]).but(|field| field.allow_empty = true);
        assert_eq!(found.review(), NONE, "{value}");
    }
    assert_eq!(one(check, text("https://example.com")), ["it_w: must not contain :// (excludes)"]);
    assert_eq!(one(check, vec!["a".to_owned(), "b://".to_owned()]), ["it_w[1]: must not contain :// (excludes)"]);
    assert_eq!(one(check, None::<String>), NONE);
}

#[test]
fn an_empty_text_is_one_mistake() {
    let empty = "it_w: is empty: give it a text, or leave it out if it is optional (empty)";
    for check in [Check::Positive, Check::Digits, Check::MinLen(2), Check::MaxLen(3)] {
        assert_eq!(one(check, text("")), [empty]);
        let allowed = form().field("it", text(""), vec![Rule::new(check)]).but(|field| field.allow_empty = true);
        assert_eq!(allowed.review(), NONE);
    }
    assert_eq!(one(Check::MaxLen(3), vec!["a".to_owned(), String::new()]), [empty.replace("it_w", "it_w[1]")]);
    assert_eq!(form().field("it", word(""), vec![]).review(), [empty]);
    assert_eq!(form().field("it", word(""), vec![]).but(|field| field.allow_empty = true).review(), NONE);
}

#[test]
fn unlisted_words_are_refused_unless_the_list_is_open() {
    let message = "must be one of DEPOSIT, FREEZE, COMMIT, CANCEL, CONSUME (unknown_value)";
    assert_eq!(form().field("it", word("DEPOSIT"), vec![]).review(), NONE);
    assert_eq!(form().field("it", word("deposit"), vec![]).review(), [format!("it_w: {message}")]);
    let list = vec![TransType::from("FREEZE"), TransType::from("hunter2")];
    assert_eq!(form().field("it", list, vec![]).review(), [format!("it_w[1]: {message}")]);
    let open = form()
        .field("it", word("deposit"), vec![])
        .but(|field| field.shape = Shape::Enum(&EnumSchema { name: "Open", values: &["DEPOSIT"], open: true }));
    assert_eq!(open.review(), NONE);
}
