//! The project's own client and the gateway understand each other, also where things go wrong.

use std::time::Duration;

use alipay_core::{ErrorKind, Sent};
use alipay_sandbox::{Gateway, Reply, demo};
use http::StatusCode;
use serde_json::{Value, json};

const METHOD: &str = "alipay.trade.query";

#[tokio::test]
async fn a_client_is_answered_over_https_and_over_http() {
    let plain = Gateway::builder().application(demo::APP_ID, demo::PUBLIC_KEY).demo_methods().plain_http();
    for gateway in [Gateway::start_demo().await.unwrap(), plain.start().await.unwrap()] {
        gateway.on(METHOD, |call| Reply::success(json!({ "echo": call.biz_content() })));
        let client = gateway.demo_client().build().unwrap();
        let content = json!({ "subject": "积分 + 100% & \"=\" 😀", "list": [1, 2] });
        let answer = client.call_json(METHOD, content.clone()).app_auth_token("token").await.unwrap();
        assert_eq!(answer.to_value().unwrap()["echo"], content);
        assert_eq!(answer.trace_id().map(str::len), Some(32));
        assert_eq!(gateway.calls()[0].parameter("app_auth_token"), Some("token"));
    }
}

#[tokio::test]
async fn a_client_with_certificates_follows_a_change_of_the_gateways() {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.on(METHOD, |call| Reply::success(json!({ "echo": call.biz_content() })));
    let client = gateway.demo_certificate_client().build().unwrap();
    for change in [false, true] {
        if change {
            gateway.use_certificate(demo::NEXT_ALIPAY_PRIVATE_KEY, demo::NEXT_ALIPAY_CERTIFICATE).unwrap();
        }
        let answer = client.call_json(METHOD, json!({ "subject": "积分" })).await.unwrap();
        assert_eq!(answer.to_value().unwrap()["echo"]["subject"], "积分");
    }
    assert_eq!(gateway.calls()[0].app_id(), demo::CERTIFICATE_APP_ID);
    assert_eq!(gateway.calls().len(), 3, "the second was followed by a download");
}

#[tokio::test]
async fn each_failure_is_what_the_client_calls_it() {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    let success = || Reply::success(json!({ "text": "积分".repeat(10) }));
    let unsigned = |sub_code| Reply::error("40002", "Invalid Arguments", sub_code, "x").unsigned();
    for (name, reply, expected) in [
        ("success", success(), None),
        ("sign in front", success().signed_ahead(), None),
        ("GBK", success().in_gbk(), None),
        ("business", Reply::business_error("ACQ.TRADE_NOT_EXIST", "x"), Some(ErrorKind::Business)),
        ("unavailable", Reply::unavailable(), Some(ErrorKind::Business)),
        ("unsigned error", unsigned("isv.invalid-app-id"), Some(ErrorKind::Gateway)),
        ("error_response", unsigned("isv.invalid-method").under("error_response"), Some(ErrorKind::Gateway)),
        ("unsigned success", success().unsigned(), Some(ErrorKind::Signature)),
        ("wrong signature", success().wrongly_signed(), Some(ErrorKind::Signature)),
        ("truncated", success().truncated(), Some(ErrorKind::Transport)),
        ("disconnect", Reply::disconnect(), Some(ErrorKind::Transport)),
        ("bad gateway", Reply::raw(StatusCode::BAD_GATEWAY, "text/html", "<html>"), Some(ErrorKind::Transport)),
        ("no JSON", Reply::raw(StatusCode::OK, "text/html", "{"), Some(ErrorKind::Decode)),
    ] {
        gateway.once(METHOD, reply);
        let result = client.call_json(METHOD, Value::Null).await;
        assert_eq!(result.err().map(|error| error.kind()), expected, "{name}");
    }
}

#[tokio::test]
async fn a_client_gives_up_on_silence_and_on_refused_connections() {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    gateway.refuse_connections(1);
    let error = client.call_json(METHOD, Value::Null).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::No));
    gateway.once(METHOD, Reply::silence());
    let error = client.call_json(METHOD, Value::Null).timeout(Duration::from_millis(200)).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::Possibly));
}

#[tokio::test]
async fn a_client_whose_key_the_gateway_does_not_know_gets_the_gateways_text_to_sign() {
    let another = include_str!("../../test-keys/alipay-public.pem");
    let gateway = Gateway::builder().application(demo::APP_ID, another).demo_methods().start().await.unwrap();
    gateway.on(METHOD, |_| Reply::success(json!({})));
    let client = gateway.demo_client().build().unwrap();
    let error = client.call_json(METHOD, json!({ "out_trade_no": "42" })).await.unwrap_err();
    let refusal = error.business().unwrap();
    assert_eq!(refusal.sub_code(), Some("isv.invalid-signature"));
    let content = "biz_content={&quot;out_trade_no&quot;:&quot;42&quot;}&amp;charset=";
    assert!(refusal.sub_msg().unwrap().contains(content));
}
