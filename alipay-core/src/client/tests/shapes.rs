//! Requests that do not go through the client's HTTP, and parameters beside `biz_content`.

use super::*;
use crate::key::PublicKey;
use crate::parameters::Parameters;
use crate::sign::KeyVerifier;
use crate::violation::RuleCode;
use crate::{Amount, DateTime, ErrorKind, Record, Route, alipay_api};
use crate::{ApiRequest, Charset};

#[alipay_api(method = "alipay.trade.page.pay", page, response = Paid)]
struct PagePay {
    out_trade_no: String,
    #[alipay(max_len = 256)]
    subject: String,
    #[alipay(parameter)]
    store: Option<String>,
}

#[alipay_api(method = "alipay.trade.app.pay", app, response = Paid)]
struct AppPay {
    out_trade_no: String,
    #[alipay(range = 0.01..)]
    total_amount: Amount,
}

#[derive(Record)]
struct Paid {
    out_trade_no: Option<String>,
}

#[alipay_api(method = "alipay.system.oauth.token", response = Token)]
struct OauthToken {
    #[alipay(parameter)]
    grant_type: String,
    #[alipay(parameter)]
    code: Option<String>,
    #[alipay(parameter)]
    count: Option<u32>,
    #[alipay(parameter)]
    more: Option<Inside>,
    #[alipay(parameter)]
    list: Vec<String>,
}

#[derive(Record)]
struct Inside {
    a: String,
}

#[derive(Record)]
struct Token {
    access_token: String,
}

#[alipay_api(method = "alipay.demo.kinds", response = Paid)]
struct Kinds {
    #[alipay(parameter)]
    amount: Amount,
    #[alipay(parameter)]
    time: DateTime,
    #[alipay(parameter)]
    truth: bool,
}

#[alipay_api(method = "alipay.user.info.share", response = Paid)]
struct InfoShare {}

/// The names and values of a form or query, once its signature was found to be the application's.
fn verified(form: &str) -> Pairs {
    let pairs: Pairs = form_urlencoded::parse(form.as_bytes()).into_owned().collect();
    let mut parameters = Parameters::new();
    for (name, value) in &pairs {
        parameters.add(name, value);
    }
    let sign = pairs.iter().find(|(name, _)| name == "sign").map(|(_, sign)| sign).unwrap();
    let verifier = KeyVerifier::new(PublicKey::parse(APP_PUBLIC_KEY).unwrap()).unwrap();
    verifier.verify_now(parameters.text_to_sign().as_bytes(), &BASE64_STANDARD.decode(sign).unwrap()).unwrap();
    pairs
}

fn value<'a>(pairs: &'a Pairs, name: &str) -> &'a str {
    pairs.iter().find(|(known, _)| known == name).map_or("<absent>", |(_, value)| value)
}

#[test]
fn a_declaration_says_who_carries_the_request() {
    assert_eq!(PagePay::api().route, Route::Page);
    assert_eq!(AppPay::api().route, Route::App);
    assert_eq!(OauthToken::api().route, Route::Call);
    assert_eq!(OauthToken::api().parameters, ["grant_type", "code", "count", "more", "list"]);
}

/// Signing needs no runtime, so pages can be made in any.
fn now<T>(future: impl Future<Output = T>) -> T {
    let mut future = std::pin::pin!(future);
    match future.as_mut().poll(&mut std::task::Context::from_waker(std::task::Waker::noop())) {
        std::task::Poll::Ready(value) => value,
        std::task::Poll::Pending => panic!("waits for something"),
    }
}

