//! The methods that come with the gateway: small models of what the real ones do, without a memory
//! beyond the process.
//!
//! | method | model |
//! |---|---|
//! | `koubei.marketing.tool.points.update` | [`Points`]: balances, freezes, `req_id` |
//! | `koubei.marketing.campaign.activity.offline` | every activity is closed at once |
//! | `alipay.marketing.campaign.cash.detail.query` | every campaign looks alike |
//! | `alipay.marketing.activity.ordervoucher.create` | every activity is taken, with its shops |
//! | `alipay.trade.page.pay`, `.wap.pay`, `.app.pay`, `.precreate`, `.create`, `.pay` | open a trade, which a [`Buyer`](crate::Buyer) pays or not; the first two are answered by a page |
//! | `alipay.trade.query`, `.close`, `.cancel`, `.refund`, `.fastpay.refund.query`, `.order.settle`, `.orderinfo.sync` | act on it |
//! | `alipay.fund.trans.uni.transfer`, `.common.query`, `alipay.fund.account.query` | [transfers](crate::Transfer) from the merchant's account |
//! | `alipay.offline.material.image.upload` | the image's id is the SHA-256 of its bytes |
//!
//! [`Builder::methods`](crate::Builder::methods) answers any other method by its declaration.
//!
//! Ids that begin with `unknown` belong to no activity, no campaign and no shop.

use std::sync::Arc;

use serde_json::Value;

use crate::Reply;
use crate::script::{Handler, Methods};

mod activity_offline;
mod cash_detail_query;
mod image_upload;
mod ordervoucher_create;
mod points_update;
mod trades;
mod transfers;

pub use points_update::Points;
pub(crate) use trades::{BUYER_ID, BUYER_LOGON_ID, BUYER_OPEN_ID, Change, News, Trades};
pub(crate) use transfers::Transfers;

/// Methods that a test answers itself remain with the test.
pub(crate) fn install(methods: &Methods, points: &Points, trades: &Trades, transfers: &Transfers) {
    let points = points.clone();
    let answers: [(&str, Handler); 5] = [
        ("koubei.marketing.tool.points.update", Arc::new(move |call| points.answer(call))),
        ("koubei.marketing.campaign.activity.offline", Arc::new(activity_offline::answer)),
        ("alipay.marketing.campaign.cash.detail.query", Arc::new(cash_detail_query::answer)),
        ("alipay.marketing.activity.ordervoucher.create", Arc::new(ordervoucher_create::answer)),
        ("alipay.offline.material.image.upload", Arc::new(image_upload::answer)),
    ];
    for (method, answer) in answers {
        methods.set_unless_known(method, answer);
    }
    trades::install(methods, trades);
    transfers::install(methods, transfers);
}

/// The fields of one call, and the code of its method for a field that is wrong.
struct Fields<'a> {
    json: &'a Value,
    refusal: &'static str,
}

impl<'a> Fields<'a> {
    /// A text that may be absent. An empty one is wrong, and so is one that is longer than `max_len`
    /// characters.
    fn optional(&self, name: &str, max_len: usize) -> Result<Option<&'a str>, Reply> {
        match self.json.get(name) {
            None => Ok(None),
            Some(Value::String(text)) if !text.is_empty() && text.chars().count() <= max_len => Ok(Some(text)),
            Some(_) => Err(self.wrong(name, &format!("must be a text of 1 to {max_len} characters"))),
        }
    }

    /// The same, where an empty text and null say that there is none.
    fn given(&self, name: &str, max_len: usize) -> Result<Option<&'a str>, Reply> {
        let is_none = self.json.get(name).is_none_or(|value| value.is_null() || value == "");
        if is_none { Ok(None) } else { self.optional(name, max_len) }
    }

    /// A text that must be there.
    fn required(&self, name: &str, max_len: usize) -> Result<&'a str, Reply> {
        self.optional(name, max_len)?.ok_or_else(|| self.wrong(name, "is missing"))
    }

    fn wrong(&self, name: &str, reason: &str) -> Reply {
        Reply::business_error(self.refusal, &format!("{name} {reason}"))
    }
}

fn is_unknown(id: &str) -> bool {
    id.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("unknown"))
}

fn settle(answer: Result<Reply, Reply>) -> Reply {
    answer.unwrap_or_else(|refusal| refusal)
}
