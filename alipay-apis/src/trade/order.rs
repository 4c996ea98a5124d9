//! What the payment methods share: the objects of an order.

mod ext_user_info;
mod extend_params;
mod goods_detail;
mod invoice_info;
mod royalty_info;
mod settle_info;
mod sub_merchant;

pub use ext_user_info::ExtUserInfo;
pub use extend_params::ExtendParams;
pub use goods_detail::{GoodsDetail, GoodsType};
pub use invoice_info::{InvoiceInfo, InvoiceKeyInfo};
pub use royalty_info::{RoyaltyDetailInfos, RoyaltyInfo};
pub use settle_info::{SettleDetailInfo, SettleInfo};
pub use sub_merchant::{SignMerchantParams, SubMerchant};
