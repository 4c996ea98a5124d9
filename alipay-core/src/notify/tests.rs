//! Forms as Alipay posts them. What says "round trip" has no public vector: the test keys signed it.

use std::borrow::Cow;
use std::sync::Mutex;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use encoding_rs::{Encoding, GB18030, GBK, UTF_8};

use super::form::Form;
use super::receive::Rule;
use super::*;
use crate::ErrorKind;
use crate::charset::Charset;
use crate::key::{PrivateKey, PublicKey};
use crate::sign::{KeySigner, KeyVerifier, SignType, Signed, Verifier, VerifyError, VerifyFuture};

mod bad_input;
mod typed;

const ALIPAY_KEY: &str = include_str!("../../../tests/data/test-keys/alipay_pkcs8.pem");
const ALIPAY_PUBLIC_KEY: &str = include_str!("../../../tests/data/test-keys/alipay_pub.pem");
const APP_ID: &str = "2021000000000001";

const V1: Rule = Rule { with_sign_type: false, with_empty: false };
const V2: Rule = Rule { with_sign_type: true, with_empty: false };
const TRADE: &[(&str, &str)] = &[
    ("app_id", APP_ID),
    ("auth_app_id", "2021000000000009"),
    ("notify_id", "2019"),
    ("notify_type", "trade_status_sync"),
    ("out_trade_no", "1"),
    ("sign_type", "RSA2"),
    ("subject", "中文 1+1=2 & 100% %41 &amp; 'x' \"y\""),
    ("total_amount", "88.80"),
    ("trade_status", "TRADE_SUCCESS"),
];
const MESSAGE: &[(&str, &str)] = &[
    ("app_id", APP_ID),
    ("biz_content", r#"{"url":"https://m.example/?a=1&charset=2","memo":"中"}"#),
    ("charset", "utf-8"),
    ("msg_method", "alipay.marketing.activity.message.created"),
    ("sign_type", "RSA2"),
];

async fn receive(body: impl AsRef<[u8]>, content_type: Option<&str>) -> Result<Notification, Error> {
    receive_with(ALIPAY_PUBLIC_KEY, SignType::Rsa2, APP_ID, body.as_ref(), content_type).await
}

async fn receive_with(
    key: &str,
    sign_type: SignType,
    app_id: &str,
    body: &[u8],
    content_type: Option<&str>,
) -> Result<Notification, Error> {
    let verifier = KeyVerifier::new(PublicKey::parse_for(sign_type, key).unwrap()).unwrap();
    let recipient = Recipient { app_id, sign_type, charset: Charset::Utf8, max_bytes: 1 << 16, verifier: &verifier };
    recipient.receive(body, content_type).await
}

/// Percent-encoded in an encoding, as Java does it.
fn form(pairs: &[(&str, &str)], encoding: &'static Encoding) -> String {
    let in_charset = encoder(encoding);
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.encoding_override(Some(&in_charset)).extend_pairs(pairs).finish()
}

fn encoder(encoding: &'static Encoding) -> impl Fn(&str) -> Cow<'_, [u8]> {
    move |text| Cow::Owned(encoding.encode(text).0.into_owned())
}

/// The form with a signature over these fields, made without the code under test.
fn signed(pairs: &[(&str, &str)], covers: impl Fn(&str, &str) -> bool, encoding: &'static Encoding) -> String {
    signed_by(ALIPAY_KEY, pairs, covers, encoding)
}

fn signed_by(
    key: &str,
    pairs: &[(&str, &str)],
    covers: impl Fn(&str, &str) -> bool,
    encoding: &'static Encoding,
) -> String {
    let mut texts: Vec<String> = pairs
        .iter()
        .filter(|(name, value)| covers(name, value))
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    texts.sort();
    let text = texts.join("&");
    let signer = KeySigner::new(&PrivateKey::parse(key).unwrap()).unwrap();
    let sign = BASE64_STANDARD.encode(signer.sign_now(&encoding.encode(&text).0).unwrap());
    format!("{}&{}", form(&[("sign", &sign)], UTF_8), form(pairs, encoding))
}

fn by_v1(name: &str, value: &str) -> bool {
    name != "sign_type" && !value.is_empty()
}

fn by_v2(_name: &str, value: &str) -> bool {
    !value.is_empty()
}

fn with<'a>(pairs: &[(&'a str, &'a str)], more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let kept = pairs.iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more).copied().collect()
}

#[test]
fn the_text_to_verify_is_that_of_the_java_sdk() {
    let vectors = include_str!("../../../tests/data/vectors/official-java-outputs.json");
    let vectors: Vec<serde_json::Value> = serde_json::from_str(vectors).unwrap();
    for (case, rule) in [("notify_v1_content", V1), ("notify_v2_content", V2)] {
        let expected = vectors.iter().find(|vector| vector["case"] == case).unwrap()["out"].as_str().unwrap();
        for pairs in [
            [("sign", "s"), ("sign_type", "RSA2"), ("b", "2 &=%"), ("a", "中")],
            [("a", "中"), ("b", "2 &=%"), ("sign", "s"), ("sign_type", "RSA2")],
        ] {
            let form = Form::read(form(&pairs, UTF_8).as_bytes(), None, Charset::Utf8).ok().unwrap();
            assert_eq!(String::from_utf8(rule.text(&form)).unwrap(), expected);
        }
    }
}

/// A round trip.
#[tokio::test]
async fn both_rules_are_accepted_in_each_charset_and_every_value_arrives() {
    for (charset, encoding) in [("utf-8", UTF_8), ("GBK", GBK), ("gb2312", GBK), ("GB18030", GB18030)] {
        for pairs in [TRADE, MESSAGE] {
            let pairs = with(pairs, &[("charset", charset)]);
            for (body, has_sign_type) in
                [(signed(&pairs, by_v1, encoding), false), (signed(&pairs, by_v2, encoding), true)]
            {
                // What the form says of its charset goes before what the header says.
                for content_type in [None, Some("application/x-www-form-urlencoded; charset=utf-8")] {
                    let notification = receive(&body, content_type).await.unwrap();
                    let mut expected = pairs.clone();
                    expected.retain(|(name, _)| has_sign_type || *name != "sign_type");
                    expected.sort_unstable();
                    assert_eq!(notification.fields().collect::<Vec<_>>(), expected);
                }
            }
        }
    }
    let notification = receive(signed(TRADE, by_v1, UTF_8), None).await.unwrap();
    assert_eq!((notification.app_id(), notification.notify_id()), (Some(APP_ID), Some("2019")));
    assert_eq!(notification.notify_type(), Some("trade_status_sync"));
    assert_eq!((notification.get("sign"), notification.get("no_such")), (None, None));
    let shown = format!("{notification:?}");
    assert!(shown.contains("total_amount") && !shown.contains("88.80") && !shown.contains(APP_ID), "{shown}");
}

/// A round trip.
#[tokio::test]
async fn notifications_are_equal_by_what_was_signed() {
    let received = async |pairs: &[(&str, &str)], encoding| {
        let charset = if encoding == GBK { "GBK" } else { "utf-8" };
        let header = format!("application/x-www-form-urlencoded;charset={charset}");
        receive(signed(pairs, by_v1, encoding), Some(&header)).await.unwrap()
    };
    let trade = received(TRADE, UTF_8).await;
    assert_eq!(trade, received(TRADE, GBK).await);
    for other in [with(TRADE, &[("total_amount", "88.81")]), with(TRADE, &[("memo", "x")]), TRADE[1..].to_vec()] {
        assert_ne!(trade, received(&other, UTF_8).await);
    }
}

/// A round trip.
#[tokio::test]
async fn without_a_charset_of_its_own_the_header_names_it() {
    let body = signed(TRADE, by_v1, GBK);
    let header = |charset: &str| format!("application/x-www-form-urlencoded;charset={charset}");
    let notification = receive(&body, Some(&header("GBK"))).await.unwrap();
    assert!(notification.get("subject").unwrap().starts_with("中文 1+1=2 & 100% %41 &amp;"));
    for charset in ["utf-8", "utf-16", ""] {
        let error = receive(&body, Some(&header(charset))).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Decode, "{charset}");
    }
    assert_eq!(receive(&body, None).await.unwrap_err().kind(), ErrorKind::Decode);
    // Half of a character, and UTF-8 in which GBK would see another `\`.
    for value in ["%D6", "%E4%B8%AD%5C", "%FF"] {
        let body = format!("charset=GBK&sign=AA==&sign_type=RSA2&x={value}");
        assert_eq!(receive(body, None).await.unwrap_err().kind(), ErrorKind::Decode, "{value}");
    }
}

