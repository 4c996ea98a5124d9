//! The two requests: a small one and one that sets every field that can stand beside the others.

use std::error::Error;

use alipay_apis::Amount;
use alipay_apis::koubei::MarketingToolPointsUpdate;
use alipay_apis::koubei::marketing_tool_points_update::TransType;
use alipay_apis::marketing::ActivityOrdervoucherCreate;
use alipay_apis::trade::AppPay;
use alipay_core::json;
use serde_json::Value;

/// The node of the answer to [`points`], which the signature covers.
pub(crate) const POINTS_NODE: &str =
    r#"{"code":"10000","msg":"Success","point_log_no":"2016041200032000000001132000"}"#;

const VOUCHER: &str =
    include_str!("../../tests/data/samples/alipay.marketing.activity.ordervoucher.create.request.json");
const CITIES: &str = "/voucher_available_scope_info/voucher_available_geography_scope_info\
    /available_geography_city_info/available_city_codes";
const GOODS: &str = "/voucher_available_scope_info/voucher_available_goods_info/exclude_goods_sku_ids";
const VOUCHER_ANSWER: &str =
    include_str!("../../tests/data/samples/alipay.marketing.activity.ordervoucher.create.response.json");

/// A usual order of an app.
pub(crate) fn order() -> AppPay {
    AppPay::new("70501111111S001111119", Amount::yuan(9), "大乐透").body("Iphone6 16G").timeout_express("90m")
}

/// The sample values of `koubei.marketing.tool.points.update`.
pub(crate) fn points() -> MarketingToolPointsUpdate {
    MarketingToolPointsUpdate::new("778712860805461247257", "2088123412341234", "39201608190015500100016011040139")
        .trans_type(TransType::Deposit)
        .trans_amount("10")
        .shop_id("2016041200077000000003277104")
        .biz_no("2016082221001004150200139999")
        .memo("积分扣减用于兑换奖品")
        .ext_info("{'EXTRA_INFO_KEY':'SAMPLE_VALUE'}")
}

/// The sample of `alipay.marketing.activity.ordervoucher.create`, which sets every field at once, less
/// the fewest fields found whose absence makes it keep the rules. As many values again are cities and goods.
pub(crate) fn voucher() -> Result<ActivityOrdervoucherCreate, Box<dyn Error>> {
    let mut content: Value = serde_json::from_str(VOUCHER)?;
    loop {
        let broken = broken(&content).ok_or("the sample cannot be read")?;
        if broken == 0 {
            for (list, items) in [(CITIES, 100_200..100_250), (GOODS, 600_000..600_050)] {
                let list = content.pointer_mut(list).and_then(Value::as_array_mut).ok_or("the list is missing")?;
                list.extend(items.map(|item: u32| item.to_string().into()));
            }
            return Ok(json::from_str(&content.to_string())?);
        }
        let mut all = Vec::new();
        paths(&content, "", &mut all);
        // The deepest first: the fewest fields go with it.
        all.sort_by_key(|path| std::cmp::Reverse(path.matches('/').count()));
        let fewer = all
            .iter()
            .map(|path| without(&content, path))
            .find(|less| self::broken(less).is_some_and(|left| left < broken));
        content = fewer.ok_or("no field alone breaks a rule of the sample")?;
    }
}

/// The sample answer with what every answer begins with.
pub(crate) fn voucher_node() -> Result<String, Box<dyn Error>> {
    let sample: Value = serde_json::from_str(VOUCHER_ANSWER)?;
    let sample = sample.to_string();
    let fields = sample.strip_prefix('{').ok_or("the sample is no object")?;
    Ok(format!(r#"{{"code":"10000","msg":"Success",{fields}"#))
}

/// How many rules are broken, if it can be read.
fn broken(content: &Value) -> Option<usize> {
    let request: ActivityOrdervoucherCreate = json::from_str(&content.to_string()).ok()?;
    Some(request.validate().err().map_or(0, |violations| violations.iter().count()))
}

/// JSON pointers to all fields.
fn paths(content: &Value, path: &str, all: &mut Vec<String>) {
    for (name, value) in content.as_object().into_iter().flatten() {
        let path = format!("{path}/{name}");
        paths(value, &path, all);
        all.push(path);
    }
}

fn without(content: &Value, path: &str) -> Value {
    let mut less = content.clone();
    if let Some((parent, name)) = path.rsplit_once('/')
        && let Some(Value::Object(fields)) = less.pointer_mut(parent)
    {
        fields.remove(name);
    }
    less
}
