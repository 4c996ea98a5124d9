//! Merchants' vouchers over the wire: codes, what is given and spent, and an activity that is changed.

use alipay_apis::marketing::activity_ordervoucher_batchsend::ActivitySendVoucherInfo;
use alipay_apis::marketing::activity_ordervoucher_query::{ActivityStatus, AuditResult};
use alipay_apis::marketing::voucher::{MerchantAccessMode, TradeChannel};
use alipay_apis::marketing::voucher_activity::ActivityBaseInfo;
use alipay_apis::marketing::{
    ActivityOrdervoucherBatchsend, ActivityOrdervoucherCodedeposit, ActivityOrdervoucherModify,
    ActivityOrdervoucherQuery, ActivityOrdervoucherUse, ActivityOrdervoucherUseError,
};
use alipay_core::{Amount, Client, DateTime, ErrorCode, Retry};
use alipay_sandbox::{Gateway, Reply};
use serde_json::json;

const SELF: MerchantAccessMode = MerchantAccessMode::SelfMode;

async fn start(method: &str, reply: Reply) -> (Gateway, Client) {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    gateway.once(&format!("alipay.marketing.activity.ordervoucher.{method}"), reply);
    (gateway, client)
}

#[tokio::test]
async fn codes_go_up_in_a_list_and_each_that_is_refused_says_why() {
    let answer = json!({
        "success_count": "1",
        "success_voucher_code_list": { "string": ["hidden-1"] },
        "fail_count": 1,
        "fail_voucher_code_detail_list": {
            "fail_voucher_code_detail": [
                { "voucher_code": "hidden-2", "error_code": "DUPLICATE", "error_msg": "again" },
            ],
        },
    });
    let (gateway, client) = start("codedeposit", Reply::success(answer)).await;
    let request = ActivityOrdervoucherCodedeposit::new("2016042700826004508401111111", "deposit-1", SELF);
    let request = request.voucher_codes(["hidden-1", "hidden-2"]);
    let answer = request.call(&client).await.unwrap();
    assert_eq!((answer.success_count, answer.fail_count), (Some(1), Some(1)));
    assert_eq!(answer.success_voucher_code_list, ["hidden-1"]);
    let [refused] = &answer.fail_voucher_code_detail_list[..] else { panic!("one") };
    assert_eq!((refused.voucher_code.as_deref(), refused.error_code.as_deref()), (Some("hidden-2"), Some("DUPLICATE")));
    assert_eq!(
        gateway.calls().pop().unwrap().biz_content(),
        json!({
            "activity_id": "2016042700826004508401111111",
            "voucher_codes": ["hidden-1", "hidden-2"],
            "out_biz_no": "deposit-1",
            "merchant_access_mode": "SELF_MODE",
        }),
    );
    let printed = format!("{request:?} {answer:?}");
    assert!(!printed.contains("hidden"), "{printed}");
}

#[tokio::test]
async fn of_several_vouchers_each_has_its_own_outcome() {
    let answer = json!({ "activity_send_voucher_result_info_list": [
        { "voucher_code": "hidden-1", "result": true },
        { "voucher_code": "hidden-2", "result": "false", "retry": "true", "error_code": "SYSTEM_ERROR" },
    ]});
    let (_gateway, client) = start("batchsend", Reply::success(answer)).await;
    let voucher = |code| ActivitySendVoucherInfo::new().activity_id("1").voucher_code(code).out_biz_no(code);
    let request = ActivityOrdervoucherBatchsend::new()
        .activity_send_voucher_info_list([voucher("hidden-1"), voucher("hidden-2")])
        .open_id("074a1CcTG1LelxKe4xQC0zgNdId0nxi95b5lsNpazWYoCo5");
    let answer = request.call(&client).await.unwrap();
    let outcomes: Vec<_> =
        answer.activity_send_voucher_result_info_list.iter().map(|given| (given.result, given.retry)).collect();
    assert_eq!(outcomes, [(Some(true), None), (Some(false), Some(true))]);
    assert!(!format!("{answer:?}").contains("hidden"), "{answer:?}");
}

#[tokio::test]
async fn a_voucher_that_cannot_be_spent_is_refused_for_good() {
    let (_gateway, client) = start("use", Reply::business_error("BIZ_ERROR", "券已核销")).await;
    let at: DateTime = "2026-11-25 12:00:00".parse().unwrap();
    let channel = TradeChannel::OtherTradeChannel;
    let request = ActivityOrdervoucherUse::new("1", "hidden", "use-1", at, Amount::fen(8880), channel);
    assert!(!format!("{request:?}").contains("hidden"), "{request:?}");
    let error = request.call(&client).await.unwrap_err();
    let code = error.error_code::<ActivityOrdervoucherUseError>().unwrap();
    assert_eq!((&code, code.retry()), (&ActivityOrdervoucherUseError::BizError, Some(Retry::Never)));
}

#[tokio::test]
async fn what_was_read_of_an_activity_can_be_changed_and_sent_back() {
    let pattern = json!({ "brand_name": "The shop", "voucher_detail_images": ["A*1", "A*2"] });
    let rule = json!({
        "voucher_max_use_times": 2,
        "voucher_use_time_info": { "period_type": "ABSOLUTE", "absolute_period_info": { "valid_end_time": "2026-12-31 23:59:59" } },
    });
    let answer = json!({
        "activity_status": "ACTIVE",
        "audit_result_info": { "audit_result": "APPROVE" },
        "voucher_display_pattern_info": pattern,
        "voucher_use_rule_info": rule,
        // Of the older structure nothing has to be there.
        "voucher_use_rule": { "fix_voucher": { "amount": "5.00" }, "voucher_available_scope": {} },
        "customer_guide": { "store_ids": ["1"] },
    });
    let (gateway, client) = start("query", Reply::success(answer)).await;
    let activity = ActivityOrdervoucherQuery::new("1", SELF).call(&client).await.unwrap();
    assert_eq!(activity.activity_status, Some(ActivityStatus::Active));
    assert_eq!(activity.audit_result_info.as_ref().unwrap().audit_result, Some(AuditResult::Approve));
    let older = activity.voucher_use_rule.as_ref().unwrap();
    assert_eq!(older.fix_voucher.as_ref().unwrap().amount, Some(Amount::fen(500)));

    gateway.once("alipay.marketing.activity.ordervoucher.modify", Reply::success(json!({})));
    let shown = activity.voucher_display_pattern_info.clone().unwrap().brand_name("Another shop");
    let request = ActivityOrdervoucherModify::new("1", "modify-1", SELF, ActivityBaseInfo::new())
        .voucher_display_pattern_info(shown)
        .voucher_use_rule_info(activity.voucher_use_rule_info.clone().unwrap());
    assert_eq!(request.review(), []);
    request.call(&client).await.unwrap();
    assert_eq!(
        gateway.calls().pop().unwrap().biz_content(),
        json!({
            "activity_id": "1",
            "out_biz_no": "modify-1",
            "merchant_access_mode": "SELF_MODE",
            "activity_base_info": {},
            "voucher_display_pattern_info": {
                "brand_name": "Another shop", "voucher_detail_images": ["A*1", "A*2"],
            },
            "voucher_use_rule_info": rule,
        }),
    );
}
