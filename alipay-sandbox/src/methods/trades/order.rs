//! What the merchant says of an order when it opens a trade.

use std::time::{Duration, SystemTime};

use jiff::civil::{DateTime, Time};
use jiff::{Span, ToSpan};
use serde_json::Value;

use super::Fields;
use crate::clock::{beijing, from_beijing};
use crate::money::Fen;
use crate::{Call, Reply};

/// How long a trade waits for its buyer where the merchant says nothing.
const PATIENCE: Duration = Duration::from_secs(15 * 24 * 3600);

#[derive(Debug, Clone)]
pub(crate) struct Order {
    pub(crate) out_trade_no: String,
    pub(crate) subject: String,
    pub(crate) total_amount: Fen,
    pub(crate) body: Option<String>,
    pub(crate) passback_params: Option<String>,
    pub(crate) seller_id: Option<String>,
    /// Where the merchant wants to be told about the trade.
    pub(crate) notify_url: Option<String>,
    /// When the trade closes if nobody has paid.
    pub(super) expires: SystemTime,
}

impl Order {
    pub(super) fn read(call: &Call, now: SystemTime) -> Result<Self, Reply> {
        let content = call.biz_content();
        let fields = Fields { json: &content, refusal: "ACQ.INVALID_PARAMETER" };
        let text = |name: &str| content.get(name).and_then(Value::as_str).map(str::to_owned);
        Ok(Self {
            out_trade_no: fields.required("out_trade_no", 64)?.to_owned(),
            subject: fields.required("subject", 256)?.to_owned(),
            total_amount: fields.amount("total_amount")?,
            body: text("body"),
            passback_params: text("passback_params"),
            seller_id: text("seller_id"),
            notify_url: call.parameter("notify_url").filter(|url| !url.is_empty()).map(str::to_owned),
            expires: expires(&fields, now)?,
        })
    }

    /// What makes two orders under one number the same.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        (&self.subject, self.total_amount) == (&other.subject, other.total_amount)
    }
}

fn expires(fields: &Fields<'_>, now: SystemTime) -> Result<SystemTime, Reply> {
    if let Some(text) = fields.given("time_expire", 32)? {
        let time = ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"].iter().find_map(|form| DateTime::strptime(form, text).ok());
        let time = time.and_then(from_beijing).ok_or_else(|| fields.wrong("time_expire", "is no time"))?;
        return if time > now {
            Ok(time)
        } else {
            Err(Reply::business_error("ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR", "time_expire has passed"))
        };
    }
    // The one is of the trade, the other of the code for it: without a code nobody pays.
    let of_trade = fields.given("timeout_express", 6)?;
    let Some(text) = of_trade.or(fields.given("qr_code_timeout_express", 6)?) else {
        return Ok(now.checked_add(PATIENCE).unwrap_or(now));
    };
    let end = match text {
        "1c" => beijing(now).with().time(Time::MAX).build().ok(),
        _ => span(text).and_then(|span| beijing(now).checked_add(span).ok()),
    };
    end.and_then(from_beijing).ok_or_else(|| fields.wrong("timeout_express", "must be such as 90m, 2h, 1d or 1c"))
}

/// So many minutes, hours or days.
fn span(text: &str) -> Option<Span> {
    let unit = text.chars().next_back()?;
    let number: u16 = text.strip_suffix(unit)?.parse().ok()?;
    match unit {
        'm' => Some(i64::from(number).minutes()),
        'h' => Some(i64::from(number).hours()),
        'd' => Some(i64::from(number).days()),
        _ => None,
    }
}

impl Fields<'_> {
    /// Yuan with at most two decimals, more than none, as text or number.
    pub(in crate::methods) fn amount(&self, name: &str) -> Result<Fen, Reply> {
        let text = match self.json.get(name) {
            Some(Value::String(text)) => text.clone(),
            // As many digits as are taken here, a number of JSON keeps.
            Some(Value::Number(number)) => number.to_string(),
            _ => return Err(self.wrong(name, "is missing")),
        };
        Fen::parse(&text)
            .filter(|amount| !amount.is_zero())
            .ok_or_else(|| self.wrong(name, "must be an amount in yuan"))
    }
}
