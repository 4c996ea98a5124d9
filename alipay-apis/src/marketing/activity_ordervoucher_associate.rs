//! `alipay.marketing.activity.ordervoucher.associate`: tie a voucher to a trade.

use alipay_core::{DateTime, ErrorCode, Record, alipay_api};

use super::voucher::MerchantAccessMode;

/// Ties a voucher that a user has to a trade, for statistics such as those of commissions.
/// [`ActivityOrdervoucherDisassociate`](super::ActivityOrdervoucherDisassociate) unties it.
///
/// Of the SDKs only, which do not say what must be given; leave nothing out that you know.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherAssociate;
/// use alipay_apis::{Client, Error};
///
/// async fn tie(client: &Client, activity: &str, code: &str, trade: &str) -> Result<(), Error> {
///     let request = ActivityOrdervoucherAssociate::new().activity_id(activity).voucher_code(code);
///     request.trade_no(trade).out_biz_no("associate-1").call(client).await?;
///     Ok(())
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.associate",
    response = ActivityOrdervoucherAssociateResponse,
    error = ActivityOrdervoucherAssociateError,
    docs = "https://github.com/alipay/alipay-sdk-java-all/blob/master/v3/docs/AlipayMarketingActivityOrdervoucherApi.md",
    idempotent_by(out_biz_no),
)]
pub struct ActivityOrdervoucherAssociate {
    /// Number of the activity.
    pub activity_id: Option<String>,

    /// The voucher's code. A user must have it already.
    #[alipay(secret)]
    pub voucher_code: Option<String>,

    /// The trade. It is called like Alipay's number, and the SDKs explain it as the merchant's.
    pub trade_no: Option<String>,

    /// Your number of this request. The same number with the same content is the same request again.
    pub out_biz_no: Option<String>,

    /// Who connects the merchant.
    pub merchant_access_mode: Option<MerchantAccessMode>,
}

/// The voucher is tied to the trade.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherAssociateResponse {
    /// Since when.
    pub associate_time: Option<DateTime>,
}

/// Business error codes of [`ActivityOrdervoucherAssociate`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum ActivityOrdervoucherAssociateError {
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
    /// The voucher is tied to another trade.
    #[alipay(remedy = "Check trade_no; untie the voucher from the other trade first.", retry = fix_input)]
    VoucherAssociateOtherTradeNo,
    /// A code that the document does not list.
    Unknown(String),
}
