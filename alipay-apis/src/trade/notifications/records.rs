//! The objects within a notification, JSON in the form.

use alipay_core::{Amount, Record};

/// A source of the money.
#[derive(Record)]
#[non_exhaustive]
pub struct FundBill {
    /// How much came from it, in yuan.
    pub amount: Option<Amount>,

    /// The source, such as `ALIPAYACCOUNT`.
    #[alipay(rename = "fundChannel")]
    pub fund_channel: Option<String>,
}

/// A voucher that was used.
#[derive(Record)]
#[non_exhaustive]
pub struct Voucher {
    /// The voucher's number.
    #[alipay(rename = "voucherId")]
    pub voucher_id: Option<String>,

    /// Number of the voucher's template.
    #[alipay(rename = "templateId")]
    pub template_id: Option<String>,

    /// The voucher's name.
    pub name: Option<String>,

    /// Kind of the voucher, such as `ALIPAY_BIZ_VOUCHER`.
    pub r#type: Option<String>,

    /// What it is worth, in yuan: what all contribute together.
    pub amount: Option<Amount>,

    /// What the merchant contributes, in yuan.
    #[alipay(rename = "merchantContribute")]
    pub merchant_contribute: Option<Amount>,

    /// What others contribute, in yuan.
    #[alipay(rename = "otherContribute")]
    pub other_contribute: Option<Amount>,

    /// A remark.
    pub memo: Option<String>,
}
