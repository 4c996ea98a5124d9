//! Calls whose contents are encrypted.

use alipay_sandbox::{Gateway, Reply, demo};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use encoding_rs::GBK;
use serde_json::json;

use crate::caller::{Caller, Form};

const METHOD: &str = "alipay.trade.query";

/// `{"text":"积分"}` under [`demo::CONTENT_KEY`], made with OpenSSL.
const AES: &str = "S2zm9loyilZJek7MV6BOOIkmINM0VBFHvcCQ8Sldraw=";
/// The same in GBK.
const AES_GBK: &str = "1/dfNzLpV0Z45OjYKGmXqA==";
/// The same as [`AES`] with the vector `00112233445566778899aabbccddeeff` in front.
const AES_V2: &str = "ABEiM0RVZneImaq7zN3u/3u44CLQ7cdYX6VfqKm07Bzn1+w54AgjfTu4sRO/dcmM";
/// `{"code":"10000","msg":"Success","echo":"积分"}`, and the same in GBK.
const ANSWER: &str = "zTYnI/31jI012psOfGN/g/kG6sI7nz8rTMPNrQcvV8+RbJ7GJqbY4RzOBYUDlzN8AslJyCtHnAeR5oYiImuycQ==";
const ANSWER_GBK: &str = "zTYnI/31jI012psOfGN/g/kG6sI7nz8rTMPNrQcvV8+jpXaSLzl/PCiZoIwrspvC";

async fn start() -> (Gateway, Caller) {
    let gateway = Gateway::builder()
        .application(demo::APP_ID, demo::PUBLIC_KEY)
        .content_key(demo::APP_ID, demo::CONTENT_KEY)
        .on(METHOD, |call| Reply::success(json!({ "echo": call.biz_content()["text"] })))
        .start()
        .await
        .unwrap();
    let caller = Caller::new(&gateway);
    (gateway, caller)
}

fn form(encrypt_type: &str, biz_content: &str) -> Form {
    Form::new(METHOD).with("encrypt_type", encrypt_type).with("biz_content", biz_content)
}

#[tokio::test]
async fn contents_are_decrypted_and_answers_encrypted_and_then_signed() {
    let (gateway, caller) = start().await;
    for (form, expected) in
        [(form("AES", AES), ANSWER), (form("AES", AES_GBK).with("charset", "GBK").encoded_in(GBK), ANSWER_GBK)]
    {
        let answer = caller.call(form).await.unwrap();
        assert_eq!(answer.node().1, expected);
        assert!(answer.is_verified());
    }
    let call = &gateway.calls()[0];
    assert_eq!(call.biz_content(), json!({ "text": "积分" }));
    assert_eq!(call.parameter("biz_content"), Some(AES));
}

#[tokio::test]
async fn the_random_vector_of_aes_v2_goes_in_front() {
    let (gateway, caller) = start().await;
    let mut nodes = Vec::new();
    for _ in 0..2 {
        let answer = caller.call(form("AES_V2", AES_V2)).await.unwrap();
        assert!(answer.is_verified());
        let node = answer.node().1.as_str().unwrap().to_owned();
        assert_eq!(BASE64_STANDARD.decode(&node).unwrap().len(), 16 + 64);
        nodes.push(node);
    }
    assert_ne!(nodes[0], nodes[1]);
    assert_eq!(gateway.calls()[0].biz_content(), json!({ "text": "积分" }));
}

#[tokio::test]
async fn what_cannot_be_decrypted_is_refused_in_the_clear() {
    let (_gateway, caller) = start().await;
    for (form, sub_code) in [
        (form("DES", AES), "isv.decryption-error-not-valid-encrypt-type"),
        (form("aes", AES), "isv.decryption-error-not-valid-encrypt-type"),
        (form("AES", "{}"), "isv.decryption-error-unknown"),
        (form("AES_V2", AES_GBK), "isv.decryption-error-unknown"),
        (form("AES", AES_GBK), "isv.decryption-error-unknown"),
        (form("AES", AES).with("sign", "AAAA"), "isv.invalid-signature"),
    ] {
        let answer = caller.call(form).await.unwrap();
        assert_eq!(answer.text("sub_code"), sub_code);
        assert!(answer.is_verified());
    }
    let gateway = Gateway::builder().application(demo::APP_ID, demo::PUBLIC_KEY);
    let gateway = gateway.on(METHOD, |_| Reply::success(json!({}))).start().await.unwrap();
    let answer = Caller::new(&gateway).call(form("AES", AES)).await.unwrap();
    assert_eq!(answer.text("sub_code"), "isv.decryption-error-not-valid-encrypt-key");
}

#[tokio::test]
async fn errors_stay_in_the_clear_and_so_do_calls_that_ask_for_no_encryption() {
    let (gateway, caller) = start().await;
    gateway.once(METHOD, Reply::business_error("ACQ.TRADE_NOT_EXIST", "x"));
    let answer = caller.call(form("AES", AES)).await.unwrap();
    assert_eq!((answer.text("sub_code").as_str(), answer.is_verified()), ("ACQ.TRADE_NOT_EXIST", true));
    for form in [form("", r#"{"text":"积"}"#), form("AES", AES).without("encrypt_type").with("biz_content", "{}")] {
        assert_eq!(caller.call(form).await.unwrap().text("code"), "10000");
    }
    let nothing = caller.call(form("AES", "")).await.unwrap();
    assert!(nothing.node().1.is_string(), "nothing to decrypt, and the answer is encrypted");
}
