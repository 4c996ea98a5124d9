//! Several requests in one: what is sent, and which answer goes to which.

use std::time::Duration;

use serde_json::{Value, json};

use super::*;
use crate::error::{Error, ErrorKind, Sent};
use crate::violation::RuleCode;
use crate::{Charset, Record, Upload, alipay_api};

const BATCH: &str = "alipay_open_request_batch_send_response";
const UPDATED: &str = r#"{"koubei_marketing_tool_points_update_response":{"code":"10000","msg":"Success","result_status":"SUCCESS","point_amount":"10"}}"#;
const TRADE: &str = r#"{"alipay_trade_query_response":{"code":"10000","trade_no":"a\"}#S#{"}}"#;
const REFUSED: &str = r#"{"koubei_marketing_tool_points_update_response":{"code":"40004","msg":"Business Failed","sub_code":"POINT_NOT_ENOUGH","sub_msg":"x"}}"#;

/// The whole answer with these parts.
fn answer(parts: &str) -> String {
    signed(BATCH, &json!({ "code": "10000", "msg": "Success", "response_body": parts }).to_string())
}

/// The parts that were sent, each as JSON.
fn sent(transport: &Scripted) -> Vec<Value> {
    let (query, body) = transport.only_request();
    requests::assert_signed(&query, &body);
    let content = &body.iter().find(|(name, _)| name == "biz_content").unwrap().1;
    content.split("#S#").map(|part| serde_json::from_str(part).unwrap()).collect()
}

fn points() -> PointsUpdate {
    PointsUpdate::sample()
}

/// A request whose fields stand beside `biz_content`.
#[alipay_api(method = "alipay.system.oauth.token", response = Token)]
struct TokenRequest {
    #[alipay(parameter)]
    grant_type: String,
}

#[derive(Record)]
struct Token {
    access_token: String,
}

#[tokio::test]
async fn each_ticket_gets_its_own_answer() {
    let transport = Scripted::answering(answer(&[UPDATED, TRADE, REFUSED].join("#S#")));
    let client = client(&transport);
    let (one, two) = (points(), points());
    let mut batch = client.batch();
    let first = batch.add(&one);
    let trade = batch.add_json(client.call_json("alipay.trade.query", json!({ "trade_no": "1" })));
    let last = batch.add(&two);
    assert_eq!(batch.len(), 3);

    let mut answers = batch.send().await.unwrap();
    let error = answers.take(last).unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Business, Sent::Possibly));
    assert_eq!(error.error_code::<PointsError>(), Some(PointsError::NotEnough));
    assert_eq!(error.method(), Some("koubei.marketing.tool.points.update"));
    assert!(error.body_is_verified());

    let answer = answers.take(first).unwrap();
    assert_eq!((answer.result_status.as_str(), answer.code()), ("SUCCESS", Some("10000")));
    assert_eq!(answer.trace_id(), Some(TRACE_ID));
    assert_eq!(answers.take(trade).unwrap().to_value().unwrap()["trade_no"], "a\"}#S#{");
    assert_eq!(answers.trace_id(), Some(TRACE_ID));
}

