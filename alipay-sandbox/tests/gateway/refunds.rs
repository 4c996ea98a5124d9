//! Money that goes back, and on to others: sums are exact, and a repeated call moves nothing.

use alipay_sandbox::{Buyer, Gateway};
use serde_json::{Value, json};
use tokio::task::JoinSet;

use crate::caller::{Answer, Caller};

const REFUND: &str = "alipay.trade.refund";
const QUERY: &str = "alipay.trade.fastpay.refund.query";
const SETTLE: &str = "alipay.trade.order.settle";

/// A gateway with one trade of 0.30 yuan that was paid.
async fn paid() -> (Gateway, Caller) {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.set_balance(0);
    let caller = Caller::new(&gateway);
    let order = json!({ "out_trade_no": "1", "subject": "茶", "total_amount": "0.30", "auth_code": "28" });
    caller.call_method("alipay.trade.pay", &order).await;
    (gateway, caller)
}

fn refund(amount: &str, number: Option<&str>) -> Value {
    let mut content = json!({ "out_trade_no": "1", "refund_amount": amount });
    if let Some(number) = number {
        content["out_request_no"] = number.into();
    }
    content
}

fn told(answer: &Answer) -> [String; 4] {
    ["sub_code", "fund_change", "send_back_fee", "refund_fee"].map(|name| answer.text(name))
}

#[tokio::test]
async fn parts_add_up_to_the_whole_and_no_further() {
    let (gateway, caller) = paid().await;
    for (amount, number, expected, balance) in [
        ("0.10", None, ["ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", "", "", ""], 30),
        ("0.31", Some("a"), ["ACQ.REASON_TRADE_REFUND_FEE_ERR", "", "", ""], 30),
        ("0.001", Some("a"), ["ACQ.INVALID_PARAMETER", "", "", ""], 30),
        ("0", Some("a"), ["ACQ.INVALID_PARAMETER", "", "", ""], 30),
        ("0.1", Some("a"), ["", "Y", "0.10", "0.10"], 20),
        ("0.10", Some("a"), ["", "N", "0.10", "0.10"], 20),
        ("0.11", Some("a"), ["ACQ.DISCORDANT_REPEAT_REQUEST", "", "", ""], 20),
        ("0.21", Some("b"), ["ACQ.REASON_TRADE_REFUND_FEE_ERR", "", "", ""], 20),
        ("0.20", Some("b"), ["", "Y", "0.20", "0.30"], 0),
        ("0.10", Some("a"), ["", "N", "0.10", "0.30"], 0),
        ("0.01", Some("c"), ["ACQ.TRADE_HAS_CLOSE", "", "", ""], 0),
    ] {
        let answer = caller.call_method(REFUND, &refund(amount, number)).await;
        assert_eq!(told(&answer), expected, "{amount} {number:?}");
        assert_eq!(gateway.balance(), Some(balance), "{amount} {number:?}");
    }
    let trade = caller.call_method("alipay.trade.query", &json!({ "out_trade_no": "1" })).await;
    assert_eq!(trade.text("trade_status"), "TRADE_CLOSED");
}

#[tokio::test]
async fn a_refund_of_everything_needs_no_number() {
    let (_gateway, caller) = paid().await;
    for fund_change in ["Y", "N"] {
        let answer = caller.call_method(REFUND, &refund("0.30", None)).await;
        assert_eq!(told(&answer), ["", fund_change, "0.30", "0.30"]);
    }
    let query = json!({ "out_trade_no": "1", "out_request_no": "1" });
    let answer = caller.call_method(QUERY, &query).await;
    assert_eq!(answer.text("refund_amount"), "0.30", "its number is that of the order");
}

#[tokio::test]
async fn nothing_is_refunded_that_is_not_there() {
    let (gateway, caller) = paid().await;
    gateway.set_balance(29);
    let answer = caller.call_method(REFUND, &refund("0.30", Some("a"))).await;
    assert_eq!(answer.text("sub_code"), "ACQ.SELLER_BALANCE_NOT_ENOUGH");
    gateway.set_balance(30);
    let again = caller.call_method(REFUND, &refund("0.30", Some("a"))).await;
    assert_eq!(again.text("fund_change"), "Y", "the refusal left no trace");

    gateway.buyer(Buyer::NeverPays);
    let order = json!({ "out_trade_no": "2", "subject": "茶", "total_amount": "1", "auth_code": "28" });
    caller.call_method("alipay.trade.pay", &order).await;
    for (number, sub_code) in [("2", "ACQ.TRADE_STATUS_ERROR"), ("3", "ACQ.TRADE_NOT_EXIST")] {
        let content = json!({ "out_trade_no": number, "refund_amount": "1" });
        assert_eq!(caller.call_method(REFUND, &content).await.text("sub_code"), sub_code);
    }
}

