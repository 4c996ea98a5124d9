//! Who gets a share of the money.

use alipay_core::{Amount, Record};

/// How the money is shared out.
#[derive(Record)]
#[non_exhaustive]
pub struct RoyaltyInfo {
    /// The shares.
    pub royalty_detail_infos: Vec<RoyaltyDetailInfos>,

    /// `ROYALTY`, the only kind and the default.
    pub royalty_type: Option<String>,
}

/// One share.
#[derive(Record)]
#[non_exhaustive]
pub struct RoyaltyDetailInfos {
    /// The share, in yuan.
    pub amount: Option<Amount>,

    /// The share in percent: `20` is a fifth.
    pub amount_percentage: Option<String>,

    /// Number of the batch, for a [`trans_in_type`](Self::trans_in_type) of `bankIndex`.
    pub batch_no: Option<String>,

    /// Describes the share.
    pub desc: Option<String>,

    /// Your number of the share. When left out it is the number of the order followed by
    /// [`serial_no`](Self::serial_no).
    pub out_relation_id: Option<String>,

    /// In which order the shares are made: a whole number above zero.
    pub serial_no: Option<i64>,

    /// Who gets it: an Alipay user id, a bank's number or a shop, as
    /// [`trans_in_type`](Self::trans_in_type) says.
    pub trans_in: Option<String>,

    /// What [`trans_in`](Self::trans_in) is: `userId`, `bankIndex` or `storeId`.
    pub trans_in_type: Option<String>,

    /// Whose money is shared: an Alipay user id.
    pub trans_out: Option<String>,

    /// What [`trans_out`](Self::trans_out) is: `userId`, the only kind and the default.
    pub trans_out_type: Option<String>,
}
