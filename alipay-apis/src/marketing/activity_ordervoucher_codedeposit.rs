//! `alipay.marketing.activity.ordervoucher.codedeposit`: upload codes for an activity.

use alipay_core::{ErrorCode, Record, alipay_api};

use super::voucher::MerchantAccessMode;

/// Uploads codes for an activity with
/// [`CodeMode::MerchantUpload`](super::voucher::CodeMode::MerchantUpload), once the message
/// `alipay.marketing.activity.message.created` has come for it.
///
/// The answer tells the codes that were taken from those that were not. They can be issued when
/// [`ActivityOrdervoucherAppend`](super::ActivityOrdervoucherAppend) has raised the number of vouchers.
///
/// Repeating a call with the same [`out_biz_no`](Self::out_biz_no) and the same content gives the same
/// answer again and uploads nothing more.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherCodedeposit;
/// use alipay_apis::marketing::voucher::MerchantAccessMode;
/// use alipay_apis::{Client, Error};
///
/// /// How many were not taken.
/// async fn upload(client: &Client, activity: &str, codes: Vec<String>) -> Result<usize, Error> {
///     let request = ActivityOrdervoucherCodedeposit::new(activity, "deposit-1", MerchantAccessMode::SelfMode);
///     Ok(request.voucher_codes(codes).call(client).await?.fail_voucher_code_detail_list.len())
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.codedeposit",
    response = ActivityOrdervoucherCodedepositResponse,
    error = ActivityOrdervoucherCodedepositError,
    docs = "https://opendocs.alipay.com/open/7ed0450d_alipay.marketing.activity.ordervoucher.codedeposit",
    idempotent_by(out_biz_no),
)]
pub struct ActivityOrdervoucherCodedeposit {
    /// Number of the activity.
    pub activity_id: String,

    /// The codes, at most 1,000 of them: each of up to 64 digits, letters and characters of `-_+=|`.
    #[alipay(secret, min_items = 1, advise(max_items = 1000))]
    pub voucher_codes: Vec<String>,

    /// Your number of this upload. The same number with the same content is the same request again.
    pub out_biz_no: String,

    /// Who connects the merchant.
    pub merchant_access_mode: MerchantAccessMode,
}

/// What became of the codes.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherCodedepositResponse {
    /// How many codes were taken.
    pub success_count: Option<i64>,

    /// The codes that were taken.
    #[alipay(secret)]
    pub success_voucher_code_list: Vec<String>,

    /// How many codes were not.
    pub fail_count: Option<i64>,

    /// The codes that were not, and why.
    pub fail_voucher_code_detail_list: Vec<FailVoucherCodeDetail>,
}

/// A code that was not taken, and why.
#[derive(Record)]
#[non_exhaustive]
pub struct FailVoucherCodeDetail {
    /// The code.
    #[alipay(secret)]
    pub voucher_code: Option<String>,

    /// Why not, as a code.
    pub error_code: Option<String>,

    /// Why not, in words.
    pub error_msg: Option<String>,
}

/// Business error codes of [`ActivityOrdervoucherCodedeposit`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum ActivityOrdervoucherCodedepositError {
    /// Something failed inside the platform.
    #[alipay(remedy = "Send the very same request again after a pause, with the same out_biz_no.", retry = later)]
    SystemError,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    InvalidParameter,
    /// A code that the document does not list.
    Unknown(String),
}
