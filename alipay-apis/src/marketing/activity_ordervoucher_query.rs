//! `alipay.marketing.activity.ordervoucher.query`: look at an activity.
//!
//! As with [creating](super::activity_ordervoucher_create), most is said in two structures. The objects of
//! the older one have the names that creating gives them; nothing of them is sure to be there. Those of
//! the newer one end in `Info`, and [modifying](super::activity_ordervoucher_modify) takes them as they are.

mod error;
mod older;
mod request;
mod response;

pub use error::ActivityOrdervoucherQueryError;
pub use older::{
    CustomerGuide, DiscountVoucher, ExchangeVoucher, FixVoucher, SpecialVoucher, VoucherAvailableScope,
    VoucherDisplayInfo, VoucherSendRuleDetail, VoucherUseRule, VoucherValidPeriod,
};
pub use request::ActivityOrdervoucherQuery;
pub use response::{
    ActivityOrdervoucherQueryResponse, AuditResult, AuditResultInfo, VoucherInventoryInfo, VoucherSummary,
};

pub use super::activity_ordervoucher_create::{
    CustomerDefineDeductRule, CustomerDefineVoucherInfo, DeductInfo, DiscountVoucherInfo, ExchangeVoucherInfo,
    FixVoucherInfo, OrderVoucherAvailableCityCode, OrderVoucherAvailableShop, OrderVoucherMerchantAllShop,
    SpecialVoucherInfo, VoucherDeductInfo, VoucherExchangeGoodsInfo, VoucherSendGuide, VoucherUseGuide,
};
pub use super::voucher::*;
pub use super::voucher_activity::*;
