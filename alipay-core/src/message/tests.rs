//! Messages as Alipay posts them, signed with the test keys and without the code under test.

use std::borrow::Cow;
use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use encoding_rs::{Encoding, GBK, UTF_8};

use super::*;
use crate::key::{PrivateKey, PublicKey};
use crate::sign::{KeySigner, KeyVerifier, SignType};
use crate::transport::{AnswerBody, RequestBody, Transport, TransportFuture};
use crate::{Client, ErrorKind, alipay_message};

const APP_KEY: &str = include_str!("../../../tests/data/test-keys/app_pkcs8.pem");
const ALIPAY_KEY: &str = include_str!("../../../tests/data/test-keys/alipay_pkcs8.pem");
const ALIPAY_PUBLIC_KEY: &str = include_str!("../../../tests/data/test-keys/alipay_pub.pem");
const APP_ID: &str = "2021000000000001";
const METHOD: &str = "alipay.marketing.activity.message.created";

/// A campaign was created.
#[alipay_message(method = "alipay.marketing.activity.message.created")]
struct Created {
    #[alipay(max_len = 8)]
    id: String,
    activity_id: Option<String>,
}

const CONTENT: &str = r#"{"id":"CREATED_1","activity_id":"中 & 1=2 +%41","new":{"a":[1.10]}}"#;

struct NoNetwork;

impl Transport for NoNetwork {
    fn send(&self, _: http::Request<RequestBody>) -> TransportFuture<'_> {
        Box::pin(std::future::ready(Ok(http::Response::new(AnswerBody::from("")))))
    }
}

fn client() -> Client {
    let builder = Client::builder(APP_ID).private_key(APP_KEY).alipay_public_key(ALIPAY_PUBLIC_KEY);
    #[cfg(feature = "encryption")]
    let builder = builder.content_key("aa4BtZ4tspm2wnXLb1ThQA==");
    builder.transport(Arc::new(NoNetwork)).build().unwrap()
}

fn fields<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let usual = [
        ("app_id", APP_ID),
        ("biz_content", CONTENT),
        ("charset", "UTF-8"),
        ("msg_app_id", "2021000000000002"),
        ("msg_method", METHOD),
        ("msg_type", "sys"),
        ("msg_uid", "2088102165945162"),
        ("notify_id", "5608"),
        ("sign_type", "RSA2"),
        ("utc_timestamp", "1514210452731"),
        ("version", "1.1"),
        ("x_new", "1"),
    ];
    let kept = usual.into_iter().filter(|(name, _)| more.iter().all(|(other, _)| other != name));
    kept.chain(more.iter().copied()).filter(|(_, value)| !value.is_empty()).collect()
}

/// The form, with the signature of rule V2.
fn posted(fields: &[(&str, &str)], encoding: &'static Encoding) -> String {
    let mut texts: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
    texts.sort();
    let signer = KeySigner::new(&PrivateKey::parse(ALIPAY_KEY).unwrap()).unwrap();
    let sign = BASE64_STANDARD.encode(signer.sign_now(&encoding.encode(&texts.join("&")).0).unwrap());
    let in_charset = encoder(encoding);
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.encoding_override(Some(&in_charset)).extend_pairs(fields).append_pair("sign", &sign);
    form.finish()
}

