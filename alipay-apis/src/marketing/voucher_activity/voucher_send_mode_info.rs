//! `voucher_send_mode_info`: how vouchers reach their users.

use alipay_core::{DateTime, Record};

use super::{VoucherPackageModeInfo, VoucherSaleModeInfo};
use crate::marketing::voucher::{LimitPeriodType, VoucherSendMode};

/// How vouchers reach their users.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherSendModeInfo {
    /// Sold, claimed, or in a package.
    #[alipay(max_len = 32)]
    pub voucher_send_mode: Option<VoucherSendMode>,

    /// How they are sold, for `SALE_MODE`.
    pub voucher_sale_mode_info: Option<VoucherSaleModeInfo>,

    /// Which package they are in, for `VOUCHER_PACKAGE`.
    pub voucher_package_mode_info: Option<VoucherPackageModeInfo>,

    /// How many there are and who may have them.
    pub voucher_send_rule_info: Option<VoucherSendRuleInfo>,

    /// The channels in which they are issued.
    pub delivery_channel_list: Vec<String>,
}

/// How many vouchers there are and who may have them.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherSendRuleInfo {
    /// How many vouchers there are.
    /// [`ActivityOrdervoucherAppend`](crate::marketing::ActivityOrdervoucherAppend) raises the number.
    pub quantity: Option<i64>,

    /// How many vouchers are issued on a day at most.
    pub max_quantity_by_day: Option<i64>,

    /// How many vouchers an Alipay account may have; 0 or nothing is as many as it likes.
    pub quantity_limit_per_user: Option<i64>,

    /// The period in which that limit counts.
    #[alipay(max_len = 32)]
    pub quantity_limit_per_user_period_type: Option<LimitPeriodType>,

    /// Whether accounts of one identity card count as one user.
    pub natural_person_limit: Option<bool>,

    /// Whether accounts of one phone number count as one user.
    pub phone_number_limit: Option<bool>,

    /// Whether only users of verified identity may have it.
    pub real_name_limit: Option<bool>,

    /// From when vouchers are issued.
    pub publish_start_time: Option<DateTime>,

    /// Until when vouchers are issued.
    pub publish_end_time: Option<DateTime>,

    /// Whether users must enter a phone number.
    pub phone_number_need_input_limit: Option<bool>,

    /// How many vouchers a user may have on a day.
    pub quantity_day_limit_per_user: Option<i64>,

    /// How many vouchers a user may have in a month.
    pub quantity_month_limit_per_user: Option<i64>,

    /// How many vouchers a user may have in a week.
    pub quantity_week_limit_per_user: Option<i64>,
}
