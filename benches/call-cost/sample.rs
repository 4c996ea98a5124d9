//! The sample values of the method's document.

use alipay_apis::koubei::MarketingToolPointsUpdate;
use alipay_apis::koubei::marketing_tool_points_update::TransType;

pub(crate) use alipay_apis::koubei::MarketingToolPointsUpdateResponse as Response;

/// The node of the answer, which the signature covers.
pub(crate) const NODE: &str = r#"{"code":"10000","msg":"Success","point_log_no":"2016041200032000000001132000"}"#;

pub(crate) fn request() -> MarketingToolPointsUpdate {
    MarketingToolPointsUpdate::new("778712860805461247257", "2088123412341234", "39201608190015500100016011040139")
        .trans_type(TransType::Deposit)
        .trans_amount("10")
        .shop_id("2016041200077000000003277104")
        .biz_no("2016082221001004150200139999")
        .memo("积分扣减用于兑换奖品")
        .ext_info("{'EXTRA_INFO_KEY':'SAMPLE_VALUE'}")
}

/// The whole answer. The signature is none, but of the usual length.
pub(crate) fn answer(sign: &str) -> String {
    format!(r#"{{"koubei_marketing_tool_points_update_response":{NODE},"sign":"{sign}"}}"#)
}
