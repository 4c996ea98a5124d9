//! What a declaration means: from the attributes through the schema to findings and JSON.

use alipay_core::{Amount, DateTime, Record, WireEnum, json, validate};

/// Two words, for conditions.
#[derive(WireEnum)]
enum Kind {
    Fix,
    Rate,
    Unknown(String),
}

#[derive(Record)]
#[alipay(all_or_none(id, id_type), at_most_one(tags, codes), at_least_one(tags, codes, id, rule.amount, rule.floor))]
struct Activity {
    id: Option<String>,
    id_type: Option<String>,
    tags: Vec<String>,
    codes: Option<Vec<String>>,
    kind: Option<Kind>,
    kinds: Vec<Kind>,
    rule: Option<Rule>,
    rules: Vec<Rule>,
    #[alipay(required_if(kind != Kind::Fix))]
    unless_fix: Option<i64>,
    #[alipay(required_if(!(kind == Kind::Fix)))]
    not_fix: Option<i64>,
    #[alipay(when(kind == Kind::Rate, advise(required)), advise(when(present(id), max_len = 3)))]
    advised: Option<String>,
}

#[derive(Record)]
#[alipay(when(root.kind == Kind::Fix, all_or_none(amount, floor)))]
struct Rule {
    #[alipay(required_if(root.rule.kind == Kind::Rate))]
    amount: Option<Amount>,
    #[alipay(at_least(coalesce(amount, root.rule.floor)))]
    floor: Option<Amount>,
    kind: Option<Kind>,
    parts: Vec<Rule>,
}

fn activity() -> Activity {
    Activity::new().kind(Kind::Fix)
}

fn yuan(yuan: i64) -> Amount {
    Amount::yuan(yuan)
}

#[test]
fn presence_and_conditions_mean_what_the_reference_says() {
    let table: &[(Activity, &[&str])] = &[
        (activity().tags(["a"]), &[]),
        // An empty text is there, and is refused as such; a list without items is not there.
        (activity().id("").id_type("x"), &["id empty"]),
        (activity().id(""), &["id all_or_none", "id empty"]),
        (activity().tags(["a"]).codes(["b"; 0]), &[]),
        (activity().tags(["a"]).codes(["b"]), &["tags at_most_one"]),
        // What lies beyond an absent object is absent: the group does not know that it has a parent.
        (activity(), &["tags at_least_one"]),
        (activity().rule(Rule::new()), &["tags at_least_one"]),
        (activity().rule(Rule::new().amount(yuan(1)).floor(yuan(1))), &[]),
        // A comparison with what is absent is false, and its negation is true.
        (Activity::new().tags(["a"]), &["not_fix required_if"]),
        (
            activity().kind(Kind::Rate).tags(["a"]),
            &["unless_fix required_if", "not_fix required_if", "advised required"],
        ),
        // An unlisted word is none of the listed ones.
        (activity().kind("NEW").tags(["a"]), &["kind unknown_value", "unless_fix required_if", "not_fix required_if"]),
        // Advice in a situation, and a situation around advice.
        (activity().id("1").id_type("x").advised("abcd"), &["advised max_len"]),
        (activity().tags(["a"]).advised("abcd"), &[]),
        // Paths from the request, inside lists inside lists.
        (
            activity().tags(["a"]).rule(Rule::new().kind(Kind::Rate).amount(yuan(1)).floor(yuan(2))).rules([
                Rule::new().amount(yuan(1)).floor(yuan(1)),
                Rule::new().amount(yuan(3)).floor(yuan(2)),
                Rule::new().amount(yuan(1)).floor(yuan(1)).parts([Rule::new().floor(yuan(1))]),
            ]),
            &[
                "rules[1].floor at_least",
                "rules[2].parts[0].amount all_or_none",
                "rules[2].parts[0].amount required_if",
                "rules[2].parts[0].floor at_least",
            ],
        ),
    ];
    for (activity, expected) in table {
        let findings = validate::review(activity);
        let found: Vec<_> = findings.iter().map(|it| format!("{} {}", it.path, it.code)).collect();
        assert_eq!(found, *expected, "{activity:?}");
    }
    let advice = validate::review(&activity().kind(Kind::Rate).tags(["a"]).unless_fix(1).not_fix(1));
    assert_eq!(advice[0].to_string(), "advised: must be given, because kind is RATE (required, advice)");
    assert!(validate::validate(&activity().kind(Kind::Rate).tags(["a"]).unless_fix(1).not_fix(1)).is_ok());
}

