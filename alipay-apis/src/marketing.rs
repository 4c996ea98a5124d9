//! `alipay.marketing.*`: campaigns, vouchers, their images, and red packets. Needs the feature
//! `marketing`.
//!
//! The life of a merchant's voucher: an activity is [created](activity_ordervoucher_create), codes are
//! [uploaded](activity_ordervoucher_codedeposit) and [counted](activity_ordervoucher_codecount), vouchers
//! [appended](activity_ordervoucher_append); users claim them, or are given them
//! ([one](activity_ordervoucher_send), [several](activity_ordervoucher_receive), [those of an
//! order](activity_ordervoucher_batchsend)), [spend](activity_ordervoucher_use) them and
//! [get them back](activity_ordervoucher_refund). The activity can be [queried](activity_ordervoucher_query),
//! [modified](activity_ordervoucher_modify) and [stopped](activity_ordervoucher_stop).

use alipay_core::{Api, ApiRequest};

pub mod activity_ordervoucher_append;
pub mod activity_ordervoucher_associate;
pub mod activity_ordervoucher_batchsend;
pub mod activity_ordervoucher_codecount;
pub mod activity_ordervoucher_codedeposit;
pub mod activity_ordervoucher_create;
pub mod activity_ordervoucher_disassociate;
pub mod activity_ordervoucher_invalid;
pub mod activity_ordervoucher_modify;
pub mod activity_ordervoucher_query;
pub mod activity_ordervoucher_receive;
pub mod activity_ordervoucher_refund;
pub mod activity_ordervoucher_send;
pub mod activity_ordervoucher_settle;
pub mod activity_ordervoucher_stop;
pub mod activity_ordervoucher_use;
pub mod campaign_cash_detail_query;
pub mod material_image_upload;
pub mod messages;
pub mod voucher;
pub mod voucher_activity;

pub use activity_ordervoucher_append::{
    ActivityOrdervoucherAppend, ActivityOrdervoucherAppendError, ActivityOrdervoucherAppendResponse,
};
pub use activity_ordervoucher_associate::{
    ActivityOrdervoucherAssociate, ActivityOrdervoucherAssociateError, ActivityOrdervoucherAssociateResponse,
};
pub use activity_ordervoucher_batchsend::{ActivityOrdervoucherBatchsend, ActivityOrdervoucherBatchsendResponse};
pub use activity_ordervoucher_codecount::{
    ActivityOrdervoucherCodecount, ActivityOrdervoucherCodecountError, ActivityOrdervoucherCodecountResponse,
};
pub use activity_ordervoucher_codedeposit::{
    ActivityOrdervoucherCodedeposit, ActivityOrdervoucherCodedepositError, ActivityOrdervoucherCodedepositResponse,
};
pub use activity_ordervoucher_create::{
    ActivityOrdervoucherCreate, ActivityOrdervoucherCreateError, ActivityOrdervoucherCreateResponse,
};
pub use activity_ordervoucher_disassociate::{
    ActivityOrdervoucherDisassociate, ActivityOrdervoucherDisassociateError, ActivityOrdervoucherDisassociateResponse,
};
pub use activity_ordervoucher_invalid::{ActivityOrdervoucherInvalid, ActivityOrdervoucherInvalidResponse};
pub use activity_ordervoucher_modify::{
    ActivityOrdervoucherModify, ActivityOrdervoucherModifyError, ActivityOrdervoucherModifyResponse,
};
pub use activity_ordervoucher_query::{
    ActivityOrdervoucherQuery, ActivityOrdervoucherQueryError, ActivityOrdervoucherQueryResponse,
};
pub use activity_ordervoucher_receive::{ActivityOrdervoucherReceive, ActivityOrdervoucherReceiveResponse};
pub use activity_ordervoucher_refund::{
    ActivityOrdervoucherRefund, ActivityOrdervoucherRefundError, ActivityOrdervoucherRefundResponse,
};
pub use activity_ordervoucher_send::{ActivityOrdervoucherSend, ActivityOrdervoucherSendResponse};
pub use activity_ordervoucher_settle::{ActivityOrdervoucherSettle, ActivityOrdervoucherSettleResponse};
pub use activity_ordervoucher_stop::{
    ActivityOrdervoucherStop, ActivityOrdervoucherStopError, ActivityOrdervoucherStopResponse,
};
pub use activity_ordervoucher_use::{
    ActivityOrdervoucherUse, ActivityOrdervoucherUseError, ActivityOrdervoucherUseResponse,
};
pub use campaign_cash_detail_query::{
    CampaignCashDetailQuery, CampaignCashDetailQueryError, CampaignCashDetailQueryResponse,
};
pub use material_image_upload::{MaterialImageUpload, MaterialImageUploadError, MaterialImageUploadResponse};

pub(crate) const METHODS: &[fn() -> &'static Api] = &[
    ActivityOrdervoucherAppend::api,
    ActivityOrdervoucherAssociate::api,
    ActivityOrdervoucherBatchsend::api,
    ActivityOrdervoucherCodecount::api,
    ActivityOrdervoucherCodedeposit::api,
    ActivityOrdervoucherCreate::api,
    ActivityOrdervoucherDisassociate::api,
    ActivityOrdervoucherInvalid::api,
    ActivityOrdervoucherModify::api,
    ActivityOrdervoucherQuery::api,
    ActivityOrdervoucherReceive::api,
    ActivityOrdervoucherRefund::api,
    ActivityOrdervoucherSend::api,
    ActivityOrdervoucherSettle::api,
    ActivityOrdervoucherStop::api,
    ActivityOrdervoucherUse::api,
    CampaignCashDetailQuery::api,
    MaterialImageUpload::api,
];
