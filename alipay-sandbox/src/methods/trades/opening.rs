//! What opens a trade and leaves the paying to the buyer: pages, order strings, codes to be scanned and
//! `alipay.trade.create`. Without a script their buyers wait, but for those of an app, who pay.

use serde_json::json;

use super::book::Trades;
use super::trade::State;
use super::{cashier, told};
use crate::{Buyer, Call, Reply};

pub(super) fn page(trades: &Trades, call: &Call) -> Result<Reply, Reply> {
    trades.open(call, |scripted| Ok(scripted.unwrap_or(Buyer::NeverPays)), |trade| cashier::page(&trade.order))
}

pub(super) fn app(trades: &Trades, call: &Call) -> Result<Reply, Reply> {
    trades.open(
        call,
        |scripted| Ok(scripted.unwrap_or(Buyer::Pays)),
        |trade| {
            let mut answer = told(trade);
            answer["total_amount"] = trade.order.total_amount.to_string().into();
            match trade.state() {
                State::Waiting(_) => Reply::in_progress(answer),
                _ => Reply::success(answer),
            }
        },
    )
}

pub(super) fn precreate(trades: &Trades, call: &Call) -> Result<Reply, Reply> {
    trades.open(
        call,
        |scripted| Ok(scripted.unwrap_or(Buyer::NeverPays)),
        |trade| {
            let number = &trade.order.out_trade_no;
            Reply::success(json!({ "out_trade_no": number, "qr_code": format!("https://qr.example/{number}") }))
        },
    )
}

pub(super) fn create(trades: &Trades, call: &Call) -> Result<Reply, Reply> {
    trades.open(call, |scripted| Ok(scripted.unwrap_or(Buyer::NeverPays)), |trade| Reply::success(told(trade)))
}
