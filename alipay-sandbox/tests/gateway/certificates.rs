//! Applications that are registered by certificate.

use alipay_sandbox::{Gateway, Reply, demo};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Value, json};

use crate::caller::{Answer, Caller, Form};

const METHOD: &str = "alipay.trade.query";
const DOWNLOAD: &str = "alipay.open.app.alipaycert.download";

/// As OpenSSL and the official Node SDK calculate them.
const APPLICATION: &str = "a29f22f1c3fe9b7fa53d310eca4c91a2";
const ROOTS: &str = "38894f816c27f8ddf0b9d68ad85269d7";
const ALIPAY: &str = "47a05b1b9c9a4e331ea1f013d87b5a21";
const NEXT: &str = "ec65e3cc44f34fce826f02f6a8058edc";

async fn start() -> (Gateway, Caller) {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.on(METHOD, |_| Reply::success(json!({ "text": "积分" })));
    let caller = Caller::new(&gateway);
    (gateway, caller)
}

fn form(method: &str) -> Form {
    Form::new(method)
        .with("app_id", demo::CERTIFICATE_APP_ID)
        .with("app_cert_sn", APPLICATION)
        .with("alipay_root_cert_sn", ROOTS)
}

async fn download(caller: &Caller, number: &Value) -> Answer {
    caller.call(form(DOWNLOAD).with("biz_content", &json!({ "alipay_cert_sn": number }))).await.unwrap()
}

#[tokio::test]
async fn a_call_that_names_the_certificates_is_answered_by_a_certified_key() {
    let (_gateway, caller) = start().await;
    let answer = caller.call(form(METHOD)).await.unwrap();
    assert_eq!((answer.text("text").as_str(), answer.certificate().as_str()), ("积分", ALIPAY));
    assert!(answer.is_verified_by(demo::ALIPAY_CERTIFICATE));
    let by_key = caller.call(Form::new(METHOD)).await.unwrap();
    assert_eq!(by_key.certificate(), "");
}

#[tokio::test]
async fn other_certificates_are_refused() {
    let (_gateway, caller) = start().await;
    for (form, sub_code) in [
        (form(METHOD).without("app_cert_sn"), "isv.missing-app-cert-sn"),
        (form(METHOD).with("app_cert_sn", ""), "isv.missing-app-cert-sn"),
        (form(METHOD).with("app_cert_sn", ALIPAY), "isv.app-cert-not-exist"),
        (form(METHOD).without("alipay_root_cert_sn"), "isv.missing-alipay-root-cert-sn"),
        (form(METHOD).with("alipay_root_cert_sn", APPLICATION), "isv.invalid-alipay-root-cert-sn"),
        (form(METHOD).with("sign", "AAAA"), "isv.invalid-signature"),
    ] {
        let answer = caller.call(form).await.unwrap();
        assert_eq!((answer.text("sub_code").as_str(), answer.certificate().as_str()), (sub_code, ALIPAY));
        assert!(answer.is_verified_by(demo::ALIPAY_CERTIFICATE), "{sub_code}");
    }
}

#[tokio::test]
async fn the_gateway_changes_its_certificate_and_hands_out_both() {
    let (gateway, caller) = start().await;
    assert_eq!(download(&caller, &NEXT.into()).await.text("sub_code"), "isv.alipay-cert-not-exist");
    gateway.use_certificate(demo::NEXT_ALIPAY_PRIVATE_KEY, demo::NEXT_ALIPAY_CERTIFICATE).unwrap();
    let answer = caller.call(form(METHOD)).await.unwrap();
    assert_eq!(answer.certificate(), NEXT);
    assert!(answer.is_verified_by(demo::NEXT_ALIPAY_CERTIFICATE));
    assert_eq!(gateway.alipay_certificate(), demo::NEXT_ALIPAY_CERTIFICATE);
    for (number, chain) in [(ALIPAY, demo::ALIPAY_CERTIFICATE), (NEXT, demo::NEXT_ALIPAY_CERTIFICATE)] {
        let answer = download(&caller, &number.into()).await;
        assert_eq!(BASE64_STANDARD.decode(answer.text("alipay_cert_content")).unwrap(), chain.as_bytes());
    }
    for number in [json!(null), json!(""), json!(7), json!("0".repeat(32))] {
        assert_eq!(download(&caller, &number).await.text("sub_code"), "isv.alipay-cert-not-exist");
    }
}

#[tokio::test]
async fn keys_and_certificates_that_do_not_belong_together_are_refused() {
    let gateway = Gateway::start_demo().await.unwrap();
    for (key, chain) in [
        (demo::PRIVATE_KEY, demo::ALIPAY_CERTIFICATE),
        (demo::NEXT_ALIPAY_PRIVATE_KEY, demo::ALIPAY_CERTIFICATE),
        (demo::PRIVATE_KEY, demo::PUBLIC_KEY),
        (demo::PRIVATE_KEY, ""),
    ] {
        assert!(gateway.use_certificate(key, chain).is_err());
    }
    assert_eq!(gateway.alipay_certificate(), demo::ALIPAY_CERTIFICATE);
    for builder in [
        Gateway::builder().application_with_certificate("1", demo::PUBLIC_KEY),
        Gateway::builder().alipay_certificate(demo::PRIVATE_KEY, demo::ALIPAY_CERTIFICATE),
        Gateway::builder().root_certificates("none"),
        Gateway::builder().content_key("1", demo::CONTENT_KEY),
        Gateway::builder().demo_applications().content_key(demo::APP_ID, "AAAA"),
    ] {
        assert!(builder.start().await.is_err());
    }
}
