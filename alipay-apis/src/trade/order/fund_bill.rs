//! From where the money came.

use alipay_core::{Amount, Record};

/// A source of the money.
#[derive(Record)]
#[non_exhaustive]
pub struct TradeFundBill {
    /// How much came from it, in yuan.
    pub amount: Option<Amount>,

    /// The bank.
    pub bank_code: Option<String>,

    /// The source, such as `ALIPAYACCOUNT`.
    pub fund_channel: Option<String>,

    /// Kind of the bank card, for `BANKCARD`.
    pub fund_type: Option<String>,

    /// How much of it was really paid, in yuan.
    pub real_amount: Option<Amount>,
}
