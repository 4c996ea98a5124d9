//! The gateway's own codes (`code`), the same for every method.

use crate::ErrorCode;

/// What the gateway says about a call, whatever its method: the `code` of an answer.
///
/// The business has its say in `sub_code`: see [`CommonCode`](crate::CommonCode) and the error codes
/// of the called method. Where both are known, [`BusinessError`](crate::BusinessError) takes their word
/// over this one's.
///
/// ```
/// use alipay_core::{ErrorCode, GatewayCode, Retry};
///
/// let code = GatewayCode::from_code("20000");
/// assert_eq!(code, GatewayCode::ServiceUnavailable);
/// assert_eq!(code.retry(), Some(Retry::AfterQuery));
/// ```
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum GatewayCode {
    /// The gateway did what was asked.
    #[alipay(code = "10000", remedy = "Read the answer.", retry = never)]
    Success,
    /// The gateway accepted the call and has not finished it.
    #[alipay(code = "10003", remedy = "Ask for the outcome.", retry = after_query)]
    InProgress,
    /// The service is not available, and the outcome is unknown.
    #[alipay(
        code = "20000",
        remedy = "Ask for the outcome; repeat the same request only if it was not carried out.",
        retry = after_query,
    )]
    ServiceUnavailable,
    /// The authorisation is not sufficient.
    #[alipay(code = "20001", remedy = "Check the tokens and what was authorised.", retry = never)]
    InsufficientAuthorisation,
    /// A parameter is missing.
    #[alipay(code = "40001", remedy = "Add the parameter that `sub_code` names.", retry = fix_input)]
    MissingParameter,
    /// A parameter is not acceptable.
    #[alipay(code = "40002", remedy = "Correct the parameter that `sub_code` names.", retry = fix_input)]
    InvalidParameter,
    /// The application, or its relation to the merchant, is not in the state that the call needs.
    #[alipay(code = "40003", remedy = "Set up on the platform what `sub_code` names.", retry = never)]
    ConditionNotMet,
    /// The business refused the call.
    #[alipay(
        code = "40004",
        remedy = "Look `sub_code` up on the method's page; some of them leave the outcome open, so ask for it first.",
        retry = after_query,
    )]
    BusinessFailed,
    /// Too many calls in too short a time.
    #[alipay(code = "40005", remedy = "Call less often.", retry = later)]
    CallLimited,
    /// The application may not do this.
    #[alipay(code = "40006", remedy = "Sign up for the product, or ask for the permission.", retry = never)]
    InsufficientPermission,
    /// A code that the platform does not list.
    Unknown(String),
}
