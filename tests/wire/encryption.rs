//! Encrypted contents and other charsets over the whole way: our client and the local gateway, whose AES
//! is not ours.

use alipay_apis::open::AuthAppAesGet;
use alipay_core::encryption::Encryption;
use alipay_core::{ApiRequest, Charset, ErrorKind};
use alipay_sandbox::{Call, Gateway, Reply, demo};
use serde_json::json;

const METHOD: &str = "alipay.demo.echo";

/// Answers with the text that it decrypted.
fn echo(call: &Call) -> Reply {
    Reply::success(json!({ "text": call.biz_content()["text"] }))
}

#[tokio::test]
async fn contents_go_out_and_come_back_encrypted_in_every_charset() {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.on(METHOD, echo);
    let client = gateway.demo_client().content_key(demo::CONTENT_KEY).build().unwrap();
    for charset in [Charset::Utf8, Charset::Gbk, Charset::Gb18030] {
        for how in [Encryption::Off, Encryption::Aes, Encryption::AesV2] {
            let call = client.call_json(METHOD, json!({ "text": "积分 } \" sign" }));
            let answer = call.charset(charset).encryption(how).await.unwrap();
            assert_eq!(answer.to_value().unwrap()["text"], "积分 } \" sign", "{charset:?} {how:?}");
            let sent = gateway.calls().pop().unwrap();
            assert_eq!(sent.parameter("encrypt_type").unwrap_or_default(), how.as_str());
            assert_eq!(sent.parameter("charset"), Some(charset.as_str()));
        }
    }
}

#[tokio::test]
async fn a_method_that_encrypts_by_default_does_so() {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.on(AuthAppAesGet::METHOD, |_| Reply::error("40004", "Business Failed", "isv.x", "no"));
    let client = gateway.demo_client().content_key(demo::CONTENT_KEY).build().unwrap();
    let error = AuthAppAesGet::new().merchant_app_id("2021000000000009").call(&client).await.unwrap_err();
    // The refusal comes in the clear, as the platform sends it.
    assert_eq!(error.kind(), ErrorKind::Business);
    assert_eq!(gateway.calls().pop().unwrap().parameter("encrypt_type"), Some("AES"));
    assert!(AuthAppAesGet::api().encrypts);
}
