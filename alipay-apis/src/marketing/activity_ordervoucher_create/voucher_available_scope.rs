//! `voucher_use_rule.voucher_available_scope`: where the voucher can be used, in the older structure.

use alipay_core::Record;

use super::AvailableScopeType;

/// Where the voucher can be used; the older structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherAvailableScope {
    /// In shops, or in cities.
    #[alipay(max_len = 32)]
    pub voucher_available_type: AvailableScopeType,

    /// The shops, for `SHOP`.
    #[alipay(required_if(voucher_available_type == AvailableScopeType::Shop))]
    pub order_voucher_available_shop: Option<OrderVoucherAvailableShop>,

    /// The cities, for `CITY_CODE`.
    #[alipay(required_if(voucher_available_type == AvailableScopeType::CityCode))]
    pub order_voucher_available_city_code: Option<OrderVoucherAvailableCityCode>,
}

/// The shops where a voucher can be used, named in one of three ways.
///
/// Shops that are named more than once count once.
#[derive(Record)]
#[non_exhaustive]
#[alipay(exactly_one(shop_ids, real_shop_ids, order_voucher_merchant_all_shop))]
pub struct OrderVoucherAvailableShop {
    /// All shops of the merchant.
    pub order_voucher_merchant_all_shop: Option<OrderVoucherMerchantAllShop>,

    /// Alipay's shop ids, from `ant.merchant.expand.shop.create`; together up to 8,400,000
    /// characters, which is 300,000 ids.
    #[alipay(max_len = 8_400_000)]
    pub shop_ids: Vec<String>,

    /// Ids of shops that an agent runs for the merchant, from `alipay.business.relation.shop.create`;
    /// together up to 8,400,000 characters.
    #[alipay(max_len = 8_400_000)]
    pub real_shop_ids: Vec<String>,
}

/// All shops of a merchant.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderVoucherMerchantAllShop {
    /// Alipay's shop ids of those where the voucher cannot be used; together up to 84,000 characters.
    #[alipay(max_len = 84_000)]
    pub exclude_shop_ids: Vec<String>,
}

/// The cities where a voucher can be used.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderVoucherAvailableCityCode {
    /// The whole country: the platform fills in all cities.
    pub all_city: Option<bool>,

    /// City codes, from the table that the document links; together up to 84,000 characters. Not
    /// needed for the whole country.
    #[alipay(max_len = 84_000, advise(required_if(!(all_city == true))))]
    pub city_codes: Vec<String>,
}