#[test]
fn a_page_is_a_link_or_a_form() {
    let client = client(&Scripted::answering(""));
    let request = PagePay::new("1", "\"><script>&lt;中文 & ' \"").store("s 1");
    let url = now(request.page(&client).return_url("https://shop.example/?a=1&b=2").url()).unwrap();
    let query = url.strip_prefix("https://openapi.alipay.com/gateway.do?").unwrap();
    let pairs = verified(query);
    assert!(pairs.is_sorted());
    assert_eq!(value(&pairs, "return_url"), "https://shop.example/?a=1&b=2");
    assert_eq!(value(&pairs, "store"), "s 1");
    assert_eq!(value(&pairs, "biz_content"), r#"{"out_trade_no":"1","subject":"\"><script>&lt;中文 & ' \""}"#);

    let form = now(request.page(&client).return_url("https://shop.example/?a=1&b=2").form()).unwrap();
    let inputs: Vec<(&str, &str)> = form.inputs().collect();
    assert_eq!(inputs.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["store", "biz_content"]);
    let query = form.action().strip_prefix("https://openapi.alipay.com/gateway.do?").unwrap();
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(inputs).finish();
    assert_eq!(verified(&format!("{query}&{body}")).len(), pairs.len());

    let gbk = now(request.page(&client).charset(Charset::Gbk).form()).unwrap();
    assert_eq!(gbk.accept_charset(), Charset::Gbk);
    assert!(gbk.to_string().contains(r#"accept-charset="GBK""#));
}

#[test]
fn a_page_is_checked_like_a_call() {
    let client = client(&Scripted::answering(""));
    let request = PagePay::new("1", "x".repeat(257));
    let error = now(request.page(&client).url()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Validation);
    assert_eq!(error.method(), Some("alipay.trade.page.pay"));
    assert!(now(request.page(&client).allow("subject", RuleCode::MaxLen).url()).is_ok());
    assert!(now(request.page(&client).unchecked().form()).is_ok());
    let error = now(PagePay::new("1", "x").store("a\nb").page(&client).form()).unwrap_err();
    assert!(error.to_string().contains("control character"), "{error}");
    let error = now(request.page(&client).parameter("store", "x").url()).unwrap_err();
    assert!(error.to_string().contains("is a field of the request"), "{error}");
}

#[test]
fn an_order_string_is_everything_and_signed() {
    let client = client(&Scripted::answering(""));
    let order =
        now(AppPay::new("1", Amount::fen(1)).order_string(&client).notify_url("https://m.example/n").into_future());
    let pairs = verified(&order.unwrap());
    assert!(pairs.is_sorted());
    assert_eq!(value(&pairs, "biz_content"), r#"{"out_trade_no":"1","total_amount":"0.01"}"#);
    let error = now(AppPay::new("1", Amount::ZERO).order_string(&client).into_future()).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Validation);
}

#[test]
fn what_is_on_its_way_is_shown_by_its_method_alone() {
    let client = client(&Scripted::answering(""));
    let (page, app) = (PagePay::new("secret", "secret"), AppPay::new("secret", Amount::fen(1)));
    assert_eq!(format!("{:?}", page.page(&client)), r#"Page { method: "alipay.trade.page.pay", .. }"#);
    assert_eq!(format!("{:?}", app.order_string(&client)), r#"OrderString { method: "alipay.trade.app.pay", .. }"#);
}

#[tokio::test]
async fn an_app_s_result_is_believed_only_when_alipay_signed_it() {
    let client = client(&Scripted::answering(""));
    let node = r#"{"code":"10000","msg":"Success","out_trade_no":"1"}"#;
    let key = "alipay_trade_app_pay_response";
    let result = format!(r#"{{"{key}":{node},"sign":"{}","sign_type":"RSA2"}}"#, sign(node));
    let answer = client.app_result::<AppPay>(&result).await.unwrap();
    assert_eq!(answer.out_trade_no.as_deref(), Some("1"));
    assert_eq!(answer.body(), node);

    let forged = result.replace(r#""out_trade_no":"1""#, r#""out_trade_no":"2""#);
    let refused = format!(r#"{{"{key}":{{"code":"4000","msg":"failed"}}}}"#);
    for (text, kind) in [
        (forged.as_str(), ErrorKind::Signature),
        (&refused, ErrorKind::Gateway),
        (&result.replace("app_pay", "page_pay"), ErrorKind::Decode),
        ("", ErrorKind::Decode),
        ("resultStatus={9000}", ErrorKind::Decode),
    ] {
        let error = client.app_result::<AppPay>(text).await.unwrap_err();
        assert_eq!(error.kind(), kind, "{text}: {error}");
    }
}

#[tokio::test]
async fn parameters_are_sent_beside_biz_content_or_alone() {
    let node = r#"{"access_token":"t"}"#;
    let transport = Scripted::answering(signed("alipay_system_oauth_token_response", node));
    let client = client(&transport);
    let request = OauthToken::new("authorization_code")
        .code("4b203fe6 &=中")
        .count(2_u32)
        .more(Inside::new("x"))
        .list(["a", "b"]);
    assert_eq!(client.call(&request).await.unwrap().access_token, "t");
    let (query, body) = transport.only_request();
    let expected = [
        ("grant_type", "authorization_code"),
        ("code", "4b203fe6 &=中"),
        ("count", "2"),
        ("more", r#"{"a":"x"}"#),
        ("list", r#"["a","b"]"#),
    ];
    assert_eq!(body, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    assert!(!query.iter().any(|(name, _)| name == "biz_content"));
    // The whole of it is written and read all the same.
    let text = serde_json::to_string(&request).unwrap();
    assert_eq!(serde_json::from_str::<OauthToken>(&text).unwrap(), request);

    // Each kind as it stands in JSON, without the quotes.
    let transport = Scripted::answering(signed("alipay_demo_kinds_response", r#"{"code":"10000"}"#));
    let request = Kinds::new(Amount::fen(8880), "2026-11-23 08:00:00".parse::<DateTime>().unwrap(), true);
    builder().transport(transport.clone()).build().unwrap().call(&request).await.unwrap();
    let (_, body) = transport.only_request();
    let expected = [("amount", "88.80"), ("time", "2026-11-23 08:00:00"), ("truth", "true")];
    assert_eq!(body, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));

    // What is absent, and a list of nothing, is no parameter.
    let transport = Scripted::answering(signed("alipay_system_oauth_token_response", node));
    builder().transport(transport.clone()).build().unwrap().call(&OauthToken::new("refresh_token")).await.unwrap();
    let (_, body) = transport.only_request();
    assert_eq!(body, [("grant_type".to_owned(), "refresh_token".to_owned())]);

    let transport = Scripted::answering(signed("alipay_user_info_share_response", r#"{"code":"10000"}"#));
    let client = builder().transport(transport.clone()).build().unwrap();
    client.call(&InfoShare::new()).auth_token("token").await.unwrap();
    let (query, body) = transport.only_request();
    assert_eq!(value(&query, "auth_token"), "token");
    assert_eq!(body, []);
}

#[alipay_api(method = "alipay.demo.info.share", response = Paid)]
struct WithToken {
    #[alipay(parameter, secret)]
    auth_token: String,
}

#[tokio::test]
async fn a_parameter_that_the_request_itself_has_is_sent_once() {
    let transport = Scripted::answering(signed("alipay_demo_info_share_response", r#"{"code":"10000"}"#));
    let client = builder().transport(transport.clone()).auth_token("of the client").build().unwrap();
    client.call(&WithToken::new("of the request")).auth_token("of the call").await.unwrap();
    let (query, _) = transport.only_request();
    let sent: Vec<_> = query.iter().filter(|(name, _)| name == "auth_token").map(|(_, token)| token.as_str()).collect();
    assert_eq!(sent, ["of the request"]);
}