#[tokio::test]
async fn refunds_at_the_same_time_add_up_too() {
    let (gateway, caller) = paid().await;
    let mut calls = JoinSet::new();
    for number in 0..40 {
        let caller = caller.clone();
        // Twenty refunds, each sent twice.
        let content = refund("0.02", Some(&(number / 2).to_string()));
        calls.spawn(async move { caller.call_method(REFUND, &content).await.text("sub_code") });
    }
    let codes = calls.join_all().await;
    let refused = codes.iter().filter(|code| !code.is_empty()).count();
    assert_eq!((refused, gateway.balance()), (10, Some(0)), "{codes:?}");
}

#[tokio::test]
async fn a_refund_is_found_by_its_number() {
    let (_gateway, caller) = paid().await;
    let mut content = refund("0.10", Some("a"));
    content["refund_reason"] = "七天无理由".into();
    let refunded = caller.call_method(REFUND, &content).await;
    let found = caller.call_method(QUERY, &json!({ "out_trade_no": "1", "out_request_no": "a" })).await;
    for (name, value) in [
        ("refund_amount", "0.10"),
        ("total_amount", "0.30"),
        ("refund_status", "REFUND_SUCCESS"),
        ("refund_reason", "七天无理由"),
        ("out_request_no", "a"),
        ("gmt_refund_pay", &refunded.text("gmt_refund_pay")),
    ] {
        assert_eq!(found.text(name), value, "{name}");
    }
    let none = caller.call_method(QUERY, &json!({ "out_trade_no": "1", "out_request_no": "b" })).await;
    assert_eq!((none.text("code").as_str(), none.text("refund_status").as_str()), ("10000", ""));
    let no_trade = caller.call_method(QUERY, &json!({ "out_trade_no": "2", "out_request_no": "a" })).await;
    assert_eq!(no_trade.text("sub_code"), "ACQ.TRADE_NOT_EXIST");
}

#[tokio::test]
async fn settlements_pass_on_what_is_left_once() {
    let (gateway, caller) = paid().await;
    let trade = caller.call_method("alipay.trade.query", &json!({ "out_trade_no": "1" })).await;
    let settle = |number: &str, amounts: &[&str]| {
        let royalties: Vec<_> = amounts.iter().map(|amount| json!({ "trans_in": "2088", "amount": amount })).collect();
        json!({ "trade_no": trade.text("trade_no"), "out_request_no": number, "royalty_parameters": royalties })
    };
    caller.call_method(REFUND, &refund("0.10", Some("a"))).await;
    let first = caller.call_method(SETTLE, &settle("s1", &["0.10", "0.05"])).await;
    assert_eq!(first.text("code"), "10000");
    let again = caller.call_method(SETTLE, &settle("s1", &["0.10", "0.05"])).await;
    assert_eq!(again.text("settle_no"), first.text("settle_no"));
    for (number, amounts, sub_code) in [
        ("s1", vec!["0.15"], "ACQ.DISCORDANT_REPEAT_REQUEST"),
        ("s2", vec!["0.05", "0.01"], "ACQ.ALLOC_AMOUNT_VALIDATE_ERROR"),
        ("s2", vec![], "ACQ.INVALID_PARAMETER"),
        ("s2", vec!["0.05"], ""),
        ("s3", vec!["0.01"], "ACQ.ALLOC_AMOUNT_VALIDATE_ERROR"),
    ] {
        let answer = caller.call_method(SETTLE, &settle(number, &amounts)).await;
        assert_eq!(answer.text("sub_code"), sub_code, "{number} {amounts:?}");
    }
    assert_eq!(gateway.balance(), Some(0), "all of it has gone: back, or on");
    let sync = json!({ "trade_no": trade.text("trade_no"), "out_request_no": "1", "biz_type": "FILM" });
    let synced = caller.call_method("alipay.trade.orderinfo.sync", &sync).await;
    assert_eq!((synced.text("code").as_str(), synced.text("out_trade_no").as_str()), ("10000", "1"));
}
