//! `koubei.*`: shops, campaigns and loyalty points of Koubei, Alipay's local-services platform. Needs the
//! feature `koubei`.

use alipay_core::{Api, ApiRequest};

pub mod marketing_campaign_activity_offline;
pub mod marketing_tool_points_update;

pub use marketing_campaign_activity_offline::{
    MarketingCampaignActivityOffline, MarketingCampaignActivityOfflineError, MarketingCampaignActivityOfflineResponse,
};
pub use marketing_tool_points_update::{
    MarketingToolPointsUpdate, MarketingToolPointsUpdateError, MarketingToolPointsUpdateResponse,
};

pub(crate) const METHODS: &[fn() -> &'static Api] =
    &[MarketingCampaignActivityOffline::api, MarketingToolPointsUpdate::api];
