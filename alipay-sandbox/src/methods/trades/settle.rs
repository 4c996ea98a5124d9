//! `alipay.trade.order.settle`, which passes money of a trade on to others, and
//! `alipay.trade.orderinfo.sync`, which tells about an order.

use serde_json::json;

use super::book::Trades;
use super::trade::{Settlement, State};
use super::{BUYER_ID, BUYER_OPEN_ID, joined, told, wrong_status};
use crate::methods::Fields;
use crate::money::Fen;
use crate::{Call, Reply};

pub(super) fn settle(trades: &Trades, call: &Call) -> Result<Reply, Reply> {
    trades.with(call, |trade, context| {
        let fields = &context.fields;
        fields.required("trade_no", 64)?;
        let number = fields.required("out_request_no", 64)?;
        let royalties = fields.json.get("royalty_parameters").cloned().unwrap_or_default();
        let items = royalties.as_array().filter(|items| !items.is_empty());
        let items = items.ok_or_else(|| fields.wrong("royalty_parameters", "is missing"))?;
        let amounts = items.iter().map(|item| Fields { json: item, refusal: fields.refusal }.amount("amount"));
        let amount = amounts.sum::<Result<Fen, Reply>>()?;

        let answer = |settle_no: &str| Reply::success(json!({ "trade_no": trade.number, "settle_no": settle_no }));
        if let Some(earlier) = trade.settlements.iter().find(|it| it.out_request_no == number) {
            return if earlier.royalties == royalties {
                Ok(answer(&earlier.settle_no))
            } else {
                let reason = "out_request_no is that of another settlement";
                Err(Reply::business_error("ACQ.DISCORDANT_REPEAT_REQUEST", reason))
            };
        }
        if trade.state() != State::Paid {
            return Err(wrong_status("only a trade that was paid can be settled"));
        }
        let settled: Fen = trade.settlements.iter().map(|it| it.amount).sum();
        if settled.plus(amount) > trade.rest() {
            return Err(Reply::business_error("ACQ.ALLOC_AMOUNT_VALIDATE_ERROR", "more than is left of the trade"));
        }
        if !context.account.take(amount) {
            let reason = "the balance does not suffice";
            return Err(Reply::business_error("ACQ.TXN_RESULT_ACCOUNT_BALANCE_NOT_ENOUGH", reason));
        }
        let settle_no = format!("{}{:02}", trade.number, trade.settlements.len() + 1);
        let reply = answer(&settle_no);
        let out_request_no = number.to_owned();
        trade.settlements.push(Settlement { out_request_no, royalties, amount, settle_no });
        Ok(reply)
    })
}

pub(super) fn sync(trades: &Trades, call: &Call) -> Result<Reply, Reply> {
    trades.with(call, |trade, context| {
        for (name, max_len) in [("out_request_no", 64), ("biz_type", 64)] {
            context.fields.required(name, max_len)?;
        }
        let buyer = json!({ "buyer_user_id": BUYER_ID, "buyer_open_id": BUYER_OPEN_ID });
        Ok(Reply::success(joined(told(trade), buyer)))
    })
}
