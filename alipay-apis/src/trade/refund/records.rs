//! The objects of a refund that no other method has.

use alipay_core::{Amount, Record};

/// Goods for which money goes back.
#[derive(Record)]
#[non_exhaustive]
pub struct RefundGoodsDetail {
    /// Your number of the goods.
    pub goods_id: Option<String>,

    /// Your numbers of the vouchers that are taken back.
    pub out_certificate_no_list: Vec<String>,

    /// Your number of the item, as it was given to Alipay before.
    pub out_item_id: Option<String>,

    /// Your number of the variant of the item, as it was given to Alipay before.
    pub out_sku_id: Option<String>,

    /// How much goes back for them, in yuan.
    pub refund_amount: Option<Amount>,
}

/// Money that was set aside for a purpose and goes back there.
#[derive(Record)]
#[non_exhaustive]
pub struct PresetPayToolInfo {
    /// How much, in yuan.
    pub amount: Vec<Amount>,

    /// Kind of the money.
    pub assert_type_code: Option<String>,
}