#[tokio::test]
async fn the_parts_are_what_the_official_java_client_sends() {
    let transport = Scripted::answering(answer(&[UPDATED, UPDATED, TRADE].join("#S#")));
    let client = builder().transport(transport.clone()).notify_url("https://a/n").alipay_sdk("till/1").build().unwrap();
    let (request, token) = (points().memo("#S#S# \\ #S"), TokenRequest::new("refresh"));
    let mut batch = client.batch();
    let call = request.call(&client).app_auth_token("for").auth_token("user").notify_url("https://b/n");
    drop(batch.add_call(call.parameter("extra", "1").prod_code("P")));
    drop(batch.add(&token));
    drop(batch.add_json(client.call_json("alipay.trade.query", Value::Null).notify_url("")));
    batch.send().await.unwrap();

    let (query, body) = transport.only_request();
    let mut names: Vec<_> = query.iter().chain(&body).map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    assert_eq!(
        names,
        [
            "alipay_sdk",
            "app_id",
            "biz_content",
            "charset",
            "format",
            "method",
            "sign",
            "sign_type",
            "timestamp",
            "version"
        ]
    );
    let parts = sent(&transport);
    let content: Value = serde_json::from_str(parts[0]["biz_content"].as_str().unwrap()).unwrap();
    assert_eq!(content["memo"], "#S#S# \\ #S");
    let mut first = parts[0].clone();
    first.as_object_mut().unwrap().remove("biz_content");
    assert_eq!(
        first,
        json!({
            "method": "koubei.marketing.tool.points.update",
            "batch_request_id": "0",
            "app_auth_token": "for",
            "auth_token": "user",
            "notify_url": "https://b/n",
            "prod_code": "P",
            "extra": "1",
        })
    );
    assert_eq!(
        parts[1..],
        [
            json!({
                "method": "alipay.system.oauth.token",
                "batch_request_id": "1",
                "grant_type": "refresh",
                "notify_url": "https://a/n",
            }),
            json!({ "method": "alipay.trade.query", "batch_request_id": "2" }),
        ]
    );
}

#[tokio::test]
async fn broken_rules_come_from_all_parts_and_nothing_is_sent() {
    let transport = Scripted::answering(answer(UPDATED));
    let client = client(&transport);
    let (good, long, unlisted) = (points(), points().memo("x".repeat(257)), points().trans_amount("-1"));
    let mut batch = client.batch();
    for request in [&good, &long, &unlisted] {
        drop(batch.add(request));
    }
    drop(batch.add_call(long.call(&client).allow("memo", RuleCode::MaxLen)));
    let error = batch.send().await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Validation, Sent::No));
    let found = error.violations().unwrap().iter().map(|it| (it.path.as_str(), it.code));
    assert_eq!(found.collect::<Vec<_>>(), [("[1].memo", RuleCode::MaxLen), ("[2].trans_amount", RuleCode::Positive)]);
    assert!(transport.seen.lock().unwrap().is_empty());
}

#[alipay_api(method = "alipay.open.file.upload", response = Token)]
struct FileUpload {
    file_content: Upload,
}

/// Puts something into a batch, of a client and another one.
type Fill = for<'a> fn(&mut crate::Batch<'a>, &'a Client, &'a Client, &'a PointsUpdate, &'a FileUpload);

#[tokio::test]
async fn what_cannot_stand_in_a_batch_is_said_before_it_is_sent() {
    let transport = Scripted::answering(answer(UPDATED));
    let (client, other) = (client(&transport), client(&transport));
    let request = points();
    let file = FileUpload::new(Upload::from_bytes("a", "x"));
    let cases: [(Fill, &str); 6] = [
        (|_, _, _, _, _| (), "the batch is empty"),
        (
            |batch, _, other, request, _| drop(batch.add_call(request.call(other))),
            "a call of another client was added to the batch",
        ),
        (
            |batch, client, _, request, _| drop(batch.add_call(request.call(client).timeout(Duration::MAX))),
            "a part of a batch has no time limit of its own: set it for the batch",
        ),
        (
            |batch, client, _, request, _| drop(batch.add_call(request.call(client).charset(Charset::Gbk))),
            "a part of a batch has no charset of its own: set it for the batch",
        ),
        (
            |batch, client, _, request, _| drop(batch.add_call(request.call(client).parameter("sign", "x"))),
            "the parameter `sign` is set by the client",
        ),
        (|batch, _, _, _, file| drop(batch.add(file)), "a file is sent by a call of its own: no batch carries it"),
    ];
    for (fill, problem) in cases {
        let mut batch = client.batch();
        fill(&mut batch, &client, &other, &request, &file);
        let error = batch.send().await.unwrap_err();
        assert_eq!(error.to_string(), format!("alipay.open.request.batch.send: wrong configuration: {problem}"));
        assert_eq!(error.sent(), Sent::No);
    }
    assert!(transport.seen.lock().unwrap().is_empty());
}

