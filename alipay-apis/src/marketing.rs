//! `alipay.marketing.*`: campaigns, vouchers, their images, and red packets.

use alipay_core::{Api, ApiRequest};

pub mod activity_ordervoucher_create;
pub mod campaign_cash_detail_query;
pub mod material_image_upload;
pub mod messages;
pub mod voucher;

pub use activity_ordervoucher_create::{
    ActivityOrdervoucherCreate, ActivityOrdervoucherCreateError, ActivityOrdervoucherCreateResponse,
};
pub use campaign_cash_detail_query::{
    CampaignCashDetailQuery, CampaignCashDetailQueryError, CampaignCashDetailQueryResponse,
};
pub use material_image_upload::{MaterialImageUpload, MaterialImageUploadError, MaterialImageUploadResponse};

pub(crate) const METHODS: &[fn() -> &'static Api] =
    &[ActivityOrdervoucherCreate::api, CampaignCashDetailQuery::api, MaterialImageUpload::api];
