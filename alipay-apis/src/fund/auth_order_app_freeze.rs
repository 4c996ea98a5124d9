//! `alipay.fund.auth.order.app.freeze`: money of the user's is frozen, in Alipay's app.

mod error;

use alipay_core::{Amount, DateTime, OpenId, Record, UserId, WireEnum, alipay_api};

pub use self::error::AuthOrderAppFreezeError;
pub use super::authorization::OperationStatus;

/// Makes the text with which the shop's app has Alipay's app freeze a deposit.
///
/// Make it on the server, and send it to the phone. What Alipay's app says in the end as `result` is
/// verified and read by [`Client::app_result`](alipay_core::Client::app_result). That the money was
/// frozen say the notification and [`AuthOperationDetailQuery`](super::AuthOperationDetailQuery) as
/// well, when the phone never comes back.
///
/// ```
/// use alipay_apis::fund::AuthOrderAppFreeze;
/// use alipay_apis::{Amount, Client, Error};
///
/// async fn deposit(client: &Client, rental: &str) -> Result<String, Error> {
///     let deposit = AuthOrderAppFreeze::new(rental, rental, "Bicycle", Amount::yuan(99), "PRE_AUTH_ONLINE");
///     deposit.order_string(client).notify_url("https://shop.example/notify").await
/// }
/// ```
#[alipay_api(
    method = "alipay.fund.auth.order.app.freeze",
    app,
    response = AuthOrderAppFreezeResponse,
    error = AuthOrderAppFreezeError,
    docs = "https://opendocs.alipay.com/open/e2e70da4_alipay.fund.auth.order.app.freeze",
    idempotent_by(out_order_no),
    advise(at_most_one(enable_pay_channels, disable_pay_channels)),
)]
pub struct AuthOrderAppFreeze {
    /// Your number of the authorisation, one for each. Letters, digits and `_`.
    pub out_order_no: String,

    /// Your number of this step, one for each. It may be the same as
    /// [`out_order_no`](Self::out_order_no).
    pub out_request_no: String,

    /// The title. Users read it.
    pub order_title: String,

    /// What is to be frozen, with two decimals: 0.01 to 100,000,000, in yuan or in
    /// [`trans_currency`](Self::trans_currency).
    #[alipay(range = 0.01..=100000000, decimals = 2)]
    pub amount: Amount,

    /// The product that the merchant signed up for: `PRE_AUTH_ONLINE`.
    pub product_code: String,

    /// Business data as JSON text, such as `outRiskInfo`.
    pub business_params: Option<String>,

    /// How the user pays later, where credit stands for the deposit. Needed there.
    pub deposit_product_mode: Option<DepositProductMode>,

    /// Channels that the user cannot choose, as JSON text. Not together with
    /// [`enable_pay_channels`](Self::enable_pay_channels).
    pub disable_pay_channels: Option<String>,

    /// The only channels that the user can choose, as JSON text: `MONEY_FUND`, `PCREDIT_PAY`,
    /// `CREDITZHIMA`. It can leave a user none. Not together with
    /// [`disable_pay_channels`](Self::disable_pay_channels).
    pub enable_pay_channels: Option<String>,

    /// More as JSON text: `category` and `serviceId`, both of which an authorisation by credit needs,
    /// and `creditExtInfo`.
    pub extra_param: Option<String>,

    /// Who the user has to be, as JSON text: `identity_hash`, SHA-256 in hexadecimal over name and
    /// number of the identity card, and `alipay_user_id`.
    #[alipay(secret)]
    pub identity_params: Option<String>,

    /// How long the user may take: a whole number with `m` minutes, `h` hours or `d` days, `1m` to
    /// `15d`. `15m` when left out.
    pub pay_timeout: Option<String>,

    /// The login name of who is paid later, an e-mail address or a mobile number. This or
    /// [`payee_user_id`](Self::payee_user_id) is needed for users to choose Huabei.
    #[alipay(secret)]
    pub payee_logon_id: Option<String>,

    /// The Alipay user id of who is paid later, 16 digits that begin with 2088.
    pub payee_user_id: Option<UserId>,

    /// What is paid later. Which of the fields it needs says
    /// [`deposit_product_mode`](Self::deposit_product_mode).
    pub post_payments: Vec<PostPayment>,

    /// The scene, such as `ONLINE_AUTH_COMMON_SCENE`.
    pub scene_code: Option<String>,

    /// The currency in which is settled, such as `USD`.
    pub settle_currency: Option<String>,

    /// The same as [`pay_timeout`](Self::pay_timeout).
    pub timeout_express: Option<String>,

    /// The currency of [`amount`](Self::amount), such as `USD`; `CNY` when left out.
    pub trans_currency: Option<String>,
}

/// How the user pays later.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum DepositProductMode {
    /// An amount that is known now. [`post_payments`](AuthOrderAppFreeze::post_payments) tells name
    /// and amount.
    Postpay,
    /// An amount that is not known yet. [`post_payments`](AuthOrderAppFreeze::post_payments) tells name
    /// and description.
    PostpayUncertain,
    /// Nothing: there is only the deposit.
    DepositOnly,
    /// A word that the document does not list.
    Unknown(String),
}

/// Something that is paid later.
#[derive(Record)]
#[non_exhaustive]
pub struct PostPayment {
    /// How much, in yuan.
    pub amount: Option<Amount>,

    /// How it is calculated. Users read it.
    pub description: Option<String>,

    /// What it is. Users read it.
    pub name: Option<String>,
}

/// What Alipay's app says in the end, as its `result`. Amounts are in yuan.
#[derive(Record)]
#[non_exhaustive]
pub struct AuthOrderAppFreezeResponse {
    /// What was frozen.
    pub amount: Option<Amount>,

    /// Alipay's number of the authorisation. You need it to pay from it and to give it back.
    pub auth_no: Option<String>,

    /// How much of it is credit.
    pub credit_amount: Option<Amount>,

    /// How much of it is the user's money.
    pub fund_amount: Option<Amount>,

    /// When it was frozen.
    pub gmt_trans: Option<DateTime>,

    /// Alipay's number of this step.
    pub operation_id: Option<String>,

    /// The order string that Alipay's own SDKs put here; nothing that comes back.
    #[alipay(rename = "orderStr")]
    pub order_str: Option<String>,

    /// Your number of the authorisation.
    pub out_order_no: Option<String>,

    /// Your number of this step.
    pub out_request_no: Option<String>,

    /// The user, as this application knows the user.
    pub payer_open_id: Option<OpenId>,

    /// The user's Alipay user id.
    pub payer_user_id: Option<UserId>,

    /// `CREDIT_AUTH`: credit stands for the deposit, and no money is frozen.
    pub pre_auth_type: Option<String>,

    /// Where this step stands.
    pub status: Option<OperationStatus>,

    /// The currency of [`amount`](Self::amount).
    pub trans_currency: Option<String>,
}
