//! `alipay.marketing.activity.ordervoucher.create`: takes any activity, and each of its shops that
//! exists.

use std::hash::{DefaultHasher, Hash, Hasher};

use serde_json::{Value, json};

use super::{Fields, is_unknown, settle};
use crate::{Call, Reply};

pub(super) fn answer(call: &Call) -> Reply {
    let content = call.biz_content();
    let fields = Fields { json: &content, refusal: "INVALID_PARAMETER" };
    settle(create(&fields))
}

fn create(fields: &Fields<'_>) -> Result<Reply, Reply> {
    let out_biz_no = fields.required("out_biz_no", 64)?;
    let mut answer = json!({ "activity_id": activity_id(out_biz_no) });
    let shops = |path| fields.json.pointer(path).and_then(Value::as_array).map(|ids| Shops::of(ids));
    if let Some(shops) = shops("/voucher_use_rule/voucher_available_scope/order_voucher_available_shop/shop_ids") {
        answer["voucher_use_rule_result"]["voucher_available_scope_result"] = json!({
            "voucher_available_type": "SHOP",
            "order_voucher_available_shop_result": {
                "success_shop_ids": shops.taken, "shop_fail_infos": shops.failed
            },
        });
    }
    if let Some(shops) = shops(
        "/voucher_available_scope_info/voucher_available_geography_scope_info/available_geography_shop_info/available_shop_ids",
    ) {
        answer["voucher_available_scope_result_info"]["voucher_available_geography_scope_result_info"] = json!({
            "available_geography_shop_result_info": {
                "success_available_shop_ids": shops.taken, "fail_available_shop_infos": shops.failed
            },
        });
    }
    Ok(Reply::success(answer))
}

/// The same for the same number: 28 digits, as in the document's sample.
fn activity_id(out_biz_no: &str) -> String {
    let mut hasher = DefaultHasher::new();
    out_biz_no.hash(&mut hasher);
    format!("20160427{:020}", hasher.finish())
}

/// What became of the shops of a request.
struct Shops<'a> {
    taken: Vec<&'a Value>,
    failed: Vec<Value>,
}

/// So many ids of 28 characters has the answer room for: 84,000 characters.
const LISTED: usize = 3_000;

impl<'a> Shops<'a> {
    fn of(ids: &'a [Value]) -> Self {
        let (unknown, known): (Vec<_>, Vec<_>) = ids.iter().partition(|id| id.as_str().is_none_or(is_unknown));
        let failed = |id| json!({ "shop_id": id, "fail_reasons": ["SHOP_NOT_EXIST"], "fail_message": "门店不存在" });
        Self {
            taken: known.into_iter().take(LISTED).collect(),
            failed: unknown.into_iter().take(LISTED).map(failed).collect(),
        }
    }
}
