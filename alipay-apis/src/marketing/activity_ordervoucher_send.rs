//! `alipay.marketing.activity.ordervoucher.send`: give a user a voucher.

use alipay_core::{DateTime, OpenId, Record, TradeNo, UserId, alipay_api};

use super::voucher::TradeChannel;

/// Gives a user a voucher, for providers.
///
/// Of the SDKs only, which do not say what must be given; leave nothing out that you know.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherSend;
/// use alipay_apis::{Client, DateTime, Error};
///
/// /// The voucher's code.
/// async fn give(client: &Client, activity: &str, user: &str) -> Result<Option<String>, Error> {
///     let request = ActivityOrdervoucherSend::new().activity_id(activity).open_id(user);
///     let answer = request.out_biz_no("send-1").biz_dt(DateTime::now()).call(client).await?;
///     Ok(answer.voucher_code.clone())
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.send",
    response = ActivityOrdervoucherSendResponse,
    docs = "https://github.com/alipay/alipay-sdk-java-all/blob/master/v2/src/main/java/com/alipay/api/domain/AlipayMarketingActivityOrdervoucherSendModel.java",
    idempotent_by(out_biz_no),
)]
pub struct ActivityOrdervoucherSend {
    /// Number of the activity.
    pub activity_id: Option<String>,

    /// Your number of giving it. The same number with the same content is the same request again.
    pub out_biz_no: Option<String>,

    /// The user, by the `user_id`.
    pub user_id: Option<UserId>,

    /// The user, by the `open_id`.
    pub open_id: Option<OpenId>,

    /// When it is given.
    pub biz_dt: Option<DateTime>,

    /// Where it was bought; for vouchers that are sold.
    pub trade_channel: Option<TradeChannel>,

    /// Alipay's number of the trade with which it was bought.
    pub trade_no: Option<TradeNo>,

    /// Your page about the voucher, a link to a mini program that begins with `alipays:`; an exchange
    /// voucher needs one.
    pub merchant_order_url: Option<String>,

    /// The `chInfo` with which Alipay led the user to your mini program.
    pub ch_info: Option<String>,
}

/// The voucher was given.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherSendResponse {
    /// The voucher's code.
    #[alipay(secret)]
    pub voucher_code: Option<String>,
}
