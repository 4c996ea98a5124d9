//! The fees that a refund gives back.

use alipay_core::{Amount, Record};

/// One fee that is given back.
#[derive(Record)]
#[non_exhaustive]
pub struct RefundChargeInfo {
    /// What it was for: `trade` the payment, `hbfq` the instalments, `charge` something else.
    pub charge_type: Option<String>,

    /// What is given back, in yuan.
    pub refund_charge_fee: Option<Amount>,

    /// The parts of the fee, where several means were refunded.
    pub refund_sub_fee_detail_list: Vec<RefundSubFee>,

    /// The rate of the contract.
    pub switch_fee_rate: Option<String>,
}

/// A part of a fee that is given back.
#[derive(Record)]
#[non_exhaustive]
pub struct RefundSubFee {
    /// What is given back, in yuan.
    pub refund_charge_fee: Option<Amount>,

    /// The rate of the contract.
    pub switch_fee_rate: Option<String>,
}
