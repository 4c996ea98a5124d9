//! The life of a trade: opened, paid or not, queried, closed, cancelled.

use std::time::Duration;

use alipay_sandbox::{Buyer, Gateway, Reply};
use serde_json::{Value, json};

use crate::caller::{Answer, Caller, Form};

const PAY: &str = "alipay.trade.pay";
const PRECREATE: &str = "alipay.trade.precreate";
const CREATE: &str = "alipay.trade.create";
const CLOSE: &str = "alipay.trade.close";
const CANCEL: &str = "alipay.trade.cancel";

struct Shop {
    gateway: Gateway,
    caller: Caller,
}

impl Shop {
    async fn open() -> Self {
        let gateway = Gateway::start_demo().await.unwrap();
        let caller = Caller::new(&gateway);
        Self { gateway, caller }
    }

    async fn call(&self, method: &str, content: &Value) -> Answer {
        self.caller.call_method(method, content).await
    }

    /// The answer's `code` and `sub_code` in one.
    async fn codes(&self, method: &str, content: &Value) -> String {
        let (code, sub_code) = self.call(method, content).await.codes();
        format!("{code} {sub_code}").trim_end().to_owned()
    }

    /// The trade's status, or why there is none.
    async fn status(&self, number: &str) -> String {
        let answer = self.call("alipay.trade.query", &trade(number)).await;
        answer.text("sub_code") + &answer.text("trade_status")
    }
}

fn order(number: &str) -> Value {
    json!({ "out_trade_no": number, "subject": "茶", "total_amount": "88.88", "auth_code": "28763443825664394" })
}

fn trade(number: &str) -> Value {
    json!({ "out_trade_no": number })
}

fn with(mut content: Value, name: &str, value: impl Into<Value>) -> Value {
    content[name] = value.into();
    content
}

#[tokio::test]
async fn each_buyer_does_what_it_is_called_after() {
    let shop = Shop::open().await;
    let later = Duration::from_secs(30);
    for (buyer, answer, now, after) in [
        (Buyer::Pays, "10000", "TRADE_SUCCESS", "TRADE_SUCCESS"),
        (Buyer::PaysAfter(later), "10003", "WAIT_BUYER_PAY", "TRADE_SUCCESS"),
        (Buyer::NeverPays, "10003", "WAIT_BUYER_PAY", "WAIT_BUYER_PAY"),
        (Buyer::WrongPassword, "10003", "TRADE_CLOSED", "TRADE_CLOSED"),
        (Buyer::InvalidCode, "40004 ACQ.PAYMENT_AUTH_CODE_INVALID", "ACQ.TRADE_NOT_EXIST", "ACQ.TRADE_NOT_EXIST"),
        (Buyer::BalanceTooLow, "40004 ACQ.BUYER_BALANCE_NOT_ENOUGH", "ACQ.TRADE_NOT_EXIST", "ACQ.TRADE_NOT_EXIST"),
    ] {
        shop.gateway.buyer(buyer);
        let number = buyer.to_string();
        assert_eq!(shop.codes(PAY, &order(&number)).await, answer, "{buyer}");
        assert_eq!(shop.status(&number).await, now, "{buyer}");
        shop.gateway.advance(later);
        assert_eq!(shop.status(&number).await, after, "{buyer}");
    }
}

#[tokio::test]
async fn without_a_script_only_codes_and_apps_are_paid() {
    let shop = Shop::open().await;
    for (method, status) in [(PAY, "TRADE_SUCCESS"), (PRECREATE, "WAIT_BUYER_PAY"), (CREATE, "WAIT_BUYER_PAY")] {
        assert_eq!(shop.codes(method, &order(method)).await, "10000");
        assert_eq!(shop.status(method).await, status, "{method}");
    }
    let order_string = shop.caller.sign(Form::new("alipay.trade.app.pay").with("biz_content", &order("app")));
    assert_eq!(shop.gateway.pay_in_app(&order_string).await.result_status, "9000");
    assert_eq!(shop.status("app").await, "TRADE_SUCCESS");
}

#[tokio::test]
async fn an_app_is_told_while_nobody_knows_whether_the_order_will_be_paid() {
    let shop = Shop::open().await;
    shop.gateway.buyer(Buyer::NeverPays);
    let order_string = shop.caller.sign(Form::new("alipay.trade.app.pay").with("biz_content", &order("1")));
    assert_eq!(shop.gateway.pay_in_app(&order_string).await.result_status, "8000");
}

