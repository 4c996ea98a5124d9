//! `alipay.trade.pay`: the buyer shows a code. Without a script the buyer pays at once.

use serde_json::json;

use super::book::Trades;
use super::trade::{State, Trade};
use super::{Fields, buyer, joined, payment, told};
use crate::clock::text;
use crate::{Buyer, Call, Reply};

/// What stands for the buyer's agreement: a code, a contract, money that was frozen before.
const AGREEMENTS: [&str; 3] = ["auth_code", "agreement_params", "auth_no"];

pub(super) fn answer(trades: &Trades, call: &Call) -> Result<Reply, Reply> {
    let content = call.biz_content();
    let fields = Fields { json: &content, refusal: "ACQ.INVALID_PARAMETER" };
    if AGREEMENTS.iter().all(|name| content.get(name).is_none_or(|value| value == "")) {
        return Err(fields.wrong("auth_code", "is missing"));
    }
    trades.open(call, comes, paid)
}

fn comes(scripted: Option<Buyer>) -> Result<Buyer, Reply> {
    match scripted.unwrap_or(Buyer::Pays) {
        Buyer::InvalidCode => {
            Err(Reply::business_error("ACQ.PAYMENT_AUTH_CODE_INVALID", "the code that the buyer shows is not valid"))
        }
        Buyer::BalanceTooLow => {
            Err(Reply::business_error("ACQ.BUYER_BALANCE_NOT_ENOUGH", "the buyer's balance does not suffice"))
        }
        buyer => Ok(buyer),
    }
}

fn paid(trade: &Trade) -> Reply {
    let payment = joined(payment(trade), json!({ "gmt_payment": trade.paid.map(text) }));
    let answer = joined(joined(told(trade), buyer()), payment);
    match trade.state() {
        State::Waiting(_) => Reply::in_progress(answer),
        _ => Reply::success(answer),
    }
}
