//! `alipay.trade.close`, for a trade that waits, and `alipay.trade.cancel`, for one of which the merchant
//! does not know whether it was paid.

use std::time::Duration;

use serde_json::{Value, json};

use super::book::Trades;
use super::trade::{Refund, State, Trade};
use super::{joined, told, wrong_status};
use crate::clock::text;
use crate::{Call, Reply};

/// So long after the payment a trade can be cancelled.
const CANCELLABLE: Duration = Duration::from_secs(24 * 3600);

pub(super) fn close(trades: &Trades, call: &Call) -> Result<Reply, Reply> {
    trades.with(call, |trade, context| match trade.state() {
        State::Waiting(_) => {
            trade.close(context.now);
            Ok(Reply::success(told(trade)))
        }
        State::Paid | State::Finished | State::Closed => Err(wrong_status("only a trade that waits can be closed")),
    })
}

/// A trade that nobody knows is no error: then there is nothing to cancel.
pub(super) fn cancel(trades: &Trades, call: &Call) -> Result<Reply, Reply> {
    let known = trades.with_known(call, |trade, context| {
        // Whatever was refunded by other means stays so.
        if trade.refunds.iter().any(|refund| !refund.by_cancel) {
            let reason = "the trade has been refunded, in part or in full";
            return Err(Reply::business_error("ACQ.REASON_TRADE_REFUND_FEE_ERR", reason));
        }
        match trade.state() {
            State::Waiting(_) => trade.close(context.now),
            State::Paid => {
                let since = trade.paid.and_then(|paid| context.now.duration_since(paid).ok()).unwrap_or_default();
                if since > CANCELLABLE {
                    return Err(Reply::business_error("ACQ.TRADE_CANCEL_TIME_OUT", "refund the trade instead"));
                }
                let amount = trade.rest();
                if !context.account.take(amount) {
                    return Err(Reply::business_error("ACQ.SELLER_BALANCE_NOT_ENOUGH", "the balance does not suffice"));
                }
                let out_request_no = trade.order.out_trade_no.clone();
                trade.refund(Refund { out_request_no, amount, at: context.now, reason: None, by_cancel: true });
            }
            State::Finished => return Err(Reply::business_error("ACQ.TRADE_HAS_FINISHED", "the trade is over")),
            // As the first time.
            State::Closed => {}
        }
        Ok(Reply::success(cancelled(trade)))
    });
    Ok(known?.unwrap_or_else(|| {
        let number = call.biz_content().get("out_trade_no").cloned();
        Reply::success(json!({ "out_trade_no": number, "retry_flag": "N" }))
    }))
}

fn cancelled(trade: &Trade) -> Value {
    let refund = trade.refunds.first();
    let action = if refund.is_some() { "refund" } else { "close" };
    let refunded = refund.map(|refund| text(refund.at));
    joined(told(trade), json!({ "retry_flag": "N", "action": action, "gmt_refund_pay": refunded }))
}