#[tokio::test]
async fn a_payment_is_answered_with_what_was_paid() {
    let shop = Shop::open().await;
    let paid = shop.call(PAY, &order("1")).await;
    let asked = shop.call("alipay.trade.query", &trade("1")).await;
    for (name, value) in [
        ("out_trade_no", "1"),
        ("total_amount", "88.88"),
        ("receipt_amount", "88.88"),
        ("buyer_pay_amount", "88.88"),
        ("buyer_user_id", "2088000000000017"),
    ] {
        assert_eq!((paid.text(name).as_str(), asked.text(name).as_str()), (value, value), "{name}");
    }
    assert_eq!(paid.node().1["fund_bill_list"][0]["amount"], "88.88");
    assert_eq!(paid.text("trade_no"), asked.text("trade_no"));
    assert_eq!(paid.text("trade_no").len(), 28);
    assert_eq!(paid.text("gmt_payment"), asked.text("send_pay_date"));
    let without = json!({ "out_trade_no": "1", "trade_no": "" });
    assert_eq!(shop.call("alipay.trade.query", &without).await.text("trade_status"), "TRADE_SUCCESS");
    let by_trade_no = json!({ "trade_no": paid.text("trade_no"), "out_trade_no": "another" });
    assert_eq!(shop.call("alipay.trade.query", &by_trade_no).await.text("out_trade_no"), "1", "trade_no wins");
}

#[tokio::test]
async fn a_buyer_comes_to_an_order_that_waits() {
    let shop = Shop::open().await;
    for number in ["late-1", "late-2", "other"] {
        shop.call(PRECREATE, &order(number)).await;
    }
    shop.gateway.buyer_of("late-2", Buyer::NeverPays);
    shop.gateway.buyer_of("late", Buyer::Pays);
    for (number, status) in [("late-1", "TRADE_SUCCESS"), ("late-2", "WAIT_BUYER_PAY"), ("other", "WAIT_BUYER_PAY")] {
        assert_eq!(shop.status(number).await, status, "{number}");
    }
}

#[tokio::test]
async fn a_trade_is_paid_once_and_not_after_its_end() {
    let shop = Shop::open().await;
    shop.call(PAY, &order("paid")).await;
    shop.call(PRECREATE, &order("closed")).await;
    shop.call(CLOSE, &trade("closed")).await;
    for method in [PAY, PRECREATE, CREATE] {
        assert_eq!(shop.codes(method, &order("paid")).await, "40004 ACQ.TRADE_HAS_SUCCESS", "{method}");
        assert_eq!(shop.codes(method, &order("closed")).await, "40004 ACQ.TRADE_HAS_CLOSE", "{method}");
        let another = with(order("paid"), "total_amount", "88.89");
        assert_eq!(shop.codes(method, &another).await, "40004 ACQ.CONTEXT_INCONSISTENT", "{method}");
    }
}

#[tokio::test]
async fn paying_again_does_not_make_the_buyer_start_again() {
    let shop = Shop::open().await;
    shop.gateway.buyer(Buyer::PaysAfter(Duration::from_secs(10)));
    for _ in 0..2 {
        assert_eq!(shop.codes(PAY, &order("1")).await, "10003");
        shop.gateway.advance(Duration::from_secs(5));
    }
    assert_eq!(shop.codes(PAY, &order("1")).await, "40004 ACQ.TRADE_HAS_SUCCESS");
}

#[tokio::test]
async fn only_a_trade_that_waits_is_closed() {
    let shop = Shop::open().await;
    shop.call(PRECREATE, &order("waits")).await;
    shop.call(PAY, &order("paid")).await;
    for (number, codes) in [
        ("waits", "10000"),
        ("waits", "40004 ACQ.TRADE_STATUS_ERROR"),
        ("paid", "40004 ACQ.TRADE_STATUS_ERROR"),
        ("none", "40004 ACQ.TRADE_NOT_EXIST"),
    ] {
        assert_eq!(shop.codes(CLOSE, &trade(number)).await, codes, "{number}");
    }
    assert_eq!(shop.status("waits").await, "TRADE_CLOSED");
    assert_eq!(shop.status("paid").await, "TRADE_SUCCESS");
}

#[tokio::test]
async fn cancelling_closes_what_waits_and_refunds_what_was_paid() {
    let shop = Shop::open().await;
    shop.gateway.set_balance(0);
    shop.call(PRECREATE, &order("waits")).await;
    shop.call(PAY, &order("paid")).await;
    assert_eq!(shop.gateway.balance(), Some(88_88));
    for (number, action) in [("waits", "close"), ("paid", "refund"), ("none", "")] {
        for time in ["once", "twice"] {
            let answer = shop.call(CANCEL, &trade(number)).await;
            assert_eq!(answer.codes(), ("10000".into(), String::new()), "{number} {time}");
            assert_eq!((answer.text("action").as_str(), answer.text("retry_flag").as_str()), (action, "N"), "{number}");
        }
    }
    assert_eq!(shop.gateway.balance(), Some(0), "it was given back, once");
    let refund = with(trade("paid"), "refund_amount", "88.88");
    assert_eq!(shop.codes("alipay.trade.refund", &refund).await, "40004 ACQ.TRADE_HAS_CLOSE");
    for (number, status) in [("waits", "TRADE_CLOSED"), ("paid", "TRADE_CLOSED"), ("none", "ACQ.TRADE_NOT_EXIST")] {
        assert_eq!(shop.status(number).await, status, "{number}");
    }
    shop.gateway.advance(Duration::from_secs(3600));
    assert_eq!(shop.status("waits").await, "TRADE_CLOSED", "a buyer who comes late finds it closed");
}

