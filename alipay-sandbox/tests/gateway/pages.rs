//! What a browser or a phone carries to the gateway: pages by GET and POST, order strings.

use alipay_sandbox::{Gateway, demo};
use encoding_rs::{Encoding, GBK, UTF_8};
use serde_json::{Value, json};

use crate::caller::{Caller, Form};

const SUBJECT: &str = "\"><script>&lt;中文 & ' \"";
const ESCAPED: &str = "&quot;&gt;&lt;script&gt;&amp;lt;中文 &amp; &#39; &quot;";

async fn start() -> (Gateway, Caller) {
    let gateway = Gateway::start_demo().await.unwrap();
    let caller = Caller::new(&gateway);
    (gateway, caller)
}

fn order(number: &str) -> Value {
    json!({ "out_trade_no": number, "subject": SUBJECT, "total_amount": "88.88" })
}

fn form(method: &str, content: &Value, charset: &'static Encoding) -> Form {
    Form::new(method).with("biz_content", content).with("charset", charset.name()).encoded_in(charset)
}

#[tokio::test]
async fn the_cashier_page_shows_what_was_signed() {
    let (_gateway, caller) = start().await;
    for method in ["alipay.trade.page.pay", "alipay.trade.wap.pay"] {
        for charset in [UTF_8, GBK] {
            let query = caller.sign(form(method, &order("1"), charset));
            for answer in [caller.get(&query).await.unwrap(), caller.post("", query.clone()).await.unwrap()] {
                assert_eq!(answer.header("content-type"), "text/html;charset=UTF-8");
                let page = String::from_utf8(answer.body.to_vec()).unwrap();
                assert!(page.contains(&format!("<h1 id=\"subject\">{ESCAPED}</h1>")), "{page}");
                assert!(page.contains("<span id=\"total_amount\">88.88</span>"), "{page}");
            }
        }
    }
}

#[tokio::test]
async fn a_page_that_was_not_signed_shows_nothing() {
    let (_gateway, caller) = start().await;
    let query = caller.sign(form("alipay.trade.page.pay", &order("1"), UTF_8)).replace("88.88", "0.01");
    let answer = caller.get(&query).await.unwrap();
    assert_eq!(answer.text("sub_code"), "isv.invalid-signature");
}

#[tokio::test]
async fn trades_are_found_again_and_never_changed() {
    let (_gateway, caller) = start().await;
    let page = caller.sign(form("alipay.trade.page.pay", &order("1"), UTF_8));
    caller.get(&page).await.unwrap();
    let precreated = caller.call_method("alipay.trade.precreate", &order("2")).await;
    assert_eq!(precreated.text("qr_code"), "https://qr.example/2");
    for number in ["1", "2"] {
        let answer = caller.call_method("alipay.trade.query", &json!({ "out_trade_no": number })).await;
        assert_eq!((answer.text("subject").as_str(), answer.text("total_amount").as_str()), (SUBJECT, "88.88"));
        assert_eq!((answer.text("trade_status").as_str(), answer.text("trade_no").len()), ("WAIT_BUYER_PAY", 28));
    }
    let mut other = order("2");
    other["total_amount"] = "88.89".into();
    let answer = caller.call_method("alipay.trade.precreate", &other).await;
    assert_eq!(answer.text("sub_code"), "ACQ.CONTEXT_INCONSISTENT");
    let unknown = caller.call_method("alipay.trade.query", &json!({ "out_trade_no": "3" })).await;
    assert_eq!(unknown.text("sub_code"), "ACQ.TRADE_NOT_EXIST");
}

#[tokio::test]
async fn amounts_are_yuan_and_fen() {
    let (_gateway, caller) = start().await;
    for (amount, sub_code) in [
        (json!("0.01"), ""),
        (json!("1"), ""),
        (json!(88.88), ""),
        (json!("100000000"), ""),
        (json!("0"), "ACQ.INVALID_PARAMETER"),
        (json!("0.00"), "ACQ.INVALID_PARAMETER"),
        (json!("0.001"), "ACQ.INVALID_PARAMETER"),
        (json!("-1"), "ACQ.INVALID_PARAMETER"),
        (json!("1."), "ACQ.INVALID_PARAMETER"),
        (json!(".5"), "ACQ.INVALID_PARAMETER"),
        (json!("1e3"), "ACQ.INVALID_PARAMETER"),
        (json!(null), "ACQ.INVALID_PARAMETER"),
    ] {
        let mut order = order(&format!("amount {amount}"));
        order["total_amount"] = amount;
        let answer = caller.call_method("alipay.trade.precreate", &order).await;
        assert_eq!(answer.text("sub_code"), sub_code, "{order}");
    }
}

#[tokio::test]
async fn an_order_string_gets_a_signed_result() {
    let (gateway, caller) = start().await;
    let order_string = caller.sign(form("alipay.trade.app.pay", &order("1"), UTF_8));
    let paid = gateway.pay_in_app(&order_string).await;
    assert_eq!((paid.result_status.as_str(), paid.memo.as_str()), ("9000", ""));
    let result: Value = serde_json::from_str(&paid.result).unwrap();
    assert_eq!(result["alipay_trade_app_pay_response"]["total_amount"], "88.88");
    assert_eq!(result["sign_type"], "RSA2");
    let node = &paid.result[paid.result.find(":{").unwrap() + 1..paid.result.find(",\"sign\":").unwrap()];
    assert_eq!(result["sign"], gateway.sign(node));
    assert_eq!(gateway.calls()[0].app_id(), demo::APP_ID);
    assert_eq!(format!("{paid:?}"), "AppResult { result_status: \"9000\", .. }");
}

#[tokio::test]
async fn an_order_string_that_is_wrong_fails_on_the_phone() {
    let (gateway, caller) = start().await;
    let good = caller.sign(form("alipay.trade.app.pay", &order("1"), UTF_8));
    for wrong in [String::new(), "%".to_owned(), good.replace("88.88", "0.01"), format!("{good}&method=x")] {
        let failed = gateway.pay_in_app(&wrong).await;
        assert_eq!((failed.result_status.as_str(), failed.result.as_str()), ("4000", ""), "{wrong}");
        assert!(!failed.memo.is_empty());
    }
}
