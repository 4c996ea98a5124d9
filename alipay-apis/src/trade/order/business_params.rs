//! `business_params`: data that some products ask for.

use alipay_core::{Amount, Record};

/// Data that some products ask for, as agreed with Alipay.
#[derive(Record)]
#[non_exhaustive]
pub struct BusinessParams {
    /// When the order was really made, where it is paid later: a date and time as text.
    pub actual_order_time: Option<String>,

    /// What the buyer remarked.
    pub buyer_memo: Option<String>,

    /// The campus card, for payments in a school.
    #[alipay(secret)]
    pub campus_card: Option<String>,

    /// Kind of the campus card.
    pub card_type: Option<String>,

    /// How much of it the buyer's enterprise may pay, in yuan.
    pub enterprise_pay_amount: Option<Amount>,

    /// Data of a payment by an enterprise, as JSON text.
    pub enterprise_pay_info: Option<String>,

    /// Whether the buyer has to enter the password.
    pub force_pwd: Option<String>,

    /// The taxes on the goods.
    pub good_taxes: Option<String>,

    /// The address from which the order was made, for trades that Alipay rates by it.
    #[alipay(secret)]
    pub mc_create_trade_ip: Option<String>,

    /// Which frozen money is set free first.
    pub priority_unfreeze_asset: Option<String>,

    /// Kind of business of the mini program's merchant, such as `KX_SHOPPING`.
    pub tiny_app_merchant_biz_type: Option<String>,
}