/// A round trip.
#[tokio::test]
async fn only_what_was_signed_is_handed_out() {
    let pairs = with(TRADE, &[("body", ""), ("memo", "")]);
    for with_sign_type in [false, true] {
        let names = |name: &str| name != "sign_type" || with_sign_type;
        let without = signed(&pairs, |name, value| names(name) && !value.is_empty(), UTF_8);
        let notification = receive(&without, None).await.unwrap();
        assert_eq!((notification.get("body"), notification.get("memo")), (None, None));
        let all = signed(&pairs, |name, _| names(name), UTF_8);
        let notification = receive(&all, None).await.unwrap();
        assert_eq!((notification.get("body"), notification.get("memo")), (Some(""), Some("")));
        // Some of them signed and others not is no rule.
        let some = signed(&pairs, |name, _| names(name) && name != "memo", UTF_8);
        assert_eq!(receive(&some, None).await.unwrap_err().kind(), ErrorKind::Signature);
    }
}

#[tokio::test]
async fn an_answer_that_alipay_signed_is_no_notification() {
    let node = r#"{"code":"10000","memo":"=1&trade_status=TRADE_SUCCESS"}"#;
    let signer = KeySigner::new(&PrivateKey::parse(ALIPAY_KEY).unwrap()).unwrap();
    let sign = BASE64_STANDARD.encode(signer.sign_now(node.as_bytes()).unwrap());
    let (name, value) = node.split_once('=').unwrap();
    let (value, status) = value.split_once("&trade_status=").unwrap();
    let body = form(&[("sign", &sign), ("sign_type", "RSA2"), (name, value), ("trade_status", status)], UTF_8);
    assert_eq!(receive(body, None).await.unwrap_err().kind(), ErrorKind::Decode);
}

