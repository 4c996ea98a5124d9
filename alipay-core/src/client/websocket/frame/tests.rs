//! Frames as the platform sends them, signed with the test keys and without the code under test.

use super::*;
use crate::key::{PrivateKey, PublicKey};
use crate::sign::{KeySigner, KeyVerifier};

const ALIPAY_KEY: &str = include_str!("../../../../../tests/data/test-keys/alipay_pkcs8.pem");
const ALIPAY_PUBLIC_KEY: &str = include_str!("../../../../../tests/data/test-keys/alipay_pub.pem");
const APP_ID: &str = "2021000000000001";
const LINES: &str = "from-sys:gw\r\nfrom-sys-ip:::1\r\nother:x\r\nstream-id:c0001\r\n\r\n";
const DATA: &str = r#"{ "header": {"appId":"2021000000000001","msgApi":"a.b.c"},
    "content": {"id":"1", "memo":"中 } \" data", "n": 1.10} }"#;

fn verifier() -> KeyVerifier {
    KeyVerifier::new(PublicKey::parse(ALIPAY_PUBLIC_KEY).unwrap()).unwrap()
}

fn sign(bytes: &[u8]) -> String {
    let signer = KeySigner::new(&PrivateKey::parse(ALIPAY_KEY).unwrap()).unwrap();
    BASE64_STANDARD.encode(signer.sign_now(bytes).unwrap())
}

/// With `data` signed as it stands there.
fn frame(data: &str) -> String {
    frame_with(data, &sign(data.as_bytes()), "UTF-8")
}

fn frame_with(data: &str, sign: &str, charset: &str) -> String {
    format!(
        r#"{LINES}{{"protocol":{{"x-type":"message","x-cmd":"CONSUME","x-msgId":"m\"1","x-timestamp":"1","x-version":"1.0","x-charset":"{charset}","x-signType":"RSA2","x-sign":"{sign}"}},"data":{data}}}"#
    )
}

async fn open(text: &str) -> Result<Message, Fault> {
    let verifier = verifier();
    let addressee = Addressee { app_id: APP_ID, sign_type: SignType::Rsa2, verifier: &verifier };
    Frame::parse(text)?.message(&addressee).await
}

