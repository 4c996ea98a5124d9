//! The life of a trade at a counter: what is sent, what is refused before, and what answers are read as.

use std::time::Duration;

use alipay_apis::schema::Severity;
use alipay_apis::trade::cancel::CancelAction;
use alipay_apis::trade::fastpay_refund_query::{DepositBackStatus, RefundStatus};
use alipay_apis::trade::order::{BusinessParams, OpenApiRoyaltyDetailInfoPojo as Share, YesNo};
use alipay_apis::trade::order_settle::RoyaltyMode;
use alipay_apis::trade::pay::{AgreementParams, AuthConfirmMode, Scene};
use alipay_apis::trade::query::TradeStatus;
use alipay_apis::trade::{
    Cancel, Close, CloseError, Create, FastpayRefundQuery, OrderSettle, OrderinfoSync, Pay, PayError, Precreate, Query,
    Refund, RefundError,
};
use alipay_core::record::Record;
use alipay_core::violation::Violation;
use alipay_core::{Amount, Client, ErrorCode, ErrorKind, OpenId, Retry};
use alipay_sandbox::{Buyer, Gateway, Reply};
use serde_json::{Value, json};

const ORDER: &str = "20150320010101001";

fn at_the_counter() -> Pay {
    Pay::new(ORDER, Amount::fen(8888), "Iphone6 16G").auth_code("28763443825664394").scene(Scene::BarCode)
}

async fn start() -> (Gateway, Client) {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    (gateway, client)
}

async fn status(client: &Client) -> TradeStatus {
    Query::new().out_trade_no(ORDER).call(client).await.unwrap().trade_status.clone()
}

#[test]
fn requests_are_the_json_that_the_platform_expects() {
    let pre_authorised = Pay::new(ORDER, Amount::yuan(9), "deposit")
        .auth_no("2016110310002001760201905725")
        .auth_confirm_mode(AuthConfirmMode::NotComplete)
        .product_code("PREAUTH_PAY")
        .business_params(BusinessParams::new().enterprise_pay_amount(Amount::fen(1)));
    let shared = OrderSettle::new("20160727001", "2014030411001007850000672009")
        .royalty_parameters([Share::new().trans_in("2088101126708402").amount(Amount::fen(10)).amount_percentage(100)])
        .royalty_mode(RoyaltyMode::Async);
    let cases = [
        (
            serde_json::to_value(at_the_counter()),
            json!({ "out_trade_no": ORDER, "total_amount": "88.88", "subject": "Iphone6 16G",
                "auth_code": "28763443825664394", "scene": "bar_code" }),
        ),
        (
            serde_json::to_value(pre_authorised),
            json!({ "out_trade_no": ORDER, "total_amount": "9", "subject": "deposit",
                "auth_no": "2016110310002001760201905725", "auth_confirm_mode": "NOT_COMPLETE",
                "business_params": { "enterprise_pay_amount": "0.01" }, "product_code": "PREAUTH_PAY" }),
        ),
        (
            serde_json::to_value(Refund::new(Amount::fen(1)).trade_no("2014").out_request_no("r")),
            json!({ "refund_amount": "0.01", "out_request_no": "r", "trade_no": "2014" }),
        ),
        (
            serde_json::to_value(shared),
            json!({ "out_request_no": "20160727001", "trade_no": "2014030411001007850000672009",
                "royalty_parameters": [{ "amount": "0.10", "amount_percentage": 100, "trans_in": "2088101126708402" }],
                "royalty_mode": "async" }),
        ),
    ];
    for (sent, expected) in cases {
        assert_eq!(sent.unwrap(), expected);
    }
}

/// Severity, path and rule of all findings.
fn found(findings: &[Violation]) -> Vec<String> {
    let name = |severity| if severity == Severity::Refuse { "refused" } else { "advised" };
    findings.iter().map(|it| format!("{} {}: {}", name(it.severity), it.path, it.code.as_str())).collect()
}

