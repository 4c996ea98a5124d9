//! `alipay.marketing.activity.ordervoucher.create`: create a merchant-voucher activity.
//!
//! The document describes most of an activity twice. The objects of the older structure are
//! [`VoucherDisplayInfo`], [`VoucherUseRule`], [`VoucherSendRuleDetail`] and [`CustomerGuide`], beside
//! fields of the request itself; those of the newer one end in `Info`: [`ActivityBaseInfo`],
//! [`VoucherSendModeInfo`], [`VoucherDeductInfo`], [`VoucherAvailableScopeInfo`],
//! [`VoucherUseRuleInfo`], [`VoucherCustomerGuideInfo`] and [`VoucherDisplayPatternInfo`]. Fill one
//! of the two. Nothing says which wins; what is given twice should be the same.
//!
//! A rule may look at another object of the request. Where that object is absent, so is the value,
//! and the rule does not apply.

mod activity_base_info;
mod customer_guide;
mod error;
mod request;
mod response;
mod voucher_available_scope;
mod voucher_available_scope_info;
mod voucher_customer_guide_info;
mod voucher_deduct_info;
mod voucher_display_info;
mod voucher_display_pattern_info;
mod voucher_send_mode_info;
mod voucher_send_rule;
mod voucher_use_rule;
mod voucher_use_rule_info;

pub use activity_base_info::ActivityBaseInfo;
pub use customer_guide::{CustomerGuide, VoucherSendGuide, VoucherUseGuide};
pub use error::ActivityOrdervoucherCreateError;
pub use request::ActivityOrdervoucherCreate;
pub use response::{
    ActivityOrdervoucherCreateResponse, OrderVoucherAvailableScopeResult, OrderVoucherAvailableShopResult,
    OrderVoucherMerchantAllShopResult, OrderVoucherRealShopFailInfo, OrderVoucherShopFailInfo,
    OrderVoucherUseRuleResult, VoucherAvailableGeographyAllShopResultInfo, VoucherAvailableGeographyScopeResultInfo,
    VoucherAvailableGeographyShopResultInfo, VoucherAvailableScopeResultInfo, VoucherFailShopInfo,
};
pub use voucher_available_scope::{
    OrderVoucherAvailableCityCode, OrderVoucherAvailableShop, OrderVoucherMerchantAllShop, VoucherAvailableScope,
};
pub use voucher_available_scope_info::{
    VoucherAvailableAccountInfo, VoucherAvailableAppInfo, VoucherAvailableGeographyAllShopInfo,
    VoucherAvailableGeographyCityInfo, VoucherAvailableGeographyScopeInfo, VoucherAvailableGeographyShopInfo,
    VoucherAvailableGoodsInfo, VoucherAvailableScopeInfo,
};
pub use voucher_customer_guide_info::{
    VoucherCustomerGuideInfo, VoucherMiniAppSendGuideInfo, VoucherMiniAppUseGuideInfo, VoucherSendGuideInfo,
    VoucherUseGuideInfo,
};
pub use voucher_deduct_info::{
    CustomerDefineDeductRule, CustomerDefineVoucherInfo, DeductInfo, DiscountVoucherInfo, ExchangeVoucherInfo,
    FixVoucherInfo, SpecialVoucherInfo, VoucherDeductInfo, VoucherExchangeGoodsInfo,
};
pub use voucher_display_info::VoucherDisplayInfo;
pub use voucher_display_pattern_info::VoucherDisplayPatternInfo;
pub use voucher_send_mode_info::{
    VoucherPackageModeInfo, VoucherSaleModeInfo, VoucherSendModeInfo, VoucherSendRuleInfo,
};
pub use voucher_send_rule::VoucherSendRuleDetail;
pub use voucher_use_rule::{
    DiscountVoucher, ExchangeVoucher, FixVoucher, SpecialVoucher, VoucherUseRule, VoucherValidPeriod,
};
pub use voucher_use_rule_info::{
    VoucherAbsolutePeriodInfo, VoucherRelativePeriodInfo, VoucherUseRuleInfo, VoucherUseTimeInfo,
};

pub use super::voucher::*;
