//! `alipay.trade.query`: where a trade stands.

use serde_json::json;

use super::book::Trades;
use super::{buyer, joined, payment, told};
use crate::clock::text;
use crate::{Call, Reply};

pub(super) fn answer(trades: &Trades, call: &Call) -> Result<Reply, Reply> {
    trades.with(call, |trade, _| {
        let more = json!({
            "trade_status": trade.status(),
            "subject": trade.order.subject,
            "body": trade.order.body,
            "passback_params": trade.order.passback_params,
            "send_pay_date": trade.paid.map(text),
        });
        Ok(Reply::success(joined(joined(told(trade), more), joined(buyer(), payment(trade)))))
    })
}