#[test]
fn what_cannot_be_right_is_told_before_it_is_sent() {
    let nobody_pays = Pay::new(ORDER, Amount::yuan(1), "tea");
    let by_agreement = nobody_pays.clone().agreement_params(AgreementParams::new().agreement_no("2017"));
    let share = Share::new().amount(Amount::yuan(1));
    let cases = [
        (nobody_pays.review(), vec!["advised auth_code: at_least_one"]),
        (by_agreement.review(), vec![]),
        (
            Pay::new("x".repeat(65), Amount::ZERO, "tea").auth_code("2".repeat(33)).review(),
            vec!["refused out_trade_no: max_len", "refused total_amount: range", "refused auth_code: max_len"],
        ),
        (Precreate::new(ORDER, Amount::try_from("0.001").unwrap(), "tea").review(), {
            vec!["refused total_amount: range", "refused total_amount: decimals"]
        }),
        (Cancel::new().review(), vec!["refused out_trade_no: at_least_one"]),
        (Close::new().review(), vec!["refused out_trade_no: at_least_one"]),
        (Refund::new(Amount::yuan(-1)).out_trade_no(ORDER).review(), vec!["refused refund_amount: range"]),
        (Refund::new(Amount::yuan(1)).review(), vec!["refused out_trade_no: at_least_one"]),
        (FastpayRefundQuery::new("r").review(), vec!["refused out_trade_no: at_least_one"]),
        (OrderSettle::new("r", "2014").review(), vec!["refused royalty_parameters: min_items"]),
        (OrderSettle::new("r", "2014").royalty_parameters([share]).review(), vec![]),
        (Create::new(ORDER, Amount::yuan(1), "tea").review(), vec!["advised buyer_id: at_least_one"]),
        (
            Create::new(ORDER, Amount::yuan(1), "tea").op_buyer_open_id("0").review(),
            vec!["refused op_buyer_open_id: requires"],
        ),
    ];
    for (findings, expected) in cases {
        assert_eq!(found(&findings), expected);
    }
}

#[tokio::test]
async fn a_payment_is_taken_and_given_back_in_parts() {
    let (_gateway, client) = start().await;
    let paid = at_the_counter().call(&client).await.unwrap();
    assert!(!paid.is_in_progress());
    assert_eq!((&*paid.out_trade_no, paid.total_amount), (ORDER, Some(Amount::fen(8888))));
    assert!(paid.gmt_payment.is_some());

    let refund = |number: &str, fen: i64| Refund::new(Amount::fen(fen)).out_trade_no(ORDER).out_request_no(number);
    let first = refund("r1", 1000).call(&client).await.unwrap();
    assert_eq!((&first.fund_change, first.refund_fee), (&Some(YesNo::Yes), Some(Amount::yuan(10))));
    let again = refund("r1", 1000).call(&client).await.unwrap();
    assert_eq!((&again.fund_change, again.refund_fee), (&Some(YesNo::No), Some(Amount::yuan(10))));
    let other = refund("r1", 2000).call(&client).await.unwrap_err().error_code::<RefundError>();
    assert_eq!(other, Some(RefundError::DiscordantRepeatRequest));
    let rest = refund("r2", 7888).trade_no(paid.trade_no.as_deref().unwrap()).call(&client).await.unwrap();
    assert_eq!(rest.refund_fee, Some(Amount::fen(8888)));

    let query = |number: &str| FastpayRefundQuery::new(number).out_trade_no(ORDER);
    let known = query("r2").call(&client).await.unwrap();
    assert_eq!(known.refund_status, Some(RefundStatus::RefundSuccess));
    assert_eq!(known.refund_amount, Some(Amount::fen(7888)));
    assert_eq!(query("r3").call(&client).await.unwrap().refund_status, None);
    assert_eq!(status(&client).await, TradeStatus::TradeClosed);
}

#[tokio::test]
async fn a_payment_that_is_not_decided_is_an_answer_that_says_so() {
    let (gateway, client) = start().await;
    gateway.buyer(Buyer::PaysAfter(Duration::from_secs(10)));
    assert!(at_the_counter().call(&client).await.unwrap().is_in_progress());
    assert_eq!(status(&client).await, TradeStatus::WaitBuyerPay);
    gateway.advance(Duration::from_secs(10));
    assert_eq!(status(&client).await, TradeStatus::TradeSuccess);

    let answer = Cancel::new().out_trade_no(ORDER).call(&client).await.unwrap();
    assert_eq!((&answer.action, &answer.retry_flag), (&Some(CancelAction::Refund), &Some(YesNo::No)));
    let again = at_the_counter().call(&client).await.unwrap_err().error_code::<PayError>();
    assert_eq!(again, Some(PayError::TradeHasClose));
}

#[tokio::test]
async fn codes_are_made_and_trades_that_nobody_paid_are_ended() {
    let (gateway, client) = start().await;
    let code = Precreate::new(ORDER, Amount::fen(8888), "Iphone6 16G").call(&client).await.unwrap();
    assert_eq!(&*code.out_trade_no, ORDER);
    assert!(code.qr_code.starts_with("https://"));

    let buyer = OpenId::from("074a1CcTG1LelxKe4xQC0zgNdId0nxi95b5lsNpazWYoCo5");
    let trade = Create::new("2", Amount::fen(1), "tea").buyer_open_id(&buyer).call(&client).await.unwrap();
    let closed = Close::new().trade_no(&trade.trade_no).call(&client).await.unwrap();
    assert_eq!(closed.out_trade_no.as_ref(), Some(&trade.out_trade_no));
    let again = Close::new().trade_no(&trade.trade_no).call(&client).await.unwrap_err();
    assert_eq!(again.error_code(), Some(CloseError::TradeStatusError));

    gateway.buyer(Buyer::Pays);
    let paid = Pay::new("3", Amount::yuan(10), "tea").auth_code("28").call(&client).await.unwrap();
    let trade = paid.trade_no.clone().unwrap();
    let share = Share::new().trans_in("2088101126708402").amount(Amount::yuan(1));
    let shared = OrderSettle::new("s", &trade).royalty_parameters([share]).call(&client).await.unwrap();
    assert_eq!(shared.trade_no.as_ref(), Some(&trade));
    let told = OrderinfoSync::new("CREDIT_AUTH", "o").trade_no(&trade).call(&client).await.unwrap();
    assert_eq!(told.out_trade_no.as_deref(), Some("3"));
}

