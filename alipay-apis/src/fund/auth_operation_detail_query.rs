//! `alipay.fund.auth.operation.detail.query`: what became of a step with frozen money.

use alipay_core::{Amount, DateTime, ErrorCode, OpenId, Record, UserId, alipay_api};

pub use super::authorization::{AuthOrderStatus, OperationStatus, OperationType};

/// Asks what became of one step, and how much is left of the authorisation. Asking changes nothing, so
/// it may be repeated at any time.
///
/// It takes a number of the authorisation and one of the step. Where yours and Alipay's are both
/// given, Alipay's count.
///
/// ```
/// use alipay_apis::fund::AuthOperationDetailQuery;
/// use alipay_apis::fund::auth_operation_detail_query::OperationStatus;
/// use alipay_apis::{Client, Error};
///
/// async fn is_frozen(client: &Client, rental: &str) -> Result<bool, Error> {
///     let step = AuthOperationDetailQuery::new().out_order_no(rental).out_request_no(rental).call(client).await?;
///     Ok(step.status == Some(OperationStatus::Success))
/// }
/// ```
#[alipay_api(
    method = "alipay.fund.auth.operation.detail.query",
    response = AuthOperationDetailQueryResponse,
    error = AuthOperationDetailQueryError,
    read_only,
    docs = "https://opendocs.alipay.com/apis/api_28/alipay.fund.auth.operation.detail.query",
    at_least_one(auth_no, out_order_no),
    at_least_one(operation_id, out_request_no),
)]
pub struct AuthOperationDetailQuery {
    /// Alipay's number of the authorisation.
    pub auth_no: Option<String>,

    /// Alipay's number of the step.
    pub operation_id: Option<String>,

    /// What kind of step it is. When left out, and several steps have the number, the freezing comes
    /// before the giving back.
    pub operation_type: Option<OperationType>,

    /// Your number of the authorisation.
    pub out_order_no: Option<String>,

    /// Your number of the step; of a payment its `out_trade_no`.
    pub out_request_no: Option<String>,

    /// What the answer shall tell in addition.
    pub query_options: Vec<String>,
}

/// A step, and what is left of the authorisation. Amounts are in yuan unless
/// [`trans_currency`](Self::trans_currency) says otherwise.
#[derive(Record)]
#[non_exhaustive]
pub struct AuthOperationDetailQueryResponse {
    /// The step's amount.
    pub amount: Option<Amount>,

    /// Alipay's number of the authorisation.
    pub auth_no: Option<String>,

    /// How much of the step's amount is credit.
    pub credit_amount: Option<Amount>,

    /// What the credit service tells the merchant, as agreed with it.
    pub credit_merchant_ext: Option<String>,

    /// How great a risk the user is.
    pub credit_risk_info: Option<CreditRiskInfo>,

    /// What an enterprise paid, as JSON text.
    pub enterprise_pay_info: Option<String>,

    /// What the merchant sent with the authorisation.
    pub extra_param: Option<String>,

    /// How much of the step's amount is the user's money.
    pub fund_amount: Option<Amount>,

    /// When the step began.
    pub gmt_create: Option<DateTime>,

    /// When it was carried out.
    pub gmt_trans: Option<DateTime>,

    /// Alipay's number of the step.
    pub operation_id: Option<String>,

    /// What kind of step it is.
    pub operation_type: Option<OperationType>,

    /// Where the authorisation stands.
    pub order_status: Option<AuthOrderStatus>,

    /// Its title.
    pub order_title: Option<String>,

    /// Your number of the authorisation. Compare it with the one that you asked for.
    pub out_order_no: Option<String>,

    /// Your number of the step.
    pub out_request_no: Option<String>,

    /// The user's account, with asterisks.
    #[alipay(secret)]
    pub payer_logon_id: Option<String>,

    /// The user, as this application knows the user.
    pub payer_open_id: Option<OpenId>,

    /// The user's Alipay user id.
    pub payer_user_id: Option<UserId>,

    /// `CREDIT_AUTH`: credit stands for the deposit, and no money is frozen.
    pub pre_auth_type: Option<String>,

    /// The remark of the step.
    pub remark: Option<String>,

    /// What is left of the authorisation.
    pub rest_amount: Option<Amount>,

    /// How much of that is credit.
    pub rest_credit_amount: Option<Amount>,

    /// How much of that is the user's money.
    pub rest_fund_amount: Option<Amount>,

    /// Where the step stands.
    pub status: Option<OperationStatus>,

    /// What was frozen altogether.
    pub total_freeze_amount: Option<Amount>,

    /// How much of that was credit.
    pub total_freeze_credit_amount: Option<Amount>,

    /// How much of that was the user's money.
    pub total_freeze_fund_amount: Option<Amount>,

    /// What was paid altogether.
    pub total_pay_amount: Option<Amount>,

    /// How much of that was credit.
    pub total_pay_credit_amount: Option<Amount>,

    /// How much of that was the user's money.
    pub total_pay_fund_amount: Option<Amount>,

    /// The currency of the amounts.
    pub trans_currency: Option<String>,
}

/// How great a risk the user is. Not documented; known from Alipay's SDKs. What it tells of the user is
/// never printed.
#[derive(Record)]
#[non_exhaustive]
pub struct CreditRiskInfo {
    /// Whether asking again may tell more.
    pub can_retry: Option<bool>,

    /// How the question went.
    pub code: Option<String>,

    /// What is known.
    #[alipay(secret)]
    pub data: Option<String>,
}

/// Business error codes of [`AuthOperationDetailQuery`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum AuthOperationDetailQueryError {
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then query again.", retry = fix_input)]
    IllegalArgument,
    /// There is no such authorisation. One that starts in the app comes into being only when the user
    /// signs in there.
    #[alipay(remedy = "Check the number; if it is right, query again after a pause.", retry = later)]
    AuthOrderNotExist,
    /// There is no such step. It may be on its way still.
    #[alipay(remedy = "Check the number; if it is right, query again after a pause.", retry = later)]
    AuthOperationNotExist,
    /// The authorisation is not this merchant's.
    #[alipay(remedy = "Check the numbers and the merchant who asks.", retry = never)]
    AccessForbidden,
    /// Something failed inside the platform. It says nothing about the step.
    #[alipay(remedy = "Query again after a pause.", retry = later)]
    SystemError,
    /// Something failed at the payment by an enterprise. It says nothing about the step.
    #[alipay(remedy = "Read sub_msg, then query again after a pause.", retry = later)]
    EnterprisePayBizError,
    /// The merchant may not ask this.
    #[alipay(remedy = "Have the merchant's permissions checked.", retry = never)]
    HasNoPrivilege,
    /// A code that the document does not list.
    Unknown(String),
}
