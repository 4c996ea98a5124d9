//! `alipay.marketing.activity.ordervoucher.stop`: end an activity.

use alipay_core::{ErrorCode, Record, alipay_api};

use super::voucher::MerchantAccessMode;

/// Ends an activity: it issues no more vouchers.
///
/// The answer only says that the request was accepted; the message
/// `alipay.marketing.activity.message.stopped` reports later that it was done.
///
/// Repeating a call with the same [`out_biz_no`](Self::out_biz_no) and the same content gives the same
/// answer again.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherStop;
/// use alipay_apis::marketing::voucher::MerchantAccessMode;
/// use alipay_apis::{Client, Error};
///
/// async fn stop(client: &Client, activity: &str) -> Result<(), Error> {
///     ActivityOrdervoucherStop::new(activity, "stop-1", MerchantAccessMode::SelfMode).call(client).await?;
///     Ok(())
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.stop",
    response = ActivityOrdervoucherStopResponse,
    error = ActivityOrdervoucherStopError,
    docs = "https://opendocs.alipay.com/open/16803efe_alipay.marketing.activity.ordervoucher.stop",
    idempotent_by(out_biz_no),
)]
pub struct ActivityOrdervoucherStop {
    /// Number of the activity.
    pub activity_id: String,

    /// Your number of this request. The same number with the same content is the same request again.
    pub out_biz_no: String,

    /// Who connects the merchant.
    pub merchant_access_mode: MerchantAccessMode,
}

/// The request was accepted.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherStopResponse {}

/// Business error codes of [`ActivityOrdervoucherStop`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum ActivityOrdervoucherStopError {
    /// Something failed inside the platform.
    #[alipay(remedy = "Send the very same request again after a pause, with the same out_biz_no.", retry = later)]
    SystemError,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    InvalidParameter,
    /// The activity does not allow it: another operation is under way, for instance.
    #[alipay(remedy = "Read sub_msg; query the activity before sending again.", retry = fix_input)]
    BizError,
    /// A code that the document does not list.
    Unknown(String),
}
