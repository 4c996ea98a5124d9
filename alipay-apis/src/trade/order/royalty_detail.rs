//! A share of a paid trade: given back in a refund, or made in a settlement.

use alipay_core::{Amount, Record};

/// A share: who gives it back in a refund, or who gets it in a settlement.
#[derive(Record)]
#[non_exhaustive]
pub struct OpenApiRoyaltyDetailInfoPojo {
    /// The share, in yuan.
    pub amount: Option<Amount>,

    /// The share in percent, 1 to 100.
    pub amount_percentage: Option<i64>,

    /// Describes the share.
    pub desc: Option<String>,

    /// What the share is for, in a word of the platform's list.
    pub royalty_scene: Option<String>,

    /// What is done: `transfer`, the default, shares out or back; `replenish` fills up.
    pub royalty_type: Option<String>,

    /// Who gets it, as [`trans_in_type`](Self::trans_in_type) says.
    pub trans_in: Option<String>,

    /// The name of who gets it.
    #[alipay(secret)]
    pub trans_in_name: Option<String>,

    /// What [`trans_in`](Self::trans_in) is: `userId`, the default, `cardAliasNo` or `loginName`.
    pub trans_in_type: Option<String>,

    /// Whose money it is, as [`trans_out_type`](Self::trans_out_type) says.
    pub trans_out: Option<String>,

    /// What [`trans_out`](Self::trans_out) is: `userId`, the default, or `loginName`.
    pub trans_out_type: Option<String>,

    /// Not documented; known from Alipay's SDKs, where its type is not.
    pub trans_in_id: Option<String>,
}