#[tokio::test]
async fn signed_data_is_read_as_it_stands() {
    let gbk = encoding_rs::GBK.encode(DATA).0.into_owned();
    for text in [frame(DATA), frame_with(DATA, &sign(&gbk), "GBK")] {
        let message = open(&text).await.unwrap();
        assert_eq!((message.method(), message.app_id()), ("a.b.c", Some(APP_ID)));
        assert_eq!(message.body(), r#"{"id":"1", "memo":"中 } \" data", "n": 1.10}"#);
        assert_eq!(message.to_value().unwrap()["n"], "1.10");
        assert_eq!((message.notify_id(), message.utc_timestamp()), (None, None));
    }
}

#[tokio::test]
async fn what_alipay_did_not_sign_for_this_application_is_refused() {
    let good = frame(DATA);
    let other = |data: &str| frame(data);
    for (text, says) in [
        (good.replace("\"id\":\"1\"", "\"id\":\"2\""), "was not accepted"),
        (good.replace("{ \"header\"", "{\"header\""), "was not accepted"),
        (good.replace("\"x-charset\":\"UTF-8\"", "\"x-charset\":\"GBK\""), "was not accepted"),
        (good.replace("\"x-signType\":\"RSA2\"", "\"x-signType\":\"RSA\""), "`x-signType`"),
        (good.replace("\"x-signType\":\"RSA2\",", ""), "`x-signType`"),
        (good.replace("\"x-charset\":\"UTF-8\",", ""), "`x-charset`"),
        (good.replace("UTF-8", "utf-16"), "`x-charset`"),
        (good.replace("\"x-sign\":", "\"x-sing\":"), "`x-sign` is missing"),
        (frame_with(DATA, "%", "UTF-8"), "not base64"),
        (frame_with(DATA, "AAAA", "UTF-8"), "was not accepted"),
        // One of two would be verified, and the other read.
        (good.replace("\"data\":", "\"data\":{},\"data\":"), "with a name twice"),
        (good.replace("\"data\":", "\"d\\u0061ta\":{},\"data\":"), "with a name twice"),
        (good.replace("\"x-sign\":", "\"x-sign\":\"\",\"x-sign\":"), "with a name twice"),
        (other(&DATA.replace(APP_ID, "2021000000000009")), "another application"),
        (other(&DATA.replace("\"appId\":\"2021000000000001\",", "")), "`appId` is missing"),
        (other(&DATA.replace(",\"msgApi\":\"a.b.c\"", "")), "`msgApi` is missing"),
        (other(&DATA.replace("\"a.b.c\"", "\"\"")), "`msgApi` is missing"),
        (other(&DATA.replace("\"content\"", "\"contents\"")), "`content` is missing"),
        (other(r#"{"header":{"appId":"2021000000000001","msgApi":"a"},"content":[]}"#), "`content` is missing"),
        (other(r#"{"header":{"appId":"2021000000000001","appId":"2"},"content":{}}"#), "with a name twice"),
        (other(r#"{"content":{}}"#), "`header` is missing"),
        (other("[]"), "no JSON object"),
    ] {
        let fault = open(&text).await.err().map(|fault| fault.to_string()).unwrap_or_default();
        assert!(fault.contains(says), "{text}: {fault}");
    }
    // The same bytes under the name of another charset, in which the `\\` and the quote are gone.
    let utf8 = DATA.replace("中", "中\\\\\",\"x\":\"");
    let as_gbk = encoding_rs::GBK.decode_without_bom_handling(utf8.as_bytes()).0.into_owned();
    assert!(open(&frame(&utf8)).await.is_ok());
    let moved = open(&frame_with(&as_gbk, &sign(utf8.as_bytes()), "GBK")).await;
    assert!(matches!(moved, Err(Fault::Charset | Fault::Json)), "{:?}", moved.err());
    let no_data = format!(r#"{LINES}{{"protocol":{{"x-charset":"UTF-8","x-signType":"RSA2","x-sign":"AAAA"}}}}"#);
    assert!(matches!(open(&no_data).await, Err(Fault::Member("data"))));
}

#[test]
fn what_is_no_frame_is_refused_and_nothing_does_harm() {
    for text in [
        "",
        "\r\n",
        "{}",
        "a:b\n\n{\"protocol\":{}}",
        "a:b\r\n{\"protocol\":{}}",
        "a\r\n\r\n{\"protocol\":{}}",
        "stream-id:1\r\nstream-id:2\r\n\r\n{\"protocol\":{}}",
        "stream-id:1\n2\r\n\r\n{\"protocol\":{}}",
        "\r\n\r\n",
        "\r\n\r\n{}",
        "\r\n\r\n[]",
        "\r\n\r\n{\"protocol\":1}",
        "\r\n\r\n{\"protocol\":{}} x",
        "\r\n\r\n{\"protocol\":{},\"protocol\":{}}",
    ] {
        assert!(Frame::parse(text).is_err(), "{text:?}");
    }
    assert!(Frame::parse(&format!("stream-id:{}\r\n\r\n{{\"protocol\":{{}}}}", "1".repeat(300))).is_err());
    let good = frame(DATA);
    for at in (0..good.len()).filter(|at| good.is_char_boundary(*at)) {
        let _ = Frame::parse(&good[..at]);
        let _ = Frame::parse(&good[at..]);
    }
    let deep = format!("{LINES}{{\"protocol\":{}{}", "{\"a\":".repeat(100_000), "}".repeat(100_001));
    let _ = Frame::parse(&deep);
}

#[test]
fn an_acknowledgement_repeats_the_lines_and_the_number() {
    let text = frame(DATA);
    let parsed = Frame::parse(&text).ok().unwrap();
    assert!(parsed.is_message());
    let body = |status: &str| {
        format!(
            r#"{{"protocol":{{"x-type":"message","x-cmd":"CONSUME_ACK","x-msgId":"m\"1","x-version":"1.0","x-status":"{status}"}}}}"#
        )
    };
    let lines = "from-sys:gw\r\nfrom-sys-ip:::1\r\nstream-id:c0001\r\n\r\n";
    assert_eq!(parsed.acknowledgement(true), format!("{lines}{}", body("SUCCESS")));
    assert_eq!(parsed.acknowledgement(false), format!("{lines}{}", body("FAIL")));
    let bare = text.replace(LINES, "\r\n\r\n");
    assert_eq!(Frame::parse(&bare).ok().unwrap().acknowledgement(true), format!("\r\n\r\n{}", body("SUCCESS")));
    for (from, to) in [("CONSUME", "CONSUME_ACK"), ("CONSUME", "PRODUCE_ACK"), ("\"message\"", "\"heartbeat\"")] {
        assert!(!Frame::parse(&text.replacen(from, to, 1)).ok().unwrap().is_message());
    }
}
