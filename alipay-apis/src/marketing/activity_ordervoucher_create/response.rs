//! The answer: the activity's number, and what became of each shop.

use alipay_core::Record;

use super::{AvailableScopeType, ShopFailReason};

/// The request was accepted; the activity is being created.
///
/// Whether it was created says the message `alipay.marketing.activity.message.created`, which comes
/// later. Shops that were not taken are listed with the reasons, in the structure of the request.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherCreateResponse {
    /// Number of the activity, up to 128 characters.
    #[alipay(max_len = 128)]
    pub activity_id: String,

    /// What became of `voucher_use_rule`.
    pub voucher_use_rule_result: Option<OrderVoucherUseRuleResult>,

    /// What became of `voucher_available_scope_info`.
    pub voucher_available_scope_result_info: Option<VoucherAvailableScopeResultInfo>,
}

/// What became of `voucher_use_rule`.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderVoucherUseRuleResult {
    /// What became of the places where the voucher can be used.
    pub voucher_available_scope_result: OrderVoucherAvailableScopeResult,
}

/// What became of the places where the voucher can be used; the older structure.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderVoucherAvailableScopeResult {
    /// Shops, or cities.
    #[alipay(max_len = 32)]
    pub voucher_available_type: AvailableScopeType,

    /// What became of the shops.
    pub order_voucher_available_shop_result: Option<OrderVoucherAvailableShopResult>,
}

/// What became of the shops; the older structure.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderVoucherAvailableShopResult {
    /// Shops of `shop_ids` that were taken.
    #[alipay(max_len = 84_000)]
    pub success_shop_ids: Vec<String>,

    /// Shops of `shop_ids` that were not.
    pub shop_fail_infos: Vec<OrderVoucherShopFailInfo>,

    /// Shops of `real_shop_ids` that were taken.
    #[alipay(max_len = 84_000)]
    pub success_real_shop_ids: Vec<String>,

    /// Shops of `real_shop_ids` that were not.
    pub real_shop_fail_infos: Vec<OrderVoucherRealShopFailInfo>,

    /// What became of the shops that all shops are without.
    pub order_voucher_merchant_all_shop_result: Option<OrderVoucherMerchantAllShopResult>,
}

/// A shop that was not taken, and why.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderVoucherShopFailInfo {
    /// Alipay's shop id, up to 32 characters.
    #[alipay(max_len = 32)]
    pub shop_id: String,

    /// The reasons, each up to 32 characters.
    #[alipay(min_items = 1, max_len = 32)]
    pub fail_reasons: Vec<ShopFailReason>,

    /// The reasons in words, up to 1,000 characters.
    #[alipay(max_len = 1000)]
    pub fail_message: Option<String>,
}

/// A shop that an agent runs and that was not taken, and why.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderVoucherRealShopFailInfo {
    /// The `real_shop_id`, up to 32 characters.
    #[alipay(max_len = 32)]
    pub real_shop_id: String,

    /// The reasons, each up to 32 characters.
    #[alipay(min_items = 1, max_len = 32)]
    pub fail_reasons: Vec<ShopFailReason>,

    /// The reasons in words, up to 1,000 characters.
    #[alipay(max_len = 1000)]
    pub fail_message: Option<String>,
}

/// What became of the shops that all shops are without; the older structure.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderVoucherMerchantAllShopResult {
    /// Those that were taken.
    #[alipay(max_len = 84_000)]
    pub success_exclude_shop_ids: Vec<String>,

    /// Those that were not.
    pub exclude_shop_fail_infos: Vec<OrderVoucherShopFailInfo>,
}

/// What became of `voucher_available_scope_info`.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableScopeResultInfo {
    /// What became of the places.
    pub voucher_available_geography_scope_result_info: Option<VoucherAvailableGeographyScopeResultInfo>,
}

/// What became of the places where the voucher can be used; the newer structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableGeographyScopeResultInfo {
    /// What became of the shops.
    pub available_geography_shop_result_info: Option<VoucherAvailableGeographyShopResultInfo>,
}

/// What became of the shops; the newer structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableGeographyShopResultInfo {
    /// Shops of `available_shop_ids` that were taken.
    #[alipay(max_len = 84_000)]
    pub success_available_shop_ids: Vec<String>,

    /// Shops of `available_shop_ids` that were not.
    pub fail_available_shop_infos: Vec<VoucherFailShopInfo>,

    /// Shops of `available_real_shop_ids` that were taken.
    #[alipay(max_len = 84_000)]
    pub success_available_real_shop_ids: Vec<String>,

    /// Shops of `available_real_shop_ids` that were not.
    pub fail_available_real_shop_infos: Vec<VoucherFailShopInfo>,

    /// What became of the shops that all shops are without.
    pub available_geography_all_shop_result_info: Option<VoucherAvailableGeographyAllShopResultInfo>,
}

/// A shop that was not taken, and why; the newer structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherFailShopInfo {
    /// Alipay's shop id, up to 32 characters.
    #[alipay(max_len = 32)]
    pub shop_id: Option<String>,

    /// The id of the physical shop, up to 32 characters.
    #[alipay(max_len = 32)]
    pub real_shop_id: Option<String>,

    /// The reasons, each up to 32 characters.
    #[alipay(max_len = 32)]
    pub fail_reasons: Vec<ShopFailReason>,

    /// The reasons in words, up to 1,000 characters.
    #[alipay(max_len = 1000)]
    pub fail_message: Option<String>,
}

/// What became of the shops that all shops are without; the newer structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableGeographyAllShopResultInfo {
    /// Those that were taken.
    #[alipay(max_len = 84_000)]
    pub success_exclude_shop_ids: Vec<String>,

    /// Those that were not.
    pub fail_exclude_shop_infos: Vec<VoucherFailShopInfo>,
}
