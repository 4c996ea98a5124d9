//! `koubei.marketing.campaign.activity.offline`: take a marketing activity down.

use alipay_core::{ErrorCode, Record, WireEnum, alipay_api};

/// Takes a Koubei marketing activity offline.
///
/// The platform retired this method on 2022-11-23; accounts that still have it may go on.
#[alipay_api(
    method = "koubei.marketing.campaign.activity.offline",
    response = MarketingCampaignActivityOfflineResponse,
    error = MarketingCampaignActivityOfflineError,
    docs = "https://developer.alibaba.com/docs/api.htm?apiId=1089&docType=4",
    retired = "2022-11-23",
    idempotent_by(out_biz_no),
    // Without either the merchant is the operator. MER on its own only spells out that default.
    when(
        !(operator_type == OperatorType::Mer && absent(operator_id)),
        all_or_none(operator_id, operator_type)
    ),
)]
pub struct MarketingCampaignActivityOffline {
    /// Your number of this operation, up to 32 characters: a new one for a new operation, the same
    /// one to repeat an operation whose outcome is unknown.
    #[alipay(max_len = 32)]
    pub out_biz_no: String,

    /// The activity to take down, up to 32 characters.
    #[alipay(max_len = 32)]
    pub camp_id: String,

    /// Why, up to 1,024 characters.
    #[alipay(max_len = 1024)]
    pub reason: Option<String>,

    /// Room for extensions, up to 1,024 characters. Leave it out unless Alipay asks for it.
    #[alipay(max_len = 1024)]
    pub ext_info: Option<String>,

    /// Who takes the activity down, up to 32 characters. Goes together with
    /// [`operator_type`](Self::operator_type).
    #[alipay(max_len = 32)]
    pub operator_id: Option<String>,

    /// The operator's role; the merchant (`MER`) when left out.
    #[alipay(max_len = 32, advise(requires(operator_id)))]
    pub operator_type: Option<OperatorType>,
}

/// The role of who takes an activity down.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum OperatorType {
    /// The merchant.
    Mer,
    /// Somebody who works for the merchant.
    MerOperator,
    /// A service provider.
    Provider,
    /// Somebody who works for a service provider.
    ProviderStaff,
    /// A word that the document does not list.
    Unknown(String),
}

/// The activity after the call.
#[derive(Record)]
#[non_exhaustive]
pub struct MarketingCampaignActivityOfflineResponse {
    /// Main status of the activity, up to 32 characters, such as `CLOSED`. The document has no list.
    #[alipay(max_len = 32)]
    pub camp_status: String,

    /// Second status, up to 32 characters, for instance that the activity is under review. The
    /// document has no list; its one example is spelt `AUDITTING`.
    #[alipay(max_len = 32)]
    pub audit_status: Option<String>,
}

/// Business error codes of [`MarketingCampaignActivityOffline`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum MarketingCampaignActivityOfflineError {
    /// The parameters did not pass the platform's validation.
    #[alipay(remedy = "Correct the parameters, then send again.", retry = fix_input)]
    ReqValidateError,
    /// Something failed inside the platform.
    #[alipay(remedy = "Send the same request again, with the same out_biz_no.", retry = same_request)]
    SystemExceptionError,
    /// A business condition was violated; `sub_msg` says which.
    #[alipay(remedy = "Read sub_msg and change the input that it names.", retry = fix_input)]
    BizInvokeError,
    /// The caller may not see this merchant's data.
    #[alipay(remedy = "Have the merchant grant the permission to its data.", retry = never)]
    NoDataPermission,
    /// There is no activity with this id.
    #[alipay(remedy = "Check camp_id.", retry = fix_input)]
    CampaignNotExist,
    /// The service provider does not act for this merchant.
    #[alipay(remedy = "Have the merchant authorise the provider to operate for it.", retry = never)]
    OperatorRelationInvalid,
    /// A code that the document does not list.
    Unknown(String),
}
