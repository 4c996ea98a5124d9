//! Transfers from the merchant's account: made once under each number of the merchant's, and queried.

use std::sync::Arc;

use serde_json::{Value, json};

use self::order::{Order, State};
use super::{Fields, settle};
use crate::clock::text;
use crate::money::Fen;
use crate::script::Methods;
use crate::{Call, Reply};

mod book;
mod order;

pub(crate) use self::book::Transfers;

pub(super) fn install(methods: &Methods, transfers: &Transfers) {
    let answers: [(&str, Answer); 3] = [
        ("alipay.fund.trans.uni.transfer", transfer),
        ("alipay.fund.trans.common.query", query),
        ("alipay.fund.account.query", account),
    ];
    for (method, answer) in answers {
        let transfers = transfers.clone();
        methods.set_unless_known(method, Arc::new(move |call| settle(answer(&transfers, call))));
    }
}

type Answer = fn(&Transfers, &Call) -> Result<Reply, Reply>;

fn transfer(transfers: &Transfers, call: &Call) -> Result<Reply, Reply> {
    let order = transfers.make(call.app_id(), Order::read(&call.biz_content())?)?;
    let mut answer = told(&order);
    if let State::Done(at) = order.state {
        answer["trans_date"] = text(at).into();
    }
    Ok(Reply::success(answer))
}

fn query(transfers: &Transfers, call: &Call) -> Result<Reply, Reply> {
    let content = call.biz_content();
    let fields = fields(&content);
    let [order_id, fund_id, out_biz_no] =
        ["order_id", "pay_fund_order_id", "out_biz_no"].map(|name| fields.given(name, 64));
    let (number, out_biz_no) = (order_id?.or(fund_id?), out_biz_no?);
    let order = match (number, out_biz_no) {
        (Some(number), _) => transfers.by_order_id(call.app_id(), number),
        (None, Some(number)) => {
            fields.required("product_code", 64)?;
            fields.required("biz_scene", 64)?;
            transfers.by_out_biz_no(call.app_id(), number)
        }
        (None, None) => return Err(fields.wrong("out_biz_no", "is missing, and so is order_id")),
    };
    let order = order.ok_or_else(|| Reply::business_error("ORDER_NOT_EXIST", "no transfer has this number"))?;
    let mut answer = told(&order);
    answer["trans_amount"] = order.amount.to_string().into();
    match order.state {
        State::Done(at) => {
            answer["pay_date"] = text(at).into();
            answer["order_fee"] = Fen::default().to_string().into();
        }
        State::Failed => {
            answer["error_code"] = "PAYEE_ACCOUNT_STATUS_ERROR".into();
            answer["fail_reason"] = "收款账户状态异常".into();
        }
        State::Dealing(_) => {}
    }
    Ok(Reply::success(answer))
}

/// What the account holds; where there is always enough, much.
fn account(transfers: &Transfers, call: &Call) -> Result<Reply, Reply> {
    let content = call.biz_content();
    fields(&content).required("account_type", 64)?;
    let balance = transfers.balance().unwrap_or(Fen::new(100_000_000)).to_string();
    Ok(Reply::success(json!({
        "available_amount": balance,
        "freeze_amount": Fen::default().to_string(),
        "total_amount": balance,
    })))
}

fn fields(content: &Value) -> Fields<'_> {
    Fields { json: content, refusal: "INVALID_PARAMETER" }
}

fn told(order: &Order) -> Value {
    json!({
        "out_biz_no": order.out_biz_no,
        "order_id": order.order_id(),
        "pay_fund_order_id": order.order_id(),
        "status": order.state.word(),
    })
}
