//! `alipay.trade.pay`: a payment that the merchant starts, with the code that the buyer shows, an agreement or
//! a pre-authorisation.

mod error;
mod response;

use alipay_core::{Amount, DateTime, OpenId, OutTradeNo, Record, UserId, WireEnum, alipay_api};

pub use self::error::PayError;
pub use self::response::PayResponse;
pub use super::order::*;

/// Takes a payment: with the code that the buyer shows at the counter, or with what the buyer agreed to
/// before.
///
/// # Outcome
///
/// The answer alone does not say that the order is paid. It may be `10000`, paid, or `10003`, not decided
/// yet: the buyer enters a password, say. [`Answer::is_in_progress`](alipay_core::Answer::is_in_progress)
/// tells them apart. After `10003`, after [`PayError::SystemError`], and whenever an error cannot say that
/// nothing was sent, [query](super::Query) the trade, every few seconds and with growing waits. Is it still
/// not paid when the buyer has waited long enough, [cancel](super::Cancel) it: whatever became of it, the
/// buyer has then paid nothing. Nothing else ends it safely: a payment under a new number while the old one
/// is open can take the money twice. [`pay_and_wait`](super::payment::pay_and_wait) does all of this.
///
/// One [`out_trade_no`](Self::out_trade_no) is paid once, however often it is sent.
///
/// ```
/// use alipay_apis::trade::pay::Scene;
/// use alipay_apis::trade::{Pay, PayError};
/// use alipay_apis::{Amount, Client, Error};
///
/// /// Whether it is paid; `None`: not decided, ask with `Query`.
/// async fn charge(client: &Client, scanned: &str) -> Result<Option<bool>, Error> {
///     let order = Pay::new("20150320010101001", Amount::fen(8888), "Iphone6 16G");
///     match order.auth_code(scanned).scene(Scene::BarCode).call(client).await {
///         Ok(answer) if answer.is_in_progress() => Ok(None),
///         Ok(_) => Ok(Some(true)),
///         Err(error) => match error.error_code::<PayError>() {
///             Some(PayError::PaymentAuthCodeInvalid | PayError::BuyerBalanceNotEnough) => Ok(Some(false)),
///             Some(PayError::SystemError) => Ok(None),
///             _ => Err(error), // `error.sent()` says whether it can be paid
///         },
///     }
/// }
/// ```
#[alipay_api(
    method = "alipay.trade.pay",
    in_progress,
    response = PayResponse,
    error = PayError,
    docs = "https://opendocs.alipay.com/open/1f1fe18c_alipay.trade.pay",
    idempotent_by(out_trade_no),
    // Each product has one of them: the counter, a pre-authorisation, an agreement.
    advise(at_least_one(auth_code, auth_no, agreement_params)),
    // Of the two times the platform takes the first.
    advise(at_most_one(time_expire, timeout_express)),
)]
pub struct Pay {
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

    /// How a payment in advance works, where the contract has one.
    pub advance_payment_type: Option<String>,

    /// The agreement by which the buyer lets the merchant take payments.
    pub agreement_params: Option<AgreementParams>,

    /// Alipay's number of the shop.
    pub alipay_store_id: Option<String>,

    /// The code that the buyer shows, up to 32 characters: the digits under the bar code, or the text of a
    /// face payment. It works once, and for about a minute. Needed at a counter.
    #[alipay(max_len = 32, secret)]
    pub auth_code: Option<String>,

    /// What becomes of a pre-authorisation with what is left of it after this payment.
    #[alipay(max_len = 32)]
    pub auth_confirm_mode: Option<AuthConfirmMode>,

    /// Number of the pre-authorisation that pays. Needed for one.
    pub auth_no: Option<String>,

    /// What a bank tells when it collects for its merchants.
    pub bkagent_req_info: Option<BkAgentReqInfo>,

    /// Describes the order, up to 128 characters. It comes back in notifications and bills, and
    /// users read it.
    #[alipay(max_len = 128)]
    pub body: Option<String>,

    /// Data that some products ask for.
    pub business_params: Option<BusinessParams>,

    /// The buyer's Alipay user id, up to 28 characters. Another buyer's code is then refused.
    #[alipay(max_len = 28)]
    pub buyer_id: Option<UserId>,

    /// The buyer, as this application knows it. Another buyer's code is then refused.
    pub buyer_open_id: Option<OpenId>,

    /// Channels with which the buyer cannot pay, with commas between them.
    pub disable_pay_channels: Option<String>,

    /// How much of the amount discounts may count from, in yuan: 0.01 to 100,000,000, with two decimals.
    #[alipay(range = 0.01..=100000000, decimals = 2)]
    pub discountable_amount: Option<Amount>,

