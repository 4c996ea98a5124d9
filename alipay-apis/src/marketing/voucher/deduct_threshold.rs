//! What an order must come to before a voucher counts. Not on the page of any method; known from
//! Alipay's SDKs.

use alipay_core::Record;

/// What an order must come to before a voucher counts. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherDeductThresholdInfo {
    /// The threshold in the merchant's own words.
    pub customer_define_voucher_threshold_desc: Option<String>,

    /// The threshold as a way of paying.
    pub voucher_express_info: Option<VoucherExpressInfo>,

    /// The threshold as a number of goods.
    pub voucher_goods_quantity_specification_info: Option<VoucherGoodsQuantitySpecificationInfo>,
}

/// A threshold as a way of paying. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherExpressInfo {
    /// The payment that counts.
    pub pay_express: Option<String>,
}

/// A threshold as a number of goods. Not on the page; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherGoodsQuantitySpecificationInfo {
    /// In which direction the quantity counts.
    pub directional_type: Option<String>,

    /// How many of the unit.
    pub specification_quantity: Option<i64>,

    /// The unit that is counted.
    pub specification_unit: Option<String>,
}