fn encoder(encoding: &'static Encoding) -> impl Fn(&str) -> Cow<'_, [u8]> {
    move |text| Cow::Owned(encoding.encode(text).0.into_owned())
}

#[tokio::test]
async fn every_field_arrives_and_what_is_not_declared_is_kept() {
    for (charset, encoding) in [("UTF-8", UTF_8), ("GBK", GBK)] {
        let body = posted(&fields(&[("charset", charset)]), encoding);
        let message = client().message(body.as_bytes(), None).await.unwrap();
        assert_eq!(message.method(), METHOD);
        assert_eq!(message.notify_id(), Some("5608"));
        let sent = SystemTime::UNIX_EPOCH + Duration::from_millis(1_514_210_452_731);
        assert_eq!(message.utc_timestamp(), Some(sent));
        assert_eq!((message.app_id(), message.msg_app_id()), (Some(APP_ID), Some("2021000000000002")));
        assert_eq!((message.version(), message.msg_type()), (Some("1.1"), Some("sys")));
        assert_eq!((message.msg_uid(), message.get("x_new")), (Some("2088102165945162"), Some("1")));
        assert_eq!((message.get("sign"), message.get("none")), (None, None));
        assert_eq!(message.body(), CONTENT);
        assert_eq!(message.to_value().unwrap()["new"]["a"][0], "1.10");

        let typed = message.read::<Created>().unwrap();
        // A length that the document names refuses nothing that came.
        assert_eq!((typed.id.as_str(), typed.activity_id.as_deref()), ("CREATED_1", Some("中 & 1=2 +%41")));
        assert_eq!((typed.body(), typed.notify_id()), (CONTENT, Some("5608")));
        assert_eq!(typed.into_inner(), Created::new("CREATED_1").activity_id("中 & 1=2 +%41"));
    }
}

#[tokio::test]
async fn a_timestamp_that_is_none_is_left_out() {
    for utc_timestamp in ["", "2021-01-01 00:00:00", "-1", "99999999999999999999999"] {
        let body = posted(&fields(&[("utc_timestamp", utc_timestamp)]), UTF_8);
        let message = client().message(body.as_bytes(), None).await.unwrap();
        assert_eq!(message.utc_timestamp(), None, "{utc_timestamp}");
    }
}

#[cfg(feature = "encryption")]
#[tokio::test]
async fn contents_are_decrypted_after_they_were_verified() {
    use crate::encryption::{ContentKey, Encryption};

    let key = ContentKey::parse("aa4BtZ4tspm2wnXLb1ThQA==").unwrap();
    let other = ContentKey::parse("AAAAAAAAAAAAAAAAAAAAAA==").unwrap();
    for (charset, encoding) in [("UTF-8", UTF_8), ("GBK", GBK)] {
        let plain = encoding.encode(CONTENT).0;
        for how in [Encryption::Aes, Encryption::AesV2] {
            let fields = |key: &ContentKey, plain: &[u8]| {
                let sealed = key.encrypt(plain, how).unwrap();
                let fields = fields(&[("biz_content", &sealed), ("encrypt_type", how.as_str()), ("charset", charset)]);
                posted(&fields, encoding)
            };
            let message = client().message(fields(&key, &plain).as_bytes(), None).await.unwrap();
            assert_eq!(message.body(), CONTENT, "{charset} {how:?}");
            for body in [fields(&other, &plain), fields(&key, b"\xff"), fields(&key, b"[]"), fields(&key, b"")] {
                let error = client().message(body.as_bytes(), None).await.unwrap_err();
                assert_eq!(error.kind(), ErrorKind::Decode);
                assert_eq!(error.body(), None);
            }
        }
    }
    // Seen in the platform's own examples: the type is named, and the contents are in the clear.
    let body = posted(&fields(&[("encrypt_type", "AES")]), UTF_8);
    assert_eq!(client().message(body.as_bytes(), None).await.unwrap().body(), CONTENT);
}

#[tokio::test]
async fn what_is_no_message_is_refused_and_reaches_no_handler() {
    let nested = |depth: usize| format!("{}{}", r#"{"a":"#.repeat(depth), "0".to_owned() + &"}".repeat(depth));
    let (deep, good) = (nested(20_000), posted(&fields(&[]), UTF_8));
    let (signature, decode) = (ErrorKind::Signature, ErrorKind::Decode);
    let mut cases = vec![
        (good.replace("CREATED_1", "CREATED_2"), signature, "was not accepted"),
        (good.replace("notify_id=5608", "notify_id=5609"), signature, "was not accepted"),
        (good.replace("sign_type=RSA2", "sign_type=RSA"), signature, "`sign_type`"),
        (format!("{good}&msg_method=x"), decode, "stands twice"),
        (String::new(), signature, "has no signature"),
        ("{}".to_owned(), decode, "a name in it"),
    ];
    for (changed, says) in [
        (("app_id", "2021000000000009"), "another application"),
        (("app_id", ""), "for which application"),
        (("msg_method", ""), "no `msg_method`"),
        (("biz_content", ""), "no `biz_content`"),
        (("biz_content", "[]"), "no JSON object"),
        (("biz_content", "{}{}"), "no JSON object"),
        (("biz_content", r#"{"a":}"#), "no JSON object"),
        (("biz_content", "ILpoMowjIQjfYMR847rnFQ=="), "no JSON object"),
        (("encrypt_type", "DES"), "neither AES nor AES_V2"),
    ] {
        cases.push((posted(&fields(&[changed]), UTF_8), decode, says));
    }
    let seen = Arc::new(Mutex::new(0));
    let messages = Messages::new().otherwise(counting(&seen));
    for (body, kind, says) in cases {
        let error = client().message(body.as_bytes(), None).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{body}: {error}");
        assert!(error.to_string().contains(says), "{body}: {error}");
        assert!(!format!("{error:?}{error}").contains("CREATED_1"));
        assert_eq!(messages.answer(&client(), body.as_bytes(), None).await.body(), b"fail");
    }
    assert_eq!(*seen.lock().unwrap(), 0);
    // Whatever it is nested like, it is looked through and not built.
    let body = posted(&fields(&[("biz_content", &deep)]), UTF_8);
    assert!(client().message(body.as_bytes(), None).await.unwrap().read::<Created>().is_err());
}

fn counting(seen: &Arc<Mutex<usize>>) -> impl Fn(Message) -> std::future::Ready<Handled> + use<> {
    let seen = Arc::clone(seen);
    move |_| {
        *seen.lock().unwrap() += 1;
        std::future::ready(Ok(()))
    }
}

type Handled = Result<(), Box<dyn std::error::Error + Send + Sync>>;

#[tokio::test]
async fn each_message_reaches_its_handler_and_is_acknowledged_once_that_succeeded() {
    let got = Arc::new(Mutex::new(Vec::new()));
    let note = |what: &'static str| {
        let got = Arc::clone(&got);
        move |id: &str| got.lock().unwrap().push(format!("{what} {id}"))
    };
    let (created, other) = (note("created"), note("other"));
    let typed = Messages::new().on::<Created, _>(move |message| {
        created(&message.id);
        async move {
            // Any error may be given back.
            let _: u64 = message.id.trim_start_matches("CREATED_").parse()?;
            Ok(())
        }
    });
    let all = typed.clone().otherwise(move |message| {
        other(message.method());
        std::future::ready(Ok(()))
    });
    for (messages, method, content, answer, got_by) in [
        (&typed, METHOD, r#"{"id":"CREATED_1"}"#, "success", &["created CREATED_1"] as &[&str]),
        (&typed, METHOD, r#"{"id":"CREATED_x"}"#, "fail", &["created CREATED_x"]),
        // Not as it is declared.
        (&typed, METHOD, "{}", "fail", &[]),
        (&all, METHOD, "{}", "fail", &[]),
        (&typed, "a.b.c", r#"{"id":"1"}"#, "fail", &[]),
        (&all, "a.b.c", r#"{"id":"1"}"#, "success", &["other a.b.c"]),
        (&all, METHOD, r#"{"id":"CREATED_2"}"#, "success", &["created CREATED_2"]),
    ] {
        let body = posted(&fields(&[("msg_method", method), ("biz_content", content)]), UTF_8);
        let answered = messages.answer(&client(), body.as_bytes(), None).await;
        assert_eq!((answered.body(), answered.content_type()), (answer.as_bytes(), "text/plain;charset=utf-8"));
        assert_eq!(answered.status(), if answer == "success" { 200 } else { 500 });
        assert_eq!(*got.lock().unwrap(), got_by, "{method} {content}");
        got.lock().unwrap().clear();
    }
}

#[tokio::test]
async fn why_a_message_was_not_handled_can_be_told() {
    let body = posted(&fields(&[("biz_content", r#"{"activity_id":7}"#)]), UTF_8);
    let message = client().message(body.as_bytes(), None).await.unwrap();
    let none = Messages::new().handle(message.clone()).await.unwrap_err();
    assert!(matches!(none, MessageError::NoHandler));
    let unread = Messages::new().on::<Created, _>(|_| async { Ok(()) }).handle(message.clone()).await.unwrap_err();
    let MessageError::Refused(error) = &unread else { panic!("{unread}") };
    assert_eq!(
        unread.to_string(),
        format!("{METHOD}: the message is refused: its contents do not fit their declaration")
    );
    assert_eq!((error.body(), error.body_is_verified()), (Some(r#"{"activity_id":7}"#), true));
    assert!(error.unreadable().unwrap().to_string().contains("id"));
    assert_eq!(std::error::Error::source(&unread).unwrap().to_string(), error.unreadable().unwrap().to_string());
    assert_eq!((none.as_str(), unread.as_str()), ("no handler", "decode"));
    let failed = Messages::new().otherwise(|_| async { Err("no database".into()) }).handle(message).await.unwrap_err();
    assert_eq!((failed.as_str(), failed.to_string().as_str()), ("failed", "the message's handler failed"));
    assert_eq!(std::error::Error::source(&failed).unwrap().to_string(), "no database");
}

/// The check of the gateway as the platform posts it.
fn check(service: &str) -> String {
    let xml = "<XML><AppId><![CDATA[2021000000000001]]></AppId><EventType><![CDATA[verifygw]]></EventType></XML>";
    posted(&[("biz_content", xml), ("charset", "GBK"), ("service", service), ("sign_type", "RSA2")], GBK)
}

#[tokio::test]
async fn the_check_of_the_gateway_is_answered_with_the_signed_public_key() {
    let messages = Messages::new();
    let answer = messages.answer(&client(), check("alipay.service.check").as_bytes(), None).await;
    assert_eq!(answer.content_type(), "text/xml;charset=GBK");
    assert_eq!(answer.status(), 200);
    let xml = String::from_utf8(answer.into_body()).unwrap();
    let between = |start: &str, end: &str| xml.split_once(start).unwrap().1.split_once(end).unwrap().0;
    assert!(
        xml.starts_with(r#"<?xml version="1.0" encoding="GBK"?><alipay><response><success>true</success>"#),
        "{xml}"
    );
    let own = PrivateKey::parse(APP_KEY).unwrap();
    let key = PublicKey::parse(between("<biz_content>", "</biz_content>")).unwrap();
    assert_eq!(key, *own.public_key());
    let sign = BASE64_STANDARD.decode(between("<sign>", "</sign>")).unwrap();
    let verifier = KeyVerifier::new(key).unwrap();
    verifier.verify_now(between("<response>", "</response>").as_bytes(), &sign).unwrap();
    assert!(xml.ends_with(&format!("<sign_type>{}</sign_type></alipay>", SignType::Rsa2.as_str())));

    let unsigned = "service=alipay.service.check&charset=GBK&sign_type=RSA2&sign=AAAA";
    for body in [unsigned.to_owned(), check("alipay.service.other")] {
        assert_eq!(messages.answer(&client(), body.as_bytes(), None).await.body(), b"fail");
    }
}

#[cfg(feature = "axum")]
#[tokio::test]
async fn an_answer_is_a_response_with_its_type() {
    use axum_core::response::IntoResponse;

    for (body, status, content_type) in [
        (check("alipay.service.check"), 200, "text/xml;charset=GBK"),
        (check("alipay.service.other"), 500, "text/plain;charset=utf-8"),
    ] {
        let answer = Messages::new().answer(&client(), body.as_bytes(), None).await;
        let (head, sent) = answer.clone().into_response().into_parts();
        assert_eq!((head.status.as_u16(), head.headers["content-type"].to_str().unwrap()), (status, content_type));
        let sent = http_body_util::BodyExt::collect(sent).await.unwrap().to_bytes();
        assert_eq!(sent, answer.body());
    }
}

#[tokio::test]
async fn debug_shows_no_contents_beyond_what_the_declaration_does() {
    let message = client().message(posted(&fields(&[]), UTF_8).as_bytes(), None).await.unwrap();
    let shown = format!("{message:?}");
    assert!(shown.contains(METHOD) && !shown.contains("CREATED_1"), "{shown}");
    let messages = Messages::new().on::<Created, _>(|_| async { Ok(()) });
    assert_eq!(format!("{messages:?}"), format!("Messages {{ methods: [{METHOD:?}], otherwise: false }}"));
    let answer = messages.answer(&client(), b"", None).await;
    assert_eq!(format!("{answer:?}"), "GatewayAnswer { status: 500, body: <4 bytes>, .. }");
}
