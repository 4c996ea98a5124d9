//! `alipay.trade.precreate`: a code that the buyer scans to pay.

mod error;

use alipay_core::{Amount, DateTime, OutTradeNo, Record, UserId, alipay_api};

pub use self::error::PrecreateError;
pub use super::order::*;

/// Makes the code that the buyer scans to pay the order: on a screen at the counter, or printed.
///
/// Show [`qr_code`](PrecreateResponse::qr_code) as a QR code. It can be scanned for two hours. There is no
/// trade before somebody scans it, so until then [`Query`](super::Query) answers that there is none. That
/// the order was paid say the notification and the query. When nobody pays, [cancel](super::Cancel) it; a
/// code that nobody has scanned yet may be scanned after that, so let the order run out as well
/// ([`time_expire`](Self::time_expire), [`qr_code_timeout_express`](Self::qr_code_timeout_express)).
///
/// Repeating it does no harm: an order is paid once, whichever of its codes is scanned.
///
/// ```
/// use alipay_apis::trade::Precreate;
/// use alipay_apis::{Amount, Client, Error};
///
/// async fn code_to_show(client: &Client) -> Result<String, Error> {
///     let order = Precreate::new("20150320010101001", Amount::fen(8888), "Iphone6 16G").qr_code_timeout_express("30m");
///     Ok(order.call(client).notify_url("https://shop.example/notify").await?.qr_code.clone())
/// }
/// ```
#[alipay_api(
    method = "alipay.trade.precreate",
    response = PrecreateResponse,
    error = PrecreateError,
    docs = "https://opendocs.alipay.com/open/8ad49e4a_alipay.trade.precreate",
    idempotent_by(out_trade_no),
    // Of the two times the platform takes the first.
    advise(at_most_one(time_expire, timeout_express)),
    advise(at_most_one(enable_pay_channels, disable_pay_channels)),
)]
pub struct Precreate {
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

    /// The login name of who shall pay.
    #[alipay(secret)]
    pub buyer_logon_id: Option<String>,

    /// Kind of the code: `share_code` for one that users hand on; one to scan when left out.
    pub code_type: Option<String>,

    /// Channels with which the buyer cannot pay, with commas between them, up to 128 characters.
    /// Not together with [`enable_pay_channels`](Self::enable_pay_channels).
    #[alipay(max_len = 128)]
    pub disable_pay_channels: Option<String>,

    /// How much of the amount discounts may count from, in yuan, with two decimals.
    #[alipay(decimals = 2)]
    pub discountable_amount: Option<Amount>,

    /// The only channels with which the buyer can pay, with commas between them, up to 128
    /// characters. It can leave a buyer none. Not together with
    /// [`disable_pay_channels`](Self::disable_pay_channels).
    #[alipay(max_len = 128)]
    pub enable_pay_channels: Option<String>,

    /// What Alipay checks about the buyer.
    pub ext_user_info: Option<ExtUserInfo>,

    /// What some kinds of business need beside the order.
    pub extend_params: Option<ExtendParams>,

    /// What is bought.
    pub goods_detail: Vec<GoodsDetail>,

    /// The merchant's original number of the order, where it is another than
    /// [`out_trade_no`](Self::out_trade_no).
    pub merchant_order_no: Option<String>,

    /// Your number of the cashier, up to 28 characters.
    #[alipay(max_len = 28)]
    pub operator_id: Option<String>,

    /// Comes back in the notification as it was sent.
    pub passback_params: Option<String>,

    /// How it is paid. Not documented; known from Alipay's SDKs.
    pub payment_type: Option<String>,

    /// The product that the merchant signed up for: `FACE_TO_FACE_PAYMENT`, the default, or
    /// `QR_CODE_OFFLINE` for codes of orders.
    pub product_code: Option<String>,

    /// How long the order can be paid, counted from the making of the code: a whole number with `m`
    /// minutes, `h` hours or `d` days, up to 6 characters.
    #[alipay(max_len = 6)]
    pub qr_code_timeout_express: Option<String>,

    /// What the notification shall tell in addition.
    pub query_options: Vec<String>,

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

    /// How much of the amount discounts may not count from, in yuan.
    pub undiscountable_amount: Option<Amount>,
}

/// The code. The method's page promises it and your number; an answer without one of them is refused.
#[derive(Record)]
#[non_exhaustive]
pub struct PrecreateResponse {
    /// Your number of the order. Compare it with the order.
    pub out_trade_no: OutTradeNo,

    /// Number of the prepared payment. Not documented; known from Alipay's SDKs.
    pub prepay_id: Option<String>,

    /// What the QR code to show says, such as `https://qr.alipay.com/bavh4wjlxf12tper3a`.
    pub qr_code: String,

    /// The code that users hand on, for a [`code_type`](Precreate::code_type) of `share_code`.
    pub share_code: Option<String>,
}
