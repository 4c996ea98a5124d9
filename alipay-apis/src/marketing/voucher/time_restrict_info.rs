//! The days and hours within a voucher's validity at which it can be used. Not on the page of any
//! method; known from Alipay's SDKs.

use alipay_core::Record;

/// The days and hours at which a voucher can and cannot be used. Not on the page; known from
/// Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct TimeRestrictInfo {
    /// When it cannot be used.
    pub disable_period_info: Vec<VoucherUseTimeRuleInfo>,

    /// When it can be used.
    pub usable_period_info: Vec<VoucherUseTimeRuleInfo>,
}

/// One stretch of days and hours. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherUseTimeRuleInfo {
    /// The stretch by dates.
    pub date_rule_info: Option<DateRuleInfo>,

    /// The stretch by holidays.
    pub holiday_rule_info: Option<HolidayRuleInfo>,

    /// Which of the three it is.
    pub rule_type: Option<String>,

    /// The stretch by days of the week.
    pub week_rule_info: Option<WeekRuleInfo>,
}

/// Hours on certain dates. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct DateRuleInfo {
    /// The dates.
    pub date_range_info: Option<DateRangeInfo>,

    /// The hours.
    pub time_range_info: Option<TimeRangeInfo>,
}

/// Dates from one to another. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct DateRangeInfo {
    /// The first date.
    pub begin_date: Option<String>,

    /// The last date.
    pub end_date: Option<String>,
}

/// Hours on holidays. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct HolidayRuleInfo {
    /// The hours.
    pub time_range_info: Option<TimeRangeInfo>,
}

/// Hours on certain days of the week. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct WeekRuleInfo {
    /// The hours.
    pub time_range_info: Option<TimeRangeInfo>,

    /// The day of the week.
    pub week_day: Option<String>,
}

/// Hours of a day. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct TimeRangeInfo {
    /// When they begin.
    pub begin_time: Option<String>,

    /// When they end.
    pub end_time_info: Option<EndTimeInfo>,
}

/// The end of a stretch of hours. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct EndTimeInfo {
    /// The time of day.
    pub end_time: Option<String>,

    /// On which day that is.
    pub end_time_type: Option<String>,
}
