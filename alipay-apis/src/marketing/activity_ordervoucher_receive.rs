//! `alipay.marketing.activity.ordervoucher.receive`: give a user several vouchers.

use alipay_core::{DateTime, OpenId, Record, UserId, alipay_api};

/// Gives a user vouchers, of one or several activities.
///
/// The answer tells of each voucher whether it was given, and whether repeating may help. Repeating one
/// with the same `out_biz_no` and the same content gives it once.
///
/// Of the SDKs only, which do not say what must be given; leave nothing out that you know.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherReceive;
/// use alipay_apis::marketing::activity_ordervoucher_receive::OrderVoucherReceiveInfo;
/// use alipay_apis::{Client, Error};
///
/// /// Whether it was given.
/// async fn give(client: &Client, activity: &str, user: &str) -> Result<bool, Error> {
///     let voucher = OrderVoucherReceiveInfo::new().activity_id(activity).out_biz_no("receive-1");
///     let request = ActivityOrdervoucherReceive::new().receive_info_list([voucher]).user_open_id(user);
///     let answer = request.call(client).await?;
///     Ok(answer.receive_result_list.iter().all(|given| given.result == Some(true)))
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.receive",
    response = ActivityOrdervoucherReceiveResponse,
    docs = "https://github.com/alipay/alipay-sdk-java-all/blob/master/v2/src/main/java/com/alipay/api/domain/AlipayMarketingActivityOrdervoucherReceiveModel.java",
)]
pub struct ActivityOrdervoucherReceive {
    /// The vouchers.
    pub receive_info_list: Vec<OrderVoucherReceiveInfo>,

    /// The merchant that gives them, by its account number.
    pub send_merchant_id: Option<UserId>,

    /// The merchant that gives them, by its `open_id`.
    pub send_merchant_open_id: Option<OpenId>,

    /// The user, by the `user_id`.
    pub user_id: Option<UserId>,

    /// The user, by the `open_id`.
    pub user_open_id: Option<OpenId>,
}

/// A voucher that is to be given.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderVoucherReceiveInfo {
    /// Number of the activity.
    pub activity_id: Option<String>,

    /// The voucher's code, where codes are not uploaded.
    #[alipay(secret)]
    pub voucher_code: Option<String>,

    /// Your number of giving this one. The same number with the same content is the same request again.
    pub out_biz_no: Option<String>,

    /// From when its time counts; from now when left out.
    pub customize_send_time: Option<DateTime>,
}

/// What became of the vouchers.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherReceiveResponse {
    /// One by one.
    pub receive_result_list: Vec<OrderVoucherReceiveResult>,
}

/// What became of a voucher.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderVoucherReceiveResult {
    /// Number of the activity.
    pub activity_id: Option<String>,

    /// Your number of giving it.
    pub out_biz_no: Option<String>,

    /// Whether it was given.
    pub result: Option<bool>,

    /// Whether repeating may help, if not.
    pub retry: Option<bool>,

    /// Why not, as a code.
    pub error_code: Option<String>,

    /// The voucher's code, of a merchant's voucher: an uploaded one, or the one that was given here.
    #[alipay(secret)]
    pub voucher_code: Option<String>,

    /// Alipay's number of the user's voucher.
    pub voucher_id: Option<String>,
}
