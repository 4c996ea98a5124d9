//! Transfers: what becomes of them, that the money adds up, and that none is made twice.

use std::time::Duration;

use alipay_sandbox::{Gateway, Reply, Transfer};
use serde_json::{Value, json};

use crate::caller::{Answer, Caller, Form};

const TRANSFER: &str = "alipay.fund.trans.uni.transfer";
const QUERY: &str = "alipay.fund.trans.common.query";

async fn start() -> (Gateway, Caller) {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.set_balance(1_000);
    let caller = Caller::new(&gateway);
    (gateway, caller)
}

fn order(number: &str, amount: &str) -> Value {
    json!({
        "out_biz_no": number,
        "trans_amount": amount,
        "product_code": "TRANS_ACCOUNT_NO_PWD",
        "biz_scene": "DIRECT_TRANSFER",
        "payee_info": { "identity": "2088123412341234", "identity_type": "ALIPAY_USER_ID" },
    })
}

async fn query(caller: &Caller, number: &str) -> Answer {
    caller.call_method(QUERY, &order(number, "1")).await
}

/// The sub-code, or else the status.
fn told(answer: &Answer) -> String {
    answer.text("sub_code") + &answer.text("status")
}

#[tokio::test]
async fn each_script_does_what_it_is_called_after_and_the_money_adds_up() {
    let later = Duration::from_secs(30);
    for (script, first, balance, last, balance_then) in [
        (Transfer::Succeeds, "SUCCESS", 990, "SUCCESS", 990),
        (Transfer::SucceedsAfter(later), "DEALING", 990, "SUCCESS", 990),
        (Transfer::StaysInProgress, "DEALING", 990, "DEALING", 990),
        (Transfer::FailsAfter(later), "DEALING", 990, "FAIL", 1_000),
        (Transfer::PayeeUnknown, "PAYEE_NOT_EXIST", 1_000, "ORDER_NOT_EXIST", 1_000),
        (Transfer::BalanceTooLow, "PAYER_BALANCE_NOT_ENOUGH", 1_000, "ORDER_NOT_EXIST", 1_000),
    ] {
        let (gateway, caller) = start().await;
        gateway.transfer(script);
        let answer = caller.call_method(TRANSFER, &order("1", "0.10")).await;
        assert_eq!((told(&answer).as_str(), gateway.balance()), (first, Some(balance)), "{script}");
        gateway.advance(later);
        assert_eq!(told(&query(&caller, "1").await), last, "{script}");
        assert_eq!(gateway.balance(), Some(balance_then), "{script}");
        let again = caller.call_method(TRANSFER, &order("1", "0.10")).await;
        let expected = if last == "ORDER_NOT_EXIST" { first } else { last };
        assert_eq!(told(&again), expected, "{script}");
        assert_eq!(gateway.balance(), Some(balance_then), "{script}: nothing moves twice");
    }
}

#[tokio::test]
async fn a_number_stands_for_one_transfer() {
    let (gateway, caller) = start().await;
    let first = caller.call_method(TRANSFER, &order("1", "0.10")).await;
    let again = caller.call_method(TRANSFER, &order("1", "0.1")).await;
    assert_eq!(again.text("order_id"), first.text("order_id"));
    let mut to_another = order("1", "0.10");
    to_another["payee_info"]["identity"] = "2088000000000000".into();
    for other in [order("1", "0.11"), to_another] {
        assert_eq!(told(&caller.call_method(TRANSFER, &other).await), "PAYMENT_INFO_INCONSISTENCY");
    }
    let second = caller.call_method(TRANSFER, &order("2", "0.10")).await;
    assert_ne!(second.text("order_id"), first.text("order_id"));
    assert_eq!(gateway.balance(), Some(980));
}

#[tokio::test]
async fn what_the_account_does_not_hold_is_not_transferred() {
    let (gateway, caller) = start().await;
    for (number, amount, expected) in
        [("1", "10.01", "PAYER_BALANCE_NOT_ENOUGH"), ("1", "10", "SUCCESS"), ("2", "0.01", "PAYER_BALANCE_NOT_ENOUGH")]
    {
        assert_eq!(told(&caller.call_method(TRANSFER, &order(number, amount)).await), expected, "{amount}");
    }
    let account = json!({ "account_type": "ACCTRANS_ACCOUNT", "alipay_user_id": "2088" });
    for (fen, available) in [(0, "0.00"), (7, "0.07")] {
        gateway.set_balance(fen);
        let answer = caller.call_method("alipay.fund.account.query", &account).await;
        assert_eq!(
            (answer.text("available_amount").as_str(), answer.text("freeze_amount").as_str()),
            (available, "0.00")
        );
    }
}

#[tokio::test]
async fn a_transfer_is_found_by_either_number() {
    let (_gateway, caller) = start().await;
    let made = caller.call_method(TRANSFER, &order("1", "0.10")).await;
    for content in [
        json!({ "order_id": made.text("order_id") }),
        json!({ "pay_fund_order_id": made.text("pay_fund_order_id") }),
        order("1", "0.10"),
    ] {
        let found = caller.call_method(QUERY, &content).await;
        for (name, value) in [("out_biz_no", "1"), ("trans_amount", "0.10"), ("pay_date", &made.text("trans_date"))] {
            assert_eq!(found.text(name), value, "{content}");
        }
    }
    for (content, sub_code) in [
        (json!({ "order_id": "1" }), "ORDER_NOT_EXIST"),
        (json!({ "out_biz_no": "1" }), "INVALID_PARAMETER"),
        (json!({}), "INVALID_PARAMETER"),
    ] {
        assert_eq!(caller.call_method(QUERY, &content).await.text("sub_code"), sub_code, "{content}");
    }
}

#[tokio::test]
async fn transfers_belong_to_their_application() {
    let (gateway, caller) = start().await;
    let made = caller.call_method(TRANSFER, &order("1", "0.10")).await;
    let other = gateway.demo_certificate_client().build().unwrap();
    for content in [order("1", "0.10"), json!({ "order_id": made.text("order_id") })] {
        let error = other.call_json(QUERY, content).await.unwrap_err();
        assert!(error.to_string().contains("ORDER_NOT_EXIST"), "{error}");
    }
    let answer = other.call_json(TRANSFER, order("1", "0.20")).await.unwrap();
    assert!(!answer.body().contains(&made.text("order_id")));
}

#[tokio::test]
async fn what_is_missing_is_refused() {
    let (gateway, caller) = start().await;
    for name in ["out_biz_no", "trans_amount", "product_code", "payee_info"] {
        let mut content = order("1", "0.10");
        content[name] = Value::Null;
        assert_eq!(told(&caller.call_method(TRANSFER, &content).await), "INVALID_PARAMETER", "{name}");
    }
    assert_eq!(gateway.balance(), Some(1_000));
}

#[tokio::test]
async fn a_transfer_whose_answer_is_lost_was_made() {
    let (gateway, caller) = start().await;
    gateway.once_carried_out(TRANSFER, |_| Reply::disconnect());
    assert!(caller.call(Form::new(TRANSFER).with("biz_content", &order("1", "0.10"))).await.is_err());
    assert_eq!((told(&query(&caller, "1").await).as_str(), gateway.balance()), ("SUCCESS", Some(990)));
}
