//! `alipay.marketing.activity.ordervoucher.disassociate`: untie a voucher from a trade.

use alipay_core::{DateTime, ErrorCode, Record, TradeNo, alipay_api};

use super::voucher::MerchantAccessMode;

/// Unties a voucher from the trade to which
/// [`ActivityOrdervoucherAssociate`](super::ActivityOrdervoucherAssociate) tied it.
///
/// Of the SDKs only, which do not say what must be given; leave nothing out that you know.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherDisassociate;
/// use alipay_apis::{Client, Error};
///
/// async fn untie(client: &Client, activity: &str, code: &str, trade: &str) -> Result<(), Error> {
///     let request = ActivityOrdervoucherDisassociate::new().activity_id(activity).voucher_code(code);
///     request.trade_no(trade).out_biz_no("disassociate-1").call(client).await?;
///     Ok(())
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.disassociate",
    response = ActivityOrdervoucherDisassociateResponse,
    error = ActivityOrdervoucherDisassociateError,
    docs = "https://github.com/alipay/alipay-sdk-java-all/blob/master/v3/docs/AlipayMarketingActivityOrdervoucherApi.md",
    idempotent_by(out_biz_no),
)]
pub struct ActivityOrdervoucherDisassociate {
    /// Number of the activity.
    pub activity_id: Option<String>,

    /// The voucher's code. A user must have it already.
    #[alipay(secret)]
    pub voucher_code: Option<String>,

    /// Alipay's number of the trade.
    pub trade_no: Option<TradeNo>,

    /// Your number of this request. The same number with the same content is the same request again.
    pub out_biz_no: Option<String>,

    /// Who connects the merchant.
    pub merchant_access_mode: Option<MerchantAccessMode>,
}

/// The voucher is no longer tied to the trade.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherDisassociateResponse {
    /// Since when.
    pub disassociate_time: Option<DateTime>,
}

/// Business error codes of [`ActivityOrdervoucherDisassociate`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum ActivityOrdervoucherDisassociateError {
    /// Something failed inside the platform.
    #[alipay(remedy = "Send the very same request again after a pause, with the same out_biz_no.", retry = later)]
    SystemError,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    InvalidParameter,
    /// There is no such activity.
    #[alipay(remedy = "Check activity_id.", retry = fix_input)]
    ActivityNotExist,
    /// There is no such voucher in the activity.
    #[alipay(remedy = "Check voucher_code and activity_id.", retry = fix_input)]
    VoucherNotExist,
    /// The activity is not the caller's.
    #[alipay(remedy = "Call for the merchant that owns the activity.", retry = never)]
    ActivityNotPermission,
    /// The voucher is not tied to this trade.
    #[alipay(remedy = "Check trade_no.", retry = fix_input)]
    VoucherAssociateTradeNoError,
    /// A code that the document does not list.
    Unknown(String),
}
