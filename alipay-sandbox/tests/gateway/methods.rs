//! The methods that come with the gateway.

use alipay_sandbox::Gateway;
use serde_json::{Value, json};

use crate::caller::Caller;

const POINTS: &str = "koubei.marketing.tool.points.update";
const OFFLINE: &str = "koubei.marketing.campaign.activity.offline";
const CASH: &str = "alipay.marketing.campaign.cash.detail.query";
const VOUCHER: &str = "alipay.marketing.activity.ordervoucher.create";
const USER: &str = "2088123412341234";
const ACCOUNT: &str = "39201608190015500100016011040139";

async fn start() -> (Gateway, Caller) {
    let gateway = Gateway::start_demo().await.unwrap();
    let caller = Caller::new(&gateway);
    (gateway, caller)
}

/// `base` with these fields over it; null takes a field away.
fn with(base: &Value, fields: &Value) -> Value {
    let mut all = base.clone();
    for (name, value) in fields.as_object().unwrap() {
        match value {
            Value::Null => all.as_object_mut().unwrap().remove(name),
            value => all.as_object_mut().unwrap().insert(name.clone(), value.clone()),
        };
    }
    all
}

fn change(req_id: &str, trans_type: &str, fields: &Value) -> Value {
    let base = json!({ "req_id": req_id, "user_id": USER, "activity_account": ACCOUNT, "trans_type": trans_type });
    with(&base, fields)
}

#[tokio::test]
async fn points_are_added_spent_frozen_committed_and_released() {
    let (gateway, caller) = start().await;
    let mut freezes = Vec::new();
    for (req_id, trans_type, fields, code, balance) in [
        ("1", "DEPOSIT", json!({ "trans_amount": "10" }), "", 10),
        ("2", "CONSUME", json!({ "trans_amount": "11" }), "BIZ_ERROR", 10),
        ("3", "CONSUME", json!({ "trans_amount": "3" }), "", 7),
        ("4", "FREEZE", json!({ "trans_amount": "8" }), "BIZ_ERROR", 7),
        ("5", "FREEZE", json!({ "trans_amount": "2" }), "", 5),
        ("6", "FREEZE", json!({ "trans_amount": "4" }), "", 1),
        ("7", "DEPOSIT", json!({ "trans_amount": "9999999999999999" }), "", 10_000_000_000_000_000),
    ] {
        let answer = caller.call_method(POINTS, &change(req_id, trans_type, &fields)).await;
        assert_eq!(answer.text("sub_code"), code, "{req_id}");
        assert_eq!(gateway.points().balance(USER, ACCOUNT), balance, "{req_id}");
        if trans_type == "FREEZE" && code.is_empty() {
            freezes.push(answer.text("point_log_no"));
        }
    }
    assert!(freezes.iter().all(|log_no| log_no.len() == 28));
    for (req_id, trans_type, freeze, code, balance) in [
        ("8", "COMMIT", &freezes[0], "", 10_000_000_000_000_000),
        ("9", "COMMIT", &freezes[0], "INVALID_PARAMETER", 10_000_000_000_000_000),
        ("10", "CANCEL", &freezes[1], "", 10_000_000_000_000_004),
        ("11", "COMMIT", &freezes[1], "INVALID_PARAMETER", 10_000_000_000_000_004),
    ] {
        let answer = caller.call_method(POINTS, &change(req_id, trans_type, &json!({ "biz_no": freeze }))).await;
        assert_eq!(answer.text("sub_code"), code, "{req_id}");
        assert_eq!(gateway.points().balance(USER, ACCOUNT), balance, "{req_id}");
    }
}

