//! Objects about promotion, settlement and goods that no page has; known from Alipay's SDKs.

use alipay_core::Record;

/// How an activity is promoted. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityDeliveryExtInfo {
    /// Whether Alipay promotes it without being asked again.
    pub auto_delivery: Option<bool>,

    /// The channels in which it is promoted.
    pub channel_list: Vec<String>,
}

/// How the money of sold vouchers is settled. Not on the page's table, though its sample sends it;
/// known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct BizfundSettleInfo {
    /// When it is settled; the page's sample has `PERIOD`.
    pub settle_mode: Option<String>,

    /// With whom it is settled; the page's sample has `MERCHANT`.
    pub settle_target_type: Option<String>,
}

/// An item that a voucher is good for. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableItemInfo {
    /// Alipay's number of the item.
    pub item_id: Option<String>,

    /// The merchant's numbers of the item.
    pub out_item_info: Vec<VoucherAvailableOutItemInfo>,
}

/// A merchant's number of an item. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableOutItemInfo {
    /// The mini program that sells the item.
    pub item_app_id: Option<String>,

    /// The merchant's number.
    pub out_item_id: Option<String>,
}
