//! The merchant that owns an activity.

use alipay_core::Record;

use super::{BusinessType, MerchantIdType};

/// The merchant that owns an activity. Without it the caller does.
#[derive(Record)]
#[non_exhaustive]
pub struct BelongMerchantInfo {
    /// How provider and merchant work together; `ISV_FOR_MERCHANT` when left out. `ISV` is for
    /// exchange vouchers only.
    #[alipay(max_len = 16)]
    pub business_type: Option<BusinessType>,

    /// What [`merchant_id`](Self::merchant_id) is. A provider that acts for the merchant must say it.
    #[alipay(
        max_len = 10,
        required_if(business_type == BusinessType::IsvForMerchant),
        advise(required_if(absent(business_type))),
    )]
    pub merchant_id_type: Option<MerchantIdType>,

    /// The merchant, up to 32 characters. A provider that acts for the merchant must name it and
    /// hold its authorisation.
    #[alipay(
        max_len = 32,
        required_if(business_type == BusinessType::IsvForMerchant),
        advise(required_if(absent(business_type))),
    )]
    pub merchant_id: Option<String>,
}
