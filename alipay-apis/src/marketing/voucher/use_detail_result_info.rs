//! How often a voucher can still be spent.

use alipay_core::Record;

/// How often a voucher can still be spent, of one that can be spent more than once.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherUseDetailResultInfo {
    /// The times that are left.
    pub voucher_max_un_use_times: Option<i64>,
}