#[test]
fn unlisted_words_are_kept_when_read_and_refused_when_sent() {
    let text = r#"{"tags":["a"],"kind":"FIX","kinds":["FIX","NEW"],"rule":{"kind":"NEWER"},"rules":[{"parts":[{"kind":"fix"}]}]}"#;
    let activity: Activity = json::from_str(text).unwrap();
    assert_eq!(activity.kinds, [Kind::Fix, Kind::Unknown("NEW".into())]);
    assert_eq!(json::to_string(&activity).unwrap(), text);
    let violations = validate::validate(&activity).unwrap_err();
    let found: Vec<_> = violations.iter().map(|it| format!("{} {}", it.path, it.code)).collect();
    let expected = ["kinds[1] unknown_value", "rule.kind unknown_value", "rules[0].parts[0].kind unknown_value"];
    assert_eq!(found, expected);
    // A word of digits may come as a number.
    assert_eq!(json::from_str::<Activity>(r#"{"kinds":[1,"2"]}"#).unwrap().kinds, [Kind::from("1"), Kind::from("2")]);
    // The word itself is in no message.
    assert!(!format!("{violations} {violations:?} {activity:?}").contains("NEW"));
}

#[derive(Record)]
struct Bill {
    total: Amount,
    lines: Vec<Line>,
    paid: Option<DateTime>,
    count: Option<u64>,
    is_open: Option<bool>,
}

#[derive(Record)]
struct Line {
    prices: Vec<Amount>,
    discount: Option<Amount>,
    kind: Option<Kind>,
}

fn bill() -> Bill {
    let amount = |digits: &str| digits.parse::<Amount>().unwrap();
    Bill::new(amount("20000.00"))
        .lines([
            Line::new().prices([amount("0.10"), amount("-0.000")]).kind(Kind::Rate),
            Line::new().discount(amount("12345678901234567890.12345678")),
        ])
        .paid("2026-11-23 08:00:00".parse::<DateTime>().unwrap())
        .count(7)
        .is_open(false)
}

#[test]
fn other_formats_keep_every_digit() {
    let bill = bill();
    let value = serde_json::to_value(&bill).unwrap();
    assert_eq!(value["lines"][0]["prices"][0], "0.10");
    let text = json::to_string(&bill).unwrap();
    let read: [Bill; 5] = [
        json::from_str(&text).unwrap(),
        serde_json::from_str(&text).unwrap(),
        serde_json::from_reader(text.as_bytes()).unwrap(),
        serde_json::from_value(value).unwrap(),
        toml::from_str(&toml::to_string(&bill).unwrap()).unwrap(),
    ];
    for read in read {
        assert!(read == bill);
        // Equal amounts may be written differently; these are not.
        assert_eq!(json::to_string(&read).unwrap(), text);
    }
}

#[test]
fn numbers_that_are_lists_objects_or_texts_are_read_at_any_depth() {
    let text = r#"{"total":0.10,"count":"7","is_open":"False","lines":{"line":[{"prices":1.10},"{\"prices\":[2.20,null,\"3.30\"],\"discount\":\"\"}"]},"new":1e400}"#;
    let bill: Bill = json::from_str(text).unwrap();
    let expected =
        r#"{"total":"0.10","lines":[{"prices":["1.10"]},{"prices":["2.20","3.30"]}],"count":7,"is_open":false}"#;
    assert_eq!(json::to_string(&bill).unwrap(), expected);
    for (wrong, says) in [
        (r#"{"total":1,"count":18446744073709551616}"#, "count: expected a whole number (u64)"),
        (r#"{"total":1,"count":-1}"#, "count: expected a whole number (u64)"),
        (r#"{"total":1,"count":340282366920938463463374607431768211456}"#, "count: expected a whole number (u64)"),
        (r#"{"total":99999999999999999999999999999}"#, "total: expected an amount such as 12.34"),
        (r#"{"total":1,"lines":[{"prices":[1,1e400]}]}"#, "lines[0].prices[1]: expected an amount such as 12.34"),
        (r#"{"total":1,"lines":[{},{"kind":1,"kind":1}]}"#, "lines[1].kind: given twice"),
        (r#"{"total":1,"lines":["{\"kind\":{}}"]}"#, "lines[0].kind: expected a word"),
        (r#"{"total":1,"paid":"2026-11-23"}"#, "paid: expected a date and time such as 2026-11-23 08:00:00"),
        (r#"{"total":" 1"}"#, "total: expected an amount such as 12.34"),
    ] {
        let error = json::from_str::<Bill>(wrong).unwrap_err();
        assert_eq!(error.to_string(), says, "{wrong}");
    }
}

#[test]
fn null_is_never_written() {
    #[derive(Record)]
    struct Gaps {
        notes: Vec<Option<String>>,
        none: Option<Vec<i64>>,
    }
    let gaps = Gaps { notes: vec![None, Some("a".into()), None], none: Some(vec![]) };
    assert_eq!(json::to_string(&gaps).unwrap(), r#"{"notes":["a"]}"#);
}

#[test]
fn debug_shows_no_text_in_either_form() {
    #[derive(Record)]
    struct Holder {
        #[alipay(secret)]
        phone: Option<String>,
        #[alipay(secret)]
        balance: Option<Amount>,
        #[alipay(secret)]
        lines: Vec<Line>,
        name: String,
    }
    let holder = Holder::new("hunter2").phone("hunter2").balance(yuan(7531)).lines([Line::new().discount(yuan(7531))]);
    for shown in [format!("{holder:?}"), format!("{holder:#?}"), format!("{:?}", Some(vec![holder.clone()]))] {
        assert!(!shown.contains("hunter2") && !shown.contains("7531"), "{shown}");
    }
    assert_eq!(
        format!("{holder:?}"),
        "Holder { phone: <secret>, balance: <secret>, lines: <secret>, name: <7 characters> }"
    );
}
