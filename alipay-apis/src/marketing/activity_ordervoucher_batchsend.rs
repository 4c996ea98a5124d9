//! `alipay.marketing.activity.ordervoucher.batchsend`: give a user the exchange vouchers of an order.

use alipay_core::{OpenId, Record, UserId, alipay_api};

use super::voucher::TradeChannel;

/// Gives a user the exchange vouchers that an order holds.
///
/// The answer tells of each voucher whether it was given, and whether repeating may help. Repeating one
/// with the same `out_biz_no` and the same content gives it once.
///
/// Of the SDKs only, which do not say what must be given; leave nothing out that you know.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherBatchsend;
/// use alipay_apis::marketing::activity_ordervoucher_batchsend::ActivitySendVoucherInfo;
/// use alipay_apis::marketing::voucher::TradeChannel;
/// use alipay_apis::{Client, Error};
///
/// /// Whether all were given.
/// async fn give(client: &Client, activity: &str, user: &str, trade: &str) -> Result<bool, Error> {
///     let voucher = ActivitySendVoucherInfo::new().activity_id(activity).voucher_code("V-1").out_biz_no("send-1");
///     let request = ActivityOrdervoucherBatchsend::new()
///         .activity_send_voucher_info_list([voucher])
///         .user_id(user)
///         .trade_channel(TradeChannel::ZhifubaoTradeChannel)
///         .trade_no(trade);
///     let answer = request.call(client).await?;
///     Ok(answer.activity_send_voucher_result_info_list.iter().all(|given| given.result == Some(true)))
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.batchsend",
    response = ActivityOrdervoucherBatchsendResponse,
    docs = "https://github.com/alipay/alipay-sdk-java-all/blob/master/v2/src/main/java/com/alipay/api/domain/AlipayMarketingActivityOrdervoucherBatchsendModel.java",
)]
pub struct ActivityOrdervoucherBatchsend {
    /// The vouchers.
    pub activity_send_voucher_info_list: Vec<ActivitySendVoucherInfo>,

    /// The user, by the `user_id`.
    pub user_id: Option<UserId>,

    /// The user, by the `open_id`.
    pub open_id: Option<OpenId>,

    /// When they are given, as the platform writes times. Newer SDKs have a text here.
    pub biz_dt: Option<String>,

    /// Where they were bought.
    pub trade_channel: Option<TradeChannel>,

    /// The trade with which they were bought, as its channel numbers it.
    pub trade_no: Option<String>,

    /// The `promoTraceInfo` with which Alipay led the user to your mini program.
    pub promo_trace_info: Option<String>,
}

/// A voucher that is to be given.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivitySendVoucherInfo {
    /// Number of the activity, one of exchange vouchers.
    pub activity_id: Option<String>,

    /// The voucher's code: up to 64 digits, letters and characters of `-_+=|`.
    #[alipay(secret)]
    pub voucher_code: Option<String>,

    /// Where a picture of the code can be seen.
    #[alipay(secret)]
    pub voucher_code_url: Option<String>,

    /// Your number of giving this one. The same number with the same content is the same request again.
    pub out_biz_no: Option<String>,

    /// Your page about the voucher, a link to a mini program that begins with `alipays:`; an exchange
    /// voucher needs one.
    pub merchant_order_url: Option<String>,
}

/// What became of the vouchers.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherBatchsendResponse {
    /// One by one.
    pub activity_send_voucher_result_info_list: Vec<ActivitySendVoucherResultInfo>,
}

/// What became of a voucher.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivitySendVoucherResultInfo {
    /// The voucher's code.
    #[alipay(secret)]
    pub voucher_code: Option<String>,

    /// Whether it was given.
    pub result: Option<bool>,

    /// Whether repeating may help, if not.
    pub retry: Option<bool>,

    /// Why not, as a code.
    pub error_code: Option<String>,

    /// Why not, in words.
    pub error_msg: Option<String>,
}
