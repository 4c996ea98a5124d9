//! Payments: what is sent of realistic orders, the cashier page they lead to, and what is read of answers.

use alipay_apis::trade::app_pay::{PeriodRuleParams, SignParams};
use alipay_apis::trade::order::{
    ExtUserInfo, ExtendParams, GoodsDetail, GoodsType, RoyaltyDetailInfos, RoyaltyInfo, SettleDetailInfo, SettleInfo,
    SubMerchant,
};
use alipay_apis::trade::page_pay::QrPayMode;
use alipay_apis::trade::query::TradeStatus;
use alipay_apis::trade::{AppPay, PagePay, Query, QueryError, WapPay};
use alipay_core::violation::RuleCode;
use alipay_core::{Amount, DateTime, ErrorCode, ErrorKind, Retry};
use alipay_sandbox::{Gateway, Reply, demo};
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

fn page_pay() -> PagePay {
    PagePay::new("20150320010101001", Amount::fen(8888), "Iphone6 16G", "FAST_INSTANT_TRADE_PAY")
}

fn goods() -> GoodsDetail {
    GoodsDetail::new().goods_id("apple-01").goods_name("ipad").quantity(1).price(Amount::yuan(2000))
}

#[test]
fn a_page_payment_is_the_json_that_the_platform_expects() {
    let order = page_pay()
        .qr_pay_mode(QrPayMode::OwnWidth)
        .qrcode_width(200)
        .goods_detail([goods()])
        .goods_type(GoodsType::Physical)
        .time_expire("2026-12-31 10:05:01".parse::<DateTime>().unwrap())
        .sub_merchant(SubMerchant::new().merchant_id("2088000603999128").merchant_type("alipay"))
        .settle_info(
            SettleInfo::new()
                .settle_detail_infos([SettleDetailInfo::new().trans_in_type("defaultSettle").amount(Amount::fen(10))])
                .settle_period_time("7d"),
        )
        .query_options(["hyb_amount"]);
    assert_eq!(order.review(), []);
    let expected = json!({
        "out_trade_no": "20150320010101001",
        "total_amount": "88.88",
        "subject": "Iphone6 16G",
        "product_code": "FAST_INSTANT_TRADE_PAY",
        "goods_detail": [{ "goods_id": "apple-01", "goods_name": "ipad", "quantity": 1, "price": "2000" }],
        "goods_type": "1",
        "qr_pay_mode": "4",
        "qrcode_width": 200,
        "query_options": ["hyb_amount"],
        "settle_info": {
            "settle_detail_infos": [{ "amount": "0.10", "trans_in_type": "defaultSettle" }],
            "settle_period_time": "7d",
        },
        "sub_merchant": { "merchant_id": "2088000603999128", "merchant_type": "alipay" },
        "time_expire": "2026-12-31 10:05:01",
    });
    assert_eq!(serde_json::to_value(&order).unwrap(), expected);
}

#[test]
fn a_payment_on_a_phone_is_the_json_that_the_platform_expects() {
    let order = WapPay::new("70501111111S001111119", Amount::yuan(9), "大乐透", "QUICK_WAP_WAY")
        .quit_url("http://www.taobao.com/product/113714.html")
        .extend_params(ExtendParams::new().sys_service_provider_id("2088511833207846").hb_fq_num("3"))
        .royalty_info(
            RoyaltyInfo::new().royalty_type("ROYALTY").royalty_detail_infos([RoyaltyDetailInfos::new()
                .serial_no(1)
                .trans_in_type("userId")
                .trans_in("2088101126708402")
                .amount(Amount::fen(10))]),
        );
    assert_eq!(order.review(), []);
    let expected = json!({
        "out_trade_no": "70501111111S001111119",
        "total_amount": "9",
        "subject": "大乐透",
        "product_code": "QUICK_WAP_WAY",
        "extend_params": { "hb_fq_num": "3", "sys_service_provider_id": "2088511833207846" },
        "quit_url": "http://www.taobao.com/product/113714.html",
        "royalty_info": {
            "royalty_detail_infos": [
                { "amount": "0.10", "serial_no": 1, "trans_in": "2088101126708402", "trans_in_type": "userId" },
            ],
            "royalty_type": "ROYALTY",
        },
    });
    assert_eq!(serde_json::to_value(&order).unwrap(), expected);
}