#[tokio::test]
async fn a_buyer_who_is_slower_than_the_merchant_pays_nothing() {
    let shop = Shop::open().await;
    shop.gateway.set_balance(0);
    for (method, number) in [(CLOSE, "close"), (CANCEL, "cancel")] {
        shop.gateway.buyer(Buyer::PaysAfter(Duration::from_secs(30)));
        shop.call(PAY, &order(number)).await;
        assert_eq!(shop.codes(method, &trade(number)).await, "10000");
        shop.gateway.advance(Duration::from_secs(60));
        assert_eq!(shop.status(number).await, "TRADE_CLOSED");
    }
    assert_eq!(shop.gateway.balance(), Some(0));
}

#[tokio::test]
async fn cancelling_has_its_limits() {
    let shop = Shop::open().await;
    let refund = json!({ "out_trade_no": "part", "refund_amount": "1", "out_request_no": "1" });
    for number in ["part", "poor", "old"] {
        shop.call(PAY, &order(number)).await;
    }
    shop.call("alipay.trade.refund", &refund).await;
    assert_eq!(shop.codes(CANCEL, &trade("part")).await, "40004 ACQ.REASON_TRADE_REFUND_FEE_ERR");
    shop.gateway.set_balance(88_87);
    assert_eq!(shop.codes(CANCEL, &trade("poor")).await, "40004 ACQ.SELLER_BALANCE_NOT_ENOUGH");
    assert_eq!(shop.status("poor").await, "TRADE_SUCCESS");
    shop.gateway.advance(Duration::from_secs(24 * 3600 + 1));
    assert_eq!(shop.codes(CANCEL, &trade("old")).await, "40004 ACQ.TRADE_CANCEL_TIME_OUT");
}

#[tokio::test]
async fn what_is_missing_is_named() {
    let shop = Shop::open().await;
    for method in ["query", "close", "cancel", "refund", "fastpay.refund.query", "order.settle", "orderinfo.sync"] {
        let answer = shop.call(&format!("alipay.trade.{method}"), &json!({})).await;
        assert_eq!(answer.text("sub_code"), "ACQ.INVALID_PARAMETER", "{method}");
        assert!(answer.text("sub_msg").contains("out_trade_no is missing"), "{method}");
    }
    let without_code = with(order("1"), "auth_code", "");
    assert!(shop.call(PAY, &without_code).await.text("sub_msg").contains("auth_code is missing"));
    for name in ["out_trade_no", "subject", "total_amount"] {
        let answer = shop.call(PAY, &with(order("1"), name, Value::Null)).await;
        assert_eq!(answer.text("sub_code"), "ACQ.INVALID_PARAMETER", "{name}");
    }
    let agreed =
        json!({ "out_trade_no": "2", "subject": "茶", "total_amount": 1, "agreement_params": { "agreement_no": "1" } });
    assert_eq!(shop.codes(PAY, &agreed).await, "10000");
}

#[tokio::test]
async fn answers_are_lost_before_or_after_the_trade_is_paid() {
    let shop = Shop::open().await;
    for (number, is_paid) in [("before", false), ("after", true)] {
        if is_paid {
            shop.gateway.once_carried_out(PAY, |_| Reply::disconnect()).then_carried_out(Reply::truncated);
        } else {
            shop.gateway.once(PAY, Reply::disconnect()).then(Reply::unavailable());
        }
        for attempt in 1..=2 {
            let number = format!("{number} {attempt}");
            let _ = shop.caller.call(Form::new(PAY).with("biz_content", &order(&number))).await;
            let expected = if is_paid { "TRADE_SUCCESS" } else { "ACQ.TRADE_NOT_EXIST" };
            assert_eq!(shop.status(&number).await, expected, "{number}");
        }
    }
}

#[tokio::test]
async fn trades_belong_to_their_application() {
    let shop = Shop::open().await;
    let trade_no = shop.call(PAY, &order("1")).await.text("trade_no");
    let other = shop.gateway.demo_certificate_client().build().unwrap();
    for content in [trade("1"), json!({ "trade_no": trade_no })] {
        let error = other.call_json("alipay.trade.query", content).await.unwrap_err();
        assert!(error.to_string().contains("ACQ.TRADE_NOT_EXIST"), "{error}");
    }
    other.call_json(PRECREATE, order("1")).await.unwrap();
    assert_eq!(shop.status("1").await, "TRADE_SUCCESS");
}
