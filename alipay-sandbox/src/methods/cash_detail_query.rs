//! `alipay.marketing.campaign.cash.detail.query`: the same campaign for every number that exists.

use serde_json::Value;

use super::{Fields, is_unknown, settle};
use crate::{Call, Reply};

pub(super) fn answer(call: &Call) -> Reply {
    let content = call.biz_content();
    if call.parameter("biz_content").is_none_or(str::is_empty) {
        return Reply::business_error("BIZ_CONTENT_IS_EMPTY", "biz_content is missing");
    }
    let fields = Fields { json: &content, refusal: "BIZ_CONTENT_FORMAT_ERROR" };
    settle(query(&fields))
}

fn query(fields: &Fields<'_>) -> Result<Reply, Reply> {
    let crowd_no = fields.required("crowd_no", 128)?;
    if is_unknown(crowd_no) {
        return Err(Reply::business_error("CASH_CAMPAIGN_NOT_EXIST", "no campaign has this crowd_no"));
    }
    // Written by hand: the platform writes these amounts as JSON numbers with their decimals.
    Ok(Reply::node(format!(
        r#"{{"code":"10000","msg":"Success","crowd_no":{},"coupon_name":"周年庆红包","prize_msg":"送您大红包","prize_type":"random","start_time":"2026-08-10 22:28:30","end_time":"2026-12-10 22:28:30","total_amount":20000.00,"send_amount":1288.50,"total_num":1000,"total_count":1000,"origin_crowd_no":"20260901029410190092922308762004","camp_status":"READY"}}"#,
        Value::from(crowd_no)
    )))
}