#[test]
fn a_payment_in_an_app_is_the_json_that_the_platform_expects() {
    let rule = PeriodRuleParams::new()
        .period_type("DAY")
        .period(30)
        .execute_time("2026-12-01")
        .single_amount(Amount::fen(1099))
        .total_payments(12);
    let order = AppPay::new("70501111111S001111119", Amount::yuan(9), "大乐透")
        .product_code("CYCLE_PAY_AUTH")
        .agreement_sign_params(
            SignParams::new().product_code("GENERAL_WITHHOLDING").period_rule_params(rule).allow_huazhi_degrade(false),
        );
    assert_eq!(order.review(), []);
    let expected = json!({
        "out_trade_no": "70501111111S001111119",
        "total_amount": "9",
        "subject": "大乐透",
        "agreement_sign_params": {
            "allow_huazhi_degrade": false,
            "period_rule_params": {
                "execute_time": "2026-12-01",
                "period": 30,
                "period_type": "DAY",
                "single_amount": "10.99",
                "total_payments": 12,
            },
            "product_code": "GENERAL_WITHHOLDING",
        },
        "product_code": "CYCLE_PAY_AUTH",
    });
    assert_eq!(serde_json::to_value(&order).unwrap(), expected);
}

#[test]
fn amounts_lengths_and_words_are_bounded() {
    let amount = |amount: &str| PagePay::new("1", amount.parse::<Amount>().unwrap(), "x", "y");
    let free = |number: usize| PagePay::new("1".repeat(number), Amount::yuan(1), "x", "y");
    for (order, findings) in [
        (amount("0.01"), vec![]),
        (amount("100000000"), vec![]),
        (amount("0"), vec![("total_amount", RuleCode::Range)]),
        (amount("100000000.01"), vec![("total_amount", RuleCode::Range)]),
        (amount("0.011"), vec![("total_amount", RuleCode::Decimals)]),
        (free(64), vec![]),
        (free(65), vec![("out_trade_no", RuleCode::MaxLen)]),
        (free(1).timeout_express("1c").time_expire(DateTime::now()), vec![("", RuleCode::AtMostOne)]),
    ] {
        let review = order.review();
        let found: Vec<_> = review.iter().map(|it| (it.path.as_str(), it.code)).collect();
        let codes = |findings: &[(&str, RuleCode)]| findings.iter().map(|(_, code)| *code).collect::<Vec<_>>();
        assert_eq!(codes(&found), codes(&findings), "{order:?}");
    }
    assert!(Query::new().validate().is_err());
    assert!(Query::new().trade_no("1").validate().is_ok());
}

#[test]
fn a_buyer_is_not_printed() {
    let buyer = ExtUserInfo::new().name("hidden").cert_no("hidden").mobile("hidden").identity_hash("hidden");
    let order = format!("{:?}", page_pay().ext_user_info(buyer.need_check_info("T")));
    assert!(!order.contains("hidden") && order.contains("need_check_info"), "{order}");
}

/// What the gateway's page shows a browser that asks like this.
async fn browse(request: String) -> String {
    let address = request.split("Host: ").nth(1).and_then(|rest| rest.lines().next()).unwrap().to_owned();
    let mut connection = TcpStream::connect(address).await.unwrap();
    connection.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).await.unwrap();
    answer
}

