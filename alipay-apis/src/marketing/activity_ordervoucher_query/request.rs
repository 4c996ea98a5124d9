//! The request.

use alipay_core::alipay_api;

use super::{ActivityOrdervoucherQueryError, ActivityOrdervoucherQueryResponse, MerchantAccessMode};

/// Looks at an activity: how it was set up, what state it is in, how many vouchers were issued and spent.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherQuery;
/// use alipay_apis::marketing::activity_ordervoucher_query::{ActivityStatus, MerchantAccessMode};
/// use alipay_apis::{Client, Error};
///
/// async fn is_active(client: &Client, activity: &str) -> Result<bool, Error> {
///     let query = ActivityOrdervoucherQuery::new(activity, MerchantAccessMode::SelfMode);
///     Ok(query.call(client).await?.activity_status == Some(ActivityStatus::Active))
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.query",
    response = ActivityOrdervoucherQueryResponse,
    error = ActivityOrdervoucherQueryError,
    read_only,
    docs = "https://opendocs.alipay.com/open/51f5946e_alipay.marketing.activity.ordervoucher.query",
)]
pub struct ActivityOrdervoucherQuery {
    /// Number of the activity.
    pub activity_id: String,

    /// Who connects the merchant.
    pub merchant_access_mode: MerchantAccessMode,
}
