//! What is bought.

use alipay_core::{Amount, Record, WireEnum};

/// One kind of goods in the order.
#[derive(Record)]
#[non_exhaustive]
pub struct GoodsDetail {
    /// Alipay's number of the goods.
    pub alipay_goods_id: Option<String>,

    /// Describes the goods.
    pub body: Option<String>,

    /// The goods' categories from the outermost to the innermost, by number, with `|` between them.
    pub categories_tree: Option<String>,

    /// The goods' category.
    pub goods_category: Option<String>,

    /// The goods' bar code.
    pub goods_ean_id: Option<String>,

    /// Your number of the goods.
    pub goods_id: Option<String>,

    /// The goods' name.
    pub goods_name: Option<String>,

    /// Your number of the item, as it was given to Alipay before.
    pub out_item_id: Option<String>,

    /// Your number of the variant of the item, as it was given to Alipay before.
    pub out_sku_id: Option<String>,

    /// The price of one piece, in yuan.
    pub price: Option<Amount>,

    /// How many.
    pub quantity: Option<i64>,

    /// Where the goods can be seen.
    pub show_url: Option<String>,
}

/// What is sold in the main.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum GoodsType {
    /// Something virtual. It cannot be paid with Huabei.
    #[alipay(rename = "0")]
    Virtual,
    /// Something physical.
    #[alipay(rename = "1")]
    Physical,
    /// A word that the document does not list.
    Unknown(String),
}