#[tokio::test]
async fn link_and_form_lead_to_the_same_cashier() {
    let gateway = Gateway::builder()
        .application(demo::APP_ID, demo::PUBLIC_KEY)
        .demo_methods()
        .plain_http()
        .start()
        .await
        .unwrap();
    let client = gateway.demo_client().build().unwrap();
    let order = page_pay();
    let split = |url: &str| {
        let (host, path) = url.strip_prefix("http://").unwrap().split_once('/').unwrap();
        (host.to_owned(), format!("/{path}"))
    };

    let (host, path) = split(&order.page(&client).return_url("https://shop.example/paid").url().await.unwrap());
    let page = browse(format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n")).await;
    assert!(page.contains("Iphone6 16G") && page.contains("88.88"), "{page}");

    let form = order.page(&client).return_url("https://shop.example/paid").form().await.unwrap();
    let (host, path) = split(form.action());
    let body = form_urlencoded::Serializer::new(String::new()).extend_pairs(form.inputs()).finish();
    let head = format!(
        "POST {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {}\r\nContent-Type: application/x-www-form-urlencoded;charset=utf-8\r\n\r\n",
        body.len()
    );
    let page = browse(format!("{head}{body}")).await;
    assert!(page.contains("Iphone6 16G") && page.contains("88.88"), "{page}");

    let trade = Query::new().out_trade_no("20150320010101001").call(&client).await.unwrap();
    assert_eq!(trade.trade_status, TradeStatus::WaitBuyerPay);
    assert_eq!(trade.total_amount, Amount::fen(8888));
}

#[tokio::test]
async fn an_app_s_result_is_read_as_the_method_s_answer() {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    let order = AppPay::new("70501111111S001111119", Amount::yuan(9), "大乐透");
    let paid = gateway.pay_in_app(&order.order_string(&client).await.unwrap()).await;
    let answer = client.app_result::<AppPay>(&paid.result).await.unwrap();
    assert_eq!(answer.out_trade_no.as_deref(), Some("70501111111S001111119"));
    assert_eq!(answer.total_amount, Some(Amount::yuan(9)));
}

/// A trade as the platform tells it: amounts as numbers and as text, a list in its wrapper, a new field.
fn paid() -> Value {
    json!({
        "trade_no": "2013112011001004330000121536",
        "out_trade_no": "6823789339978248",
        "buyer_logon_id": "159****5620",
        "trade_status": "TRADE_SUCCESS",
        "total_amount": 88.88,
        "buyer_pay_amount": 8.88,
        "point_amount": 10,
        "invoice_amount": "12.11",
        "send_pay_date": "2014-11-27 15:45:57",
        "receipt_amount": "15.25",
        "store_id": "NJ_S_001",
        "fund_bill_list": [{ "fund_channel": "ALIPAYACCOUNT", "amount": 10, "real_amount": 11.21 }],
        "voucher_detail_list": { "voucher_detail": [{ "id": "2015102600073002039000002D5O", "type": "ALIPAY_FIX_VOUCHER", "amount": "10.00" }] },
        "trade_settle_info": {
            "trade_settle_detail_list": [{ "operation_type": "replenish", "operation_dt": "2019-05-16 09:59:17", "amount": "10" }],
        },
        "settle_amount": "",
        "medical_insurance_info": "{\"medicareCardHolderHiddenName\":\"hidden\"}",
        "a_field_of_next_year": {},
    })
}

#[tokio::test]
async fn a_trade_is_read_however_loosely_it_is_written() {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    gateway.once("alipay.trade.query", Reply::success(paid()));
    let query = Query::new().out_trade_no("6823789339978248").query_options(["fund_bill_list", "voucher_detail_list"]);
    let trade = query.call(&client).await.unwrap();
    let sent = gateway.calls().last().unwrap().biz_content();
    let expected =
        json!({ "out_trade_no": "6823789339978248", "query_options": ["fund_bill_list", "voucher_detail_list"] });
    assert_eq!(sent, expected);

    assert_eq!(trade.trade_status, TradeStatus::TradeSuccess);
    assert_eq!(trade.total_amount, Amount::fen(8888));
    assert_eq!(trade.point_amount, Some(Amount::yuan(10)));
    assert_eq!(trade.settle_amount, None);
    assert_eq!(trade.send_pay_date.map(|date| date.to_string()).as_deref(), Some("2014-11-27 15:45:57"));
    assert_eq!(trade.fund_bill_list[0].real_amount, Some(Amount::fen(1121)));
    assert_eq!(trade.voucher_detail_list[0].amount, Some(Amount::yuan(10)));
    let settled = trade.trade_settle_info.as_ref().unwrap();
    assert_eq!(settled.trade_settle_detail_list[0].operation_type.as_deref(), Some("replenish"));
    let printed = format!("{trade:?}");
    assert!(!printed.contains("hidden") && !printed.contains("5620"), "{printed}");
}

#[tokio::test]
async fn an_answer_without_a_status_is_none() {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    for missing in ["trade_status", "total_amount", "out_trade_no"] {
        let mut answer = paid();
        answer.as_object_mut().unwrap().remove(missing);
        gateway.once("alipay.trade.query", Reply::success(answer));
        let error = Query::new().trade_no("1").call(&client).await.unwrap_err();
        assert_ne!(error.kind(), ErrorKind::Business, "{missing}");
        assert!(error.business().is_none(), "{missing}");
    }
}

#[tokio::test]
async fn a_trade_that_does_not_exist_yet_is_asked_for_again() {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    let error = Query::new().out_trade_no("1").call(&client).await.unwrap_err();
    let code = error.error_code::<QueryError>().unwrap();
    assert_eq!(code, QueryError::TradeNotExist);
    assert_eq!(code.retry(), Some(Retry::Later));
}
