//! `alipay.trade.page.pay`: a payment on Alipay's page, in a browser on a computer.

use alipay_core::{Amount, DateTime, OutTradeNo, Record, TradeNo, UserId, WireEnum, alipay_api};

pub use super::order::*;

/// Leads the user's browser to Alipay's page, where the order is paid.
///
/// Nothing is sent by making the page: the trade comes into being when the user signs in or scans the
/// code there. That it was paid say the notification and [`Query`](super::Query), not the user's coming
/// back. The number, the amount, the title and the product are what the method's page requires.
///
/// ```
/// use alipay_apis::trade::PagePay;
/// use alipay_apis::{Amount, Client, Error};
///
/// async fn checkout(client: &Client) -> Result<String, Error> {
///     let order = PagePay::new("20150320010101001", Amount::fen(8888), "Iphone6 16G", "FAST_INSTANT_TRADE_PAY");
///     let page = order.page(client).return_url("https://shop.example/paid").notify_url("https://shop.example/notify");
///     Ok(page.form().await?.to_string())
/// }
/// ```
#[alipay_api(
    method = "alipay.trade.page.pay",
    page,
    response = PagePayResponse,
    docs = "https://opendocs.alipay.com/open/59da99d0_alipay.trade.page.pay",
    idempotent_by(out_trade_no),
    // Of the two times the platform takes the first.
    advise(at_most_one(time_expire, timeout_express)),
    advise(at_most_one(enable_pay_channels, disable_pay_channels)),
)]
pub struct PagePay {
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

    /// The product that the merchant signed up for, up to 64 characters: `FAST_INSTANT_TRADE_PAY`.
    #[alipay(max_len = 64)]
    pub product_code: String,

    /// The agreement that the buyer signs after paying.
    pub agreement_sign_params: Option<AgreementSignParams>,

    /// Describes the order, up to 128 characters. It comes back in notifications and bills, and
    /// users read it.
    #[alipay(max_len = 128)]
    pub body: Option<String>,

    /// Business data as JSON text, as agreed with Alipay.
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

    /// Where the page is shown; a browser on a computer when left out.
    pub integration_type: Option<IntegrationType>,

    /// What the invoice needs.
    pub invoice_info: Option<InvoiceInfo>,

    /// The merchant's original number of the order, where it is another than
    /// [`out_trade_no`](Self::out_trade_no).
    pub merchant_order_no: Option<String>,

    /// Comes back in the notification as it was sent, up to 512 characters. Percent-encode it
    /// before you set it.
    #[alipay(max_len = 512)]
    pub passback_params: Option<String>,

    /// Parameters of a promotion as JSON text, as agreed with Alipay.
    pub promo_params: Option<String>,

    /// How the code to scan is shown; Alipay's own page when left out.
    #[alipay(max_len = 2)]
    pub qr_pay_mode: Option<QrPayMode>,

    /// Width of the code to scan, in pixels, for [`QrPayMode::OwnWidth`].
    pub qrcode_width: Option<i64>,

    /// What the notification shall tell in addition, such as `hyb_amount` or `enterprise_pay_info`.
    pub query_options: Vec<String>,

    /// Where a user goes who cancels, for [`IntegrationType::AliApp`].
    pub request_from_url: Option<String>,

    /// How the money is shared out.
    pub royalty_info: Option<RoyaltyInfo>,

    /// How the money is settled. Needed where a platform collects for its merchants.
    pub settle_info: Option<SettleInfo>,

    /// Your number of the shop.
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

/// How the code to scan is shown: in a frame of the shop's page, or on Alipay's.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum QrPayMode {
    /// In a frame of at least 600 by 300 pixels.
    #[alipay(rename = "0")]
    Simple,
    /// In a frame of at least 300 by 600 pixels.
    #[alipay(rename = "1")]
    Framed,
    /// On Alipay's own page.
    #[alipay(rename = "2")]
    Jump,
    /// In a frame of at least 75 by 75 pixels.
    #[alipay(rename = "3")]
    Mini,
    /// In a frame, as wide as [`qrcode_width`](PagePay::qrcode_width) says.
    #[alipay(rename = "4")]
    OwnWidth,
    /// A word that the document does not list.
    Unknown(String),
}

/// Where the page is shown.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum IntegrationType {
    /// Within Alipay's app.
    #[alipay(rename = "ALIAPP")]
    AliApp,
    /// In a browser on a computer.
    #[alipay(rename = "PCWEB")]
    PcWeb,
    /// A word that the document does not list.
    Unknown(String),
}

/// An agreement that the buyer signs after paying.
#[derive(Record)]
#[non_exhaustive]
pub struct AgreementSignParams {
    /// The merchant's application at Zhima.
    pub buckle_app_id: Option<String>,

    /// The merchant's number at Zhima.
    pub buckle_merchant_id: Option<String>,

    /// Your number of the agreement, letters and digits; one for each of several agreements with a
    /// user.
    pub external_agreement_no: Option<String>,

    /// The user's name at the shop, shown to the user.
    #[alipay(secret)]
    pub external_logon_id: Option<String>,

    /// The product that is agreed on, from the contract with Alipay.
    pub personal_product_code: Option<String>,

    /// Parameters of a promotion, as JSON text.
    pub promo_params: Option<String>,

    /// The scene that is agreed on, from the contract with Alipay.
    pub sign_scene: Option<String>,

    /// How long the agreement holds: a whole number with `d` days or `m` months; without end when
    /// left out.
    pub sign_validity_period: Option<String>,

    /// The merchant with whom the user signs.
    pub sub_merchant: Option<SignMerchantParams>,

    /// What kind of third party the user signs with; `PARTNER` when left out.
    pub third_party_type: Option<String>,
}

/// What the user's browser brings to `return_url`. It proves nothing: wait for the notification, or
/// query the trade.
#[derive(Record)]
#[non_exhaustive]
pub struct PagePayResponse {
    /// The merchant's original number of the order.
    pub merchant_order_no: Option<String>,

    /// Your number of the order.
    pub out_trade_no: Option<OutTradeNo>,

    /// The form or link that Alipay's own SDKs put here; nothing that comes back.
    #[alipay(rename = "pageRedirectionData")]
    pub page_redirection_data: Option<String>,

    /// The Alipay user id of who was paid.
    pub seller_id: Option<UserId>,

    /// The amount of the order, in yuan.
    pub total_amount: Option<Amount>,

    /// Alipay's number of the trade.
    pub trade_no: Option<TradeNo>,
}
