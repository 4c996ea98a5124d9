//! `voucher_deduct_info`: what the voucher gives, in the newer structure.

use alipay_core::{Amount, Record};

use super::{BusinessType, ExchangeBizType, VoucherDeductThresholdInfo, VoucherType};

/// What the voucher gives; the newer structure.
///
/// The object that belongs to [`voucher_type`](Self::voucher_type) must be given.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherDeductInfo {
    /// What the voucher is worth. A provider's own platform issues exchange vouchers only.
    #[alipay(
        max_len = 32,
        value_if(
            root.activity_base_info.belong_merchant_info.business_type == BusinessType::Isv,
            VoucherType::ExchangeVoucher
        ),
    )]
    pub voucher_type: Option<VoucherType>,

    /// What a `FIX_VOUCHER` gives.
    #[alipay(required_if(voucher_type == VoucherType::FixVoucher))]
    pub fix_voucher_info: Option<FixVoucherInfo>,

    /// What a `DISCOUNT_VOUCHER` gives.
    #[alipay(required_if(voucher_type == VoucherType::DiscountVoucher))]
    pub discount_voucher_info: Option<DiscountVoucherInfo>,

    /// What a `SPECIAL_VOUCHER` gives.
    #[alipay(required_if(voucher_type == VoucherType::SpecialVoucher))]
    pub special_voucher_info: Option<SpecialVoucherInfo>,

    /// What an `EXCHANGE_VOUCHER` gives.
    #[alipay(required_if(voucher_type == VoucherType::ExchangeVoucher))]
    pub exchange_voucher_info: Option<ExchangeVoucherInfo>,

    /// What a voucher of the merchant's own making gives. Not on the page; known from Alipay's SDKs.
    pub customer_define_voucher_info: Option<CustomerDefineVoucherInfo>,
}

/// A fixed amount off.
#[derive(Record)]
#[non_exhaustive]
pub struct FixVoucherInfo {
    /// What is taken off, in yuan: 0.1 to 3,000, up to two decimals.
    #[alipay(range = 0.1..=3000, decimals = 2)]
    pub amount: Option<Amount>,

    /// The least order it can be used for, in yuan: 0.1 to 50,000, up to two decimals. Any order
    /// when left out.
    #[alipay(range = 0.1..=50000, decimals = 2)]
    pub floor_amount: Option<Amount>,

    /// Other things the order must come to. Not on the page; known from Alipay's SDKs.
    pub voucher_deduct_threshold_info: Option<VoucherDeductThresholdInfo>,
}

/// A part of the price off.
#[derive(Record)]
#[non_exhaustive]
pub struct DiscountVoucherInfo {
    /// What remains to be paid, in tenths of the price: 0.1 to 9.9. 6.5 is 65 per cent.
    #[alipay(range = 0.1..=9.9)]
    pub discount: Option<Amount>,

    /// The most that is taken off, in yuan: 0.1 to 15,000, up to two decimals. The platform sets a
    /// least value of its own.
    #[alipay(range = 0.1..=15000, decimals = 2)]
    pub ceiling_amount: Option<Amount>,

    /// The least order it can be used for, in yuan: 0.1 to 50,000, up to two decimals. Any order
    /// when left out.
    #[alipay(range = 0.1..=50000, decimals = 2)]
    pub floor_amount: Option<Amount>,

    /// Other things the order must come to. Not on the page; known from Alipay's SDKs.
    pub voucher_deduct_threshold_info: Option<VoucherDeductThresholdInfo>,
}

/// Goods at a special price. Their price before stands in
/// [`VoucherAvailableGoodsInfo`](super::VoucherAvailableGoodsInfo).
#[derive(Record)]
#[non_exhaustive]
pub struct SpecialVoucherInfo {
    /// The special price, in yuan: 0 to 999, up to two decimals.
    #[alipay(range = 0..=999, decimals = 2)]
    pub special_amount: Option<Amount>,

    /// The least order it can be used for, in yuan: 0.1 to 50,000, up to two decimals. Any order
    /// when left out.
    #[alipay(range = 0.1..=50000, decimals = 2)]
    pub floor_amount: Option<Amount>,

    /// Other things the order must come to. Not on the page; known from Alipay's SDKs.
    pub voucher_deduct_threshold_info: Option<VoucherDeductThresholdInfo>,
}

/// Goods or a sum in exchange for the voucher.
#[derive(Record)]
#[non_exhaustive]
pub struct ExchangeVoucherInfo {
    /// What the voucher is worth, in yuan: 0.1 to 3,000, up to two decimals.
    #[alipay(range = 0.1..=3000, decimals = 2)]
    pub amount: Option<Amount>,

    /// The least order it can be used for, in yuan: 0.1 to 50,000, up to two decimals. Alipay only
    /// shows it; who redeems the voucher must check it.
    #[alipay(range = 0.1..=50000, decimals = 2)]
    pub floor_amount: Option<Amount>,

    /// Whether it is a group-buying voucher or stands for a sum. Needed where the voucher is to be
    /// promoted in one of Alipay's big sales.
    #[alipay(max_len = 64)]
    pub biz_type: Option<ExchangeBizType>,

    /// The goods it is exchanged for. Not on the page; known from Alipay's SDKs.
    pub exchange_goods_info: Option<VoucherExchangeGoodsInfo>,

    /// Other things the order must come to. Not on the page; known from Alipay's SDKs.
    pub voucher_deduct_threshold_info: Option<VoucherDeductThresholdInfo>,
}

/// Goods that a voucher is exchanged for. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherExchangeGoodsInfo {
    /// Their name.
    pub exchange_goods_name: Option<String>,
}

/// A voucher of the merchant's own making. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct CustomerDefineVoucherInfo {
    /// What it gives.
    pub deduct_info: Option<DeductInfo>,
}

/// What a voucher of the merchant's own making gives. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct DeductInfo {
    /// The rule by which it is worked out.
    pub customer_define_deduct_rule: Option<CustomerDefineDeductRule>,
}

/// The rule of a voucher of the merchant's own making. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct CustomerDefineDeductRule {
    /// The rule in the merchant's own words.
    pub customer_define_deduct_rule_desc: Option<String>,
}
