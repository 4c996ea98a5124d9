//! The merchant behind the platform that collects.

use alipay_core::Record;

/// The merchant for whom a platform or an institution collects. Left out in every other case.
#[derive(Record)]
#[non_exhaustive]
pub struct SubMerchant {
    /// Alipay's number of the merchant.
    pub merchant_id: Option<String>,

    /// What [`merchant_id`](Self::merchant_id) is: `alipay`, a number that Alipay gave.
    pub merchant_type: Option<String>,
}

/// The merchant with whom the buyer signs an agreement. Only some products know it.
#[derive(Record)]
#[non_exhaustive]
pub struct SignMerchantParams {
    /// The merchant's number.
    pub sub_merchant_id: Option<String>,

    /// The merchant's name.
    pub sub_merchant_name: Option<String>,

    /// Describes the merchant's service.
    pub sub_merchant_service_description: Option<String>,

    /// The service's name.
    pub sub_merchant_service_name: Option<String>,
}
