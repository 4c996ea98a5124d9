//! The business error codes.

use alipay_core::ErrorCode;

/// Business error codes of [`ActivityOrdervoucherQuery`](super::ActivityOrdervoucherQuery).
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum ActivityOrdervoucherQueryError {
    /// Something failed inside the platform.
    #[alipay(remedy = "Ask again after a pause.", retry = later)]
    SystemError,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then ask again.", retry = fix_input)]
    InvalidParameter,
    /// A code that the document does not list.
    Unknown(String),
}
