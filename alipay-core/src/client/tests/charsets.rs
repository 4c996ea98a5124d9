//! Requests and results in the platform's older charsets. No public vector: round trips.

use encoding_rs::{GB18030, GBK};

use super::*;
use crate::key::PublicKey;
use crate::sign::KeyVerifier;
use crate::{Charset, ErrorKind, Record, Sent, alipay_api};

const NODE: &str = r#"{"code":"10000","msg":"Success","result_status":"SUCCESS","point_amount":"10"}"#;

#[alipay_api(method = "alipay.demo.nested", response = PointsUpdated)]
struct Nested {
    main: Goods,
    goods: Vec<Goods>,
}

#[derive(Record)]
struct Goods {
    name: String,
    words: Vec<String>,
}

fn decoded(bytes: &[u8], encoding: &'static encoding_rs::Encoding) -> String {
    encoding.decode_without_bom_handling_and_without_replacement(bytes).unwrap().into_owned()
}

/// Names and values of a form whose percent-encoded bytes are in a charset.
fn pairs(form: &str, encoding: &'static encoding_rs::Encoding) -> Pairs {
    let text = |part: &str| {
        let bytes: Vec<u8> = percent_encoding::percent_decode_str(&part.replace('+', " ")).collect();
        decoded(&bytes, encoding)
    };
    form.split('&').map(|pair| pair.split_once('=').unwrap()).map(|(name, value)| (text(name), text(value))).collect()
}

#[tokio::test]
async fn a_request_is_signed_and_sent_in_its_charset() {
    for (charset, encoding) in [(Charset::Gbk, GBK), (Charset::Gb2312, GBK), (Charset::Gb18030, GB18030)] {
        let transport = Scripted::answering(signed(KEY, NODE));
        let client = builder().transport(transport.clone()).charset(charset).build().unwrap();
        client.call(&PointsUpdate::sample()).notify_url("https://m.example.com/中").await.unwrap();

        let seen = transport.seen.lock().unwrap();
        let request = &seen[0];
        let content_type = request.headers()["content-type"].to_str().unwrap();
        assert_eq!(content_type, format!("application/x-www-form-urlencoded;charset={}", charset.as_str()));
        let mut all = pairs(request.uri().query().unwrap(), encoding);
        all.extend(pairs(std::str::from_utf8(request.body()).unwrap(), encoding));
        let value = |name: &str| all.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str()).unwrap();
        assert_eq!(value("charset"), charset.as_str());
        assert_eq!(value("notify_url"), "https://m.example.com/中");
        assert!(value("biz_content").contains("积分扣减用于兑换奖品"));

        let signature = BASE64_STANDARD.decode(value("sign")).unwrap();
        all.retain(|(name, _)| name != "sign");
        all.sort();
        let text: Vec<String> = all.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let text = text.join("&");
        let (bytes, ..) = encoding.encode(&text);
        KeyVerifier::new(PublicKey::parse(APP_PUBLIC_KEY).unwrap()).unwrap().verify_now(&bytes, &signature).unwrap();
    }
}

#[tokio::test]
async fn what_the_charset_lacks_is_named_by_its_place_and_not_sent() {
    let transport = Scripted::answering(signed(KEY, NODE));
    let client = builder().transport(transport.clone()).charset(Charset::Gbk).build().unwrap();
    let request = PointsUpdate::sample().memo("积分😀");
    let error = client.call(&request).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Configuration, Sent::No));
    assert!(
        error.to_string().ends_with("GBK lacks character 3 of `memo`: leave it out, or send this request in UTF-8")
    );

    let json = serde_json::json!({ "memo": "😀" });
    let error = client.call_json("alipay.trade.query", json).await.unwrap_err();
    assert!(
        error.to_string().ends_with("GBK lacks character 10 of `biz_content`: leave it out, or use UTF-8"),
        "{error}"
    );
    let error = client.call(&PointsUpdate::sample()).app_auth_token("ab😀").await.unwrap_err();
    assert!(error.to_string().ends_with("GBK lacks character 3 of `app_auth_token`: leave it out, or use UTF-8"));
    assert!(transport.seen.lock().unwrap().is_empty());

    let goods = |name: &str| Goods { name: name.to_owned(), words: vec!["ab".to_owned()] };
    let words = Goods { words: vec!["ab".to_owned(), "b😀".to_owned()], ..goods("米") };
    for (request, place) in [
        (Nested::new(goods("米")).goods([goods("米"), goods("a😀")]), "2 of `goods[1].name`"),
        (Nested::new(goods("😀")), "1 of `main.name`"),
        (Nested::new(words), "2 of `main.words[1]`"),
    ] {
        let error = client.call(&request).await.unwrap_err().to_string();
        assert!(error.contains(&format!("GBK lacks character {place}")), "{error}");
    }
    assert!(transport.seen.lock().unwrap().is_empty());

    client.call(&request).charset(Charset::Utf8).await.unwrap();
    client.call(&request).charset(Charset::Gb18030).await.unwrap();
}
