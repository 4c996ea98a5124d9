//! `voucher_available_scope_info`: where and for what the voucher can be used, in the newer structure.

use alipay_core::{Amount, Record};

use super::{AvailableScopeType, VoucherAvailableItemInfo, VoucherType};

/// Where and for what the voucher can be used; the newer structure.
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

    /// The item for which it can be spent. Not on the page; known from Alipay's SDKs.
    pub voucher_available_item_info: Option<VoucherAvailableItemInfo>,
}

/// The merchant accounts with which a voucher can be spent: at least one of either kind.
#[derive(Record)]
#[non_exhaustive]
#[alipay(at_least_one(available_pids, available_smids))]
pub struct VoucherAvailableAccountInfo {
    /// PIDs of direct merchants; together up to 84,000 characters.
    #[alipay(max_len = 84_000)]
    pub available_pids: Vec<String>,

    /// SMIDs of indirect merchants; together up to 84,000 characters.
    #[alipay(max_len = 84_000)]
    pub available_smids: Vec<String>,
}

/// The mini programs in which a voucher can be spent.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableAppInfo {
    /// Ids of Alipay mini programs; together up to 84,000 characters. One that is named twice counts
    /// once.
    #[alipay(max_len = 84_000)]
    pub available_app_ids: Vec<String>,
}

/// The places where a voucher can be spent; the newer structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableGeographyScopeInfo {
    /// In shops, or in cities.
    #[alipay(max_len = 32)]
    pub available_geography_scope_type: Option<AvailableScopeType>,

    /// The shops, for `SHOP`.
    #[alipay(advise(required_if(available_geography_scope_type == AvailableScopeType::Shop)))]
    pub available_geography_shop_info: Option<VoucherAvailableGeographyShopInfo>,

    /// The cities, for `CITY_CODE`.
    #[alipay(advise(required_if(available_geography_scope_type == AvailableScopeType::CityCode)))]
    pub available_geography_city_info: Option<VoucherAvailableGeographyCityInfo>,
}

/// The shops where a voucher can be used, named in one of three ways; the newer structure.
///
/// Shops that are named more than once count once.
#[derive(Record)]
#[non_exhaustive]
#[alipay(exactly_one(available_shop_ids, available_real_shop_ids, available_geography_all_shop))]
pub struct VoucherAvailableGeographyShopInfo {
    /// Alipay's shop ids, from `ant.merchant.expand.shop.create`; together up to 84,000 characters.
    #[alipay(max_len = 84_000)]
    pub available_shop_ids: Vec<String>,

    /// All shops of the merchant.
    pub available_geography_all_shop: Option<VoucherAvailableGeographyAllShopInfo>,

    /// Ids of shops that an agent runs for the merchant, from `alipay.business.relation.shop.create`;
    /// together up to 84,000 characters.
    #[alipay(max_len = 84_000)]
    pub available_real_shop_ids: Vec<String>,
}

/// All shops of a merchant; the newer structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableGeographyAllShopInfo {
    /// The merchant, at present a single id, and only the one that owns the activity; up to 84,000
    /// characters.
    #[alipay(max_len = 84_000, max_items = 1)]
    pub merchant_ids: Vec<String>,

    /// Alipay's shop ids of those where the voucher cannot be used; together up to 84,000 characters.
    #[alipay(max_len = 84_000)]
    pub exclude_shop_ids: Vec<String>,

    /// The brand whose shops count. Not on the page; known from Alipay's SDKs.
    pub available_brand_id: Option<String>,
}

/// The cities where a voucher can be used; the newer structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableGeographyCityInfo {
    /// The whole country: the platform fills in all cities.
    pub all_city: Option<bool>,

    /// City codes, from the table that the document links; together up to 84,000 characters. Not
    /// needed for the whole country.
    #[alipay(max_len = 84_000, advise(required_if(!(all_city == true))))]
    pub available_city_codes: Vec<String>,
}

/// The goods for which a voucher can be spent.
///
/// Goods are named by the codes of the merchant: those that count, or those that do not.
#[derive(Record)]
#[non_exhaustive]
#[alipay(at_most_one(available_goods_sku_ids, exclude_goods_sku_ids))]
pub struct VoucherAvailableGoodsInfo {
    /// Their name, up to 12 characters; needed for exchange and special-price vouchers.
    #[alipay(
        max_len = 12,
        required_if(
            coalesce(root.voucher_deduct_info.voucher_type, root.voucher_type)
                in [VoucherType::ExchangeVoucher, VoucherType::SpecialVoucher]
        ),
    )]
    pub goods_name: Option<String>,

    /// What they are, up to 120 characters.
    #[alipay(max_len = 120)]
    pub goods_description: Option<String>,

    /// Their price before, in yuan; needed for special-price vouchers, and more than the special
    /// price.
    #[alipay(
        required_if(
            coalesce(root.voucher_deduct_info.voucher_type, root.voucher_type) == VoucherType::SpecialVoucher
        ),
        greater_than(root.voucher_deduct_info.special_voucher_info.special_amount),
    )]
    pub origin_amount: Option<Amount>,

    /// Codes of goods that count: an order with any of them will do; together up to 84,000 characters.
    #[alipay(max_len = 84_000)]
    pub available_goods_sku_ids: Vec<String>,

    /// Codes of goods that do not count: an order with any of them will not do; together up to 84,000
    /// characters.
    #[alipay(max_len = 84_000)]
    pub exclude_goods_sku_ids: Vec<String>,

    /// More about the goods. Not on the page; known from Alipay's SDKs.
    pub goods_detail: Option<String>,

    /// Pictures of the goods. Not on the page; known from Alipay's SDKs.
    pub goods_detail_images: Vec<String>,

    /// More about the goods, with formatting. Not on the page; known from Alipay's SDKs.
    pub goods_detail_rich_description: Option<String>,
}
