//! The whole language in one declaration: what the macros write of it is what the validator applies.

use super::form::{NONE, amount, lines, text};
use crate::record::FieldValue;
use crate::sample::TransType;
use crate::{Amount, Record};

#[derive(Record)]
#[alipay(all_or_none(a, b), at_least_one(c, d), advise(at_most_one(c, d)), when(present(a), exactly_one(e, f)))]
struct Language {
    a: Option<String>,
    b: Option<String>,
    c: Option<String>,
    d: Option<String>,
    e: Option<String>,
    f: Option<String>,
    kind: Option<TransType>,
    flag: Option<bool>,
    count: Option<i64>,
    #[alipay(min_len = 2)]
    least: Option<String>,
    #[alipay(advise(max_len = 3))]
    most: Option<String>,
    #[alipay(max_bytes = 4)]
    bytes: Option<String>,
    #[alipay(min_items = 1, max_items = 2)]
    items: Option<Vec<String>>,
    #[alipay(range = 0.1..=3000)]
    price: Option<Amount>,
    #[alipay(range = ..=-1)]
    debt: Option<i64>,
    #[alipay(decimals = 2)]
    rate: Option<Amount>,
    #[alipay(digits)]
    digits: Option<String>,
    #[alipay(positive)]
    positive: Option<String>,
    #[alipay(excludes = "://")]
    path: Option<String>,
    #[alipay(requires(flag))]
    needs: Option<String>,
    #[alipay(required_if(kind == TransType::Deposit))]
    of_deposit: Option<String>,
    #[alipay(required_if(kind in [TransType::Commit, TransType::Cancel]))]
    of_kinds: Option<String>,
    #[alipay(required_if(price == 1.5))]
    of_price: Option<String>,
    #[alipay(forbidden_if(kind != TransType::Deposit && flag == true))]
    not_of_others: Option<String>,
    #[alipay(forbidden_if(c == "text"))]
    not_of_text: Option<String>,
    #[alipay(greater_than(count))]
    more: Option<i64>,
    #[alipay(at_least(coalesce(count, debt)))]
    no_less: Option<i64>,
    #[alipay(same_as(c))]
    again: Option<String>,
    #[alipay(value_if(count > 5, ["x", "y"]))]
    chosen: Option<String>,
    #[alipay(allowed_if("x", !(flag == false || count == 7)))]
    special: Option<String>,
    #[alipay(when(absent(c), required))]
    instead: Option<String>,
    #[alipay(check = is_not_no)]
    checked: Option<String>,
}

fn is_not_no(record: &Language) -> Result<(), String> {
    if record.checked.as_deref() == Some("no") { Err("must not be no".to_owned()) } else { Ok(()) }
}

/// Keeps every rule.
fn kept() -> Language {
    Language { c: text("1"), ..Language::blank() }
}

/// A change that breaks one rule, and what is said of it.
type Row = (fn(&mut Language), &'static [&'static str]);

const BROKEN: &[Row] = &[
    (
        |it| it.a = text("1"),
        &[
            "a: give all of a, b or none, given is a (all_or_none)",
            "e: give exactly one of e, f, given is none, because a is present (exactly_one)",
        ],
    ),
    (
        |it| it.c = None,
        &[
            "c: give at least one of c, d, given is none (at_least_one)",
            "instead: must be given, because c is absent (required)",
        ],
    ),
    (|it| it.d = text("1"), &["c: give at most one of c, d, given is c, d (at_most_one, advice)"]),
    (|it| it.least = text("1"), &["least: has 1 character, at least 2 are needed (min_len)"]),
    (|it| it.most = text("four"), &["most: has 4 characters, at most 3 are allowed (max_len, advice)"]),
    (|it| it.bytes = text("中中"), &["bytes: has 6 bytes, at most 4 are allowed (max_bytes)"]),
    (|it| it.items = Some(vec![]), &["items: has 0 items, at least 1 is needed (min_items)"]),
    (|it| it.items = Some(vec!["1".to_owned(); 3]), &["items: has 3 items, at most 2 are allowed (max_items)"]),
    (|it| it.price = Some(amount("0.05")), &["price: is 0.05, allowed is 0.1 to 3000 (range)"]),
    (|it| it.debt = Some(0), &["debt: is 0, allowed is -1 or less (range)"]),
    (|it| it.rate = Some(amount("1.123")), &["rate: has 3 digits after the point, at most 2 are allowed (decimals)"]),
    (|it| it.digits = text("1x"), &["digits: must be made of the digits 0 to 9 and nothing else (digits)"]),
    (|it| it.positive = text("0"), &["positive: must be a whole number above zero, in digits (positive)"]),
    (|it| it.path = text("a://b"), &["path: must not contain :// (excludes)"]),
    (|it| it.needs = text("1"), &["needs: needs flag to be given as well (requires)"]),
    (|it| it.kind = Some(TransType::Deposit), &["of_deposit: must be given when kind is DEPOSIT (required_if)"]),
    (
        |it| it.kind = Some(TransType::Commit),
        &["of_kinds: must be given when kind is one of COMMIT, CANCEL (required_if)"],
    ),
    (|it| it.price = Some(amount("1.50")), &["of_price: must be given when price is 1.5 (required_if)"]),
    (
        |it| {
            it.kind = Some(TransType::Freeze);
            it.flag = Some(true);
            it.not_of_others = text("1");
        },
        &["not_of_others: must not be sent when kind is not DEPOSIT and flag is true (forbidden_if)"],
    ),
    (
        |it| {
            it.c = text("text");
            it.not_of_text = text("1");
        },
        &["not_of_text: must not be sent when c is text (forbidden_if)"],
    ),
    (
        |it| {
            it.count = Some(3);
            it.more = Some(3);
        },
        &["more: is 3, must be greater than count (greater_than)"],
    ),
    (
        |it| {
            it.debt = Some(-2);
            it.no_less = Some(-3);
        },
        &["no_less: is -3, must not be less than debt (at_least)"],
    ),
    (|it| it.again = text("2"), &["again: must be the same as c (same_as)"]),
    (
        |it| {
            it.count = Some(6);
            it.chosen = text("z");
        },
        &["chosen: must be one of x, y when count is greater than 5 (value_if)"],
    ),
    (
        |it| {
            it.flag = Some(false);
            it.special = text("x");
        },
        &["special: may be x only when not (flag is false or count is 7) (allowed_if)"],
    ),
    (
        |it| {
            it.count = Some(7);
            it.special = text("x");
        },
        &["special: may be x only when not (flag is false or count is 7) (allowed_if)"],
    ),
    (|it| it.checked = text("no"), &["checked: must not be no (check)"]),
];

#[test]
fn each_rule_of_the_language_is_applied_as_it_was_declared() {
    let full = Language {
        a: text("1"),
        b: text("1"),
        e: text("1"),
        kind: Some(TransType::Deposit),
        flag: Some(true),
        count: Some(6),
        of_deposit: text("1"),
        chosen: text("y"),
        special: text("x"),
        needs: text("1"),
        again: text("1"),
        more: Some(7),
        no_less: Some(6),
        ..kept()
    };
    assert_eq!((lines(&kept()), lines(&full)), (vec![], vec![]));
    for (change, found) in BROKEN {
        let mut broken = kept();
        change(&mut broken);
        assert_eq!(lines(&broken), *found);
    }
    assert_eq!(lines(&Language { c: None, d: text("1"), instead: text("1"), ..kept() }), NONE);
}
