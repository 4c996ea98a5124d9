//! `alipay.trade.refund`, all of a trade or parts of it, and `alipay.trade.fastpay.refund.query`.

use serde_json::{Value, json};

use super::book::{Context, Trades};
use super::trade::{Refund, State, Trade};
use super::{buyer, joined, told, wrong_status};
use crate::clock::text;
use crate::money::Fen;
use crate::{Call, Reply};

pub(super) fn refund(trades: &Trades, call: &Call) -> Result<Reply, Reply> {
    trades.with(call, |trade, context| {
        let amount = context.fields.amount("refund_amount")?;
        let number = context.fields.given("out_request_no", 64)?;
        let key = number.unwrap_or(&trade.order.out_trade_no).to_owned();
        // A trade that was cancelled is closed, whatever the number.
        let is_same = |refund: &&Refund| refund.out_request_no == key && !refund.by_cancel;
        if let Some(earlier) = trade.refunds.iter().find(is_same) {
            return if earlier.amount == amount {
                Ok(Reply::success(refunded(trade, amount, earlier, "N")))
            } else {
                Err(Reply::business_error(
                    "ACQ.DISCORDANT_REPEAT_REQUEST",
                    "out_request_no is that of a refund of another amount",
                ))
            };
        }
        refuse(trade, amount, number)?;
        if !context.account.take(amount) {
            return Err(Reply::business_error("ACQ.SELLER_BALANCE_NOT_ENOUGH", "the balance does not suffice"));
        }
        let reason = context.fields.given("refund_reason", 256)?.map(str::to_owned);
        let refund = Refund { out_request_no: key, amount, at: context.now, reason, by_cancel: false };
        trade.refund(refund.clone());
        Ok(Reply::success(refunded(trade, amount, &refund, "Y")))
    })
}

fn refuse(trade: &Trade, amount: Fen, number: Option<&str>) -> Result<(), Reply> {
    match trade.state() {
        State::Paid => {}
        State::Waiting(_) => return Err(wrong_status("the trade has not been paid")),
        State::Finished => return Err(Reply::business_error("ACQ.TRADE_HAS_FINISHED", "the trade is over")),
        State::Closed => return Err(Reply::business_error("ACQ.TRADE_HAS_CLOSE", "the trade is closed")),
    }
    // Without a number it is the one refund of all.
    if number.is_none() && amount != trade.order.total_amount {
        let reason = "a refund of a part needs an out_request_no";
        return Err(Reply::business_error("ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", reason));
    }
    if amount > trade.rest() {
        return Err(Reply::business_error("ACQ.REASON_TRADE_REFUND_FEE_ERR", "more than is left of the trade"));
    }
    Ok(())
}

fn refunded(trade: &Trade, amount: Fen, refund: &Refund, fund_change: &str) -> Value {
    let more = json!({
        "fund_change": fund_change,
        "refund_fee": trade.refunded().to_string(),
        "send_back_fee": amount.to_string(),
        "gmt_refund_pay": text(refund.at),
    });
    joined(joined(told(trade), buyer()), more)
}

/// A refund that nobody knows is no error: then the answer says nothing about one.
pub(super) fn query(trades: &Trades, call: &Call) -> Result<Reply, Reply> {
    trades.with(call, |trade, Context { fields, .. }| {
        let number = fields.required("out_request_no", 64)?;
        let Some(refund) = trade.refunds.iter().find(|refund| refund.out_request_no == number) else {
            return Ok(Reply::success(Value::Null));
        };
        let more = json!({
            "out_request_no": number,
            "total_amount": trade.order.total_amount.to_string(),
            "refund_amount": refund.amount.to_string(),
            "refund_status": "REFUND_SUCCESS",
            "gmt_refund_pay": text(refund.at),
            "refund_reason": refund.reason,
        });
        Ok(Reply::success(joined(told(trade), more)))
    })
}
