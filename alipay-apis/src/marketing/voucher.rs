//! What the methods of merchant vouchers share: the words of their lists of values, and the objects
//! whose rules look at nothing but themselves.
//!
//! An object whose rules look at the whole request stands beside the method that has them.

mod belong_merchant_info;
mod deduct_threshold;
mod delivery;
mod time_restrict_info;
mod use_detail_result_info;
mod words;

pub use belong_merchant_info::BelongMerchantInfo;
pub use deduct_threshold::{VoucherDeductThresholdInfo, VoucherExpressInfo, VoucherGoodsQuantitySpecificationInfo};
pub use delivery::{ActivityDeliveryExtInfo, BizfundSettleInfo, VoucherAvailableItemInfo, VoucherAvailableOutItemInfo};
pub use time_restrict_info::{
    DateRangeInfo, DateRuleInfo, EndTimeInfo, HolidayRuleInfo, TimeRangeInfo, TimeRestrictInfo, VoucherUseTimeRuleInfo,
    WeekRuleInfo,
};
pub use use_detail_result_info::VoucherUseDetailResultInfo;
pub use words::{
    ActivityOperationStatus, ActivityStatus, AvailableScopeType, BusinessType, CodeMode, ExchangeBizType,
    FundCustodyMode, LimitPeriodType, MerchantAccessMode, MerchantIdType, PeriodType, SendGuideMode, ShopFailReason,
    TradeChannel, UseGuideMode, VoucherSendMode, VoucherType,
};
