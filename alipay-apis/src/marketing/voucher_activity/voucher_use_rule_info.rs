//! `voucher_use_rule_info`: when and how often the voucher can be used.

use alipay_core::{DateTime, Record};

use crate::marketing::voucher::{PeriodType, TimeRestrictInfo};

/// When and how often the voucher can be used.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherUseRuleInfo {
    /// How often a user can spend vouchers of this activity.
    pub quantity_limit_per_user: Option<i64>,

    /// The period in which that limit counts, up to 32 characters. No document has a list; known are
    /// `DAY`, `WEEK`, `MONTH` and `LIFE_CYCLE`.
    #[alipay(max_len = 32)]
    pub quantity_limit_per_user_period_type: Option<String>,

    /// How often one voucher can be spent.
    pub voucher_max_use_times: Option<i64>,

    /// When the voucher can be used.
    pub voucher_use_time_info: Option<VoucherUseTimeInfo>,

    /// Ways of paying to which the voucher is tied.
    pub payment_restriction_list: Vec<String>,

    /// Room for extensions.
    pub voucher_use_ext_info: Option<String>,
}

/// When a voucher can be used.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherUseTimeInfo {
    /// Between two dates, or in days from when the user receives the voucher.
    #[alipay(max_len = 32)]
    pub period_type: Option<PeriodType>,

    /// The dates, for `ABSOLUTE`.
    pub absolute_period_info: Option<VoucherAbsolutePeriodInfo>,

    /// The days, for `RELATIVE`.
    pub relative_period_info: Option<VoucherRelativePeriodInfo>,
}

/// The dates between which a voucher can be used.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAbsolutePeriodInfo {
    /// From when.
    pub valid_begin_time: Option<DateTime>,

    /// Until when.
    pub valid_end_time: Option<DateTime>,

    /// The days and hours within that time.
    pub time_restrict_info: Option<TimeRestrictInfo>,
}

/// The days from when a user receives a voucher in which it can be used.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherRelativePeriodInfo {
    /// How many days after it is received the voucher becomes valid; 0 is at once.
    pub wait_days_after_receive: Option<i64>,

    /// For how many days it is then valid.
    pub valid_days_after_receive: Option<i64>,

    /// The days and hours within that time.
    pub time_restrict_info: Option<TimeRestrictInfo>,

    /// On which side the last day is rounded, such as `ROUND_FORWARD` for the end of the N-th day,
    /// counted from the day on which the voucher is received.
    pub valid_days_relative_type: Option<String>,
}
