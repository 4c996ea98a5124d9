//! What is written, what is read, what is refused and what is printed.

use crate::Record;
use crate::json::{Reason, deserialize, from_str, serialize, to_string, write_into};
use crate::record::{Declared, FieldValue};
use crate::sample::{Order, PointsUpdate, TransType, Voucher};

fn voucher() -> Voucher {
    Voucher {
        kind: Some(TransType::from("DEPOSIT")),
        amount: Some("20.50".parse().unwrap()),
        start: Some("2026-11-23 08:00:00".parse().unwrap()),
        quantity: Some(-7),
        all_city: Some(false),
        note: Some("a \"quoted\" \\ 券\n".into()),
        password: Some("hunter2".into()),
        price: "20000.00".parse().unwrap(),
        ..Voucher::blank()
    }
}

fn order() -> Order {
    Order {
        voucher: Some(voucher()),
        shop_ids: vec!["S1".into(), "S2".into()],
        items: Some(vec![voucher(), voucher()]),
        prices: vec!["1.10".parse().unwrap()],
        parts: vec![Order::blank(), Order { shop_ids: vec!["S3".into()], ..Order::blank() }],
        ..Order::blank()
    }
}

/// Path and reason of each problem, as one line each.
fn problems<T: Declared + std::fmt::Debug>(json: &str) -> Vec<String> {
    from_str::<T>(json).unwrap_err().problems().iter().map(ToString::to_string).collect()
}