    /// What Alipay checks about the buyer.
    pub ext_user_info: Option<ExtUserInfo>,

    /// What some kinds of business need beside the order.
    pub extend_params: Option<ExtendParams>,

    /// What is bought.
    pub goods_detail: Vec<GoodsDetail>,

    /// Whether the payment may be carried out later. The answer then says in
    /// [`async_payment_mode`](PayResponse::async_payment_mode) whether it is.
    pub is_async_pay: Option<bool>,

    /// The merchant's original number of the order, where it is another than
    /// [`out_trade_no`](Self::out_trade_no).
    pub merchant_order_no: Option<String>,

    /// Your number of the cashier, up to 28 characters.
    #[alipay(max_len = 28)]
    pub operator_id: Option<String>,

    /// Comes back in the notification as it was sent.
    pub passback_params: Option<String>,

    /// How a payment is taken that may be carried out later.
    pub pay_params: Option<PayParams>,

    /// The product that the merchant signed up for, up to 32 characters: `FACE_TO_FACE_PAYMENT` at a
    /// counter, the product of the contract otherwise, such as `PREAUTH_PAY`.
    #[alipay(max_len = 32)]
    pub product_code: Option<String>,

    /// Parameters of a promotion, as agreed with Alipay.
    pub promo_params: Option<PromoParam>,

    /// What the answer shall tell in addition, such as `fund_bill_list`, `voucher_detail_list` or
    /// `discount_goods_detail`.
    pub query_options: Vec<String>,

    /// The institution that collects. Not documented; known from Alipay's SDKs.
    pub request_org_pid: Option<String>,

    /// How the money is shared out.
    pub royalty_info: Option<RoyaltyInfo>,

    /// What the buyer shows; a bar code when left out.
    #[alipay(max_len = 32)]
    pub scene: Option<Scene>,

    /// The Alipay user id of who is paid, up to 28 characters. Who signed the contract when left out.
    #[alipay(max_len = 28)]
    pub seller_id: Option<UserId>,

    /// The currency in which is settled, up to 8 characters, such as `CNY`.
    #[alipay(max_len = 8)]
    pub settle_currency: Option<String>,

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

    /// Data of the terminal as JSON text of up to 2048 characters: its number, place and signature.
    #[alipay(max_len = 2048)]
    pub terminal_params: Option<String>,

    /// Until when the order can be paid. Wins over [`timeout_express`](Self::timeout_express).
    pub time_expire: Option<DateTime>,

    /// How long the order can be paid: a whole number with `m` minutes, `h` hours or `d` days, up
    /// to `15d`, or `1c` until midnight.
    #[alipay(max_len = 6)]
    pub timeout_express: Option<String>,

    /// The currency of the amount, up to 8 characters, such as `CNY`.
    #[alipay(max_len = 8)]
    pub trans_currency: Option<String>,

    /// How much of the amount discounts may not count from, in yuan.
    pub undiscountable_amount: Option<Amount>,
}

/// What the buyer shows.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum Scene {
    /// The bar or QR code in the app.
    #[alipay(rename = "bar_code")]
    BarCode,
    /// The face.
    #[alipay(rename = "security_code")]
    SecurityCode,
    /// A word that the document does not list.
    Unknown(String),
}

/// What becomes of the rest of a pre-authorisation.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum AuthConfirmMode {
    /// The rest is unfrozen when the payment is done.
    Complete,
    /// The rest stays frozen.
    NotComplete,
    /// A word that the document does not list.
    Unknown(String),
}

/// The agreement by which the buyer lets the merchant take payments.
#[derive(Record)]
#[non_exhaustive]
pub struct AgreementParams {
    /// Alipay's number of the agreement.
    pub agreement_no: Option<String>,

    /// A token that stands for the buyer's application.
    #[alipay(secret)]
    pub apply_token: Option<String>,

    /// The buyer's confirmation, where the agreement asks for one at each payment.
    #[alipay(secret)]
    pub auth_confirm_no: Option<String>,

    /// The permission under which is taken. Not documented; known from Alipay's SDKs.
    pub deduct_permission: Option<String>,
}

/// How a payment is taken that may be carried out later.
#[derive(Record)]
#[non_exhaustive]
pub struct PayParams {
    /// Kind of the payment: `NORMAL_ASYNC` and others, as agreed with Alipay.
    pub async_type: Option<String>,

    /// Whether Alipay tries again by itself: `NONE_AUTO_RETRY` does not, for instance.
    pub retry_type: Option<String>,
}

/// Parameters of a promotion.
#[derive(Record)]
#[non_exhaustive]
pub struct PromoParam {
    /// When the order was really made, where it is paid later: a date and time as text.
    pub actual_order_time: Option<String>,
}
