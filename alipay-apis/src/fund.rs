//! `alipay.fund.*`: transfers to other accounts. Needs the feature `fund`.
//!
//! [`TransUniTransfer`] moves money at once, and [`TransCommonQuery`] says what became of a transfer
//! whose outcome is unknown. Ask it before you send another: the same `out_biz_no` is one transfer, a
//! new one is a second.

use alipay_core::{Api, ApiRequest};

pub mod trans_common_query;
pub mod trans_uni_transfer;
pub mod transfer;

pub use trans_common_query::{TransCommonQuery, TransCommonQueryError, TransCommonQueryResponse};
pub use trans_uni_transfer::{TransUniTransfer, TransUniTransferError, TransUniTransferResponse};

pub(crate) const METHODS: &[fn() -> &'static Api] = &[TransCommonQuery::api, TransUniTransfer::api];
