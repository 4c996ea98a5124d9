//! `voucher_available_scope_info`: where and for what the voucher can be used.

use alipay_core::{Amount, Record};

use super::{VoucherAvailableAccountInfo, VoucherAvailableAppInfo, VoucherAvailableGeographyScopeInfo};
use crate::marketing::voucher::VoucherAvailableItemInfo;

/// Where and for what the voucher can be used.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableScopeInfo {
    /// The merchant accounts with which it can be spent.
    pub voucher_available_account_info: Option<VoucherAvailableAccountInfo>,

    /// The mini programs in which it can be spent.
    pub voucher_available_app_info: Option<VoucherAvailableAppInfo>,

    /// The places where it can be spent.
    pub voucher_available_geography_scope_info: Option<VoucherAvailableGeographyScopeInfo>,

    /// The goods for which it can be spent.
    pub voucher_available_goods_info: Option<VoucherAvailableGoodsInfo>,

    /// The item for which it can be spent.
    pub voucher_available_item_info: Option<VoucherAvailableItemInfo>,
}

/// The goods for which a voucher can be spent.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableGoodsInfo {
    /// Their name, up to 12 characters.
    #[alipay(max_len = 12)]
    pub goods_name: Option<String>,

    /// What they are, up to 120 characters.
    #[alipay(max_len = 120)]
    pub goods_description: Option<String>,

    /// Their price before, in yuan.
    pub origin_amount: Option<Amount>,

    /// Codes of goods that count: an order with any of them will do; together up to 84,000 characters.
    #[alipay(max_len = 84_000)]
    pub available_goods_sku_ids: Vec<String>,

    /// Codes of goods that do not count: an order with any of them will not do; together up to 84,000
    /// characters.
    #[alipay(max_len = 84_000)]
    pub exclude_goods_sku_ids: Vec<String>,

    /// More about the goods.
    pub goods_detail: Option<String>,

    /// Pictures of the goods.
    pub goods_detail_images: Vec<String>,

    /// More about the goods, with formatting.
    pub goods_detail_rich_description: Option<String>,
}
