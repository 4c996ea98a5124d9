//! The answer: what stands at its root.

use alipay_core::{DateTime, Record, WireEnum};

use super::{
    ActivityBaseInfo, ActivityOperationStatus, ActivityStatus, BelongMerchantInfo, CustomerGuide, ExchangeBizType,
    VoucherAvailableScopeInfo, VoucherCustomerGuideInfo, VoucherDeductInfo, VoucherDisplayInfo,
    VoucherDisplayPatternInfo, VoucherSendModeInfo, VoucherSendRuleDetail, VoucherType, VoucherUseRule,
    VoucherUseRuleInfo,
};

/// An activity.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherQueryResponse {
    /// Number of the activity.
    pub activity_id: Option<String>,

    /// Its name for your own back office, up to 20 characters.
    #[alipay(max_len = 20)]
    pub activity_name: Option<String>,

    /// Whether it still issues vouchers; left out until it is created.
    pub activity_status: Option<ActivityStatus>,

    /// The operation that is under way on it; none when left out.
    pub activity_operation_status: Option<ActivityOperationStatus>,

    /// What came of its review.
    pub audit_result_info: Option<AuditResultInfo>,

    /// What the voucher is worth.
    #[alipay(max_len = 16)]
    pub voucher_type: Option<VoucherType>,

    /// What an exchange voucher is.
    pub biz_tag: Option<ExchangeBizType>,

    /// The merchant that owns it; the caller when left out.
    pub belong_merchant_info: Option<BelongMerchantInfo>,

    /// From when vouchers are issued.
    pub publish_start_time: Option<DateTime>,

    /// Until when vouchers are issued.
    pub publish_end_time: Option<DateTime>,

    /// How many vouchers were issued and spent; the older structure.
    pub summary: Option<VoucherSummary>,

    /// How the voucher looks; the older structure.
    pub voucher_display_info: Option<VoucherDisplayInfo>,

    /// What the voucher gives, when and where; the older structure.
    pub voucher_use_rule: Option<VoucherUseRule>,

    /// How many vouchers there are and who may have them; the older structure.
    pub voucher_send_rule: Option<VoucherSendRuleDetail>,

    /// Where users find and spend the voucher; the older structure.
    pub customer_guide: Option<CustomerGuide>,

    /// The activity itself; the newer structure.
    pub activity_base_info: Option<ActivityBaseInfo>,

    /// How many vouchers were issued and spent; the newer structure.
    pub voucher_inventory_info: Option<VoucherInventoryInfo>,

    /// How vouchers reach their users; the newer structure.
    pub voucher_send_mode_info: Option<VoucherSendModeInfo>,

    /// What the voucher gives; the newer structure.
    pub voucher_deduct_info: Option<VoucherDeductInfo>,

    /// Where and for what the voucher can be used; the newer structure.
    pub voucher_available_scope_info: Option<VoucherAvailableScopeInfo>,

    /// When and how often the voucher can be used; the newer structure.
    pub voucher_use_rule_info: Option<VoucherUseRuleInfo>,

    /// Where users find and spend the voucher; the newer structure.
    pub voucher_customer_guide_info: Option<VoucherCustomerGuideInfo>,

    /// How the voucher looks; the newer structure.
    pub voucher_display_pattern_info: Option<VoucherDisplayPatternInfo>,
}

/// What came of a review.
#[derive(Record)]
#[non_exhaustive]
pub struct AuditResultInfo {
    /// Who looks; known is `UNIFY_ACCESS_CHECK`, the platform itself.
    pub audit_type: Option<String>,

    /// How it stands.
    pub audit_result: Option<AuditResult>,

    /// Why it was turned down.
    pub audit_reason: Option<String>,
}

/// How a review stands.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum AuditResult {
    /// It is under way.
    Submit,
    /// The activity was approved.
    Approve,
    /// The activity was turned down.
    Reject,
    /// A word that the document does not list.
    Unknown(String),
}

/// How many vouchers were issued and spent; the older structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherSummary {
    /// How many were issued.
    pub publish_count: Option<i64>,

    /// How many were spent.
    pub used_count: Option<i64>,
}

/// How many vouchers were issued and spent; the newer structure.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherInventoryInfo {
    /// How many were issued.
    pub send_count: Option<i64>,

    /// How many were spent.
    pub use_count: Option<i64>,
}
