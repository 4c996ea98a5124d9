//! The methods that come with the gateway: small models of what the real ones do, without a memory
//! beyond the process.
//!
//! | method | model |
//! |---|---|
//! | `koubei.marketing.tool.points.update` | [`Points`]: balances, freezes, `req_id` |
//! | `koubei.marketing.campaign.activity.offline` | every activity is closed at once |
//! | `alipay.marketing.campaign.cash.detail.query` | every campaign looks alike |
//! | `alipay.marketing.activity.ordervoucher.create` | every activity is taken, with its shops |
//! | `alipay.trade.page.pay`, `.wap.pay`, `.app.pay`, `.precreate`, `.query` | trades that wait for the buyer; the first two are answered by a page |
//! | `alipay.offline.material.image.upload` | the image's id is the SHA-256 of its bytes |
//!
//! Ids that begin with `unknown` belong to no activity, no campaign and no shop.

use std::sync::Arc;

use serde_json::Value;

use crate::Reply;
use crate::script::Methods;

mod activity_offline;
mod cash_detail_query;
mod image_upload;
mod ordervoucher_create;
mod points_update;
mod trades;

pub use points_update::Points;

pub(crate) fn install(methods: &Methods, points: &Points) {
    let points = points.clone();
    methods.set("koubei.marketing.tool.points.update", Arc::new(move |call| points.answer(call)));
    methods.set("koubei.marketing.campaign.activity.offline", Arc::new(activity_offline::answer));
    methods.set("alipay.marketing.campaign.cash.detail.query", Arc::new(cash_detail_query::answer));
    methods.set("alipay.marketing.activity.ordervoucher.create", Arc::new(ordervoucher_create::answer));
    methods.set("alipay.offline.material.image.upload", Arc::new(image_upload::answer));
    trades::install(methods);
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
