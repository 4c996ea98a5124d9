//! Methods that the gateway knows by their declaration alone.

use alipay_core::record::Declared;
use alipay_core::{Amount, ApiRequest, DateTime, Record, WireEnum, alipay_api};
use alipay_sandbox::{Call, Gateway, Reply, demo};
use serde_json::{Value, json};

use crate::caller::{Caller, Form};

#[alipay_api(method = "alipay.demo.order.query", response = OrderQueryResponse)]
struct OrderQuery {
    out_trade_no: String,
    amount: Amount,
    #[alipay(parameter)]
    token: Option<String>,
}

#[derive(Record)]
struct OrderQueryResponse {
    out_trade_no: String,
    amount: String,
    token: Option<String>,
    #[alipay(max_len = 4)]
    shop_name: String,
    #[alipay(digits, min_len = 3)]
    code_no: String,
    image_url: Option<String>,
    #[alipay(range = 0.5..)]
    price: Amount,
    #[alipay(range = 10..=20)]
    count: i64,
    paid_at: Option<DateTime>,
    open: bool,
    state: State,
    #[alipay(min_items = 2)]
    words: Vec<String>,
    goods: Vec<Goods>,
    error_code: Option<String>,
}

#[derive(WireEnum)]
enum State {
    Good,
    Bad,
    Unknown(String),
}

#[derive(Record)]
struct Goods {
    goods_id: String,
    parts: Vec<Goods>,
}

#[alipay_api(method = "alipay.demo.order.page", page, response = OrderPageResponse)]
struct OrderPage {
    out_trade_no: String,
}

#[derive(Record)]
struct OrderPageResponse {
    trade_no: Option<String>,
}

async fn start() -> (Gateway, Caller) {
    let builder = Gateway::builder().application(demo::APP_ID, demo::PUBLIC_KEY);
    let gateway = builder.methods([OrderQuery::api(), OrderPage::api()]).start().await.unwrap();
    let caller = Caller::new(&gateway);
    (gateway, caller)
}

#[test]
fn values_go_by_their_fields() {
    let mut order = alipay_sandbox::plausible(OrderQueryResponse::declaration());
    assert!(order["paid_at"].take().as_str().unwrap().parse::<DateTime>().is_ok());
    let expected = json!({
        "out_trade_no": "2088000000000001",
        "amount": "0.01",
        "token": "token",
        "shop_name": "shop",
        "code_no": "111",
        "image_url": "https://example.com/image_url",
        "price": "0.5",
        "count": 10,
        "paid_at": null,
        "open": true,
        "state": "GOOD",
        "words": ["words", "words"],
        "goods": [{ "goods_id": "2088000000000001" }],
    });
    assert_eq!(order, expected);
}

#[tokio::test]
async fn what_was_sent_comes_back_under_its_name() {
    let (_gateway, caller) = start().await;
    let content = json!({ "out_trade_no": "7", "amount": "1.50", "count": "many", "goods": [{ "goods_id": "a" }, 1] });
    let form = Form::new("alipay.demo.order.query").with("biz_content", &content).with("token", "t");
    let answer = caller.call(form).await.unwrap();
    for (name, value) in [("code", "10000"), ("out_trade_no", "7"), ("amount", "1.50"), ("token", "t")] {
        assert_eq!(answer.text(name), value, "{name}");
    }
    let node = answer.node().1;
    assert_eq!(node["count"], 10, "a text is no count");
    assert_eq!(node["goods"][0]["goods_id"], "a");
    assert_eq!(node["goods"].as_array().map(Vec::len), Some(2));
}

#[tokio::test]
async fn a_page_is_answered_with_a_page_and_own_answers_win() {
    let (gateway, caller) = start().await;
    let page = caller.call_method("alipay.demo.order.page", &json!({ "out_trade_no": "1" })).await;
    assert_eq!(page.header("content-type"), "text/html;charset=UTF-8");
    gateway.on("alipay.demo.order.query", |_| Reply::success(Value::Null));
    let answer = caller.call_method("alipay.demo.order.query", &json!({})).await;
    assert_eq!((answer.text("code").as_str(), answer.text("shop_name").as_str()), ("10000", ""));
    let unknown = caller.call_method("alipay.demo.order.other", &json!({})).await;
    assert_eq!(unknown.text("sub_code"), "isv.invalid-method");
}

#[alipay_api(method = "alipay.open.app.alipaycert.download", response = OrderPageResponse)]
struct Download {
    alipay_cert_sn: String,
}

#[tokio::test]
async fn what_was_set_up_by_hand_wins_in_any_order_and_so_does_what_the_gateway_knows_itself() {
    let own = |_: &Call| Reply::success(json!({ "own": "yes" }));
    let builder = Gateway::builder().demo_applications();
    let first = builder.on("alipay.demo.order.query", own).on("alipay.trade.query", own);
    let gateway = first.demo_methods().methods([OrderQuery::api(), Download::api()]).start().await.unwrap();
    let caller = Caller::new(&gateway);
    for method in ["alipay.demo.order.query", "alipay.trade.query"] {
        assert_eq!(caller.call_method(method, &json!({})).await.text("own"), "yes", "{method}");
    }
    let download = caller.call_method("alipay.open.app.alipaycert.download", &json!({ "alipay_cert_sn": "1" })).await;
    assert_eq!(download.text("sub_code"), "isv.alipay-cert-not-exist");
}
