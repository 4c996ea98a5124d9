//! `alipay.fund.auth.order.unfreeze`: frozen money is given back.

use alipay_core::{Amount, DateTime, ErrorCode, Record, alipay_api};

pub use super::authorization::OperationStatus;

/// Gives frozen money back to the user, all of it or a part.
///
/// The same [`out_request_no`](Self::out_request_no) with the same amount is the same step, however
/// often it is sent; a new number gives back once more.
///
/// ```
/// use alipay_apis::fund::AuthOrderUnfreeze;
/// use alipay_apis::{Amount, Client, Error};
///
/// async fn give_back(client: &Client, auth_no: &str, step: &str) -> Result<Option<Amount>, Error> {
///     let request = AuthOrderUnfreeze::new(auth_no, step, Amount::yuan(99), "The bicycle came back");
///     Ok(request.call(client).await?.amount)
/// }
/// ```
#[alipay_api(
    method = "alipay.fund.auth.order.unfreeze",
    response = AuthOrderUnfreezeResponse,
    error = AuthOrderUnfreezeError,
    docs = "https://opendocs.alipay.com/apis/api_28/alipay.fund.auth.order.unfreeze",
    idempotent_by(out_request_no),
)]
pub struct AuthOrderUnfreeze {
    /// Alipay's number of the authorisation.
    pub auth_no: String,

    /// Your number of this step, one for each.
    pub out_request_no: String,

    /// What is given back, in yuan: 0.01 to 100,000,000, with two decimals.
    #[alipay(range = 0.01..=100000000, decimals = 2)]
    pub amount: Amount,

    /// Why it is given back, up to 100 letters or 50 Chinese characters.
    pub remark: String,

    /// More as JSON text, such as `unfreezeBizInfo` with `{"bizComplete":"true"}`, which says that the
    /// user did as agreed and ends the order of the credit service.
    pub extra_param: Option<String>,
}

/// What was given back. Amounts are in yuan.
#[derive(Record)]
#[non_exhaustive]
pub struct AuthOrderUnfreezeResponse {
    /// What was given back.
    pub amount: Option<Amount>,

    /// Alipay's number of the authorisation.
    pub auth_no: Option<String>,

    /// How much of it was credit.
    pub credit_amount: Option<Amount>,

    /// How much of it was the user's money.
    pub fund_amount: Option<Amount>,

    /// When it was given back.
    pub gmt_trans: Option<DateTime>,

    /// Alipay's number of this step.
    pub operation_id: Option<String>,

    /// Your number of the authorisation.
    pub out_order_no: Option<String>,

    /// Your number of this step. Compare it with the one that you sent.
    pub out_request_no: Option<String>,

    /// Where this step stands.
    pub status: Option<OperationStatus>,
}

/// Business error codes of [`AuthOrderUnfreeze`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum AuthOrderUnfreezeError {
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    IllegalArgument,
    /// There is a step with this number and other parameters. It may have been carried out.
    #[alipay(remedy = "Query the step of that number before you send another.", retry = after_query)]
    UniqueViolation,
    /// Something failed inside the platform. Whether the money was given back is unknown.
    #[alipay(
        remedy = "Query the step; where there is none, send the very same request again.",
        retry = after_query
    )]
    SystemError,
    /// The payer's account is not in order.
    #[alipay(remedy = "Have the user settle it with Alipay, then send it again.", retry = never)]
    PayerUserStatusLimit,
    /// There is no such authorisation.
    #[alipay(remedy = "Correct auth_no.", retry = fix_input)]
    AuthOrderNotExist,
    /// The amount is more than what is frozen.
    #[alipay(remedy = "Query the step, and what is left; lower the amount of a new one.", retry = after_query)]
    RequestAmountExceed,
    /// The authorisation is in a state in which nothing can be given back.
    #[alipay(remedy = "Query the authorisation.", retry = after_query)]
    IllegalStatus,
    /// Nothing is left of the authorisation.
    #[alipay(remedy = "Query the authorisation; there is nothing to give back.", retry = after_query)]
    OrderAlreadyFinish,
    /// The authorisation is closed.
    #[alipay(remedy = "Query the authorisation; there is nothing to give back.", retry = after_query)]
    OrderAlreadyClosed,
    /// There is no such payer.
    #[alipay(remedy = "Ask Alipay's support.", retry = never)]
    PayerNotExist,
    /// It failed for a reason that `sub_msg` tells.
    #[alipay(remedy = "Read sub_msg; query the step before you send another.", retry = after_query)]
    BizError,
    /// The authorisation is not this merchant's, or the merchant may not give back.
    #[alipay(remedy = "Check auth_no and the merchant's contract.", retry = never)]
    AccessForbidden,
    /// A code that the document does not list.
    Unknown(String),
}
