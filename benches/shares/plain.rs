//! The same structs as serde alone would have them.

use serde::{Deserialize, Serialize};

#[derive(Serialize)]
pub(crate) struct Points {
    req_id: String,
    user_id: String,
    activity_account: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    trans_type: Option<TransType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    trans_amount: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    shop_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    biz_no: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    memo: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    ext_info: Option<String>,
}

#[derive(Serialize)]
enum TransType {
    #[serde(rename = "DEPOSIT")]
    Deposit,
}

#[derive(Deserialize)]
#[expect(dead_code, reason = "only read from JSON")]
pub(crate) struct Answer {
    code: String,
    msg: String,
    point_log_no: String,
}

pub(crate) fn points() -> Points {
    let some = |text: &str| Some(text.to_owned());
    Points {
        req_id: "778712860805461247257".to_owned(),
        user_id: "2088123412341234".to_owned(),
        activity_account: "39201608190015500100016011040139".to_owned(),
        trans_type: Some(TransType::Deposit),
        trans_amount: some("10"),
        shop_id: some("2016041200077000000003277104"),
        biz_no: some("2016082221001004150200139999"),
        memo: some("积分扣减用于兑换奖品"),
        ext_info: some("{'EXTRA_INFO_KEY':'SAMPLE_VALUE'}"),
    }
}
