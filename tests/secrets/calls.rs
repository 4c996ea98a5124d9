//! Calls of every outcome, over both versions of HTTP, with secrets in every place that has room for one.

use std::time::Duration;

use alipay_apis::koubei::MarketingToolPointsUpdate;
use alipay_apis::koubei::marketing_tool_points_update::TransType;
use alipay_core::{Client, Error, ErrorKind, RetryPolicy};
use alipay_sandbox::{Gateway, Reply, demo};
use http::StatusCode;
use serde_json::json;

use crate::show::{causes, show};

const METHOD: &str = MarketingToolPointsUpdate::METHOD;

pub(crate) async fn run() {
    for plain_http in [false, true] {
        println!("== calls, {}", if plain_http { "HTTP/1.1" } else { "HTTP/2" });
        let builder = Gateway::builder().application(demo::APP_ID, demo::PUBLIC_KEY).demo_methods();
        let builder = if plain_http { builder.plain_http() } else { builder };
        every_outcome(&builder.start().await.unwrap()).await;
    }
}

fn request(trans_type: TransType) -> MarketingToolPointsUpdate {
    MarketingToolPointsUpdate::new("hidden-1", "hidden-2", "hidden-3")
        .trans_type(trans_type)
        .trans_amount("10")
        .memo("隐藏 hidden-4")
}

async fn every_outcome(gateway: &Gateway) {
    let builder = gateway
        .demo_client()
        .notify_url("https://hidden.example.com/")
        .app_auth_token("hidden-5")
        .user_agent("hidden-agent")
        .retry(RetryPolicy::off());
    show!(builder);
    let client = builder.build().unwrap();
    show!(client);

    let fields = json!({ "point_log_no": "hidden-6", "other": "hidden-7 隐藏" });
    let success = || Reply::success(fields.clone());
    let unsigned = Reply::error("40002", "hidden-8", "isv.invalid-app-id", "hidden-9").unsigned();
    for (trans_type, reply, expected) in [
        (TransType::Deposit, success(), None),
        (TransType::Deposit, success().in_gbk(), None),
        (TransType::Unknown("hidden-10".into()), success(), Some(ErrorKind::Validation)),
        (TransType::Deposit, Reply::business_error("BIZ_ERROR", "hidden-11"), Some(ErrorKind::Business)),
        (TransType::Deposit, Reply::error("40004", "hidden-12", "hidden 13", "hidden-14"), Some(ErrorKind::Business)),
        (TransType::Deposit, Reply::unavailable(), Some(ErrorKind::Business)),
        (TransType::Deposit, unsigned, Some(ErrorKind::Gateway)),
        (TransType::Deposit, success().unsigned(), Some(ErrorKind::Signature)),
        (TransType::Deposit, success().wrongly_signed(), Some(ErrorKind::Signature)),
        (TransType::Deposit, success().under("hidden_response"), Some(ErrorKind::Decode)),
        (TransType::Deposit, Reply::success(json!({ "point_log_no": ["hidden-15"] })), Some(ErrorKind::Decode)),
        (TransType::Deposit, Reply::node(r#""hidden-encrypted""#), Some(ErrorKind::Decode)),
        (TransType::Deposit, Reply::raw(StatusCode::OK, "text/html", "<p>hidden-16"), Some(ErrorKind::Decode)),
        (
            TransType::Deposit,
            Reply::raw(StatusCode::OK, "hidden/hidden; charset=hidden", "hidden"),
            Some(ErrorKind::Decode),
        ),
        (TransType::Deposit, Reply::raw(StatusCode::BAD_GATEWAY, "text/html", "hidden-17"), Some(ErrorKind::Transport)),
        (TransType::Deposit, success().truncated(), Some(ErrorKind::Transport)),
        (TransType::Deposit, Reply::disconnect(), Some(ErrorKind::Transport)),
        (TransType::Deposit, Reply::silence(), Some(ErrorKind::Timeout)),
    ] {
        if expected != Some(ErrorKind::Validation) {
            gateway.once(METHOD, reply);
        }
        let timeout = if expected == Some(ErrorKind::Timeout) { 100 } else { 10_000 };
        let request = request(trans_type);
        let call = request
            .call(&client)
            .auth_token("hidden-18")
            .parameter("free", "hidden-19")
            .return_url("https://hidden.example.com/")
            .timeout(Duration::from_millis(timeout));
        show!(request, call);
        let going = call.into_future();
        show!(going);
        let outcome = going.await;
        assert_eq!(outcome.as_ref().err().map(Error::kind), expected);
        match &outcome {
            Ok(answer) => show!(answer),
            Err(error) => show_error(error),
        }
    }
    a_refused_signature(gateway, &client).await;
    a_wrong_clock(gateway).await;

    gateway.once("a.b", Reply::success(json!({ "a": "hidden-20" })));
    let call = client.call_json("a.b", json!({ "a": "hidden-21" }));
    show!(call);
    let answer = call.await.unwrap();
    show!(answer, answer.clone().into_inner());
}

/// The gateway shows the text that it verified, with everything in it.
async fn a_refused_signature(gateway: &Gateway, client: &Client) {
    let request = request(TransType::Deposit);
    let text = |biz_content: &str| {
        let text = format!("验签字符串为app_id={}&biz_content={biz_content}&method={METHOD}", demo::APP_ID);
        Reply::error("40002", "Invalid Arguments", "isv.invalid-signature", &text).unsigned()
    };
    for reply in [text(r#"{"memo":"hidden-22"}"#), text("隐藏"), text("")] {
        gateway.once(METHOD, reply);
        let error = request.call(client).await.unwrap_err();
        assert!(error.signature_difference().is_some(), "{error}");
        show_error(&error);
    }
}

async fn a_wrong_clock(gateway: &Gateway) {
    let client = gateway.demo_client().clock(|| "2020-01-01 00:00:00".parse().unwrap()).build().unwrap();
    let error = request(TransType::Deposit).call(&client).await.unwrap_err();
    assert!(error.clock_skew().is_some(), "{error}");
    show_error(&error);
}

/// An error, its causes, and all that can be had from it but the texts.
pub(crate) fn show_error(error: &Error) {
    show!(error, error.kind(), error.sent());
    causes(error);
    error.business().into_iter().chain(error.gateway()).for_each(|error| show!(*error));
    error.violations().into_iter().for_each(|violations| {
        show!(*violations);
        violations.iter().for_each(|violation| show!(*violation, violation.code, violation.limit, violation.found));
    });
    error.unreadable().into_iter().for_each(|unreadable| {
        show!(*unreadable);
        unreadable.problems().iter().for_each(|problem| show!(*problem, problem.reason));
    });
    error.transport().into_iter().for_each(|error| show!(*error, error.phase()));
    error.download().into_iter().for_each(|error| show!(*error));
    error.refusal().into_iter().for_each(|refusal| show!(refusal));
    error.signature_difference().into_iter().for_each(|difference| show!(*difference));
    error.clock_skew().into_iter().for_each(|skew| show!(skew));
    error.common_code().into_iter().for_each(|code| show!(code));
}
