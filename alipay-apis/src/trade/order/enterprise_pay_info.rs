//! What an enterprise paid.

use alipay_core::{Amount, Record};

/// What an enterprise paid.
#[derive(Record)]
#[non_exhaustive]
pub struct EnterprisePayInfo {
    /// More about it, as JSON text.
    pub biz_info: Option<String>,

    /// What can be invoiced, in yuan.
    pub invoice_amount: Option<Amount>,

    /// Whether the enterprise paid.
    pub is_use_enterprise_pay: Option<bool>,
}
