//! What is declared for the fuzzer: every kind of value, records and lists.

use rust_decimal::Decimal;
use serde_json::Value;

use crate::{Amount, DateTime, Record, WireEnum, alipay_api, alipay_message};

/// Asks for something.
#[alipay_api(method = "alipay.trade.query", response = Everything)]
pub(super) struct Question {
    /// Which.
    pub(super) out_trade_no: String,
}

/// The answer to a batch.
#[derive(Record)]
pub(super) struct BatchSent {
    pub(super) response_body: Option<String>,
}

/// An event.
#[alipay_message(method = "alipay.marketing.activity.message.created")]
pub(super) struct Event {
    /// Its number.
    pub(super) id: String,
    /// What it holds.
    pub(super) everything: Option<Everything>,
}

/// A field of each kind. All are optional, so that something is read of every object.
#[derive(Record)]
pub(super) struct Everything {
    pub(super) out_trade_no: Option<String>,
    pub(super) total_amount: Option<Amount>,
    pub(super) gmt_payment: Option<DateTime>,
    pub(super) count: Option<i64>,
    pub(super) is_open: Option<bool>,
    pub(super) trade_status: Option<Status>,
    pub(super) fund: Option<Fund>,
    pub(super) fund_bill_list: Vec<Fund>,
    pub(super) names: Vec<String>,
    pub(super) amounts: Option<Vec<Amount>>,
    pub(super) again: Vec<Everything>,
}

/// Required fields, and one that is not printed.
#[derive(Record)]
pub(super) struct Fund {
    #[alipay(rename = "fundChannel")]
    pub(super) channel: String,
    pub(super) amount: Amount,
    #[alipay(secret)]
    pub(super) account: Option<String>,
}

/// Words.
#[derive(WireEnum)]
pub(super) enum Status {
    #[alipay(rename = "WAIT_BUYER_PAY")]
    Waiting,
    #[alipay(rename = "TRADE_SUCCESS")]
    Paid,
    Unknown(String),
}

impl Everything {
    /// Compares what was read with what `serde_json` reads of the same text.
    pub(super) fn check(&self, json: &Value) {
        if let Some(Value::String(text)) = json.get("out_trade_no") {
            assert_eq!(self.out_trade_no.as_ref(), Some(text));
        }
        if let Some(Value::String(word)) = json.get("trade_status") {
            // Empty is absent.
            assert_eq!(self.trade_status.as_ref().map_or("", Status::as_str), word);
        }
        match json.get("total_amount") {
            Some(Value::String(text)) if !text.is_empty() => {
                let exact = Decimal::from_str_exact(text).expect("an amount that is none was read");
                assert_eq!(self.total_amount.map(Amount::to_decimal), Some(exact));
            }
            Some(Value::Number(number)) if number.is_i64() => {
                assert_eq!(self.total_amount, number.as_i64().map(Amount::yuan));
            }
            _ => {}
        }
        match json.get("count") {
            Some(Value::Number(number)) if number.is_i64() => assert_eq!(self.count, number.as_i64()),
            Some(Value::Bool(_)) => panic!("a truth value was taken for a number"),
            _ => {}
        }
        if let Some(Value::Bool(truth)) = json.get("is_open") {
            assert_eq!(self.is_open, Some(*truth));
        }
        if let Some(Value::Array(items)) = json.get("names") {
            assert_eq!(self.names.len(), items.iter().filter(|item| !item.is_null()).count());
        }
        if let Some(Value::Array(items)) = json.get("again") {
            let items: Vec<_> = items.iter().filter(|item| !item.is_null()).collect();
            assert_eq!(self.again.len(), items.len());
            self.again.iter().zip(items).for_each(|(read, item)| read.check(item));
        }
    }
}
