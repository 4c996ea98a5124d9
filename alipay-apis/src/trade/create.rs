//! `alipay.trade.create`: a trade that the buyer pays in a mini program.

mod error;
mod records;

use alipay_core::{Amount, DateTime, OpenId, OutTradeNo, Record, TradeNo, UserId, alipay_api};

pub use self::error::CreateError;
pub use self::records::{LogisticsDetail, LogisticsType, ReceiverAddressInfo};
pub use super::order::*;

/// Makes a trade for a buyer who is known, and gives its number: a mini program hands the number to
/// `my.tradePay`, where the buyer pays.
///
/// What the mini program hears there proves nothing. That the order was paid say the notification and
/// [`Query`](super::Query); when nobody pays, [close](super::Close) it.
///
/// Repeating it does no harm: the same order gives the same trade.
///
/// ```
/// use alipay_apis::trade::Create;
/// use alipay_apis::{Amount, Client, Error, OpenId, TradeNo};
///
/// async fn trade_to_pay(client: &Client, buyer: &OpenId) -> Result<TradeNo, Error> {
///     let order = Create::new("20150320010101001", Amount::fen(8888), "Iphone6 16G")
///         .product_code("JSAPI_PAY")
///         .buyer_open_id(buyer);
///     Ok(order.call(client).notify_url("https://shop.example/notify").await?.trade_no.clone())
/// }
/// ```
#[alipay_api(
    method = "alipay.trade.create",
    response = CreateResponse,
    error = CreateError,
    docs = "https://opendocs.alipay.com/mini/6039ed0c_alipay.trade.create",
    idempotent_by(out_trade_no),
    advise(at_least_one(buyer_id, buyer_open_id, buyer_logon_id, op_buyer_open_id)),
    // Of the two times the platform takes the first.
    advise(at_most_one(time_expire, timeout_express)),
    advise(at_most_one(enable_pay_channels, disable_pay_channels)),
)]
pub struct Create {
    /// Your number of the order, up to 64 letters, digits and `_`. One number is one trade, which
    /// can be paid once.
    #[alipay(max_len = 64)]
    pub out_trade_no: OutTradeNo,

    /// What is to be paid, in yuan: 0.01 to 100,000,000, with two decimals.
    #[alipay(range = 0.01..=100000000, decimals = 2)]
    pub total_amount: Amount,

    /// The order's title, up to 256 characters. Users read it. Without `/`, `=` and `&`.
    #[alipay(max_len = 256)]
    pub subject: String,

    /// The agreement that the buyer signs together with paying.
    pub agreement_sign_params: Option<SignParams>,

    /// Alipay's number of the shop.
    pub alipay_store_id: Option<String>,

    /// What a bank tells when it collects for its merchants.
    pub bkagent_req_info: Option<BkAgentReqInfo>,

    /// Describes the order, up to 128 characters. It comes back in notifications and bills, and
    /// users read it.
    #[alipay(max_len = 128)]
    pub body: Option<String>,

    /// Data that some products ask for, together up to 512 characters of JSON.
    pub business_params: Option<BusinessParams>,

    /// The buyer's Alipay user id, up to 28 characters. Newer applications know
    /// [`buyer_open_id`](Self::buyer_open_id) instead.
    #[alipay(max_len = 28)]
    pub buyer_id: Option<UserId>,

    /// The buyer's login name.
    #[alipay(secret)]
    pub buyer_logon_id: Option<String>,

    /// The buyer, as this application knows it.
    pub buyer_open_id: Option<OpenId>,

    /// Channels with which the buyer cannot pay, with commas between them.
    /// Not together with [`enable_pay_channels`](Self::enable_pay_channels).
    pub disable_pay_channels: Option<String>,

    /// How much of the amount discounts may count from, in yuan, with two decimals.
    #[alipay(decimals = 2)]
    pub discountable_amount: Option<Amount>,

    /// The only channels with which the buyer can pay, with commas between them. It can leave a buyer
    /// none. Not together with [`disable_pay_channels`](Self::disable_pay_channels).
    pub enable_pay_channels: Option<String>,

    /// What Alipay checks about the buyer.
    pub ext_user_info: Option<ExtUserInfo>,

    /// What some kinds of business need beside the order.
    pub extend_params: Option<ExtendParams>,

    /// What is bought.
    pub goods_detail: Vec<GoodsDetail>,

    /// How the goods are sent.
    pub logistics_detail: Option<LogisticsDetail>,

    /// The merchant's original number of the order, where it is another than
    /// [`out_trade_no`](Self::out_trade_no).
    pub merchant_order_no: Option<String>,

    /// The application in which the buyer pays, where it is another than the one that calls.
    pub op_app_id: Option<String>,

    /// The buyer, as the application of [`op_app_id`](Self::op_app_id) knows it.
    #[alipay(requires(op_app_id))]
    pub op_buyer_open_id: Option<OpenId>,

    /// Your number of the cashier, up to 28 characters.
    #[alipay(max_len = 28)]
    pub operator_id: Option<String>,

    /// Comes back in the notification as it was sent.
    pub passback_params: Option<String>,

    /// The product that the merchant signed up for, up to 64 characters: `JSAPI_PAY` in a mini program.
    #[alipay(max_len = 64)]
    pub product_code: Option<String>,

    /// What the notification shall tell in addition.
    pub query_options: Vec<String>,

    /// Where the goods are sent to.
    pub receiver_address_info: Option<ReceiverAddressInfo>,

    /// How the money is shared out.
    pub royalty_info: Option<RoyaltyInfo>,

    /// The Alipay user id of who is paid, up to 28 characters. Who signed the contract when left out.
    #[alipay(max_len = 28)]
    pub seller_id: Option<UserId>,

    /// How the money is settled. Needed where a platform collects for its merchants.
    pub settle_info: Option<SettleInfo>,

    /// Your number of the shop, up to 32 characters.
    #[alipay(max_len = 32)]
    pub store_id: Option<String>,

    /// The merchant for whom a platform collects. Needed there, left out otherwise.
    pub sub_merchant: Option<SubMerchant>,

    /// Your number of the terminal, up to 32 characters.
    #[alipay(max_len = 32)]
    pub terminal_id: Option<String>,

    /// Until when the order can be paid. Wins over [`timeout_express`](Self::timeout_express).
    pub time_expire: Option<DateTime>,

    /// How long the order can be paid: a whole number with `m` minutes, `h` hours or `d` days, up
    /// to `15d`, or `1c` until midnight.
    #[alipay(max_len = 6)]
    pub timeout_express: Option<String>,

    /// How much of the amount discounts may not count from, in yuan, with two decimals.
    #[alipay(decimals = 2)]
    pub undiscountable_amount: Option<Amount>,
}

/// The trade. The method's page promises both numbers; an answer without one of them is refused.
#[derive(Record)]
#[non_exhaustive]
pub struct CreateResponse {
    /// Your number of the order. Compare it with the order.
    pub out_trade_no: OutTradeNo,

    /// Alipay's number of the trade, for `my.tradePay`.
    pub trade_no: TradeNo,
}
