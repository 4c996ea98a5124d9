//! Several calls in one.

use alipay_sandbox::{Gateway, Reply, demo};
use serde_json::{Value, json};

use crate::caller::Caller;

const BATCH: &str = "alipay.open.request.batch.send";
const METHOD: &str = "alipay.trade.query";

async fn start() -> (Gateway, Caller) {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.on(METHOD, |call| {
        let token = call.parameter("app_auth_token");
        Reply::success(json!({ "echo": call.biz_content()["n"], "app_id": call.app_id(), "token": token }))
    });
    let caller = Caller::new(&gateway);
    (gateway, caller)
}

fn part(id: usize, method: &str, content: &Value) -> String {
    json!({ "method": method, "batch_request_id": id.to_string(), "biz_content": content.to_string() }).to_string()
}

#[tokio::test]
async fn each_call_is_answered_in_its_place() {
    let (gateway, caller) = start().await;
    let parts = [
        part(0, METHOD, &json!({ "n": "积" })),
        part(1, "alipay.nothing", &json!({})),
        json!({ "method": METHOD, "batch_request_id": "2", "app_auth_token": "t", "biz_content": "{\"n\":2}" })
            .to_string(),
        part(3, BATCH, &json!({})),
    ];
    let answer = caller.call_method(BATCH, &parts.join("#S#")).await;
    assert!(answer.is_verified());
    let body = answer.text("response_body");
    let answers: Vec<Value> = body.split("#S#").map(|part| serde_json::from_str(part).unwrap()).collect();
    let [first, unknown, third, nested] = answers.as_slice() else { panic!("{body}") };
    assert_eq!(first["alipay_trade_query_response"]["echo"], "积");
    assert_eq!(first["alipay_trade_query_response"]["app_id"], demo::APP_ID);
    assert_eq!(first["alipay_trade_query_response"]["token"], json!(null));
    assert_eq!(third["alipay_trade_query_response"]["echo"], 2);
    assert_eq!(third["alipay_trade_query_response"]["token"], "t");
    for refused in [unknown, nested] {
        assert_eq!(refused["error_response"]["sub_code"], "isv.invalid-method");
    }
    assert_eq!(gateway.calls().len(), 1, "a batch is one call");
}

#[tokio::test]
async fn what_is_no_batch_is_refused() {
    let (gateway, caller) = start().await;
    let good = part(0, METHOD, &json!({}));
    for content in [String::new(), "[]".to_owned(), "{".to_owned(), format!("{good}#S#"), format!("{good}#s#{good}")] {
        assert_eq!(caller.call_method(BATCH, &content).await.text("sub_code"), "isv.invalid-parameter", "{content}");
    }
    gateway.once(METHOD, Reply::disconnect());
    let form = crate::caller::Form::new(BATCH).with("biz_content", &good);
    assert!(caller.call(form).await.is_err(), "one disconnect ends the batch");
}

#[tokio::test]
async fn a_test_may_answer_the_batch_itself() {
    let (gateway, caller) = start().await;
    gateway.once(BATCH, Reply::success(json!({ "response_body": "odd" })));
    assert_eq!(caller.call_method(BATCH, "{}").await.text("response_body"), "odd");
}
