//! The vouchers that were used.

use alipay_core::{Amount, Record};

/// A voucher that was used.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherDetail {
    /// What it is worth, in yuan: what all contribute together.
    pub amount: Option<Amount>,

    /// The voucher's number.
    pub id: Option<String>,

    /// A remark.
    pub memo: Option<String>,

    /// What the merchant contributes, in yuan.
    pub merchant_contribute: Option<Amount>,

    /// The voucher's name.
    pub name: Option<String>,

    /// What others contribute, in yuan.
    pub other_contribute: Option<Amount>,

    /// Who those others are.
    pub other_contribute_detail: Vec<ContributeDetail>,

    /// What the platform had contributed when the buyer bought the voucher, in yuan.
    pub purchase_ant_contribute: Option<Amount>,

    /// What the buyer had paid for the voucher, in yuan.
    pub purchase_buyer_contribute: Option<Amount>,

    /// What the merchant had contributed when the buyer bought the voucher, in yuan.
    pub purchase_merchant_contribute: Option<Amount>,

    /// Number of the voucher's template.
    pub template_id: Option<String>,

    /// Kind of the voucher.
    pub r#type: Option<String>,
}

/// Who contributes to a voucher.
#[derive(Record)]
#[non_exhaustive]
pub struct ContributeDetail {
    /// How much, in yuan.
    pub contribute_amount: Option<Amount>,

    /// Who.
    pub contribute_type: Option<String>,
}
