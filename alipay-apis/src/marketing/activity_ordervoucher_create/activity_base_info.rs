//! `activity_base_info`: the activity itself, in the newer structure.

use alipay_core::Record;

use super::{ActivityDeliveryExtInfo, ActivityOperationStatus, ActivityStatus, BelongMerchantInfo, CodeMode};

/// The activity itself; the newer structure.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityBaseInfo {
    /// Number of an activity that exists, up to 128 characters. Nothing to set when one is created.
    #[alipay(max_len = 128)]
    pub activity_id: Option<String>,

    /// A name for your own back office, up to 20 characters. Users do not see it.
    #[alipay(max_len = 20)]
    pub activity_name: Option<String>,

    /// The merchant that owns the activity; the caller when left out. A service provider names it.
    pub belong_merchant_info: Option<BelongMerchantInfo>,

    /// Where the codes come from.
    #[alipay(max_len = 32)]
    pub code_mode: Option<CodeMode>,

    /// The operation that is under way on an activity that exists; none when left out. Nothing to set
    /// when one is created.
    #[alipay(max_len = 32)]
    pub activity_operation_status: Option<ActivityOperationStatus>,

    /// Whether an activity that exists still issues vouchers; left out until it is created. Nothing to
    /// set when one is created.
    #[alipay(max_len = 32)]
    pub activity_status: Option<ActivityStatus>,

    /// How the activity is promoted. Not on the page; known from Alipay's SDKs.
    pub activity_delivery_ext_info: Option<ActivityDeliveryExtInfo>,

    /// The product that the activity belongs to. Not on the page; known from Alipay's SDKs.
    pub activity_product_type: Option<String>,

    /// Your own id of the activity. Not on the page; known from Alipay's SDKs.
    pub out_activity_id: Option<String>,
}
