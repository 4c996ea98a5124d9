//! Every reply arrives as it was scripted, well-formed or not.

use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use alipay_sandbox::{Gateway, Reply};
use http::{StatusCode, Version};
use serde_json::{Value, json};

use crate::caller::{Answer, Caller, Form};

const METHOD: &str = "alipay.trade.query";

async fn answer(reply: Reply) -> Answer {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.once(METHOD, reply);
    Caller::new(&gateway).call_method(METHOD, "{}").await
}

fn body(answer: &Answer) -> &str {
    std::str::from_utf8(&answer.body).unwrap()
}

#[tokio::test]
async fn codes_of_each_kind_of_reply() {
    for (reply, code, sub_code) in [
        (Reply::success(json!({})), "10000", ""),
        (Reply::in_progress(json!({})), "10003", ""),
        (Reply::business_error("ACQ.TRADE_NOT_EXIST", "x"), "40004", "ACQ.TRADE_NOT_EXIST"),
        (Reply::unavailable(), "20000", "isp.unknow-error"),
        (Reply::error("20001", "x", "aop.invalid-auth-token", "x"), "20001", "aop.invalid-auth-token"),
    ] {
        let answer = answer(reply).await;
        assert_eq!(answer.codes(), (code.into(), sub_code.into()));
        assert!(answer.is_verified());
    }
}

