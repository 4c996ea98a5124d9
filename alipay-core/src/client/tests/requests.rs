//! What is sent, and what is not.

use std::time::Duration;

use serde_json::{Value, json};

use super::*;
use crate::error::{ErrorKind, Sent};
use crate::key::PublicKey;
use crate::parameters::Parameters;
use crate::sign::KeyVerifier;
use crate::violation::RuleCode;

const NODE: &str = r#"{"code":"10000","msg":"Success","result_status":"SUCCESS","point_amount":"10"}"#;

fn names(pairs: &[(String, String)]) -> Vec<&str> {
    pairs.iter().map(|(name, _)| name.as_str()).collect()
}

fn value<'p>(pairs: &'p [(String, String)], name: &str) -> &'p str {
    pairs.iter().find(|(known, _)| known == name).map_or("", |(_, value)| value)
}

pub(super) fn assert_signed(query: &[(String, String)], body: &[(String, String)]) {
    let mut parameters = Parameters::new();
    query.iter().chain(body).for_each(|(name, value)| parameters.add(name, value));
    let signature = BASE64_STANDARD.decode(value(query, "sign")).unwrap();
    KeyVerifier::new(PublicKey::parse(APP_PUBLIC_KEY).unwrap())
        .unwrap()
        .verify_now(parameters.text_to_sign().as_bytes(), &signature)
        .unwrap();
}

#[tokio::test]
async fn a_request_carries_what_the_protocol_asks_for_and_no_more() {
    let transport = Scripted::answering(signed(KEY, NODE));
    client(&transport).call(&PointsUpdate::sample()).await.unwrap();
    let (query, body) = transport.only_request();
    let expected = [
        ("app_id", APP_ID),
        ("method", "koubei.marketing.tool.points.update"),
        ("format", "json"),
        ("charset", "utf-8"),
        ("sign_type", "RSA2"),
        ("timestamp", "2026-11-23 08:00:00"),
        ("version", "1.0"),
    ];
    for (name, expected) in expected {
        assert_eq!(value(&query, name), expected);
    }
    assert_eq!(query.len(), expected.len() + 1);
    assert_eq!(names(&body), ["biz_content"]);
    let content: Value = serde_json::from_str(value(&body, "biz_content")).unwrap();
    assert_eq!(content["memo"], "积分扣减用于兑换奖品");
    assert_signed(&query, &body);

    let seen = transport.seen.lock().unwrap();
    assert_eq!(seen[0].method(), http::Method::POST);
    assert_eq!(seen[0].headers()["content-type"], "application/x-www-form-urlencoded;charset=utf-8");
    assert!(seen[0].headers()["user-agent"].to_str().unwrap().starts_with("alipay-core/"));
    assert!(seen[0].uri().to_string().starts_with("https://openapi.alipay.com/gateway.do?"));
}

#[tokio::test]
async fn options_of_the_call_come_before_those_of_the_client() {
    let transport = Scripted::answering(signed(KEY, NODE));
    let client = builder()
        .transport(transport.clone())
        .notify_url("https://m.example.com/default")
        .app_auth_token("merchant")
        .terminal_type("APP")
        .build()
        .unwrap();
    let request = PointsUpdate::sample();

    client.call(&request).await.unwrap();
    let (query, body) = transport.only_request();
    assert_eq!(value(&query, "notify_url"), "https://m.example.com/default");
    assert_eq!(value(&body, "app_auth_token"), "merchant");
    assert_signed(&query, &body);

    transport.seen.lock().unwrap().clear();
    client
        .call(&request)
        .notify_url("https://m.example.com/own?a=1&b=中")
        .return_url("https://m.example.com/back")
        .app_auth_token("other")
        .auth_token("user")
        .prod_code("PC")
        .terminal_type("")
        .terminal_info("till 3")
        .target_app_id("2021000000000009")
        .ws_service_url("https://m.example.com/ws")
        .alipay_sdk("shop-1.0")
        .parameter("free", "+ %&=")
        .await
        .unwrap();
    let (query, body) = transport.only_request();
    assert_eq!(value(&query, "notify_url"), "https://m.example.com/own?a=1&b=中");
    assert_eq!(value(&query, "return_url"), "https://m.example.com/back");
    assert_eq!(value(&query, "auth_token"), "user");
    assert_eq!(value(&query, "prod_code"), "PC");
    assert_eq!(value(&query, "terminal_info"), "till 3");
    assert_eq!(value(&query, "target_app_id"), "2021000000000009");
    assert_eq!(value(&query, "alipay_sdk"), "shop-1.0");
    assert!(!names(&query).contains(&"terminal_type"), "empty ones are not sent");
    assert_eq!(value(&body, "ws_service_url"), "https://m.example.com/ws");
    assert_eq!(value(&body, "app_auth_token"), "other");
    assert_eq!(value(&body, "free"), "+ %&=");
    assert_signed(&query, &body);

    transport.seen.lock().unwrap().clear();
    client.call(&request).notify_url("").app_auth_token("").await.unwrap();
    let (query, body) = transport.only_request();
    assert!(!names(&query).contains(&"notify_url"));
    assert_eq!(names(&body), ["biz_content"]);
}

