//! Fields as a declared type, and compared with what was expected.

use super::*;
use crate::json::{Problem, Reason};
use crate::notify::{Expected, Refusal, Verified};
use crate::{Amount, DateTime, Record, WireEnum};

#[derive(Record)]
struct Paid {
    out_trade_no: String,
    total_amount: Amount,
    trade_status: Status,
    gmt_payment: Option<DateTime>,
    memo: Option<String>,
    quantity: Option<i64>,
    #[alipay(rename = "fund_bill_list")]
    sources: Vec<Source>,
    extra: Option<Source>,
    words: Vec<String>,
}

#[derive(Record)]
struct Source {
    amount: Amount,
    #[alipay(rename = "fundChannel")]
    channel: String,
    inner: Option<Box2>,
}

#[derive(Record)]
struct Box2 {
    items: Vec<Source>,
}

#[derive(WireEnum)]
enum Status {
    TradeSuccess,
    Unknown(String),
}

async fn read(more: &[(&str, &str)]) -> Result<Verified<Paid>, Error> {
    receive(signed(&with(TRADE, more), |name, _| name != "sign_type", UTF_8), None).await?.read()
}

/// A round trip.
#[tokio::test]
async fn fields_become_values() {
    let paid = read(&[
        ("gmt_payment", "2026-11-23 08:00:00"),
        ("memo", ""),
        ("quantity", "3"),
        ("fund_bill_list", r#"[{"amount":"80.00","fundChannel":"PCREDIT"},{"amount":8.80,"fundChannel":"X"}]"#),
        ("extra", r#"{"amount":"1","fundChannel":"Y"}"#),
        ("words", r#"["a","b"]"#),
    ])
    .await
    .unwrap();
    let value = paid.unchecked();
    assert_eq!((value.out_trade_no.as_str(), value.total_amount), ("1", Amount::fen(8880)));
    assert_eq!(value.trade_status, Status::TradeSuccess);
    assert_eq!(value.gmt_payment, "2026-11-23 08:00:00".parse().ok());
    assert_eq!((value.memo.as_deref(), value.quantity), (None, Some(3)));
    let sources: Vec<_> = value.sources.iter().map(|it| (it.amount.to_string(), it.channel.as_str())).collect();
    assert_eq!(sources, [("80.00".to_owned(), "PCREDIT"), ("8.80".to_owned(), "X")]);
    assert_eq!(value.extra.as_ref().map(|it| it.amount), Some(Amount::yuan(1)));
    assert_eq!(value.words, ["a", "b"]);

    let unknown: Vec<_> = paid.unknown().map(|(name, _)| name).collect();
    assert_eq!(unknown, ["app_id", "auth_app_id", "notify_id", "notify_type", "subject"]);
    assert_eq!((paid.notify_id(), paid.notification().get("auth_app_id")), (Some("2019"), Some("2021000000000009")));
    let shown = format!("{paid:?}");
    assert!(shown.contains("total_amount") && !shown.contains("88.80"), "{shown}");
}

/// A round trip.
#[tokio::test]
async fn a_single_text_or_object_is_a_list_of_one() {
    let paid = read(&[("fund_bill_list", r#"{"amount":"1","fundChannel":"X"}"#), ("words", "a,b")]).await.unwrap();
    assert_eq!((paid.unchecked().sources.len(), paid.unchecked().words.as_slice()), (1, ["a,b".to_owned()].as_slice()));
}

#[tokio::test]
async fn everything_that_does_not_fit_is_reported_at_once() {
    let error = read(&[
        ("total_amount", "88,80"),
        ("trade_status", ""),
        ("gmt_payment", "yesterday"),
        ("quantity", "x"),
        ("fund_bill_list", r#"[{"amount":"x","fundChannel":"X"},{"amount":"1"}]"#),
        ("words", "[1"),
    ])
    .await
    .unwrap_err();
    assert_eq!((error.kind(), error.refusal()), (ErrorKind::Decode, Some(Refusal::Unfit)));
    assert_eq!(error.to_string(), "the notification is refused: it does not fit the declared type");
    let mut paths: Vec<_> = error.unreadable().unwrap().problems().iter().map(|it| it.path.as_str()).collect();
    paths.sort_unstable();
    let expected =
        ["fund_bill_list[0].amount", "fund_bill_list[1].fundChannel", "gmt_payment", "quantity", "total_amount"];
    assert_eq!(paths, [&expected[..], &["trade_status", "words"]].concat());
    assert!(!format!("{error:?}").contains("yesterday"));
}

#[tokio::test]
async fn depth_is_bounded() {
    let nested = |depth: usize| {
        let (start, end) = (r#"[{"amount":"1","fundChannel":"X","inner":{"items":"#, "}}]");
        format!("{}[]{}", start.repeat(depth), end.repeat(depth))
    };
    assert!(read(&[("fund_bill_list", &nested(5))]).await.is_ok());
    for text in [nested(100), "[".repeat(10_000)] {
        let error = read(&[("fund_bill_list", &text)]).await.unwrap_err();
        assert_eq!(error.refusal(), Some(Refusal::Unfit));
    }
    let error = read(&[("fund_bill_list", &nested(20))]).await.unwrap_err();
    assert!(matches!(error.unreadable().unwrap().problems(), [Problem { reason: Reason::TooDeep, .. }]));
}

#[tokio::test]
async fn only_what_was_expected_is_given_out() {
    let paid = read(&[("seller_id", "2088102147948060")]).await.unwrap();
    let order = || Expected::new("1", Amount::fen(8880));
    assert_eq!(format!("{:?}", order()), r#"Expected(["out_trade_no", "total_amount"])"#);
    for expected in [
        order(),
        Expected::new("1", "88.8".parse().unwrap()),
        order().seller_id("2088102147948060").auth_app_id("2021000000000009"),
        Expected::text("notify_id", "2019"),
    ] {
        assert_eq!(paid.expect(&expected).map(|paid| paid.total_amount), Ok(Amount::fen(8880)), "{expected:?}");
    }
    for (expected, field, is_missing) in [
        (Expected::new("2", Amount::fen(8880)), "out_trade_no", false),
        (Expected::new("1", Amount::fen(8881)), "total_amount", false),
        (Expected::new("1 ", Amount::fen(8880)), "out_trade_no", false),
        (order().seller_id("2088102147948061"), "seller_id", false),
        (order().auth_app_id(APP_ID), "auth_app_id", false),
        (order().and_text("buyer_id", ""), "buyer_id", true),
        (order().and_amount("refund_fee", Amount::ZERO), "refund_fee", true),
        (order().and_amount("subject", Amount::ZERO), "subject", false),
    ] {
        let mismatch = paid.expect(&expected).err().unwrap();
        assert_eq!((mismatch.field(), mismatch.is_missing()), (field, is_missing));
        assert!(mismatch.to_string().contains(field) && !mismatch.to_string().contains("88.8"), "{mismatch}");
    }
    assert!(!format!("{:?}", order()).contains("88.8"));
}

#[tokio::test]
async fn a_notification_for_no_application_is_not_expected() {
    let nobody = TRADE.iter().filter(|(name, _)| *name != "app_id").copied().collect::<Vec<_>>();
    let notification = receive(signed(&nobody, by_v1, UTF_8), None).await.unwrap();
    let mismatch = notification.expect(&Expected::new("1", Amount::fen(8880))).unwrap_err();
    assert_eq!((mismatch.field(), mismatch.is_missing()), ("app_id", true));
}