#[tokio::test]
async fn a_busy_platform_leaves_a_payment_open_and_a_refund_repeatable() {
    let (gateway, client) = start().await;
    let busy = || Reply::business_error("ACQ.SYSTEM_ERROR", "the platform is busy");
    gateway.once("alipay.trade.pay", busy());
    let error = at_the_counter().call(&client).await.unwrap_err();
    assert_eq!(error.error_code::<PayError>().and_then(|code| code.retry()), Some(Retry::AfterQuery));
    gateway.once("alipay.trade.refund", busy());
    let error = Refund::new(Amount::yuan(1)).out_trade_no(ORDER).call(&client).await.unwrap_err();
    assert_eq!(error.error_code::<RefundError>().and_then(|code| code.retry()), Some(Retry::SameRequest));
}

/// What was paid, as loosely as the platform may write it.
fn paid() -> Value {
    json!({
        "out_trade_no": 20_150_320_010_101_001_u64,
        "trade_no": "2013112011001004330000121536",
        "total_amount": 120.88,
        "receipt_amount": "88.88",
        "card_balance": "98.23",
        "gmt_payment": "2014-11-27 15:45:57",
        "charge_info_list": { "charge_fee": "0.01", "sub_fee_detail_list": [{ "charge_fee": 0.01 }] },
        "fund_bill_list": [{ "fund_channel": "ALIPAYACCOUNT", "amount": 10, "real_amount": "" }],
        "voucher_detail_list": null,
        "buyer_logon_id": "hidden@example.com",
        "a_field_of_next_year": [{}],
    })
}

#[tokio::test]
async fn answers_are_read_however_loosely_they_are_written() {
    let (gateway, client) = start().await;
    gateway.once("alipay.trade.pay", Reply::success(paid()));
    let answer = at_the_counter().call(&client).await.unwrap();
    assert_eq!(answer.out_trade_no, ORDER);
    assert_eq!((answer.total_amount, answer.card_balance), (Some(Amount::fen(12088)), Some(Amount::fen(9823))));
    assert_eq!(answer.charge_info_list[0].sub_fee_detail_list[0].charge_fee, Some(Amount::fen(1)));
    assert_eq!(answer.fund_bill_list[0].real_amount, None);
    assert!(!format!("{answer:?} {:?}", at_the_counter()).contains("hidden"));

    let refunded = json!({
        "out_trade_no": ORDER,
        "fund_change": "MAYBE",
        "refund_preset_paytool_list": { "amount": ["12.21", 1], "assert_type_code": "HEMA" },
    });
    gateway.once("alipay.trade.refund", Reply::success(refunded));
    let answer = Refund::new(Amount::yuan(1)).out_trade_no(ORDER).call(&client).await.unwrap();
    assert_eq!(answer.fund_change, Some(YesNo::Unknown("MAYBE".into())));
    assert_eq!(answer.refund_preset_paytool_list[0].amount, [Amount::fen(1221), Amount::yuan(1)]);

    let deposit = json!({ "deposit_back_info": { "dback_status": "P", "dback_amount": "1.01" } });
    gateway.once("alipay.trade.fastpay.refund.query", Reply::success(deposit));
    let answer = FastpayRefundQuery::new("r").out_trade_no(ORDER).call(&client).await.unwrap();
    let deposit = answer.deposit_back_info.as_ref().unwrap();
    assert_eq!(deposit.dback_status, Some(DepositBackStatus::Pending));
    assert_eq!(deposit.dback_amount, Some(Amount::fen(101)));
}

#[tokio::test]
async fn an_answer_that_names_no_order_is_none() {
    let (gateway, client) = start().await;
    let mut answer = paid();
    answer.as_object_mut().unwrap().remove("out_trade_no");
    for reply in [Reply::success(answer.clone()), Reply::in_progress(answer)] {
        gateway.once("alipay.trade.pay", reply);
        let error = at_the_counter().call(&client).await.unwrap_err();
        assert_ne!(error.kind(), ErrorKind::Business);
        assert_eq!(error.error_code::<PayError>(), None);
    }
}

#[test]
fn what_a_buyer_shows_is_never_printed() {
    let schema = at_the_counter().schema();
    let secret = |name: &str| schema.fields.iter().any(|field| field.wire == name && field.secret);
    assert!(secret("auth_code"));
    assert!(format!("{:?}", at_the_counter()).contains("auth_code: <secret>"));
}
