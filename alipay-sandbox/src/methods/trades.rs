//! Trades: opened by a page, an order string, a code or a call, paid by scripted buyers, queried, closed,
//! cancelled, refunded and settled.

use std::sync::Arc;

use serde_json::{Value, json};

use self::trade::Trade;
use super::{Fields, settle as settled};
use crate::script::Methods;
use crate::{Call, Reply};

mod book;
mod cashier;
mod ending;
mod opening;
mod order;
mod pay;
mod query;
mod refund;
mod settle;
mod trade;

pub(crate) use self::book::{Change, Trades};
pub(crate) use self::trade::News;

type Answer = fn(&Trades, &Call) -> Result<Reply, Reply>;

pub(super) fn install(methods: &Methods, trades: &Trades) {
    let answers: [(&str, Answer); 13] = [
        ("alipay.trade.page.pay", opening::page),
        ("alipay.trade.wap.pay", opening::page),
        ("alipay.trade.app.pay", opening::app),
        ("alipay.trade.precreate", opening::precreate),
        ("alipay.trade.create", opening::create),
        ("alipay.trade.pay", pay::answer),
        ("alipay.trade.query", query::answer),
        ("alipay.trade.close", ending::close),
        ("alipay.trade.cancel", ending::cancel),
        ("alipay.trade.refund", refund::refund),
        ("alipay.trade.fastpay.refund.query", refund::query),
        ("alipay.trade.order.settle", settle::settle),
        ("alipay.trade.orderinfo.sync", settle::sync),
    ];
    for (method, answer) in answers {
        let trades = trades.clone();
        methods.set_unless_known(method, Arc::new(move |call| settled(answer(&trades, call))));
    }
}

/// Both numbers of a trade.
fn told(trade: &Trade) -> Value {
    json!({ "trade_no": trade.number, "out_trade_no": trade.order.out_trade_no })
}

/// Who pays all trades.
fn buyer() -> Value {
    json!({ "buyer_logon_id": BUYER_LOGON_ID, "buyer_user_id": BUYER_ID, "buyer_open_id": BUYER_OPEN_ID })
}

pub(crate) const BUYER_LOGON_ID: &str = "buy***@example.com";
pub(crate) const BUYER_OPEN_ID: &str = "000a0000000000000000000000000000000000000000017";

/// The `user_id` of the buyer of all trades.
pub(crate) const BUYER_ID: &str = "2088000000000017";

/// What a trade costs, and what was paid.
fn payment(trade: &Trade) -> Value {
    let total = trade.order.total_amount.to_string();
    let paid = if trade.paid.is_some() { total.as_str() } else { "0.00" };
    let mut payment = json!({
        "total_amount": total,
        "buyer_pay_amount": paid,
        "receipt_amount": paid,
        "invoice_amount": paid,
        "point_amount": "0.00",
    });
    if trade.paid.is_some() {
        payment["fund_bill_list"] = json!([{ "fund_channel": "ALIPAYACCOUNT", "amount": total }]);
    }
    payment
}

/// The fields of both; what is null is left out.
fn joined(one: Value, other: Value) -> Value {
    let fields =
        [one, other].into_iter().filter_map(|fields| if let Value::Object(it) = fields { Some(it) } else { None });
    fields.flatten().filter(|(_, value)| !value.is_null()).collect()
}

fn wrong_status(reason: &str) -> Reply {
    Reply::business_error("ACQ.TRADE_STATUS_ERROR", reason)
}
