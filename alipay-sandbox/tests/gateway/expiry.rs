//! What time alone does to a trade. The clock is the test's.

use std::time::{Duration, SystemTime};

use alipay_core::DateTime;
use alipay_sandbox::{Buyer, Gateway, demo};
use serde_json::{Value, json};

use crate::caller::Caller;

const DAY: u64 = 24 * 3600;

struct Shop {
    gateway: Gateway,
    caller: Caller,
}

impl Shop {
    /// Its orders are made at noon in Beijing.
    async fn open() -> (Self, SystemTime) {
        let today = DateTime::now().to_string();
        let noon: DateTime = format!("{} 12:00:00", &today[..10]).parse().unwrap();
        let noon = SystemTime::try_from(noon).unwrap();
        let builder = Gateway::builder().application(demo::APP_ID, demo::PUBLIC_KEY).demo_methods();
        let gateway = builder.clock(move || noon).timestamp_window(Duration::from_secs(DAY)).start().await.unwrap();
        let caller = Caller::new(&gateway);
        (Self { gateway, caller }, noon)
    }

    async fn precreate(&self, number: &str, more: Value) -> String {
        let mut order = json!({ "out_trade_no": number, "subject": "茶", "total_amount": "1" });
        order.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        self.caller.call_method("alipay.trade.precreate", &order).await.text("sub_code")
    }

    async fn status(&self, number: &str) -> String {
        self.caller.call_method("alipay.trade.query", &json!({ "out_trade_no": number })).await.text("trade_status")
    }
}

#[tokio::test]
async fn an_order_that_nobody_pays_closes_when_it_says() {
    let (shop, noon) = Shop::open().await;
    let at = |seconds| DateTime::try_from(noon + Duration::from_secs(seconds)).unwrap().to_string();
    for (number, order, seconds) in [
        ("1", json!({ "timeout_express": "90m" }), 90 * 60),
        ("2", json!({ "timeout_express": "2h" }), 2 * 3600),
        ("3", json!({ "timeout_express": "1d" }), DAY),
        ("4", json!({ "timeout_express": "1c" }), DAY / 2),
        ("5", json!({ "time_expire": at(5) }), 5),
        ("6", json!({ "time_expire": at(3600)[..16] }), 3600),
        ("7", json!({ "qr_code_timeout_express": "5m" }), 300),
        ("8", json!({}), 15 * DAY),
    ] {
        let (shop, _) = Shop::open().await;
        assert_eq!(shop.precreate(number, order.clone()).await, "");
        shop.gateway.advance(Duration::from_secs(seconds - 1));
        assert_eq!(shop.status(number).await, "WAIT_BUYER_PAY", "{order}");
        shop.gateway.advance(Duration::from_secs(1));
        assert_eq!(shop.status(number).await, "TRADE_CLOSED", "{order}");
    }
    drop(shop);
}

#[tokio::test]
async fn a_buyer_who_is_slower_than_the_order_finds_it_closed() {
    let (shop, _) = Shop::open().await;
    for (seconds, status) in [(60, "TRADE_SUCCESS"), (61, "TRADE_CLOSED")] {
        let number = format!("in {seconds} s");
        shop.gateway.buyer_of(&number, Buyer::PaysAfter(Duration::from_secs(seconds)));
        assert_eq!(shop.precreate(&number, json!({ "timeout_express": "1m" })).await, "");
        shop.gateway.advance(Duration::from_secs(120));
        assert_eq!(shop.status(&number).await, status, "{number}");
    }
}

#[tokio::test]
async fn times_that_are_none_are_refused() {
    let (shop, _) = Shop::open().await;
    for (order, sub_code) in [
        (json!({ "timeout_express": "90" }), "ACQ.INVALID_PARAMETER"),
        (json!({ "timeout_express": "m" }), "ACQ.INVALID_PARAMETER"),
        (json!({ "timeout_express": "-1m" }), "ACQ.INVALID_PARAMETER"),
        (json!({ "timeout_express": "2c" }), "ACQ.INVALID_PARAMETER"),
        (json!({ "timeout_express": "1y" }), "ACQ.INVALID_PARAMETER"),
        (json!({ "time_expire": "tomorrow" }), "ACQ.INVALID_PARAMETER"),
        (json!({ "time_expire": "2016-12-31 10:05" }), "ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR"),
    ] {
        assert_eq!(shop.precreate("1", order.clone()).await, sub_code, "{order}");
    }
}

#[tokio::test]
async fn a_paid_trade_is_over_after_a_year() {
    let (shop, _) = Shop::open().await;
    let order = json!({ "out_trade_no": "1", "subject": "茶", "total_amount": "1", "auth_code": "28" });
    shop.caller.call_method("alipay.trade.pay", &order).await;
    shop.gateway.advance(Duration::from_secs(365 * DAY - 1));
    assert_eq!(shop.status("1").await, "TRADE_SUCCESS");
    shop.gateway.advance(Duration::from_secs(1));
    assert_eq!(shop.status("1").await, "TRADE_FINISHED");
    let refund = json!({ "out_trade_no": "1", "refund_amount": "1" });
    for method in ["alipay.trade.refund", "alipay.trade.cancel"] {
        assert_eq!(
            shop.caller.call_method(method, &refund).await.text("sub_code"),
            "ACQ.TRADE_HAS_FINISHED",
            "{method}"
        );
    }
}
