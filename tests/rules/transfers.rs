//! Transfers: what is decided beyond the fact tables, and how a transfer stands on the wire.

use alipay_apis::fund::trans_common_query::{BizScene, ProductCode, TransferStatus};
use alipay_apis::fund::trans_uni_transfer::{IdentityType, Participant, TransferSceneReportInfo};
use alipay_apis::fund::{
    TransCommonQuery, TransCommonQueryResponse, TransUniTransfer, TransUniTransferError, TransUniTransferResponse,
};
use alipay_apis::violation::RuleCode;
use alipay_apis::{Amount, ErrorCode, Retry};
use serde_json::json;

use crate::shown::rule;

fn transfer(product: ProductCode, fen: i64) -> TransUniTransfer {
    let payee = Participant::new("2088123412341234", IdentityType::AlipayUserId);
    TransUniTransfer::new("201806300001", Amount::fen(fen), product, payee)
}

#[test]
fn the_amount_has_two_decimals_and_the_products_bounds() {
    let of = |amount: &str| {
        let payee = Participant::new("2088123412341234", IdentityType::AlipayUserId);
        let amount = amount.parse::<Amount>().expect("an amount");
        TransUniTransfer::new("1", amount, ProductCode::StdRedPacket, payee)
            .business_params(r#"{"sub_biz_scene":"REDPACKET"}"#)
            .remark("Prize")
    };
    rule("bounds of an amount")
        .accepts(&of("0.01"))
        .accepts(&of("100000000"))
        .refuses(&of("0"), "trans_amount", RuleCode::Range)
        .refuses(&of("100000000.01"), "trans_amount", RuleCode::Range)
        .refuses(&of("0.015"), "trans_amount", RuleCode::Decimals);
    rule("least amount to an account")
        .accepts(&transfer(ProductCode::TransAccountNoPwd, 10))
        .accepts(&transfer(ProductCode::StdRedPacket, 9).business_params("{}"))
        .advises(&transfer(ProductCode::TransAccountNoPwd, 9), "trans_amount", RuleCode::Range);
}

#[test]
fn what_a_kind_of_transfer_needs_is_advised() {
    let of = |yuan: i64| transfer(ProductCode::TransAccountNoPwd, yuan * 100);
    rule("remark of a great transfer")
        .accepts(&transfer(ProductCode::TransAccountNoPwd, 4_999_999))
        .accepts(&of(50_000).remark("Machine"))
        .advises(&of(50_000), "remark", RuleCode::RequiredIf);
    let packet = transfer(ProductCode::StdRedPacket, 1);
    rule("parameters of a red packet")
        .accepts(&packet.clone().business_params(r#"{"sub_biz_scene":"REDPACKET"}"#))
        .advises(&packet, "business_params", RuleCode::RequiredIf);
    let taken = of(1).biz_scene(BizScene::PersonalCollection);
    rule("order of a red packet that is taken")
        .accepts(&taken.clone().original_order_id("20190620110075000006640000063056"))
        .advises(&taken, "original_order_id", RuleCode::RequiredIf);
}

#[test]
fn a_name_is_advised_beside_a_login_name() {
    let to = |payee| TransUniTransfer::new("1", Amount::yuan(1), ProductCode::TransAccountNoPwd, payee);
    let login = Participant::new("somebody@shop.example", IdentityType::AlipayLogonId);
    rule("name beside a login name")
        .accepts(&to(login.clone().name("某人")))
        .accepts(&to(Participant::new("2088123412341234", IdentityType::AlipayUserId)))
        .advises(&to(login), "payee_info.name", RuleCode::RequiredIf);
}

#[test]
fn a_query_names_a_transfer_and_with_the_merchants_number_product_and_scene() {
    let query = TransCommonQuery::new;
    rule("some number").accepts(&query().order_id("1")).refuses(&query(), "out_biz_no", RuleCode::AtLeastOne);
    rule("product and scene")
        .accepts(&query().pay_fund_order_id("1").out_biz_no("1"))
        .accepts(&query().out_biz_no("1").product_code(ProductCode::StdRedPacket).biz_scene(BizScene::PersonalPay))
        .refuses(&query().out_biz_no("1").product_code(ProductCode::StdRedPacket), "biz_scene", RuleCode::RequiredIf);
}

#[test]
fn a_transfer_is_written_as_the_documents_write_it() {
    let request = transfer(ProductCode::TransAccountNoPwd, 2300)
        .biz_scene(BizScene::DirectTransfer)
        .order_title("201905代发")
        .transfer_scene_report_infos([TransferSceneReportInfo::new()
            .info_type("佣金报酬说明")
            .info_content("8月家政服务报酬")]);
    assert_eq!(
        serde_json::to_value(&request).expect("JSON"),
        json!({
            "out_biz_no": "201806300001",
            "trans_amount": "23.00",
            "product_code": "TRANS_ACCOUNT_NO_PWD",
            "payee_info": { "identity": "2088123412341234", "identity_type": "ALIPAY_USER_ID" },
            "biz_scene": "DIRECT_TRANSFER",
            "order_title": "201905代发",
            "transfer_scene_report_infos": [{ "info_content": "8月家政服务报酬", "info_type": "佣金报酬说明" }],
        })
    );
}

#[test]
fn an_answer_is_read_whatever_state_it_names() {
    for (text, status) in [
        (r#"{"out_biz_no":"1","status":"SUCCESS","trans_date":"2019-08-21 00:00:00"}"#, Some(TransferStatus::Success)),
        (r#"{"out_biz_no":"1","status":"DEALING","trans_date":""}"#, Some(TransferStatus::Dealing)),
        (r#"{"out_biz_no":"1","status":"HELD"}"#, Some(TransferStatus::Unknown("HELD".into()))),
        (r#"{"out_biz_no":"1"}"#, None),
    ] {
        let answer: TransUniTransferResponse = alipay_apis::json::from_str(text).expect("readable");
        assert_eq!(answer.status, status);
        let answer: TransCommonQueryResponse = alipay_apis::json::from_str(text).expect("readable");
        assert_eq!(answer.status, status);
    }
}

#[test]
fn where_money_may_have_moved_nothing_is_repeated_unasked() {
    for code in [
        "SYSTEM_ERROR",
        "REQUEST_PROCESSING",
        "TRANS_ORDER_DEALING",
        "BANK_RESPONSE_ERROR",
        "PAYMENT_INFO_INCONSISTENCY",
        "BIZ_UNIQUE_EXCEPTION",
        "PAYMENT_FAIL",
        "RESOURCE_LIMIT_EXCEED",
    ] {
        assert_eq!(TransUniTransferError::from_code(code).retry(), Some(Retry::AfterQuery), "{code}");
    }
    assert_eq!(TransUniTransferError::from_code("NEW_CODE").retry(), None);
}