#[test]
fn fields_are_written_in_the_order_of_the_declaration_and_absent_ones_left_out() {
    assert_eq!(
        to_string(&voucher()).unwrap(),
        r#"{"type":"DEPOSIT","amount":"20.50","start_time":"2026-11-23 08:00:00","quantity":-7,"all_city":false,"note":"a \"quoted\" \\ 券\n","password":"hunter2","price":"20000.00"}"#
    );
    let bare = Order { items: Some(vec![]), parts: vec![Order::blank()], ..Order::blank() };
    assert_eq!(to_string(&bare).unwrap(), r#"{"parts":[{}]}"#);
    let mut buffer = b"biz_content=".to_vec();
    write_into(&bare, &mut buffer).unwrap();
    assert_eq!(buffer, br#"biz_content={"parts":[{}]}"#);
    assert_eq!(serialize(&bare, serde_json::value::Serializer).unwrap().to_string(), r#"{"parts":[{}]}"#);
}

#[test]
fn each_character_is_written_as_serde_json_writes_it() {
    for character in (0..=0x2100).chain([0xFEFF, 0xFFFF, 0x10_FFFF]).filter_map(char::from_u32) {
        for text in
            [format!("{character}"), format!("券{character}0123456789abcdef"), format!("0123456789abcdef{character}")]
        {
            let order = Order { shop_ids: vec![text.clone()], ..Order::blank() };
            let written = serde_json::to_string(&[&text]).unwrap();
            assert_eq!(to_string(&order).unwrap(), format!("{{\"shop_ids\":{written}}}"), "{text:?}");
        }
    }
}

#[test]
fn what_was_written_is_read_again() {
    let order = order();
    let json = to_string(&order).unwrap();
    assert!(from_str::<Order>(&json).unwrap() == order);
    assert!(deserialize::<Order, _>(&mut serde_json::Deserializer::from_str(&json)).unwrap() == order);
    let value: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert!(deserialize::<Order, _>(value).unwrap() == order);
    let points = PointsUpdate::sample();
    assert!(from_str::<PointsUpdate>(&to_string(&points).unwrap()).unwrap() == points);
}

#[test]
fn loose_forms_are_read_for_what_they_mean() {
    for (loose, strict) in [
        // Numbers and truth values as text and the reverse.
        (
            r#"{"price":20000.00,"quantity":"5","all_city":"true"}"#,
            r#"{"quantity":5,"all_city":true,"price":"20000.00"}"#,
        ),
        (r#"{"price":-20000.00,"quantity":-5}"#, r#"{"quantity":-5,"price":"-20000.00"}"#),
        (r#"{"price":2E+4,"quantity":5.00}"#, r#"{"quantity":5,"price":"20000"}"#),
        (
            r#"{"price":0,"note":2088000000000000000000001.10}"#,
            r#"{"note":"2088000000000000000000001.10","price":"0"}"#,
        ),
        // Absent in one way or another; unknown, also twice.
        (r#"{"price":1,"amount":null,"start_time":"","quantity":"","type":""}"#, r#"{"price":"1"}"#),
        (r#"{"new":{"a":[1,{}]},"new":2,"price":1,"type":"BRAND_NEW"}"#, r#"{"type":"BRAND_NEW","price":"1"}"#),
        (r#"{"price":1,"note":""}"#, r#"{"note":"","price":"1"}"#),
        (r#"{"pric\u0065":"\u0031"}"#, r#"{"price":"1"}"#),
        (r#""{\"price\":1.10}""#, r#"{"price":"1.10"}"#),
    ] {
        let read = from_str::<Voucher>(loose).unwrap_or_else(|error| panic!("{loose}: {error}"));
        assert_eq!(to_string(&read).unwrap(), strict, "{loose}");
    }
    for (loose, strict) in [
        // Lists.
        (
            r#"{"shop_ids":"S1","prices":1.10,"words":["A",null]}"#,
            r#"{"shop_ids":["S1"],"prices":["1.10"],"words":["A"]}"#,
        ),
        (
            r#"{"shop_ids":{"string":["S1","S2"]},"prices":{"item":[1.10]}}"#,
            r#"{"shop_ids":["S1","S2"],"prices":["1.10"]}"#,
        ),
        (r#"{"items":{"price":1}}"#, r#"{"items":[{"price":"1"}]}"#),
        (r#"{"items":{"item":[{"price":1},{"price":2}]}}"#, r#"{"items":[{"price":"1"},{"price":"2"}]}"#),
        (r#"{"items":{"brand_new":7,"price":1}}"#, r#"{"items":[{"price":"1"}]}"#),
        (r#"{"items":{"brand_new":{"price":7},"price":1}}"#, r#"{"items":[{"price":"1"}]}"#),
        (r#"{"items":{"item":[]},"shop_ids":{},"prices":"","parts":null}"#, "{}"),
        (r#"{"words":null}"#, "{}"),
        (r#"{"words":""}"#, "{}"),
        // Objects as text.
        (r#"{"voucher":"{\"price\":1.10}"}"#, r#"{"voucher":{"price":"1.10"}}"#),
        (r#"{"items":[" {\"price\":1}"],"voucher":""}"#, r#"{"items":[{"price":"1"}]}"#),
    ] {
        let read = from_str::<Order>(loose).unwrap_or_else(|error| panic!("{loose}: {error}"));
        assert_eq!(to_string(&read).unwrap(), strict, "{loose}");
    }
}

#[test]
fn all_wrong_fields_are_reported_at_once_with_their_paths() {
    let json = r#"{"voucher":{"amount":"12,5","start_time":20261123,"all_city":[1,[2]],"quantity":{"a":[3]},"note":[]},
        "items":[{"price":1},{"price":null},{"price":{}},7],"shop_ids":[["x"]],"prices":["1","y"],
        "parts":[{"voucher":"{\"price\":}"}],"publish_start_time":true}"#;
    assert_eq!(
        problems::<Order>(json),
        [
            "voucher.amount: expected an amount such as 12.34",
            "voucher.start_time: expected a date and time such as 2026-11-23 08:00:00",
            "voucher.all_city: expected true or false",
            "voucher.quantity: expected a whole number",
            "voucher.note: expected a text",
            "voucher.price: missing",
            "items[1].price: missing",
            "items[2].price: expected an amount such as 12.34",
            "items[3]: expected an object",
            "shop_ids[0]: expected a text",
            "prices[1]: expected an amount such as 12.34",
            "parts[0].voucher: expected an object",
            "publish_start_time: expected a date and time such as 2026-11-23 08:00:00",
        ]
    );
}

#[test]
fn what_cannot_be_decided_is_an_error() {
    for (json, expected) in [
        ("null", "expected an object"),
        ("[]", "expected an object"),
        ("7", "expected an object"),
        (r#""text""#, "expected an object"),
        (r#""{\"price\":1} x""#, "expected an object"),
        ("{}", "price: missing"),
        (r#"{"price":null}"#, "price: missing"),
        (r#"{"price":""}"#, "price: expected an amount such as 12.34"),
        (r#"{"price":1,"price":1}"#, "price: given twice"),
        (r#"{"price":1,"note":null,"note":"x"}"#, "note: given twice"),
        (r#"{"price":1,"note":"\ud800"}"#, "note: expected text in well-formed Unicode"),
        (r#"{"price":1e400}"#, "price: expected an amount such as 12.34"),
        (r#"{"price":1} x"#, "not well-formed JSON at line 1, column 13"),
        (r#"{"price":01}"#, "not well-formed JSON at line 1, column 11"),
        (r#"{"price":1"#, "the JSON ends too early"),
        ("", "the JSON ends too early"),
    ] {
        assert_eq!(problems::<Voucher>(json), [expected], "{json}");
    }
    for (json, expected) in [
        (r#"{"shop_ids":{"string":["a"],"more":1}}"#, "shop_ids: expected a list"),
        (r#"{"shop_ids":{"string":7}}"#, "shop_ids: expected a list"),
        (r#"{"items":{"item":[{"price":1}],"price":1}}"#, "items: expected a list"),
        // Only an object is an object in a text.
        (r#"{"voucher":"null"}"#, "voucher: expected an object"),
        (r#"{"voucher":"[]"}"#, "voucher: expected an object"),
    ] {
        assert_eq!(problems::<Order>(json), [expected], "{json}");
    }
}

#[test]
fn errors_never_quote_the_text() {
    let json = r#"{"hunter2":1,"price":"hunter2","quantity":"hunter2","start_time":"hunter2","all_city":"hunter2"}"#;
    let error = from_str::<Voucher>(json).unwrap_err();
    assert_eq!(error.problems().len(), 4);
    assert!(error.to_string().starts_with("price: expected an amount such as 12.34; quantity: expected a whole"));
    assert!(!format!("{error} {error:?}").contains("hunter2"));
    let error = deserialize::<Voucher, _>(&mut serde_json::Deserializer::from_str(json)).unwrap_err();
    assert!(!format!("{error} {error:?}").contains("hunter2"));
}

#[test]
fn a_binary_float_is_an_amount_only_if_no_digit_was_lost() {
    let read = |json: &str| deserialize::<Voucher, _>(&mut serde_json::Deserializer::from_str(json));
    for (json, price) in
        [("0.1", "0.1"), ("20000.00", "20000"), ("-12.34", "-12.34"), ("123456789012.345", "123456789012.345")]
    {
        let voucher = read(&format!(r#"{{"price":{json}}}"#)).unwrap();
        assert_eq!(voucher.price.to_string(), price, "{json}");
    }
    for json in ["1234567890123.456", "1234567890123.4567", "0.30000000000000004", "100000000000000000000000", "1e300"]
    {
        let error = read(&format!(r#"{{"price":{json}}}"#)).unwrap_err().to_string();
        assert!(error.starts_with("price: expected text, or a number of at most 15 digits"), "{json}: {error}");
    }
    // A text would have lost the digits as written.
    assert!(read(r#"{"price":1,"note":1.10}"#).is_err());
    assert!(read(r#"{"price":1,"note":110}"#).unwrap().note.as_deref() == Some("110"));
}

#[test]
fn another_format_is_told_what_was_expected() {
    use serde::de::value::{BytesDeserializer, Error, MapDeserializer};

    let bytes = deserialize::<Voucher, _>(BytesDeserializer::<Error>::new(b"x")).unwrap_err();
    assert_eq!(bytes.to_string(), "invalid type: byte array, expected an object");
    let numbers = deserialize::<Voucher, _>(MapDeserializer::<_, Error>::new([(1_u8, 2_u8)].into_iter())).unwrap_err();
    assert_eq!(numbers.to_string(), "invalid type: integer `1`, expected the name of a field");
}

#[test]
fn numbers_are_read_under_arbitrary_precision_too() {
    let number = |digits: &str| serde_json::json!({ "$serde_json::private::Number": digits });
    let json = serde_json::json!({ "price": number("1.10"), "amount": number("2E+4"), "quantity": number("7") });
    let voucher = deserialize::<Voucher, _>(json).unwrap();
    assert_eq!(to_string(&voucher).unwrap(), r#"{"amount":"20000","quantity":7,"price":"1.10"}"#);
    let order = deserialize::<Order, _>(serde_json::json!({ "prices": number("1.10") })).unwrap();
    assert_eq!(to_string(&order).unwrap(), r#"{"prices":["1.10"]}"#);
    let error = deserialize::<Voucher, _>(serde_json::json!({ "price": { "$serde_json::private::Number": 7531 } }));
    assert_eq!(error.unwrap_err().to_string(), "price: expected an amount such as 12.34");
}

#[test]
fn depth_is_bounded_and_no_nesting_ends_the_stack() {
    let nested = |levels: usize| format!("{}{}", r#"{"parts":["#.repeat(levels), "]}".repeat(levels));
    // A record and a list a level.
    assert!(from_str::<Order>(&nested(16)).is_ok());
    let error = from_str::<Order>(&nested(17)).unwrap_err();
    assert_eq!(error.problems().len(), 1);
    assert_eq!(error.problems()[0].reason, Reason::TooDeep);
    assert!(to_string(&from_str::<Order>(&nested(16)).unwrap()).is_ok());
    // An object that holds nothing is one as well.
    let empty = |levels: usize| format!("{}{{}}{}", r#"{"parts":["#.repeat(levels), "]}".repeat(levels));
    assert!(from_str::<Order>(&empty(15)).is_ok());
    assert_eq!(
        problems::<Order>(&empty(16)),
        [format!("{}parts[0]: nested more than 32 levels deep", "parts[0].".repeat(15))]
    );

    assert!(from_str::<Order>(&format!(r#"{{"parts":{}"#, "[".repeat(1_000_000))).is_err());
    let many = 100_000;
    let (open, close) = ("[".repeat(many), "]".repeat(many));
    let objects = r#"{"a":"#.repeat(many);
    for json in [
        format!(r#"{{"price":1,"unknown":{open}{close}}}"#),
        format!(r#"{{"price":1,"unknown":{objects}1{}}}"#, "}".repeat(many)),
    ] {
        assert!(from_str::<Voucher>(&json).is_ok());
    }
    for field in ["unknown", "voucher", "shop_ids", "items", "parts", "publish_start_time"] {
        for inside in [&open, &objects, &format!("{open}{close}")] {
            let json = format!(r#"{{"{field}":{inside}}}"#);
            assert!(field == "unknown" && inside.ends_with(']') || from_str::<Order>(&json).is_err(), "{field}");
        }
    }
    assert!(from_str::<Order>(&open).is_err());
    assert!(from_str::<Order>(&objects).is_err());
    assert!(from_str::<Order>(&nested(many)).is_err());
}

#[test]
fn records_deeper_than_the_limit_are_not_written() {
    let nested = |wraps| (0..wraps).fold(Order::blank(), |order, _| Order { parts: vec![order], ..Order::blank() });
    // A record and a list a level, as it is read.
    assert!(to_string(&nested(15)).is_ok() && to_string(&nested(16)).is_err());
    let order = nested(100);
    assert_eq!(to_string(&order).unwrap_err().to_string(), "more than 32 records and lists stand inside one another");
    assert!(serialize(&order, serde_json::value::Serializer).is_err());
    let shown = |wraps| format!("{:?}", nested(wraps));
    assert!(!shown(15).contains("<nested too deep>") && shown(16).contains("<nested too deep>"));
    assert!(shown(100).len() < 1000);
}

#[derive(Record)]
struct Outer {
    inner: Option<Inner>,
}

#[derive(Record)]
struct Inner {
    outers: Vec<Outer>,
    names: Vec<String>,
}

#[test]
fn a_list_counts_as_a_level_whatever_is_in_it() {
    let nested = |levels: usize| {
        let (open, close) = (r#"{"inner":{"outers":["#.repeat(levels), "]}}".repeat(levels));
        format!(r#"{open}{{"inner":{{"names":["a"]}}}}{close}"#)
    };
    // `names` is the 29th, and the 32nd, inside the outermost record.
    let read = from_str::<Outer>(&nested(9)).unwrap();
    assert_eq!(to_string(&read).unwrap(), nested(9));
    assert_eq!(
        problems::<Outer>(&nested(10)),
        [format!("{}inner.names: nested more than 32 levels deep", "inner.outers[0].".repeat(10))]
    );
}

#[test]
fn of_very_many_problems_the_first_are_kept() {
    let json = format!(r#"{{"prices":[{}"x"]}}"#, r#""x","#.repeat(999));
    let error = from_str::<Order>(&json).unwrap_err();
    assert_eq!(error.problems().len(), 100);
    assert!(error.to_string().ends_with("; and 900 more"));
}

#[test]
fn long_and_hostile_texts_are_read_in_one_pass() {
    // Quadratic work on any of these would not end within the test run.
    let backslashes = format!(r#"{{"price":1,"note":"{}"}}"#, r"\\".repeat(1_000_000));
    assert_eq!(from_str::<Voucher>(&backslashes).unwrap().note.unwrap().len(), 1_000_000);
    let keys = r#""unknown":0,"#.repeat(200_000);
    assert!(from_str::<Voucher>(&format!(r#"{{{keys}"price":1}}"#)).is_ok());
    let repeated = format!(r#"{{{}"price":1}}"#, r#""note":"x","#.repeat(200_000));
    assert_eq!(from_str::<Voucher>(&repeated).unwrap_err().problems().len(), 100);
    let ids = format!(r#"{{"shop_ids":[{}"S"]}}"#, r#""2016041200077000000003277104","#.repeat(300_000));
    assert_eq!(from_str::<Order>(&ids).unwrap().shop_ids.len(), 300_001);
}

#[test]
fn debug_shows_lengths_and_never_texts() {
    let mut voucher = voucher();
    voucher.start = None;
    assert_eq!(
        format!("{voucher:?}"),
        "Voucher { kind: DEPOSIT, amount: 20.50, quantity: -7, all_city: false, note: <15 characters>, \
         password: <secret>, price: 20000.00 }"
    );
    voucher.kind = Some(TransType::from("hunter2"));
    let order = Order {
        shop_ids: vec!["S1".into(); 4],
        prices: vec!["1.10".parse().unwrap(); 3],
        items: Some(vec![Voucher { kind: voucher.kind.clone(), ..Voucher::blank() }]),
        ..Order::blank()
    };
    assert_eq!(
        format!("{order:#?}"),
        "Order {\n    shop_ids: <4 items> [\n        <2 characters>,\n        <2 characters>,\n        <2 characters>,\n        ..\n    ],\n    \
         items: <1 items> [\n        Voucher {\n            kind: <unknown>,\n            price: 0,\n        },\n    ],\n    \
         prices: <3 items> [\n        1.10,\n        1.10,\n        1.10,\n    ],\n}"
    );
}
