//! An activity as it stands: the objects of the newer structure that modifying sends and querying
//! answers, so that what was read can be changed and sent back.
//!
//! They have the names and the lengths of the objects with which
//! [creating](super::activity_ordervoucher_create) describes the same, and none of its rules across
//! objects: which of them hold for a change is written nowhere.

mod voucher_available_scope_info;
mod voucher_display_pattern_info;
mod voucher_send_mode_info;
mod voucher_use_rule_info;

pub use super::activity_ordervoucher_create::{
    ActivityBaseInfo, VoucherAvailableAccountInfo, VoucherAvailableAppInfo, VoucherAvailableGeographyAllShopInfo,
    VoucherAvailableGeographyCityInfo, VoucherAvailableGeographyScopeInfo, VoucherAvailableGeographyShopInfo,
    VoucherCustomerGuideInfo, VoucherMiniAppSendGuideInfo, VoucherMiniAppUseGuideInfo, VoucherPackageModeInfo,
    VoucherSaleModeInfo, VoucherSendGuideInfo, VoucherUseGuideInfo,
};
pub use voucher_available_scope_info::{VoucherAvailableGoodsInfo, VoucherAvailableScopeInfo};
pub use voucher_display_pattern_info::VoucherDisplayPatternInfo;
pub use voucher_send_mode_info::{VoucherSendModeInfo, VoucherSendRuleInfo};
pub use voucher_use_rule_info::{
    VoucherAbsolutePeriodInfo, VoucherRelativePeriodInfo, VoucherUseRuleInfo, VoucherUseTimeInfo,
};
