//! `alipay.marketing.activity.ordervoucher.codecount`: count the codes of an activity.

use alipay_core::{ErrorCode, Record, alipay_api};

use super::voucher::MerchantAccessMode;

/// Counts the valid codes that were uploaded for an activity.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherCodecount;
/// use alipay_apis::marketing::voucher::MerchantAccessMode;
/// use alipay_apis::{Client, Error};
///
/// async fn count(client: &Client, activity: &str) -> Result<Option<i64>, Error> {
///     let query = ActivityOrdervoucherCodecount::new(activity, MerchantAccessMode::SelfMode);
///     Ok(query.call(client).await?.success_count)
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.codecount",
    response = ActivityOrdervoucherCodecountResponse,
    error = ActivityOrdervoucherCodecountError,
    read_only,
    docs = "https://opendocs.alipay.com/open/f6e49e82_alipay.marketing.activity.ordervoucher.codecount",
)]
pub struct ActivityOrdervoucherCodecount {
    /// Number of the activity.
    pub activity_id: String,

    /// Who connects the merchant.
    pub merchant_access_mode: MerchantAccessMode,
}

/// How many codes there are.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherCodecountResponse {
    /// The number of valid codes.
    pub success_count: Option<i64>,
}

/// Business error codes of [`ActivityOrdervoucherCodecount`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum ActivityOrdervoucherCodecountError {
    /// Something failed inside the platform.
    #[alipay(remedy = "Ask again after a pause.", retry = later)]
    SystemError,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then ask again.", retry = fix_input)]
    InvalidParameter,
    /// A code that the document does not list.
    Unknown(String),
}
