//! The request: what stands at its root, in the order of the document.

use alipay_core::{DateTime, alipay_api};

use super::{
    ActivityBaseInfo, ActivityOrdervoucherCreateError, ActivityOrdervoucherCreateResponse, BelongMerchantInfo,
    BusinessType, CodeMode, CustomerGuide, MerchantAccessMode, VoucherAvailableScopeInfo, VoucherCustomerGuideInfo,
    VoucherDeductInfo, VoucherDisplayInfo, VoucherDisplayPatternInfo, VoucherSendModeInfo, VoucherSendRuleDetail,
    VoucherType, VoucherUseRule, VoucherUseRuleInfo,
};

/// Creates an activity that issues a merchant's vouchers.
///
/// The answer only says that the request was accepted. Whether the activity exists, the message
/// `alipay.marketing.activity.message.created` reports later. With
/// [`CodeMode::MerchantUpload`] codes must then be uploaded and budget appended before a voucher can
/// be issued. Creating, modifying and appending take turns: one operation on an activity at a time.
///
/// Repeating a call with the same [`out_biz_no`](Self::out_biz_no) and the same content gives the
/// same answer again and creates nothing more.
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.create",
    response = ActivityOrdervoucherCreateResponse,
    error = ActivityOrdervoucherCreateError,
    docs = "https://opendocs.alipay.com/open/7ad3a7bf_alipay.marketing.activity.ordervoucher.create",
    idempotent_by(out_biz_no),
    advise(when(
        merchant_access_mode == MerchantAccessMode::AgencyMode,
        at_least_one(belong_merchant_info, activity_base_info.belong_merchant_info)
    )),
)]
pub struct ActivityOrdervoucherCreate {
    /// A name for your own back office, up to 20 characters. Users do not see it.
    #[alipay(max_len = 20, advise(same_as(activity_base_info.activity_name)))]
    pub activity_name: Option<String>,

    /// Where the codes come from.
    #[alipay(max_len = 20, advise(same_as(activity_base_info.code_mode)))]
    pub code_mode: Option<CodeMode>,

    /// What the voucher is worth. A provider's own platform issues exchange vouchers only.
    #[alipay(
        max_len = 16,
        value_if(belong_merchant_info.business_type == BusinessType::Isv, VoucherType::ExchangeVoucher),
        advise(same_as(voucher_deduct_info.voucher_type)),
    )]
    pub voucher_type: Option<VoucherType>,

    /// From when vouchers are issued.
    #[alipay(advise(same_as(voucher_send_mode_info.voucher_send_rule_info.publish_start_time)))]
    pub publish_start_time: Option<DateTime>,

    /// Until when vouchers are issued.
    #[alipay(
        advise(greater_than(publish_start_time)),
        advise(same_as(voucher_send_mode_info.voucher_send_rule_info.publish_end_time)),
    )]
    pub publish_end_time: Option<DateTime>,

    /// The merchant that owns the activity; the caller when left out.
    pub belong_merchant_info: Option<BelongMerchantInfo>,

    /// How the voucher looks; the older structure.
    pub voucher_display_info: Option<VoucherDisplayInfo>,

    /// What the voucher gives, when and where; the older structure.
    pub voucher_use_rule: Option<VoucherUseRule>,

    /// How many vouchers there are and who may have them; the older structure.
    pub voucher_send_rule: Option<VoucherSendRuleDetail>,

    /// Where users find and spend the voucher; the older structure.
    pub customer_guide: Option<CustomerGuide>,

    /// Your number of this activity, up to 64 characters. The same number with the same content is
    /// the same request again.
    #[alipay(max_len = 64)]
    pub out_biz_no: String,

    /// Who connects the merchant. An agent should name the merchant that owns the activity.
    #[alipay(max_len = 32)]
    pub merchant_access_mode: Option<MerchantAccessMode>,

    /// The activity itself; the newer structure.
    pub activity_base_info: Option<ActivityBaseInfo>,

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
