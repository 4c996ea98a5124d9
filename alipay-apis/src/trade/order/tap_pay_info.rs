//! A payment by touching a device.

use alipay_core::{Amount, Record};

/// A payment by touching a device. Not documented; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct TapPayInfo {
    /// The medium.
    pub payment_medium_type: Option<String>,

    /// All discounts, in yuan.
    pub total_discount_amount: Option<Amount>,

    /// Their name.
    pub total_discount_name: Option<String>,
}
