//! Trades: made by a page, an order string or `alipay.trade.precreate`, and queried. None is ever
//! paid: the buyer only looks at the cashier page.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use http::StatusCode;
use serde_json::{Value, json};

use super::{Fields, settle};
use crate::script::Methods;
use crate::{Call, Reply};

/// Trades by application and `out_trade_no`.
#[derive(Clone, Default)]
struct Trades(Arc<Mutex<HashMap<(String, String), Trade>>>);

#[derive(Clone, PartialEq)]
struct Trade {
    number: String,
    subject: String,
    total_amount: String,
}

pub(super) fn install(methods: &Methods) {
    let trades = Trades::default();
    let open = |answer: fn(&str, &Trade) -> Reply| {
        let trades = trades.clone();
        Arc::new(move |call: &Call| {
            settle(trades.open(call).map(|(out_trade_no, trade)| answer(&out_trade_no, &trade)))
        })
    };
    methods.set("alipay.trade.page.pay", open(|_, trade| cashier(trade)));
    methods.set("alipay.trade.wap.pay", open(|_, trade| cashier(trade)));
    methods.set("alipay.trade.app.pay", open(|number, trade| Reply::success(trade.told(number))));
    methods.set(
        "alipay.trade.precreate",
        open(|number, _| {
            Reply::success(json!({ "out_trade_no": number, "qr_code": format!("https://qr.example/{number}") }))
        }),
    );
    methods.set("alipay.trade.query", Arc::new(move |call| settle(trades.query(call))));
}

impl Trades {
    /// The same order again is the same trade; another order under its number is refused.
    fn open(&self, call: &Call) -> Result<(String, Trade), Reply> {
        let content = call.biz_content();
        let fields = Fields { json: &content, refusal: "ACQ.INVALID_PARAMETER" };
        let out_trade_no = fields.required("out_trade_no", 64)?;
        let subject = fields.required("subject", 256)?;
        let total_amount = fields.amount("total_amount")?;
        self.with(|trades| {
            let number = format!("20261122{:020}", trades.len() + 1);
            let new = Trade { number, subject: subject.to_owned(), total_amount };
            let trade =
                trades.entry((call.app_id().to_owned(), out_trade_no.to_owned())).or_insert_with(|| new.clone());
            if (&trade.subject, &trade.total_amount) != (&new.subject, &new.total_amount) {
                return Err(Reply::business_error("ACQ.CONTEXT_INCONSISTENT", "out_trade_no is that of another order"));
            }
            Ok((out_trade_no.to_owned(), trade.clone()))
        })
    }

    fn query(&self, call: &Call) -> Result<Reply, Reply> {
        let content = call.biz_content();
        let fields = Fields { json: &content, refusal: "ACQ.INVALID_PARAMETER" };
        let out_trade_no = fields.required("out_trade_no", 64)?;
        let trade = self.with(|trades| trades.get(&(call.app_id().to_owned(), out_trade_no.to_owned())).cloned());
        let trade =
            trade.ok_or_else(|| Reply::business_error("ACQ.TRADE_NOT_EXIST", "no trade has this out_trade_no"))?;
        let mut answer = trade.told(out_trade_no);
        answer["trade_status"] = "WAIT_BUYER_PAY".into();
        answer["subject"] = trade.subject.into();
        Ok(Reply::success(answer))
    }

    fn with<T>(&self, work: impl FnOnce(&mut HashMap<(String, String), Trade>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

impl Trade {
    fn told(&self, out_trade_no: &str) -> Value {
        json!({ "trade_no": self.number, "out_trade_no": out_trade_no, "total_amount": self.total_amount })
    }
}

impl Fields<'_> {
    /// Yuan with at most two decimals, more than none, as text or number.
    fn amount(&self, name: &str) -> Result<String, Reply> {
        let text = match self.json.get(name) {
            Some(Value::String(text)) => text.clone(),
            Some(Value::Number(number)) => number.to_string(),
            _ => return Err(self.wrong(name, "is missing")),
        };
        let (yuan, fen) = text.split_once('.').unwrap_or((&text, "0"));
        let is_number =
            |digits: &str, most| (1..=most).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number(yuan, 9) || !is_number(fen, 2) || text.bytes().all(|byte| b"0.".contains(&byte)) {
            return Err(self.wrong(name, "must be an amount in yuan"));
        }
        Ok(text)
    }
}

/// The page on which a buyer would pay.
fn cashier(trade: &Trade) -> Reply {
    let [subject, total_amount] = [&trade.subject, &trade.total_amount].map(|text| escape(text));
    let page = format!(
        r#"<!DOCTYPE html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>收银台</title>
<h1 id="subject">{subject}</h1>
<p><span id="total_amount">{total_amount}</span> 元</p>
</html>
"#
    );
    Reply::raw(StatusCode::OK, "text/html;charset=UTF-8", page)
}

fn escape(text: &str) -> String {
    let pairs = [('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;"), ('\'', "&#39;")];
    text.chars().fold(String::new(), |mut escaped, char| {
        match pairs.iter().find(|(special, _)| *special == char) {
            Some((_, reference)) => escaped.push_str(reference),
            None => escaped.push(char),
        }
        escaped
    })
}