#[tokio::test]
async fn a_repeated_change_of_points_is_made_once() {
    let (gateway, caller) = start().await;
    let deposit = change("1", "DEPOSIT", &json!({ "trans_amount": "10" }));
    let first = caller.call_method(POINTS, &deposit).await.text("point_log_no");
    assert_eq!(caller.call_method(POINTS, &deposit).await.text("point_log_no"), first);
    assert_eq!(gateway.points().balance(USER, ACCOUNT), 10);
    let other = with(&deposit, &json!({ "trans_amount": "11" }));
    assert_eq!(caller.call_method(POINTS, &other).await.text("sub_code"), "INVALID_PARAMETER");

    let spend = change("2", "CONSUME", &json!({ "trans_amount": "15" }));
    assert_eq!(caller.call_method(POINTS, &spend).await.text("sub_code"), "BIZ_ERROR");
    caller.call_method(POINTS, &with(&deposit, &json!({ "req_id": "3" }))).await;
    assert_eq!(caller.call_method(POINTS, &spend).await.text("sub_code"), "", "a failed change may be repeated");
    assert_eq!(gateway.points().balance(USER, ACCOUNT), 5);
}

#[tokio::test]
async fn points_of_another_user_or_account_are_others() {
    let (gateway, caller) = start().await;
    caller.call_method(POINTS, &change("1", "DEPOSIT", &json!({ "trans_amount": "5" }))).await;
    let freeze = caller.call_method(POINTS, &change("2", "FREEZE", &json!({ "trans_amount": "2" }))).await;
    let freeze = freeze.text("point_log_no");
    for other in [json!({ "user_id": "2088" }), json!({ "activity_account": "39" })] {
        let spend = with(&change("3", "CONSUME", &json!({ "trans_amount": "1" })), &other);
        assert_eq!(caller.call_method(POINTS, &spend).await.text("sub_code"), "BIZ_ERROR");
        let commit = with(&change("4", "COMMIT", &json!({ "biz_no": freeze })), &other);
        assert_eq!(caller.call_method(POINTS, &commit).await.text("sub_code"), "INVALID_PARAMETER");
    }
    assert_eq!((gateway.points().balance(USER, ACCOUNT), gateway.points().balance("2088", ACCOUNT)), (3, 0));
}

#[tokio::test]
async fn wrong_changes_of_points_are_refused() {
    let (gateway, caller) = start().await;
    let deposit = change("1", "DEPOSIT", &json!({ "trans_amount": "10" }));
    let mut wrong: Vec<_> = [
        json!({ "req_id": null }),
        json!({ "req_id": "" }),
        json!({ "req_id": "1".repeat(33) }),
        json!({ "user_id": null }),
        json!({ "user_id": 2088 }),
        json!({ "activity_account": null }),
        json!({ "trans_type": null }),
        json!({ "trans_type": "deposit" }),
        json!({ "trans_amount": null }),
        json!({ "trans_amount": "0" }),
        json!({ "trans_amount": "-1" }),
        json!({ "trans_amount": "+1" }),
        json!({ "trans_amount": "1.0" }),
        json!({ "memo": "积".repeat(257) }),
        json!({ "trans_type": "CONSUME", "biz_no": "1" }),
        json!({ "trans_type": "FREEZE", "biz_no": "1" }),
        json!({ "trans_type": "COMMIT" }),
        json!({ "trans_type": "CANCEL", "biz_no": "1" }),
    ]
    .iter()
    .map(|fields| with(&deposit, fields).to_string())
    .collect();
    wrong.extend(["", "{", "[]", "null"].map(str::to_owned));
    for content in wrong {
        assert_eq!(caller.call_method(POINTS, &content).await.text("sub_code"), "INVALID_PARAMETER", "{content}");
    }
    assert_eq!(gateway.points().balance(USER, ACCOUNT), 0);
    let longest = json!({ "memo": "积".repeat(256), "trans_amount": "0010", "biz_no": "1", "shop_id": "2" });
    assert_eq!(caller.call_method(POINTS, &with(&deposit, &longest)).await.text("code"), "10000");
}

