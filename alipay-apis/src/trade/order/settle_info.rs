//! To whom the money is settled.

use alipay_core::{Amount, Record};

/// How the trade is settled. Needed where a platform collects for its merchants.
#[derive(Record)]
#[non_exhaustive]
pub struct SettleInfo {
    /// To whom how much is settled.
    pub settle_detail_infos: Vec<SettleDetailInfo>,

    /// When the money is settled at the latest if nobody confirms: a number with `d` for days, such
    /// as `7d`.
    pub settle_period_time: Option<String>,
}

/// One settlement.
#[derive(Record)]
#[non_exhaustive]
pub struct SettleDetailInfo {
    /// What is settled now, in yuan, where a trade is settled in parts; [`amount`](Self::amount)
    /// counts for nothing then.
    pub actual_amount: Option<Amount>,

    /// What is settled, in yuan: at payment the amount of the trade.
    pub amount: Option<Amount>,

    /// Whose settlement it is, as [`settle_entity_type`](Self::settle_entity_type) says.
    pub settle_entity_id: Option<String>,

    /// What [`settle_entity_id`](Self::settle_entity_id) is: `SecondMerchant` or `Store`.
    pub settle_entity_type: Option<String>,

    /// By what settlements are put together, for a [`trans_in_type`](Self::trans_in_type) of
    /// `cardAliasNo`.
    pub summary_dimension: Option<String>,

    /// Who gets the money, as [`trans_in_type`](Self::trans_in_type) says; left out for
    /// `defaultSettle`.
    pub trans_in: Option<String>,

    /// What [`trans_in`](Self::trans_in) is: `cardAliasNo`, `userId`, `loginName` or
    /// `defaultSettle`.
    pub trans_in_type: Option<String>,
}
