//! What the methods of a trade share: the objects of an order, of its payment and of its refunds.

mod bkagent_info;
mod business_params;
mod charge_info;
mod enterprise_pay_info;
mod ext_user_info;
mod extend_params;
mod fund_bill;
mod goods_detail;
mod invoice_info;
mod refund_charge_info;
mod royalty_detail;
mod royalty_info;
mod settle_info;
mod sign_params;
mod sub_merchant;
mod tap_pay_info;
mod voucher_detail;
mod yes_no;

pub use bkagent_info::{BkAgentReqInfo, BkAgentRespInfo};
pub use business_params::BusinessParams;
pub use charge_info::{ChargeInfo, SubFee};
pub use enterprise_pay_info::EnterprisePayInfo;
pub use ext_user_info::ExtUserInfo;
pub use extend_params::ExtendParams;
pub use fund_bill::TradeFundBill;
pub use goods_detail::{GoodsDetail, GoodsType};
pub use invoice_info::{InvoiceInfo, InvoiceKeyInfo};
pub use refund_charge_info::{RefundChargeInfo, RefundSubFee};
pub use royalty_detail::OpenApiRoyaltyDetailInfoPojo;
pub use royalty_info::{RoyaltyDetailInfos, RoyaltyInfo};
pub use settle_info::{SettleDetailInfo, SettleInfo};
pub use sign_params::{
    AccessParams, OpenApiSpecifiedChannelParamsPojo, PeriodRuleParams, SceneRuleParams, SignParams,
    SpecifiedDeductRuleParams,
};
pub use sub_merchant::{SignMerchantParams, SubMerchant};
pub use tap_pay_info::TapPayInfo;
pub use voucher_detail::{ContributeDetail, VoucherDetail};
pub use yes_no::YesNo;