#[tokio::test]
async fn activities_are_closed_if_they_exist() {
    let (_gateway, caller) = start().await;
    let base = json!({ "out_biz_no": "0000001", "camp_id": "001221324334" });
    for (fields, sub_code) in [
        (json!({}), ""),
        (json!({ "reason": "下架原因", "ext_info": "\"\"", "operator_id": "1", "operator_type": "PROVIDER" }), ""),
        (json!({ "operator_type": "MER" }), ""),
        (json!({ "operator_type": "PROVIDER" }), "REQ_VALIDATE_ERROR"),
        (json!({ "operator_id": "1" }), "REQ_VALIDATE_ERROR"),
        (json!({ "operator_id": "1", "operator_type": "BOSS" }), "REQ_VALIDATE_ERROR"),
        (json!({ "out_biz_no": null }), "REQ_VALIDATE_ERROR"),
        (json!({ "camp_id": null }), "REQ_VALIDATE_ERROR"),
        (json!({ "camp_id": "0".repeat(33) }), "REQ_VALIDATE_ERROR"),
        (json!({ "camp_id": "UNKNOWN-1" }), "CAMPAIGN_NOT_EXIST"),
    ] {
        let answer = caller.call_method(OFFLINE, &with(&base, &fields)).await;
        assert_eq!(answer.text("sub_code"), sub_code, "{fields}");
        assert_eq!(answer.text("camp_status"), if sub_code.is_empty() { "CLOSED" } else { "" }, "{fields}");
    }
}

#[tokio::test]
async fn a_cash_campaign_is_told_with_amounts_as_numbers() {
    let (_gateway, caller) = start().await;
    for (content, sub_code) in [
        (r#"{"crowd_no":"POYb84\"lf"}"#, ""),
        (r#"{"crowd_no":"unknown"}"#, "CASH_CAMPAIGN_NOT_EXIST"),
        ("", "BIZ_CONTENT_IS_EMPTY"),
        ("{", "BIZ_CONTENT_FORMAT_ERROR"),
        ("{}", "BIZ_CONTENT_FORMAT_ERROR"),
    ] {
        let answer = caller.call_method(CASH, content).await;
        assert_eq!(answer.text("sub_code"), sub_code, "{content}");
        if sub_code.is_empty() {
            assert_eq!(answer.text("crowd_no"), "POYb84\"lf");
            assert!(std::str::from_utf8(&answer.body).unwrap().contains(r#""total_amount":20000.00,"#));
        }
    }
}

#[tokio::test]
async fn a_voucher_activity_is_taken_with_the_shops_that_exist() {
    let (_gateway, caller) = start().await;
    let shops = json!(["2018051000502000000011111111", "unknown-1", "2018040200502000000011111111"]);
    let older = json!({ "voucher_available_scope": { "order_voucher_available_shop": { "shop_ids": shops } } });
    let newer = json!({
        "voucher_available_geography_scope_info": { "available_geography_shop_info": { "available_shop_ids": shops } }
    });
    let content = json!({ "out_biz_no": "1", "voucher_use_rule": older, "voucher_available_scope_info": newer });
    let answer = caller.call_method(VOUCHER, &content).await;
    assert_eq!(answer.text("activity_id").len(), 28);
    let result = answer.node().1["voucher_use_rule_result"]["voucher_available_scope_result"].clone();
    let result = &result["order_voucher_available_shop_result"];
    assert_eq!(result["success_shop_ids"], json!([shops[0], shops[2]]));
    assert_eq!(result["shop_fail_infos"][0]["shop_id"], "unknown-1");
    let result = answer.node().1["voucher_available_scope_result_info"].clone();
    let result = &result["voucher_available_geography_scope_result_info"]["available_geography_shop_result_info"];
    assert_eq!(result["success_available_shop_ids"], json!([shops[0], shops[2]]));
    assert_eq!(result["fail_available_shop_infos"][0]["shop_id"], "unknown-1");

    for (fields, same) in [(json!({}), true), (json!({ "out_biz_no": "2" }), false)] {
        let again = caller.call_method(VOUCHER, &with(&content, &fields)).await;
        assert_eq!(again.text("activity_id") == answer.text("activity_id"), same);
    }
    for wrong in [json!(null), json!(""), json!(7), json!("1".repeat(65))] {
        let answer = caller.call_method(VOUCHER, &json!({ "out_biz_no": wrong })).await;
        assert_eq!(answer.text("sub_code"), "INVALID_PARAMETER", "{wrong}");
    }
}
