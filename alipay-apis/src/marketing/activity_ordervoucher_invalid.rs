//! `alipay.marketing.activity.ordervoucher.invalid`: take a voucher back.

use alipay_core::{DateTime, Record, alipay_api};

use super::voucher::MerchantAccessMode;

/// Makes a voucher invalid that a user has and has not spent.
///
/// Of the SDKs only, which do not say what must be given; leave nothing out that you know.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherInvalid;
/// use alipay_apis::{Client, DateTime, Error};
///
/// async fn take_back(client: &Client, activity: &str, code: &str) -> Result<(), Error> {
///     let request = ActivityOrdervoucherInvalid::new().activity_id(activity).voucher_code(code);
///     request.out_biz_no("invalid-1").biz_dt(DateTime::now()).call(client).await?;
///     Ok(())
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.invalid",
    response = ActivityOrdervoucherInvalidResponse,
    docs = "https://github.com/alipay/alipay-sdk-java-all/blob/master/v2/src/main/java/com/alipay/api/domain/AlipayMarketingActivityOrdervoucherInvalidModel.java",
    idempotent_by(out_biz_no),
)]
pub struct ActivityOrdervoucherInvalid {
    /// Number of the activity.
    pub activity_id: Option<String>,

    /// The voucher's code. It must not have been spent, nor be invalid already.
    #[alipay(secret)]
    pub voucher_code: Option<String>,

    /// Your number of this request. The same number with the same content is the same request again.
    pub out_biz_no: Option<String>,

    /// From when it is invalid.
    pub biz_dt: Option<DateTime>,

    /// Who connects the merchant.
    pub merchant_access_mode: Option<MerchantAccessMode>,
}

/// The voucher is invalid.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherInvalidResponse {}
