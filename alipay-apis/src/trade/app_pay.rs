//! `alipay.trade.app.pay`: a payment in Alipay's app, started by the shop's app.

use alipay_core::{Amount, DateTime, OutTradeNo, Record, TradeNo, UserId, alipay_api};

pub use super::order::*;

/// Makes the text with which the shop's app has Alipay's app pay the order.
///
/// Make it on the server, and send it to the phone. What Alipay's app says in the end as `result` is
/// an answer like others: [`Client::app_result`](alipay_core::Client::app_result) verifies and reads it.
/// That the order was paid say the notification and [`Query`](super::Query) as well, when the phone
/// never comes back. The number, the amount and the title are what the method's page requires.
///
/// ```
/// use alipay_apis::trade::AppPay;
/// use alipay_apis::{Amount, Client, Error};
///
/// async fn checkout(client: &Client) -> Result<String, Error> {
///     let order = AppPay::new("70501111111S001111119", Amount::yuan(9), "大乐透");
///     order.order_string(client).notify_url("https://shop.example/notify").await
/// }
/// ```
#[alipay_api(
    method = "alipay.trade.app.pay",
    app,
    response = AppPayResponse,
    docs = "https://opendocs.alipay.com/open/cd12c885_alipay.trade.app.pay",
    idempotent_by(out_trade_no),
    // Of the two times the platform takes the first.
    advise(at_most_one(time_expire, timeout_express)),
    advise(at_most_one(enable_pay_channels, disable_pay_channels)),
)]
pub struct AppPay {
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

    /// The agreement that the buyer signs together with paying. Needed for `CYCLE_PAY_AUTH`.
    pub agreement_sign_params: Option<SignParams>,

    /// Describes the order, up to 128 characters. It comes back in notifications and bills, and
    /// users read it.
    #[alipay(max_len = 128)]
    pub body: Option<String>,

    /// Business data as JSON text of up to 512 characters, as agreed with Alipay.
    #[alipay(max_len = 512)]
    pub business_params: Option<String>,

    /// Channels with which the buyer cannot pay, with commas between them, up to 128 characters.
    /// Not together with [`enable_pay_channels`](Self::enable_pay_channels).
    #[alipay(max_len = 128)]
    pub disable_pay_channels: Option<String>,

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

    /// Whether something virtual is sold or something physical.
    #[alipay(max_len = 2)]
    pub goods_type: Option<GoodsType>,

    /// What the invoice needs.
    pub invoice_info: Option<InvoiceInfo>,

    /// The merchant's original number of the order, where it is another than
    /// [`out_trade_no`](Self::out_trade_no).
    pub merchant_order_no: Option<String>,

    /// Comes back in the notification as it was sent, up to 512 characters. Percent-encode it
    /// before you set it.
    #[alipay(max_len = 512)]
    pub passback_params: Option<String>,

    /// The product that the merchant signed up for, up to 64 characters: `QUICK_MSECURITY_PAY`, the
    /// default, or `CYCLE_PAY_AUTH`.
    #[alipay(max_len = 64)]
    pub product_code: Option<String>,

    /// Parameters of a promotion as JSON text of up to 512 characters, as agreed with Alipay.
    #[alipay(max_len = 512)]
    pub promo_params: Option<String>,

    /// What the notification shall tell in addition, such as `hyb_amount` or `enterprise_pay_info`.
    pub query_options: Vec<String>,

    /// How the money is shared out.
    pub royalty_info: Option<RoyaltyInfo>,

    /// The Alipay user id of who is paid, up to 16 characters. Who signed the contract when left
    /// out.
    #[alipay(max_len = 16)]
    pub seller_id: Option<UserId>,

    /// How the money is settled. Needed where a platform collects for its merchants.
    pub settle_info: Option<SettleInfo>,

    /// The channel to pay with, up to 128 characters: `pcredit`, the only one. The user may still
    /// choose another. Not together with instalments.
    #[alipay(max_len = 128)]
    pub specified_channel: Option<String>,

    /// Your number of the shop, up to 32 characters.
    #[alipay(max_len = 32)]
    pub store_id: Option<String>,

    /// The merchant for whom a platform collects. Needed there, left out otherwise.
    pub sub_merchant: Option<SubMerchant>,

    /// Until when the order can be paid. Wins over [`timeout_express`](Self::timeout_express).
    pub time_expire: Option<DateTime>,

    /// How long the order can be paid: a whole number with `m` minutes, `h` hours or `d` days, up
    /// to `15d`, or `1c` until midnight. The platform advises to use
    /// [`time_expire`](Self::time_expire).
    #[alipay(max_len = 6)]
    pub timeout_express: Option<String>,
}

/// What Alipay's app says in the end, as its `result`.
#[derive(Record)]
#[non_exhaustive]
pub struct AppPayResponse {
    /// Number of the buyer's credit agreement, in a payment with credit.
    pub credit_agreement_id: Option<String>,

    /// Number of the order at the credit service, in a payment with credit.
    pub credit_biz_order_id: Option<String>,

    /// How the buyer pays with credit, such as `creditAdvanceV2`. The buyer has paid nothing yet,
    /// then.
    pub credit_pay_mode: Option<String>,

    /// The merchant's original number of the order.
    pub merchant_order_no: Option<String>,

    /// The order string that Alipay's own SDKs put here; nothing that comes back.
    #[alipay(rename = "orderStr")]
    pub order_str: Option<String>,

    /// Your number of the order.
    pub out_trade_no: Option<OutTradeNo>,

    /// The Alipay user id of who was paid.
    pub seller_id: Option<UserId>,

    /// The amount of the order, in yuan.
    pub total_amount: Option<Amount>,

    /// Alipay's number of the trade.
    pub trade_no: Option<TradeNo>,
}
