//! `alipay.marketing.activity.ordervoucher.modify`: change an activity.
//!
//! As with [creating](super::activity_ordervoucher_create), most can be said in two structures. The
//! objects of the older one end in `Modify`; those of the newer one end in `Info` and are those that
//! [querying](super::activity_ordervoucher_query) answers. Fill one of the two.

mod error;
mod older;
mod request;

pub use error::ActivityOrdervoucherModifyError;
pub use older::{
    CustomerGuideModify, ExchangeVoucherModify, OrderVoucherAvailableCityCodeModify, OrderVoucherAvailableShopModify,
    OrderVoucherMerchantAllShopModify, VoucherAvailableScopeModify, VoucherDisplayInfoModify, VoucherSendGuideModify,
    VoucherSendRuleDetailModify, VoucherUseGuideModify, VoucherUseRuleModify, VoucherValidPeriodModify,
};
pub use request::{ActivityOrdervoucherModify, ActivityOrdervoucherModifyResponse, ScopeModifyType};

pub use super::activity_ordervoucher_create::{
    OrderVoucherAvailableScopeResult, OrderVoucherAvailableShopResult, OrderVoucherMerchantAllShopResult,
    OrderVoucherRealShopFailInfo, OrderVoucherShopFailInfo, OrderVoucherUseRuleResult,
    VoucherAvailableGeographyAllShopResultInfo, VoucherAvailableGeographyScopeResultInfo,
    VoucherAvailableGeographyShopResultInfo, VoucherAvailableScopeResultInfo, VoucherFailShopInfo,
};
pub use super::voucher::*;
pub use super::voucher_activity::*;
