//! Declared objects for this crate's tests, and short words for rules.

use crate::schema::{Bound, Operand, Path};
use crate::{Amount, DateTime, ErrorCode, Record, WireEnum, alipay_api};

/// A method with every kind of condition on one field.
#[alipay_api(
    method = "koubei.marketing.tool.points.update",
    response = PointsUpdated,
    error = PointsError
)]
pub(crate) struct PointsUpdate {
    #[alipay(max_len = 32)]
    pub(crate) req_id: String,
    #[alipay(max_len = 32)]
    pub(crate) user_id: String,
    #[alipay(max_len = 32)]
    pub(crate) activity_account: String,
    #[alipay(max_len = 16)]
    pub(crate) trans_type: Option<TransType>,
    #[alipay(max_len = 16, positive)]
    pub(crate) trans_amount: Option<String>,
    #[alipay(max_len = 32, advise(required_if(trans_type == TransType::Deposit)))]
    pub(crate) shop_id: Option<String>,
    #[alipay(
        max_len = 32,
        advise(required_if(trans_type == TransType::Deposit)),
        required_if(trans_type in [TransType::Commit, TransType::Cancel]),
        forbidden_if(trans_type in [TransType::Consume, TransType::Freeze]),
    )]
    pub(crate) biz_no: Option<String>,
    #[alipay(max_len = 256)]
    pub(crate) memo: Option<String>,
    #[alipay(max_len = 2000)]
    pub(crate) ext_info: Option<String>,
}

impl PointsUpdate {
    /// The document's sample call.
    pub(crate) fn sample() -> Self {
        Self::new("778712860805461247257", "2088123412341234", "39201608190015500100016011040139")
            .trans_type(TransType::Deposit)
            .trans_amount("10")
            .shop_id("2016041200077000000003277104")
            .biz_no("2016082221001004150200139999")
            .memo("积分扣减用于兑换奖品")
            .ext_info("{'EXTRA_INFO_KEY':'SAMPLE_VALUE'}")
    }
}

#[derive(WireEnum)]
pub(crate) enum TransType {
    Deposit,
    Freeze,
    Commit,
    Cancel,
    Consume,
    Unknown(String),
}

/// What the tests let the gateway answer.
#[derive(Record)]
pub(crate) struct PointsUpdated {
    pub(crate) result_status: String,
    pub(crate) point_amount: Amount,
    pub(crate) count: Option<i64>,
}

#[derive(ErrorCode)]
pub(crate) enum PointsError {
    /// The account holds too few points.
    #[alipay(code = "POINT_NOT_ENOUGH", remedy = "Take fewer.", retry = fix_input)]
    NotEnough,
    Unknown(String),
}

/// Every kind of value but records and lists.
#[derive(Record)]
#[alipay(at_most_one(password, note))]
pub(crate) struct Voucher {
    #[alipay(rename = "type")]
    pub(crate) kind: Option<TransType>,
    #[alipay(range = 0.1..=3000, decimals = 2)]
    pub(crate) amount: Option<Amount>,
    #[alipay(rename = "floor_amount", greater_than(amount))]
    pub(crate) floor: Option<Amount>,
    #[alipay(rename = "start_time")]
    pub(crate) start: Option<DateTime>,
    #[alipay(rename = "end_time", at_least(coalesce(start, root.publish_start)))]
    pub(crate) end: Option<DateTime>,
    pub(crate) quantity: Option<i64>,
    pub(crate) all_city: Option<bool>,
    pub(crate) note: Option<String>,
    #[alipay(secret)]
    pub(crate) password: Option<String>,
    pub(crate) price: Amount,
}

/// Records, lists and itself inside.
#[derive(Record)]
#[alipay(exactly_one(shop_ids, voucher.all_city))]
pub(crate) struct Order {
    #[alipay(rename = "publish_start_time")]
    pub(crate) publish_start: Option<DateTime>,
    pub(crate) voucher: Option<Voucher>,
    #[alipay(max_len = 28, max_items = 300000)]
    pub(crate) shop_ids: Vec<String>,
    #[alipay(min_items = 1, max_items = 3)]
    pub(crate) items: Option<Vec<Voucher>>,
    pub(crate) prices: Vec<Amount>,
    pub(crate) words: Vec<TransType>,
    pub(crate) parts: Vec<Order>,
}

pub(crate) const fn at(steps: &'static [&'static str]) -> Operand {
    Operand::Path(path(steps))
}

pub(crate) const fn path(steps: &'static [&'static str]) -> Path {
    Path { root: false, steps }
}

pub(crate) const fn from_root(steps: &'static [&'static str]) -> Path {
    Path { root: true, steps }
}

pub(crate) const fn number(mantissa: i64, scale: u32) -> Bound {
    Bound { mantissa, scale }
}