/// Sends two requests and gives what is said to the first, and to the batch.
async fn two(parts: &str) -> Result<Result<(), Error>, Error> {
    let client = client(&Scripted::answering(answer(parts)));
    let (one, other) = (points(), points());
    let mut batch = client.batch();
    let first = batch.add(&one);
    drop(batch.add(&other));
    Ok(batch.send().await?.take(first).map(drop))
}

#[tokio::test]
async fn parts_that_nobody_can_tell_apart_answer_nothing() {
    for (parts, problem) in [
        (UPDATED.to_owned(), "it answers 1 requests of a batch of 2"),
        ([UPDATED, UPDATED, UPDATED].join("#S#"), "it answers 3 requests of a batch of 2"),
        (String::new(), "it answers 1 requests of a batch of 2"),
        ([UPDATED, UPDATED].concat(), "is not JSON objects with `#S#` between them"),
        (format!("{UPDATED}#S#{{"), "is not JSON objects with `#S#` between them"),
    ] {
        let error = two(&parts).await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Decode, Sent::Possibly));
        assert!(error.to_string().contains(problem), "{error}");
        assert!(error.body_is_verified() && error.body().unwrap().contains("response_body"));
    }
}

#[tokio::test]
async fn a_part_that_answers_something_else_is_an_error_of_that_part_alone() {
    let duplicate = r#"{"koubei_marketing_tool_points_update_response":{"code":"10000"},"koubei_marketing_tool_points_update_response":{}}"#;
    for (first, kind) in [
        ("", ErrorKind::Decode),
        (TRADE, ErrorKind::Decode),
        (duplicate, ErrorKind::Decode),
        ("[]", ErrorKind::Decode),
        (r#"{"error_response":{"code":"10000"}}"#, ErrorKind::Decode),
        (r#"{"error_response":{"code":"10003"}}"#, ErrorKind::Decode),
        (r#"{"koubei_marketing_tool_points_update_response":{"code":"10000"}}"#, ErrorKind::Decode),
        (r#"{"error_response":{"code":"40002","sub_code":"isv.invalid-parameter"}}"#, ErrorKind::Business),
        (r#"{"koubei_marketing_tool_points_update_response":{"code":"10003"}}"#, ErrorKind::Business),
    ] {
        let error = two(&format!("{first}#S#{UPDATED}")).await.unwrap().unwrap_err();
        assert_eq!((error.kind(), error.sent()), (kind, Sent::Possibly), "{first}: {error}");
        assert_eq!(error.trace_id(), Some(TRACE_ID));
        assert_eq!(error.method(), Some("koubei.marketing.tool.points.update"));
        assert!(two(&format!("{UPDATED}#S#{first}")).await.unwrap().is_ok(), "{first}");
    }
}

#[tokio::test]
async fn a_batch_that_fails_as_a_whole_answers_nothing() {
    let node = r#"{"code":"40006","msg":"Insufficient Permissions","sub_code":"isv.insufficient-isv-permissions"}"#;
    let forged = answer(UPDATED).replace("SUCCESS", "FAILURE");
    for (body, kind) in [(signed(BATCH, node), ErrorKind::Business), (forged, ErrorKind::Signature)] {
        let client = client(&Scripted::answering(body));
        let request = points();
        let mut batch = client.batch();
        drop(batch.add(&request));
        assert_eq!(batch.send().await.unwrap_err().kind(), kind);
    }
}

#[tokio::test]
async fn a_ticket_is_worth_nothing_in_another_batch() {
    let client = client(&Scripted::answering(answer(UPDATED)));
    let request = points();
    let (mut one, mut other) = (client.batch(), client.batch());
    let (ticket, wrong) = (one.add(&request), other.add(&request));
    let mut answers = one.send().await.unwrap();
    assert_eq!(answers.take(wrong).unwrap_err().kind(), ErrorKind::Configuration);
    assert!(answers.take(ticket).is_ok());
}
