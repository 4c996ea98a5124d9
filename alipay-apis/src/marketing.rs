//! `alipay.marketing.*`: campaigns, vouchers and red packets.

use alipay_core::{Api, ApiRequest};

pub mod campaign_cash_detail_query;

pub use campaign_cash_detail_query::{
    CampaignCashDetailQuery, CampaignCashDetailQueryError, CampaignCashDetailQueryResponse,
};

pub(crate) const METHODS: &[fn() -> &'static Api] = &[CampaignCashDetailQuery::api];