/// Accepts nothing, and notes what it was asked.
struct Noting {
    knows_the_key: bool,
    asked: Mutex<Vec<(String, Option<String>)>>,
}

impl Verifier for Noting {
    fn verify<'a>(&'a self, signed: Signed<'a>) -> VerifyFuture<'a> {
        let text = String::from_utf8(signed.message.to_vec()).unwrap();
        self.asked.lock().unwrap().push((text, signed.alipay_cert_sn.map(str::to_owned)));
        let error =
            if self.knows_the_key { VerifyError::Mismatch } else { VerifyError::Unchecked("no such key".into()) };
        Box::pin(std::future::ready(Err(error)))
    }
}

#[tokio::test]
async fn the_certificate_is_named_and_the_tries_are_few() {
    let v1 = "alipay_cert_sn=7a&b=1";
    let v2 = "alipay_cert_sn=7a&b=1&sign_type=RSA2";
    let common = "sign=AAAA&sign_type=RSA2&b=1&alipay_cert_sn=7a";
    for (body, knows_the_key, texts) in [
        (common.to_owned(), true, vec![v1, v2]),
        (common.to_owned(), false, vec![v1]),
        (
            format!("{common}&x="),
            true,
            vec![v1, "alipay_cert_sn=7a&b=1&x=", v2, "alipay_cert_sn=7a&b=1&sign_type=RSA2&x="],
        ),
        (
            format!("{common}&msg_method=m"),
            true,
            vec!["alipay_cert_sn=7a&b=1&msg_method=m&sign_type=RSA2", "alipay_cert_sn=7a&b=1&msg_method=m"],
        ),
    ] {
        let verifier = Noting { knows_the_key, asked: Mutex::default() };
        let (sign_type, charset) = (SignType::Rsa2, Charset::Utf8);
        let recipient = Recipient { app_id: APP_ID, sign_type, charset, max_bytes: 1 << 16, verifier: &verifier };
        let error = recipient.receive(body.as_bytes(), None).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Signature);
        let expected: Vec<_> = texts.into_iter().map(|text| (text.to_owned(), Some("7a".to_owned()))).collect();
        assert_eq!(*verifier.asked.lock().unwrap(), expected);
    }
}

#[test]
fn a_server_may_move_it_between_threads() {
    fn movable(_: impl Send) {}
    movable(receive("", None));
}

#[tokio::test]
async fn no_bytes_do_harm() {
    let good = signed(TRADE, by_v1, UTF_8).into_bytes();
    for at in 0..good.len() {
        for byte in [0, b'%', b'&', b'=', 0xff] {
            let mut body = good.clone();
            body[at] = byte;
            if let Ok(notification) = receive(&body, None).await {
                assert_eq!(body, good, "{notification:?}");
            }
        }
        assert!(receive(&good[..at], None).await.is_err());
    }
}

/// They are other people's data and not part of this project: a file of them, if the environment
/// names one.
#[tokio::test]
async fn notifications_that_alipay_really_posted_are_accepted_and_altered_ones_are_not() {
    let Ok(path) = std::env::var("ALIPAY_SIGNED_VECTORS") else {
        println!("skipped: ALIPAY_SIGNED_VECTORS does not name a file");
        return;
    };
    let vectors: serde_json::Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let mut seen = 0;
    for case in vectors["signatures"].as_array().unwrap() {
        let Some(params) = case["params"].as_object() else { continue };
        let text = |name: &str| case[name].as_str().unwrap_or_default();
        let sign_type = match text("hash") {
            "SHA256" => SignType::Rsa2,
            "SHA1" if cfg!(feature = "rsa-sha1") => SignType::Rsa,
            _ => continue,
        };
        let pairs: Vec<_> = params.iter().map(|(name, value)| (name.as_str(), value.as_str().unwrap())).collect();
        let app_id = params["app_id"].as_str().unwrap();
        let key = text("public_key_pem");
        let received = receive_with(key, sign_type, app_id, form(&pairs, UTF_8).as_bytes(), None).await;
        assert_eq!(received.is_ok(), case["expect"] == true, "{}: {received:?}", text("id"));
        seen += 1;
    }
    assert!(seen > 0);
}
