//! A call is accepted when the application signed exactly it, in its charset.

use alipay_sandbox::{Gateway, Reply, demo};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use encoding_rs::GBK;
use serde_json::json;

use crate::caller::{Caller, Form};

const METHOD: &str = "alipay.trade.query";

async fn start() -> (Gateway, Caller) {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.on(METHOD, |call| Reply::success(json!({ "echo": call.biz_content()["text"] })));
    let caller = Caller::new(&gateway);
    (gateway, caller)
}

#[tokio::test]
async fn a_signed_call_is_accepted_and_its_answer_is_signed() {
    let (gateway, caller) = start().await;
    let content = json!({ "text": "积分 + 100% & \"=\"" });
    let answer = caller.call_method(METHOD, &content).await;
    let (key, node) = answer.node();
    assert_eq!(key, "alipay_trade_query_response");
    assert_eq!(node, json!({ "code": "10000", "msg": "Success", "echo": content["text"] }));
    assert!(answer.is_verified());
    assert_eq!(answer.header("content-type"), "text/html;charset=UTF-8");

    let calls = gateway.calls();
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].biz_content(), content);
    assert_eq!((calls[0].method(), calls[0].app_id()), (METHOD, demo::APP_ID));
    assert_eq!(calls[0].parameter("app_auth_token"), None);
}

#[tokio::test]
async fn a_gbk_call_is_signed_encoded_and_answered_in_gbk() {
    let (gateway, caller) = start().await;
    let content = json!({ "text": "积分" });
    for charset in ["GBK", "gb2312"] {
        let form = Form::new(METHOD).with("biz_content", &content).with("charset", charset).encoded_in(GBK);
        let answer = caller.call(form).await.unwrap();
        assert_eq!(answer.text("echo"), "积分");
        assert!(answer.is_verified());
        assert_eq!(answer.header("content-type"), "text/html;charset=GBK");
    }
    assert_eq!(gateway.calls()[0].biz_content(), content);
}

#[tokio::test]
async fn what_the_application_has_not_signed_is_refused() {
    let (_gateway, caller) = start().await;
    let form = || Form::new(METHOD).with("biz_content", r#"{"text":"积"}"#);
    for (name, form) in [
        ("no base64", form().with("sign", "%%%")),
        ("too short", form().with("sign", "AAAA")),
        ("as long as a signature", form().with("sign", &BASE64_STANDARD.encode([7; 256]))),
    ] {
        let answer = caller.call(form).await.unwrap();
        assert_eq!(answer.codes(), ("40002".into(), "isv.invalid-signature".into()), "{name}");
        assert!(answer.is_verified(), "{name}");
    }
}

#[tokio::test]
async fn a_refused_signature_gets_the_gateways_own_text_to_sign() {
    let (_gateway, caller) = start().await;
    let form = Form::new(METHOD).with("biz_content", r#"{"text":"a<b>&c"}"#).with("notify_url", "");
    let expected = form.text_to_sign();
    let answer = caller.call(form.with("sign", "AAAA")).await.unwrap();
    let sub_msg = answer.text("sub_msg");
    let (_, text) = sub_msg.split_once('：').unwrap();
    assert!(
        text.starts_with(
            "app_id=2021000000000001&amp;biz_content={&quot;text&quot;:&quot;a&lt;b&gt;&amp;c&quot;}&amp;"
        )
    );
    let text = text.replace("&quot;", "\"").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    assert_eq!(text, expected);
    assert!(!text.contains("notify_url"), "an empty parameter is not signed");
}

#[tokio::test]
async fn every_application_has_its_own_key() {
    let gateway = Gateway::builder()
        .application(demo::APP_ID, demo::PUBLIC_KEY)
        .application("2021000000000002", Gateway::start_demo().await.unwrap().alipay_public_key())
        .on(METHOD, |_| Reply::success(json!({})))
        .start()
        .await
        .unwrap();
    let caller = Caller::new(&gateway);
    for (app_id, expected) in [(demo::APP_ID, "10000"), ("2021000000000002", "40002")] {
        let answer = caller.call(Form::new(METHOD).with("app_id", app_id)).await.unwrap();
        assert_eq!(answer.text("code"), expected, "{app_id}");
    }
}
