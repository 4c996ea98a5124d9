//! The business error codes.

use alipay_core::ErrorCode;

/// Business error codes of [`ActivityOrdervoucherModify`](super::ActivityOrdervoucherModify).
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum ActivityOrdervoucherModifyError {
    /// Something failed inside the platform.
    #[alipay(remedy = "Send the very same request again after a pause, with the same out_biz_no.", retry = later)]
    SystemError,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    InvalidParameter,
    /// The activity does not allow the change, or another operation on it is under way.
    #[alipay(remedy = "Read sub_msg; query the activity before sending again.", retry = fix_input)]
    BizError,
    /// A code that the document does not list.
    Unknown(String),
}
