//! `alipay.fund.*`: transfers, the balance, and money that is frozen until it is due. Needs the feature
//! `fund`.
//!
//! [`TransUniTransfer`] moves money at once, and [`TransCommonQuery`] says what became of a transfer
//! whose outcome is unknown. Ask it before you send another: the same `out_biz_no` is one transfer, a
//! new one is a second. [`transfers::transfer_and_wait`] does both, and keeps to one number.
//!
//! A deposit is frozen in the user's app ([`AuthOrderAppFreeze`]), later paid from or given back
//! ([`AuthOrderUnfreeze`]), and [`AuthOperationDetailQuery`] says what became of each of these steps.

use alipay_core::{Api, ApiRequest};

pub mod account_query;
pub mod auth_operation_detail_query;
pub mod auth_order_app_freeze;
pub mod auth_order_unfreeze;
pub mod authorization;
pub mod notifications;
pub mod trans_common_query;
pub mod trans_uni_transfer;
pub mod transfer;
pub mod transfers;

pub use account_query::{AccountQuery, AccountQueryError, AccountQueryResponse};
pub use auth_operation_detail_query::{
    AuthOperationDetailQuery, AuthOperationDetailQueryError, AuthOperationDetailQueryResponse,
};
pub use auth_order_app_freeze::{AuthOrderAppFreeze, AuthOrderAppFreezeError, AuthOrderAppFreezeResponse};
pub use auth_order_unfreeze::{AuthOrderUnfreeze, AuthOrderUnfreezeError, AuthOrderUnfreezeResponse};
pub use trans_common_query::{TransCommonQuery, TransCommonQueryError, TransCommonQueryResponse};
pub use trans_uni_transfer::{TransUniTransfer, TransUniTransferError, TransUniTransferResponse};

pub(crate) const METHODS: &[fn() -> &'static Api] = &[
    AccountQuery::api,
    AuthOperationDetailQuery::api,
    AuthOrderAppFreeze::api,
    AuthOrderUnfreeze::api,
    TransCommonQuery::api,
    TransUniTransfer::api,
];
