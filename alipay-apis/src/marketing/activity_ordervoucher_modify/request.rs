//! The request: what stands at its root; and the answer.

use alipay_core::{DateTime, Record, WireEnum, alipay_api};

use super::{
    ActivityBaseInfo, ActivityOrdervoucherModifyError, CustomerGuideModify, MerchantAccessMode,
    OrderVoucherUseRuleResult, VoucherAvailableScopeInfo, VoucherAvailableScopeResultInfo, VoucherCustomerGuideInfo,
    VoucherDisplayInfoModify, VoucherDisplayPatternInfo, VoucherSendModeInfo, VoucherSendRuleDetailModify,
    VoucherUseRuleInfo, VoucherUseRuleModify,
};

/// Changes an activity. What is left out stays as it is.
///
/// The answer only says that the request was accepted; the message
/// `alipay.marketing.activity.message.modified` reports later that it was done. Shops that were not taken
/// are listed in it.
///
/// Repeating a call with the same [`out_biz_no`](Self::out_biz_no) and the same content gives the same
/// answer again and changes nothing more.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherModify;
/// use alipay_apis::marketing::activity_ordervoucher_modify::{
///     ActivityBaseInfo, MerchantAccessMode, VoucherDisplayPatternInfo,
/// };
/// use alipay_apis::{Client, Error};
///
/// async fn change_terms(client: &Client, activity: &str, terms: &str) -> Result<(), Error> {
///     let base = ActivityBaseInfo::new().activity_id(activity);
///     ActivityOrdervoucherModify::new(activity, "modify-1", MerchantAccessMode::SelfMode, base)
///         .voucher_display_pattern_info(VoucherDisplayPatternInfo::new().voucher_description(terms))
///         .call(client)
///         .await?;
///     Ok(())
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.modify",
    response = ActivityOrdervoucherModifyResponse,
    error = ActivityOrdervoucherModifyError,
    docs = "https://opendocs.alipay.com/open/528f83f6_alipay.marketing.activity.ordervoucher.modify",
    idempotent_by(out_biz_no),
)]
pub struct ActivityOrdervoucherModify {
    /// Number of the activity.
    pub activity_id: String,

    /// Your number of this change. The same number with the same content is the same request again.
    pub out_biz_no: String,

    /// Who connects the merchant.
    pub merchant_access_mode: MerchantAccessMode,

    /// The activity itself; the newer structure.
    pub activity_base_info: ActivityBaseInfo,

    /// A name for your own back office. Users do not see it.
    pub activity_name: Option<String>,

    /// From when vouchers are issued.
    pub publish_start_time: Option<DateTime>,

    /// Until when vouchers are issued: later than before, and at most 180 days after the beginning. That
    /// of an activity that is over cannot be changed.
    pub publish_end_time: Option<DateTime>,

    /// How the voucher looks; the older structure.
    pub voucher_display_info: Option<VoucherDisplayInfoModify>,

    /// What the voucher gives, when and where; the older structure.
    pub voucher_use_rule: Option<VoucherUseRuleModify>,

    /// Who may have vouchers; the older structure.
    pub voucher_send_rule: Option<VoucherSendRuleDetailModify>,

    /// Where users find and spend the voucher; the older structure.
    pub customer_guide: Option<CustomerGuideModify>,

    /// How vouchers reach their users; the newer structure.
    pub voucher_send_mode_info: Option<VoucherSendModeInfo>,

    /// Where and for what the voucher can be used; the newer structure.
    pub voucher_available_scope_info: Option<VoucherAvailableScopeInfo>,

    /// Whether those places come in addition, are taken away, or are all there are.
    pub voucher_available_scope_modify_type: Option<ScopeModifyType>,

    /// When and how often the voucher can be used; the newer structure.
    pub voucher_use_rule_info: Option<VoucherUseRuleInfo>,

    /// Where users find and spend the voucher; the newer structure.
    pub voucher_customer_guide_info: Option<VoucherCustomerGuideInfo>,

    /// How the voucher looks; the newer structure.
    pub voucher_display_pattern_info: Option<VoucherDisplayPatternInfo>,
}

/// What places in a change mean.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum ScopeModifyType {
    /// They come in addition.
    Add,
    /// They are taken away.
    Remove,
    /// They are all there are from now on.
    ModifyAll,
    /// A word that the document does not list.
    Unknown(String),
}

/// The request was accepted. Shops that were not taken are listed with the reasons, in the structure of
/// the request.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherModifyResponse {
    /// What became of `voucher_use_rule`.
    pub voucher_use_rule_result: Option<OrderVoucherUseRuleResult>,

    /// What became of `voucher_available_scope_info`.
    pub voucher_available_scope_result_info: Option<VoucherAvailableScopeResultInfo>,
}
