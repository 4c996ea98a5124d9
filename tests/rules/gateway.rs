//! Rules that only the gateway can judge: nothing is refused before sending, the gateway does it.

use alipay_apis::koubei::marketing_tool_points_update::TransType;
use alipay_apis::koubei::{
    MarketingCampaignActivityOffline, MarketingToolPointsUpdate, MarketingToolPointsUpdateError,
};
use alipay_apis::marketing::{CampaignCashDetailQuery, CampaignCashDetailQueryError};
use alipay_apis::{AnyCode, Callable, Client, ErrorCode};
use alipay_sandbox::{Gateway, Reply, demo};
use serde_json::json;

use crate::shown::rule;

async fn start() -> (Gateway, Client) {
    let gateway = Gateway::start_demo().await.expect("a port is free");
    let client = Client::builder(demo::APP_ID)
        .private_key(demo::PRIVATE_KEY)
        .alipay_public_key(gateway.alipay_public_key())
        .gateway_url(gateway.url())
        .root_certificate_pem(gateway.root_certificate_pem().expect("HTTPS"))
        .build()
        .expect("a client");
    (gateway, client)
}

/// The `sub_code` that the gateway refuses with; none if it accepts.
async fn refusal<R: Callable>(client: &Client, request: &R) -> Option<String> {
    match client.call(request).await {
        Ok(_) => None,
        Err(error) => {
            let business = error.business().unwrap_or_else(|| panic!("{error}"));
            Some(business.sub_code().unwrap_or_default().to_owned())
        }
    }
}

fn points(req_id: &str, trans_type: TransType, amount: &str) -> MarketingToolPointsUpdate {
    MarketingToolPointsUpdate::new(req_id, "2088123412341234", "39201608190015500100016011040139")
        .trans_type(trans_type)
        .trans_amount(amount)
}

#[tokio::test]
async fn a_freeze_is_settled_by_its_own_number() {
    let (_gateway, client) = start().await;
    points("1", TransType::Deposit, "10").call(&client).await.expect("deposited");
    let freeze = points("2", TransType::Freeze, "10").call(&client).await.expect("frozen");
    let stranger = refusal(&client, &points("3", TransType::Commit, "10").biz_no("2016000000000000000000000000")).await;
    let own = refusal(&client, &points("4", TransType::Commit, "10").biz_no(&freeze.point_log_no)).await;
    rule("pts-biz-no-existing-freeze").holds(own.is_none(), stranger.is_some());
}

#[tokio::test]
async fn the_same_request_number_is_the_same_change() {
    let (gateway, client) = start().await;
    let deposit = points("1", TransType::Deposit, "10");
    let first = deposit.call(&client).await.expect("deposited");
    let again = deposit.call(&client).await.expect("repeated");
    assert_eq!(first.point_log_no, again.point_log_no);
    let other = refusal(&client, &points("1", TransType::Deposit, "11")).await;
    rule("pts-req-id-idempotent").holds(first.point_log_no == again.point_log_no, other.is_some());
    drop(gateway);
}

#[tokio::test]
async fn a_batch_number_stands_for_one_operation() {
    let (gateway, client) = start().await;
    gateway.on("koubei.marketing.campaign.activity.offline", {
        let seen = std::sync::Mutex::new(std::collections::HashMap::new());
        move |call| {
            let biz_content = call.biz_content();
            let mut seen = seen.lock().expect("no handler panicked");
            let first = seen.entry(biz_content["out_biz_no"].clone()).or_insert_with(|| biz_content["camp_id"].clone());
            if *first == biz_content["camp_id"] {
                Reply::success(json!({ "camp_status": "CLOSED" }))
            } else {
                Reply::business_error("REQ_VALIDATE_ERROR", "out_biz_no was used for another activity")
            }
        }
    });
    let offline = |camp_id: &str| MarketingCampaignActivityOffline::new("0000001", camp_id);
    assert_eq!(refusal(&client, &offline("001221324334")).await, None);
    let repeated = refusal(&client, &offline("001221324334")).await;
    let reused = refusal(&client, &offline("001221324335")).await;
    rule("off-out-biz-no-unique").holds(repeated.is_none(), reused.as_deref() == Some("REQ_VALIDATE_ERROR"));
}

#[tokio::test]
async fn the_merchant_is_the_operator_by_default() {
    let (gateway, client) = start().await;
    let answer = MarketingCampaignActivityOffline::new("0000001", "001221324334").call(&client).await.expect("closed");
    let sent = gateway.calls().last().expect("a call").biz_content();
    let left_out = sent.get("operator_id").is_none() && sent.get("operator_type").is_none();
    let unknown = MarketingCampaignActivityOffline::new("0000002", "unknown").call(&client).await;
    rule("off-operator-type-default").holds(left_out && answer.camp_status == "CLOSED", unknown.is_err());
}

#[tokio::test]
async fn only_own_campaigns_can_be_queried() {
    let (gateway, client) = start().await;
    let own = CampaignCashDetailQuery::new("POYb84lfiKVdIfERAYsqPL").call(&client).await;
    gateway.once(
        "alipay.marketing.campaign.cash.detail.query",
        Reply::business_error("CAMP_OPERATOR_ILLEGAL", "活动创建人与调用者不一致"),
    );
    let foreign = CampaignCashDetailQuery::new("somebody-else").call(&client).await.expect_err("refused");
    let code = foreign.error_code::<CampaignCashDetailQueryError>();
    rule("cash-own-campaign-only").holds(own.is_ok(), code == Some(CampaignCashDetailQueryError::CampOperatorIllegal));
}

#[tokio::test]
async fn codes_of_another_method_do_not_match() {
    let (_gateway, client) = start().await;
    let error = points("1", TransType::Consume, "10").call(&client).await.expect_err("no points");
    assert_eq!(error.error_code(), Some(MarketingToolPointsUpdateError::BizError));
    assert_eq!(error.error_code::<CampaignCashDetailQueryError>(), None);
    assert_eq!(error.error_code::<AnyCode>().as_ref().map(ErrorCode::as_str), None);
}
