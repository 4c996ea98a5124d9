//! The business error codes.

use alipay_core::ErrorCode;

/// Business error codes of [`ActivityOrdervoucherCreate`](super::ActivityOrdervoucherCreate).
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum ActivityOrdervoucherCreateError {
    /// Something failed inside the platform, or there were too many calls.
    #[alipay(remedy = "Send the very same request again after a pause, with the same out_biz_no.", retry = later)]
    SystemError,
    /// A parameter is wrong: a voucher that expires before issuing ends, for instance, or is valid for
    /// no day.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    InvalidParameter,
    /// A shop or mini program is unknown or not the merchant's, the merchant has not authorised the
    /// provider, or another operation on the activity is under way.
    #[alipay(
        remedy = "Read sub_msg: correct the shops or mini programs, have the merchant authorise the provider, or wait for the other operation to end.",
        retry = fix_input
    )]
    BizError,
    /// The most that the voucher can take off is less than the platform's least value.
    #[alipay(remedy = "Raise the discount, then send again.", retry = fix_input)]
    DiscountAmountInsufficient,
    /// The platform sees a risk in the request.
    #[alipay(remedy = "Have a person check the request; do not repeat it automatically.", retry = never)]
    BusinessHasRisk,
    /// A code that the document does not list.
    Unknown(String),
}
