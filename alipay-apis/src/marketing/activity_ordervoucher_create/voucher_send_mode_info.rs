//! `voucher_send_mode_info`: how vouchers reach their users, in the newer structure.

use std::time::{Duration, SystemTime};

use alipay_core::{Amount, DateTime, Record};

use super::{BizfundSettleInfo, CodeMode, FundCustodyMode, LimitPeriodType, VoucherSendMode};

/// How vouchers reach their users; the newer structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherSendModeInfo {
    /// Sold, claimed, or in a package.
    #[alipay(max_len = 32)]
    pub voucher_send_mode: Option<VoucherSendMode>,

    /// How they are sold, for `SALE_MODE`.
    #[alipay(advise(required_if(voucher_send_mode == VoucherSendMode::SaleMode)))]
    pub voucher_sale_mode_info: Option<VoucherSaleModeInfo>,

    /// Which package they are in, for `VOUCHER_PACKAGE`.
    #[alipay(advise(required_if(voucher_send_mode == VoucherSendMode::VoucherPackage)))]
    pub voucher_package_mode_info: Option<VoucherPackageModeInfo>,

    /// How many there are and who may have them.
    pub voucher_send_rule_info: Option<VoucherSendRuleInfo>,

    /// The channels in which they are issued. Not on the page; known from Alipay's SDKs.
    pub delivery_channel_list: Vec<String>,
}

/// How vouchers are sold.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherSaleModeInfo {
    /// The account that is paid for each redeemed voucher, up to 32 characters.
    #[alipay(max_len = 32)]
    pub payee_pid: Option<String>,

    /// What the voucher costs, in yuan: 0.1 to 3,000, up to two decimals.
    #[alipay(range = 0.1..=3000, decimals = 2)]
    pub sale_amount: Option<Amount>,

    /// Who keeps the money until the voucher is used.
    #[alipay(max_len = 32)]
    pub fund_custody_mode: Option<FundCustodyMode>,

    /// Whether a user may give it back for money; no when left out.
    pub refundable: Option<bool>,

    /// Whether the money goes back when it expires; no when left out. It does not happen by itself:
    /// call `alipay.marketing.activity.order.refund`, or answer for the complaints.
    pub overdue_refundable: Option<bool>,

    /// Whether giving it back needs a confirmation after it has expired. Not on the page; known from
    /// Alipay's SDKs.
    pub overdue_refundable_need_confirm: Option<bool>,

    /// Whether giving it back needs a confirmation. Not on the page; known from Alipay's SDKs.
    pub refundable_need_confirm: Option<bool>,

    /// How the money is settled. Not in the page's table; known from Alipay's SDKs.
    pub settle_info: Option<BizfundSettleInfo>,
}

/// Which package vouchers are in.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherPackageModeInfo {
    /// The package, up to 64 characters, from `alipay.marketing.activity.voucherpackage.query`.
    #[alipay(max_len = 64)]
    pub voucher_package_id: Option<String>,
}

/// How many vouchers there are and who may have them; the newer structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherSendRuleInfo {
    /// How many vouchers there are: 0 or nothing for `MERCHANT_UPLOAD`, where the codes are counted;
    /// otherwise 1 or more.
    #[alipay(
        value_if(coalesce(root.code_mode, root.activity_base_info.code_mode) == CodeMode::MerchantUpload, 0),
        when(coalesce(root.code_mode, root.activity_base_info.code_mode) == CodeMode::MerchantApi, range = 1..),
        advise(required_if(
            coalesce(root.code_mode, root.activity_base_info.code_mode) == CodeMode::MerchantApi
                && absent(root.voucher_send_rule.voucher_quantity)
        )),
    )]
    pub quantity: Option<i64>,

    /// How many vouchers are issued on a day at most; over all days not more than there are.
    // A product of a number and a span of time is compared with a number: one rule of one method, so
    // no word of the language.
    #[alipay(advise(when(quantity > 0, check = daily_cap_fits_total)))]
    pub max_quantity_by_day: Option<i64>,

    /// How many vouchers an Alipay account may have; 0 or nothing is as many as it likes.
    pub quantity_limit_per_user: Option<i64>,

    /// The period in which that limit counts; the whole activity when left out.
    #[alipay(max_len = 32)]
    pub quantity_limit_per_user_period_type: Option<LimitPeriodType>,

    /// Whether accounts of one identity card count as one user.
    pub natural_person_limit: Option<bool>,

    /// Whether accounts of one phone number count as one user.
    pub phone_number_limit: Option<bool>,

    /// Whether only users of verified identity may have it; no when left out.
    pub real_name_limit: Option<bool>,

    /// From when vouchers are issued.
    pub publish_start_time: Option<DateTime>,

    /// Until when vouchers are issued.
    #[alipay(advise(greater_than(publish_start_time)))]
    pub publish_end_time: Option<DateTime>,

    /// Whether users must enter a phone number. Not on the page; known from Alipay's SDKs.
    pub phone_number_need_input_limit: Option<bool>,

    /// How many vouchers a user may have on a day. Not on the page; known from Alipay's SDKs.
    pub quantity_day_limit_per_user: Option<i64>,

    /// How many vouchers a user may have in a month. Not on the page; known from Alipay's SDKs.
    pub quantity_month_limit_per_user: Option<i64>,

    /// How many vouchers a user may have in a week. Not on the page; known from Alipay's SDKs.
    pub quantity_week_limit_per_user: Option<i64>,
}

/// A day's vouchers times the days of issuing, begun days included, are not more than there are.
// Inline, so that it is compiled where the method is called, as all else of a declaration is.
#[inline]
fn daily_cap_fits_total(rule: &VoucherSendRuleInfo) -> Result<(), String> {
    let VoucherSendRuleInfo { quantity: Some(total), max_quantity_by_day: Some(by_day), .. } = *rule else {
        return Ok(());
    };
    let Some(days) = rule.publish_start_time.zip(rule.publish_end_time).and_then(|(start, end)| days(start, end))
    else {
        return Ok(());
    };
    match by_day.checked_mul(days) {
        Some(most) if most <= total => Ok(()),
        _ => Err(format!("over {days} days it comes to more than quantity, which is {total}")),
    }
}

/// How many days of 24 hours begin between two times; `None` for times in the wrong order.
#[inline]
fn days(start: DateTime, end: DateTime) -> Option<i64> {
    const DAY: Duration = Duration::from_secs(24 * 60 * 60);
    let (start, end) = (SystemTime::try_from(start).ok()?, SystemTime::try_from(end).ok()?);
    let length = end.duration_since(start).ok()?;
    i64::try_from(length.as_secs().div_ceil(DAY.as_secs())).ok()
}
