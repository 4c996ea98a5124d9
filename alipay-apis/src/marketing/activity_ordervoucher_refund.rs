//! `alipay.marketing.activity.ordervoucher.refund`: make a spent voucher an unspent one.

use alipay_core::{Amount, DateTime, ErrorCode, Record, alipay_api};

use super::voucher::{MerchantAccessMode, VoucherUseDetailResultInfo};

/// Tells Alipay that a voucher that was spent no longer is, because the order was refunded.
///
/// No money moves by it. A voucher that has expired by now, or that the user has deleted, is given back
/// all the same and stays so.
///
/// Repeating a call with the same [`out_biz_no`](Self::out_biz_no) and the same content gives the same
/// answer again and changes nothing more.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherRefund;
/// use alipay_apis::{Client, DateTime, Error};
///
/// async fn give_back(client: &Client, activity: &str, code: &str) -> Result<(), Error> {
///     ActivityOrdervoucherRefund::new(activity, code, "refund-1", DateTime::now()).call(client).await?;
///     Ok(())
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.refund",
    response = ActivityOrdervoucherRefundResponse,
    error = ActivityOrdervoucherRefundError,
    docs = "https://opendocs.alipay.com/open/4682759b_alipay.marketing.activity.ordervoucher.refund",
    idempotent_by(out_biz_no),
)]
pub struct ActivityOrdervoucherRefund {
    /// Number of the activity.
    pub activity_id: String,

    /// The code of the spent voucher.
    #[alipay(secret)]
    pub voucher_code: String,

    /// Your number of this request. The same number with the same content is the same request again.
    pub out_biz_no: String,

    /// When the order was refunded, by your clock.
    pub biz_dt: DateTime,

    /// What was refunded of the order, what the voucher took off included, in yuan: 0.01 to
    /// 100,000,000, up to two decimals.
    #[alipay(range = 0.01..=100_000_000, decimals = 2)]
    pub total_fee: Option<Amount>,

    /// How much, or how many times, of a voucher that can be spent more than once.
    pub voucher_refund_detail_info: Option<VoucherRefundDetailInfo>,

    /// Who connects the merchant.
    pub merchant_access_mode: Option<MerchantAccessMode>,
}

/// What of a voucher is unspent again.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherRefundDetailInfo {
    /// How much that it had taken off, in yuan.
    pub voucher_refund_amount: Option<Amount>,

    /// How many times.
    pub voucher_refund_use_times: Option<i64>,
}

/// The voucher is unspent again.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherRefundResponse {
    /// Number of the activity.
    pub activity_id: Option<String>,

    /// How often it can still be spent.
    pub voucher_use_detail_result_info: Option<VoucherUseDetailResultInfo>,
}

/// Business error codes of [`ActivityOrdervoucherRefund`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum ActivityOrdervoucherRefundError {
    /// Something failed inside the platform.
    #[alipay(remedy = "Send the very same request again after a pause, with the same out_biz_no.", retry = later)]
    SystemError,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    InvalidParameter,
    /// The voucher does not allow it: it was not spent, for instance.
    #[alipay(remedy = "Read sub_msg, and check code and activity.", retry = fix_input)]
    BizError,
    /// A code that the document does not list.
    Unknown(String),
}
