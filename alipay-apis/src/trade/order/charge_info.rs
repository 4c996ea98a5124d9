//! The fees of a payment.

use alipay_core::{Amount, Record};

/// One fee.
#[derive(Record)]
#[non_exhaustive]
pub struct ChargeInfo {
    /// The fee, in yuan.
    pub charge_fee: Option<Amount>,

    /// What it is for: `trade` the payment, `hbfq` the instalments, `charge` something else.
    pub charge_type: Option<String>,

    /// `Y` or `N`: whether the account that the contract names pays it.
    pub is_rating_on_switch: Option<String>,

    /// `Y` or `N`: whether the account that receives the money pays it.
    pub is_rating_on_trade_receiver: Option<String>,

    /// The fee before reductions, in yuan.
    pub original_charge_fee: Option<Amount>,

    /// The parts of the fee, where several means paid.
    pub sub_fee_detail_list: Vec<SubFee>,

    /// The rate of the contract.
    pub switch_fee_rate: Option<String>,
}

/// A part of a fee.
#[derive(Record)]
#[non_exhaustive]
pub struct SubFee {
    /// The part, in yuan.
    pub charge_fee: Option<Amount>,

    /// The part before reductions, in yuan.
    pub original_charge_fee: Option<Amount>,

    /// The rate of the contract.
    pub switch_fee_rate: Option<String>,
}