#[tokio::test]
async fn a_node_is_sent_and_signed_as_written() {
    let node = r#"{ "code":"10000", "url":"a\/b", "n":1.50 }"#;
    let answer = answer(Reply::node(node)).await;
    assert!(body(&answer).starts_with(&format!(r#"{{"alipay_trade_query_response":{node},"sign":""#)));
    assert!(answer.is_verified());
}

#[tokio::test]
async fn a_text_is_signed_with_its_quotes() {
    let answer = answer(Reply::success("ciphertext")).await;
    assert!(body(&answer).starts_with(r#"{"alipay_trade_query_response":"ciphertext","sign""#));
    assert!(answer.is_verified());
}

#[tokio::test]
async fn signatures_can_be_left_out_be_wrong_or_come_first() {
    let reply = || Reply::success(json!({}));
    let unsigned = answer(reply().unsigned()).await;
    assert!(!unsigned.is_signed());
    let wrong = answer(reply().wrongly_signed()).await;
    assert!(wrong.is_signed() && !wrong.is_verified());
    let ahead = answer(reply().signed_ahead()).await;
    assert!(body(&ahead).starts_with(r#"{"sign":""#) && ahead.is_verified());
}

#[tokio::test]
async fn an_answer_can_stand_under_another_key_and_come_in_gbk() {
    let answer = answer(Reply::business_error("X", "余额不足").under("error_response").in_gbk()).await;
    assert_eq!(answer.node().0, "error_response");
    assert_eq!(answer.text("sub_msg"), "余额不足");
    assert_eq!(answer.header("content-type"), "text/html;charset=GBK");
    assert!(std::str::from_utf8(&answer.body).is_err() && answer.is_verified());
}

#[tokio::test]
async fn raw_answers_are_sent_as_they_are() {
    let sent = answer(Reply::raw(StatusCode::BAD_GATEWAY, "text/plain", "{\"a\":\u{0}")).await;
    assert_eq!(
        (sent.status, sent.header("content-type"), body(&sent)),
        (StatusCode::BAD_GATEWAY, "text/plain", "{\"a\":\u{0}")
    );
    let sent = answer(Reply::raw(StatusCode::OK, "no header\r\n", "")).await;
    assert_eq!((sent.status, sent.header("content-type")), (StatusCode::OK, ""));
}

#[tokio::test]
async fn a_hand_made_answer_can_carry_the_gateways_signature() {
    let gateway = Gateway::start_demo().await.unwrap();
    let node = r#"{"code":"10000"}"#;
    let text = format!(r#"{{"alipay_trade_query_response":{node},"sign":"{}"}}"#, gateway.sign(node));
    gateway.once(METHOD, Reply::raw(StatusCode::OK, "text/html;charset=utf-8", text));
    assert!(Caller::new(&gateway).call_method(METHOD, "{}").await.is_verified());
}

#[tokio::test]
async fn queued_replies_come_first_and_once_each() {
    let gateway = Gateway::start_demo().await.unwrap();
    let count = AtomicU32::new(0);
    gateway.on(METHOD, move |_| Reply::success(json!({ "n": count.fetch_add(1, Ordering::Relaxed) })));
    gateway.once(METHOD, Reply::unavailable()).then(Reply::business_error("X", "x"));
    gateway.once("other.method", Reply::success(Value::Null));
    let caller = Caller::new(&gateway);
    let mut codes = Vec::new();
    for _ in 0..4 {
        codes.push(caller.call_method(METHOD, "{}").await.text("code"));
    }
    assert_eq!(codes, ["20000", "40004", "10000", "10000"]);
    assert_eq!(caller.call_method(METHOD, "{}").await.node().1["n"], 2);
    gateway.on(METHOD, |_| Reply::in_progress(json!({})));
    assert_eq!(caller.call_method(METHOD, "{}").await.text("code"), "10003", "a new handler takes over");

    assert_eq!(caller.call_method("other.method", "{}").await.text("code"), "10000");
    assert_eq!(caller.call_method("other.method", "{}").await.text("sub_code"), "isv.invalid-method");
}

#[tokio::test]
async fn a_disconnect_ends_the_connection_and_the_next_call_is_answered() {
    for version in [Version::HTTP_2, Version::HTTP_11] {
        let gateway = Gateway::start_demo().await.unwrap();
        gateway.once(METHOD, Reply::disconnect()).then(Reply::success(json!({})));
        let caller = Caller::over(&gateway, version);
        assert!(caller.call(Form::new(METHOD)).await.is_err());
        assert_eq!(caller.call_method(METHOD, "{}").await.text("code"), "10000");
        assert_eq!(gateway.connections(), 2, "{version:?}");
    }
}

#[tokio::test]
async fn a_truncated_answer_is_a_failure_and_the_next_call_is_answered() {
    for version in [Version::HTTP_2, Version::HTTP_11] {
        let gateway = Gateway::start_demo().await.unwrap();
        gateway.once(METHOD, Reply::success(json!({})).truncated()).then(Reply::success(json!({})));
        let caller = Caller::over(&gateway, version);
        assert!(caller.call(Form::new(METHOD)).await.is_err());
        assert_eq!(caller.call_method(METHOD, "{}").await.text("code"), "10000");
    }
}

#[tokio::test]
async fn silence_lasts_until_the_gateway_stops() {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.once(METHOD, Reply::silence());
    let caller = Caller::new(&gateway);
    let call = tokio::spawn(async move { caller.call(Form::new(METHOD)).await.is_err() });
    while gateway.calls().is_empty() {
        tokio::task::yield_now().await;
    }
    assert!(!call.is_finished());
    gateway.stop().await;
    assert!(call.await.unwrap());
}

#[tokio::test]
async fn a_delay_comes_before_the_answer() {
    let gateway = Gateway::start_demo().await.unwrap();
    let delay = Duration::from_millis(20);
    gateway.once(METHOD, Reply::success(json!({})).delayed(delay));
    let start = std::time::Instant::now();
    assert_eq!(Caller::new(&gateway).call_method(METHOD, "{}").await.text("code"), "10000");
    assert!(start.elapsed() >= delay);
}

#[tokio::test]
async fn every_answer_has_a_trace_id_of_its_own_and_a_date() {
    let gateway = Gateway::start_demo().await.unwrap();
    let caller = Caller::new(&gateway);
    let (first, second) = (caller.call_method(METHOD, "{}").await, caller.call_method(METHOD, "{}").await);
    assert_eq!(first.header("trace_id").len(), 32);
    assert_ne!(first.header("trace_id"), second.header("trace_id"));
    assert!(first.header("date").ends_with(" GMT"));
}
