//! `alipay.marketing.activity.ordervoucher.append`: raise the number of vouchers of an activity.

use alipay_core::{ErrorCode, Record, alipay_api};

use super::voucher::MerchantAccessMode;

/// Raises the number of vouchers that an activity may issue.
///
/// The answer only says that the request was accepted; the message
/// `alipay.marketing.activity.message.appended` reports later that it was done. Where the codes are
/// uploaded ([`CodeMode::MerchantUpload`](super::voucher::CodeMode::MerchantUpload)) they have to be there
/// before.
///
/// Repeating a call with the same [`out_biz_no`](Self::out_biz_no) and the same content gives the same
/// answer again and appends nothing more.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherAppend;
/// use alipay_apis::marketing::voucher::MerchantAccessMode;
/// use alipay_apis::{Client, Error};
///
/// async fn raise(client: &Client, activity: &str, to: i64) -> Result<(), Error> {
///     ActivityOrdervoucherAppend::new(activity, to, "append-1", MerchantAccessMode::SelfMode).call(client).await?;
///     Ok(())
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.append",
    response = ActivityOrdervoucherAppendResponse,
    error = ActivityOrdervoucherAppendError,
    docs = "https://opendocs.alipay.com/open/4e2acff5_alipay.marketing.activity.ordervoucher.append",
    idempotent_by(out_biz_no),
)]
pub struct ActivityOrdervoucherAppend {
    /// Number of the activity.
    pub activity_id: String,

    /// How many vouchers there shall be in all, not how many more; never fewer than before, and at
    /// most 999,999. Where the codes are uploaded, as many as all codes together.
    #[alipay(advise(range = 1..=999_999))]
    pub voucher_quantity: i64,

    /// Your number of this change. The same number with the same content is the same request again.
    pub out_biz_no: String,

    /// Who connects the merchant.
    pub merchant_access_mode: MerchantAccessMode,
}

/// The request was accepted.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherAppendResponse {}

/// Business error codes of [`ActivityOrdervoucherAppend`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum ActivityOrdervoucherAppendError {
    /// Something failed inside the platform.
    #[alipay(remedy = "Send the very same request again after a pause, with the same out_biz_no.", retry = later)]
    SystemError,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    InvalidParameter,
    /// The activity does not allow it: codes are missing, for instance, or another operation is under way.
    #[alipay(remedy = "Read sub_msg; query the activity before sending again.", retry = fix_input)]
    BizError,
    /// A code that the document does not list.
    Unknown(String),
}
