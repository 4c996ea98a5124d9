//! `alipay.marketing.activity.ordervoucher.settle`: pay out what an exchange voucher was sold for.

use alipay_core::{Record, alipay_api};

/// Starts the settlement of an exchange voucher that was sold.
///
/// Money moves by it. When the outcome of a call is unknown, repeat it with the same
/// [`out_biz_no`](Self::out_biz_no) and the same content: Alipay settles once under one number.
///
/// Of the SDKs only, which do not say what must be given; leave nothing out that you know.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherSettle;
/// use alipay_apis::{Client, Error};
///
/// async fn settle(client: &Client, activity: &str, order: &str, number: &str) -> Result<Option<String>, Error> {
///     let request = ActivityOrdervoucherSettle::new().activity_id(activity).order_no(order).out_biz_no(number);
///     Ok(request.call(client).await?.settle_no.clone())
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.settle",
    response = ActivityOrdervoucherSettleResponse,
    docs = "https://github.com/alipay/alipay-sdk-java-all/blob/master/v2/src/main/java/com/alipay/api/domain/AlipayMarketingActivityOrdervoucherSettleModel.java",
    idempotent_by(out_biz_no),
)]
pub struct ActivityOrdervoucherSettle {
    /// Number of the activity.
    pub activity_id: Option<String>,

    /// Number of the marketing order with which the voucher was bought.
    pub order_no: Option<String>,

    /// Your number of this settlement, which must not change when the call is repeated.
    // Nobody wrote down that it is required. Without it a repeated call may settle twice.
    #[alipay(advise(required))]
    pub out_biz_no: Option<String>,
}

/// The settlement was started.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherSettleResponse {
    /// Alipay's number of the settlement.
    pub settle_no: Option<String>,
}
