//! Encrypted contents, there and back.

use serde_json::json;

use super::*;
use crate::encryption::{ContentKey, Encryption};
use crate::{Charset, ErrorKind, Record, Sent, alipay_api};

const CONTENT_KEY: &str = "aa4BtZ4tspm2wnXLb1ThQA==";

#[alipay_api(method = "alipay.demo.secret.send", response = Sealed, encrypts)]
struct Secret {
    word: String,
}

#[derive(Record)]
struct Sealed {
    word: String,
}

const RESPONSE_KEY: &str = "alipay_demo_secret_send_response";

fn sealed(text: &str, how: Encryption) -> String {
    let key = ContentKey::parse(CONTENT_KEY).unwrap();
    format!("\"{}\"", key.encrypt(text.as_bytes(), how).unwrap())
}

fn with_key(transport: &Arc<Scripted>) -> ClientBuilder {
    builder().transport(transport.clone()).content_key(CONTENT_KEY)
}

#[tokio::test]
async fn what_is_sent_and_what_is_answered_is_encrypted() {
    let key = ContentKey::parse(CONTENT_KEY).unwrap();
    for how in [Encryption::Aes, Encryption::AesV2] {
        let node = sealed(r#"{"code":"10000","word":"中文"}"#, how);
        let transport = Scripted::answering(signed(RESPONSE_KEY, &node));
        let client = with_key(&transport).build().unwrap();
        let answer = client.call(&Secret::new("密")).encryption(how).await.unwrap();
        assert_eq!(answer.word, "中文");
        assert_eq!(answer.body(), r#"{"code":"10000","word":"中文"}"#);

        let (query, body) = transport.only_request();
        assert!(query.contains(&("encrypt_type".to_owned(), how.as_str().to_owned())));
        let [(name, content)] = body.as_slice() else { panic!("{body:?}") };
        assert_eq!(name, "biz_content");
        assert_eq!(key.decrypt(content, how).unwrap(), r#"{"word":"密"}"#.as_bytes());
    }
}

#[tokio::test]
async fn what_the_charset_lacks_is_not_encrypted() {
    let transport = Scripted::answering("");
    let client = with_key(&transport).charset(Charset::Gbk).build().unwrap();
    let call = client.call_json("alipay.trade.query", json!({ "memo": "😀" }));
    let error = call.encryption(Encryption::Aes).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Configuration, Sent::No));
    assert!(error.to_string().ends_with("GBK lacks character 10 of `biz_content`"), "{error}");
    assert!(transport.seen.lock().unwrap().is_empty());
}

#[tokio::test]
async fn who_decides_is_the_call_then_the_client_then_the_method() {
    let plain = PointsUpdate::sample();
    let transport = Scripted::answering(signed(
        KEY,
        r#"{"code":"10000","msg":"Success","result_status":"SUCCESS","point_amount":"10"}"#,
    ));
    let encrypt_type = |transport: &Arc<Scripted>| {
        let (query, _) = transport.only_request();
        transport.seen.lock().unwrap().clear();
        query.into_iter().find(|(name, _)| name == "encrypt_type").map(|(_, how)| how)
    };
    let by_default = with_key(&transport).build().unwrap();
    by_default.call(&plain).await.unwrap();
    assert_eq!(encrypt_type(&transport), None);
    by_default.call(&plain).encryption(Encryption::Aes).await.unwrap();
    assert_eq!(encrypt_type(&transport).as_deref(), Some("AES"));

    let always = with_key(&transport).encryption(Encryption::AesV2).build().unwrap();
    always.call(&plain).await.unwrap();
    assert_eq!(encrypt_type(&transport).as_deref(), Some("AES_V2"));
    always.call(&plain).encryption(Encryption::Off).await.unwrap();
    assert_eq!(encrypt_type(&transport), None);

    // A method that encrypts by default.
    let transport = Scripted::answering(signed(RESPONSE_KEY, r#"{"code":"10000","word":"x"}"#));
    with_key(&transport).build().unwrap().call(&Secret::new("x")).await.unwrap();
    assert_eq!(encrypt_type(&transport).as_deref(), Some("AES"));
    let never = with_key(&transport).encryption(Encryption::Off).build().unwrap();
    never.call(&Secret::new("x")).await.unwrap();
    assert_eq!(encrypt_type(&transport), None);
}

#[tokio::test]
async fn without_a_key_or_a_content_nothing_is_sent() {
    let transport = Scripted::answering("");
    let error = client(&transport).call(&Secret::new("x")).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Configuration, Sent::No));
    assert!(error.to_string().contains("the client has no content key"), "{error}");

    let client = with_key(&transport).build().unwrap();
    let nothing = client.call_json("alipay.trade.query", json!(null)).encryption(Encryption::Aes).await.unwrap_err();
    assert!(nothing.to_string().contains("no `biz_content` that could be encrypted"), "{nothing}");
    assert!(transport.seen.lock().unwrap().is_empty());

    let error = builder().content_key("secret!").build().unwrap_err();
    assert_eq!(error.to_string(), "wrong configuration: the content key cannot be used");
    assert!(!format!("{error:?}").contains("secret!"));
}

#[tokio::test]
async fn answers_that_are_odd() {
    let refusal = r#"{"code":"40004","msg":"Business Failed","sub_code":"isv.x"}"#;
    let other_key = {
        let key = ContentKey::parse("AAAAAAAAAAAAAAAAAAAAAA==").unwrap();
        format!("\"{}\"", key.encrypt(b"{\"code\":\"10000\",\"word\":\"x\"}", Encryption::Aes).unwrap())
    };
    for (node, kind) in [
        // The platform does not encrypt its refusals.
        (refusal.to_owned(), ErrorKind::Business),
        (sealed(refusal, Encryption::Aes), ErrorKind::Business),
        (sealed("{\"code\":\"10000\"}", Encryption::Aes), ErrorKind::Decode),
        (sealed("not JSON", Encryption::Aes), ErrorKind::Decode),
        (sealed("\"{}\"", Encryption::Aes), ErrorKind::Decode),
        (other_key, ErrorKind::Decode),
        ("\"!\"".to_owned(), ErrorKind::Decode),
        ("\"\"".to_owned(), ErrorKind::Decode),
    ] {
        let transport = Scripted::answering(signed(RESPONSE_KEY, &node));
        let error = with_key(&transport).build().unwrap().call(&Secret::new("x")).await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (kind, Sent::Possibly), "{node}: {error}");
    }

    // The signature covers the quotes.
    let node = sealed(r#"{"code":"10000","word":"x"}"#, Encryption::Aes);
    let without_quotes = format!(r#"{{"{RESPONSE_KEY}":{node},"sign":"{}"}}"#, sign(node.trim_matches('"')));
    let unsigned = format!(r#"{{"{RESPONSE_KEY}":{node}}}"#);
    for body in [without_quotes, unsigned] {
        let transport = Scripted::answering(body);
        let error = with_key(&transport).build().unwrap().call(&Secret::new("x")).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Signature);
    }

    // Without the key an encrypted answer is no answer.
    let transport = Scripted::answering(signed(KEY, &node));
    let error = client(&transport).call(&PointsUpdate::sample()).await.unwrap_err();
    assert!(error.to_string().ends_with("it is encrypted, and the client has no content key"), "{error}");
}

/// What the official Java client sent, and the answer that it decrypted.
#[tokio::test]
async fn java_s_encrypted_call() {
    const VECTORS: &str = include_str!("../../../../tests/data/vectors/official-java-outputs.json");
    let vectors: serde_json::Value = serde_json::from_str(VECTORS).unwrap();
    let case = vectors.as_array().unwrap().iter().find(|case| case["case"] == "execute_encrypted").unwrap();

    let transport = Scripted::answering(case["resp"].as_str().unwrap().to_owned());
    let client = with_key(&transport).encryption(Encryption::Aes).build().unwrap();
    let answer = client.call_json("alipay.trade.query", json!({ "out_trade_no": "1" })).await.unwrap();
    assert_eq!(answer.to_value().unwrap()["trade_no"], case["trade_no"]);

    let java = case["wire"]["req"]["body_latin1"].as_str().unwrap();
    let java: Pairs = form_urlencoded::parse(java.as_bytes()).into_owned().collect();
    let key = ContentKey::parse(CONTENT_KEY).unwrap();
    let plain = key.decrypt(&java[0].1, Encryption::Aes).unwrap();
    assert_eq!(key.encrypt(&plain, Encryption::Aes).unwrap(), java[0].1);
    assert!(plain.starts_with(b"{\"out_trade_no\":"));
}
