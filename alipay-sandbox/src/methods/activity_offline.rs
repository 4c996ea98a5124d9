//! `koubei.marketing.campaign.activity.offline`: closes any activity that exists.

use serde_json::json;

use super::{Fields, is_unknown, settle};
use crate::{Call, Reply};

pub(super) fn answer(call: &Call) -> Reply {
    let content = call.biz_content();
    let fields = Fields { json: &content, refusal: "REQ_VALIDATE_ERROR" };
    settle(close(&fields))
}

fn close(fields: &Fields<'_>) -> Result<Reply, Reply> {
    fields.required("out_biz_no", 32)?;
    let camp_id = fields.required("camp_id", 32)?;
    fields.optional("reason", 1024)?;
    fields.optional("ext_info", 1024)?;
    let operator_id = fields.optional("operator_id", 32)?;
    match (operator_id, fields.optional("operator_type", 32)?) {
        (_, Some("MER")) | (Some(_), Some("MER_OPERATOR" | "PROVIDER" | "PROVIDER_STAFF")) | (None, None) => {}
        (Some(_), Some(_)) => return Err(fields.wrong("operator_type", "is none that exists")),
        (Some(_), None) => return Err(fields.wrong("operator_type", "must go with operator_id")),
        (None, Some(_)) => return Err(fields.wrong("operator_id", "must go with operator_type")),
    }
    if is_unknown(camp_id) {
        return Err(Reply::business_error("CAMPAIGN_NOT_EXIST", "no activity has this camp_id"));
    }
    Ok(Reply::success(json!({ "camp_status": "CLOSED" })))
}