#[tokio::test]
async fn a_request_that_breaks_rules_is_not_sent() {
    let transport = Scripted::answering(signed(KEY, NODE));
    let client = client(&transport);
    let mut request = PointsUpdate::sample();
    request.req_id = "secret-".repeat(10);
    request.memo = Some("x".repeat(257));

    let error = client.call(&request).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Validation);
    assert_eq!(error.sent(), Sent::No);
    let found: Vec<_> = error.violations().unwrap().iter().map(|found| (found.path.as_str(), found.code)).collect();
    assert_eq!(found, [("req_id", RuleCode::MaxLen), ("memo", RuleCode::MaxLen)]);
    assert_eq!(error.to_string(), "koubei.marketing.tool.points.update: the request breaks 2 rules and was not sent");
    assert!(!format!("{error:?}").contains("secret-"));

    let error = client.call(&request).allow("memo", RuleCode::MaxLen).await.unwrap_err();
    assert_eq!(error.violations().unwrap().len(), 1);
    let error = client.call(&request).allow("memo", RuleCode::MinLen).allow("x", RuleCode::MaxLen).await.unwrap_err();
    assert_eq!(error.violations().unwrap().len(), 2);
    assert!(transport.seen.lock().unwrap().is_empty());

    client.call(&request).allow("memo", RuleCode::MaxLen).allow("req_id", RuleCode::MaxLen).await.unwrap();
    client.call(&request).unchecked().await.unwrap();
    assert_eq!(transport.seen.lock().unwrap().len(), 2);
}

#[tokio::test]
async fn advice_does_not_stop_a_request() {
    let transport = Scripted::answering(signed(KEY, NODE));
    let request = PointsUpdate { biz_no: None, ..PointsUpdate::sample() };
    assert_eq!(crate::validate::review(&request).len(), 1);
    client(&transport).call(&request).await.unwrap();
}

#[tokio::test]
async fn a_call_that_contradicts_the_client_is_not_sent() {
    let transport = Scripted::answering(signed(KEY, NODE));
    let client = client(&transport);
    for call in [
        client.call_json("", Value::Null),
        client.call_json("a b", Value::Null),
        client.call_json("a&sign=x", Value::Null),
        client.call_json("a.b", Value::Null).parameter("sign", "x"),
        client.call_json("a.b", Value::Null).parameter("app_id", "1"),
        client.call_json("a.b", Value::Null).parameter("a=b", "x"),
        client.call_json("a.b", Value::Null).parameter("notify_url", format!("https://{}", "x".repeat(70_000))),
        client.call_json("a.b", Value::Null).notify_url(format!("https://{}", "x".repeat(70_000))),
    ] {
        let error = call.await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Configuration, Sent::No));
    }
    assert!(transport.seen.lock().unwrap().is_empty());
}

#[tokio::test]
async fn an_undeclared_method_is_signed_and_verified_like_any_other() {
    let node = r#"{"code":"10000","msg":"Success","result_status":"S","point_amount":20000.00}"#;
    let transport = Scripted::answering(signed("alipay_any_method_response", node));
    let client = client(&transport);
    let answer = client.call_json("alipay.any.method", json!({"a": "1", "b": [true]})).await.unwrap();
    assert_eq!(answer.as_str(), node);
    assert_eq!(answer.to_value().unwrap()["point_amount"], "20000.00");
    assert_eq!(answer.read::<PointsUpdated>().unwrap().point_amount.to_string(), "20000.00");
    let (query, body) = transport.only_request();
    assert_eq!(value(&query, "method"), "alipay.any.method");
    assert_eq!(value(&body, "biz_content"), r#"{"a":"1","b":[true]}"#);
    assert_signed(&query, &body);

    // Top-level parameters in place of `biz_content`, and a success without a code.
    let transport =
        Scripted::answering(signed("alipay_system_oauth_token_response", r#"{"access_token":"x","user_id":"1"}"#));
    let client = self::client(&transport);
    let call = client.call_json("alipay.system.oauth.token", Value::Null);
    let answer = call.parameter("grant_type", "authorization_code").parameter("code", "4b20").await.unwrap();
    assert_eq!(answer.code(), None);
    let (query, body) = transport.only_request();
    assert_eq!(names(&body), ["grant_type", "code"]);
    assert_signed(&query, &body);
}

#[tokio::test]
async fn a_signer_that_fails_stops_the_call() {
    use crate::sign::{SignError, SignFuture, SignType, Signer};

    struct Broken;

    impl Signer for Broken {
        fn sign_type(&self) -> SignType {
            SignType::Rsa2
        }

        fn sign<'a>(&'a self, _: &'a [u8]) -> SignFuture<'a> {
            Box::pin(async { Err(SignError::new("the vault is closed")) })
        }
    }

    let transport = Scripted::answering(signed(KEY, NODE));
    let client = builder().signer(Broken).transport(transport.clone()).timeout(Duration::from_secs(1)).build().unwrap();
    let error = client.call(&PointsUpdate::sample()).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Signing, Sent::No));
    assert_eq!(std::error::Error::source(&error).unwrap().to_string(), "the vault is closed");
    assert_eq!(SignError::new("the vault is closed").to_string(), "the request could not be signed");
    assert!(transport.seen.lock().unwrap().is_empty());
}
