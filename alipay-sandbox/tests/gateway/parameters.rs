//! Each common parameter is checked, in the gateway's order and with the platform's code.

use std::time::{Duration, SystemTime};

use alipay_core::DateTime;
use alipay_sandbox::{Gateway, Reply, demo};
use serde_json::json;

use crate::caller::{Caller, Form};

const METHOD: &str = "alipay.trade.query";
const METHOD_KEY: &str = "alipay_trade_query_response";
const ERROR_KEY: &str = "error_response";

fn now() -> SystemTime {
    SystemTime::try_from("2026-11-23 08:00:00".parse::<DateTime>().unwrap()).unwrap()
}

async fn start() -> (Gateway, Caller) {
    let gateway = Gateway::builder()
        .application(demo::APP_ID, demo::PUBLIC_KEY)
        .on(METHOD, |_| Reply::success(json!({})))
        .clock(now)
        .start()
        .await
        .unwrap();
    let caller = Caller::new(&gateway);
    (gateway, caller)
}

fn form() -> Form {
    Form::new(METHOD).with("timestamp", "2026-11-23 08:00:00")
}

#[tokio::test]
async fn each_mistake_gets_its_code() {
    let (_gateway, caller) = start().await;
    for (form, code, sub_code, key, signed) in [
        (form().without("app_id"), "40001", "isv.missing-app-id", METHOD_KEY, false),
        (form().with("app_id", ""), "40001", "isv.missing-app-id", METHOD_KEY, false),
        (form().with("app_id", "2021"), "40002", "isv.invalid-app-id", METHOD_KEY, false),
        (form().without("method"), "40001", "isv.missing-method", ERROR_KEY, false),
        (form().with("method", "alipay.no.such"), "40002", "isv.invalid-method", ERROR_KEY, false),
        (form().without("sign_type"), "40001", "isv.missing-signature-type", METHOD_KEY, true),
        (form().without("sign"), "40001", "isv.missing-signature", METHOD_KEY, true),
        (form().without("timestamp"), "40001", "isv.missing-timestamp", METHOD_KEY, true),
        (form().without("version"), "40001", "isv.missing-version", METHOD_KEY, true),
        (form().without("charset"), "40002", "isv.invalid-charset", METHOD_KEY, true),
        (form().with("charset", "latin1"), "40002", "isv.invalid-charset", METHOD_KEY, true),
        (form().with("format", "xml"), "40002", "isv.invalid-format", METHOD_KEY, true),
        (form().with("sign_type", "RSA"), "40002", "isv.invalid-signature-type", METHOD_KEY, true),
        (form().with("sign_type", "rsa2"), "40002", "isv.invalid-signature-type", METHOD_KEY, true),
        (form().with("version", "2.0"), "40002", "isv.invalid-parameter", METHOD_KEY, true),
        (form().with("timestamp", "2026-11-23T08:00:00Z"), "40002", "isv.invalid-timestamp", METHOD_KEY, true),
        (form().with("timestamp", "1795392000"), "40002", "isv.invalid-timestamp", METHOD_KEY, true),
    ] {
        let answer = caller.call(form).await.unwrap();
        assert_eq!(answer.codes(), (code.into(), sub_code.into()));
        assert_eq!(answer.node().0, key, "{sub_code}");
        assert_eq!((answer.is_signed(), answer.is_verified()), (signed, signed), "{sub_code}");
        assert_eq!(answer.status, 200, "{sub_code}");
    }
}

#[tokio::test]
async fn the_first_mistake_is_the_one_that_is_told() {
    let (_gateway, caller) = start().await;
    let mut form = form().with("sign", "AAAA").with("timestamp", "now").with("version", "9").with("sign_type", "MD5");
    form = form.with("format", "xml").with("charset", "latin1").with("method", "no.such").with("app_id", "0");
    for (name, right, expected) in [
        ("app_id", demo::APP_ID, "isv.invalid-app-id"),
        ("method", METHOD, "isv.invalid-method"),
        ("charset", "utf-8", "isv.invalid-charset"),
        ("format", "json", "isv.invalid-format"),
        ("sign_type", "RSA2", "isv.invalid-signature-type"),
        ("version", "1.0", "isv.invalid-parameter"),
        ("timestamp", "2026-11-23 08:00:00", "isv.invalid-timestamp"),
        ("sign", "AAAA", "isv.invalid-signature"),
    ] {
        assert_eq!(caller.call(form.clone()).await.unwrap().text("sub_code"), expected);
        form = form.with(name, right);
    }
}

#[tokio::test]
async fn what_may_be_left_out_or_written_otherwise_is_accepted() {
    let (_gateway, caller) = start().await;
    for form in [
        form(),
        form().without("format"),
        form().with("format", "JSON"),
        form().with("charset", "UTF-8"),
        form().with("alipay_sdk", "alipay-sdk-java"),
        form().with("notify_url", ""),
    ] {
        assert_eq!(caller.call(form).await.unwrap().text("code"), "10000");
    }
}

#[tokio::test]
async fn a_timestamp_may_be_ten_minutes_off_and_no_more() {
    let (_gateway, caller) = start().await;
    for (timestamp, accepted) in [
        ("2026-11-23 07:49:59", false),
        ("2026-11-23 07:50:00", true),
        ("2026-11-23 08:10:00", true),
        ("2026-11-23 08:10:01", false),
        ("2026-11-23 00:00:00", false),
    ] {
        let answer = caller.call(form().with("timestamp", timestamp)).await.unwrap();
        let expected = if accepted { "" } else { "isv.invalid-timestamp" };
        assert_eq!(answer.text("sub_code"), expected, "{timestamp}");
        assert_eq!(answer.header("date"), "Mon, 23 Nov 2026 00:00:00 GMT");
    }
}

#[tokio::test]
async fn the_window_of_timestamps_can_be_set() {
    let gateway = Gateway::builder()
        .application(demo::APP_ID, demo::PUBLIC_KEY)
        .on(METHOD, |_| Reply::success(json!({})))
        .clock(now)
        .timestamp_window(Duration::MAX)
        .start()
        .await
        .unwrap();
    let answer = Caller::new(&gateway).call(form().with("timestamp", "1999-01-01 00:00:00")).await.unwrap();
    assert_eq!(answer.text("code"), "10000");
}

#[tokio::test]
async fn refused_calls_are_recorded_too_and_the_record_has_a_limit() {
    let gateway = Gateway::builder().application(demo::APP_ID, demo::PUBLIC_KEY).keep_calls(2).start().await.unwrap();
    let caller = Caller::new(&gateway);
    for method in ["a.first", "a.second", "a.third"] {
        assert_eq!(caller.call_method(method, "{}").await.text("sub_code"), "isv.invalid-method");
    }
    let methods: Vec<_> = gateway.calls().iter().map(|call| call.method().to_owned()).collect();
    assert_eq!(methods, ["a.second", "a.third"]);
    gateway.clear_calls();
    assert!(gateway.calls().is_empty());
}
