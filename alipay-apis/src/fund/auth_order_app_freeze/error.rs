//! The business error codes.

use alipay_core::ErrorCode;

/// Business error codes of [`AuthOrderAppFreeze`](super::AuthOrderAppFreeze).
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum AuthOrderAppFreezeError {
    /// The authorisation was closed.
    #[alipay(remedy = "Start another one, with a new out_order_no.", retry = fix_input)]
    OrderAlreadyClosed,
    /// The money is frozen already.
    #[alipay(remedy = "Query the step; do not freeze it again.", retry = after_query)]
    FreezeAlreadySuccess,
    /// Something failed inside the platform. Whether the money was frozen is unknown.
    #[alipay(remedy = "Query the step; where there is none, start it again with the same numbers.", retry = after_query)]
    SystemError,
    /// The authorisation is over.
    #[alipay(remedy = "Query the step; start another one with a new out_order_no.", retry = after_query)]
    OrderAlreadyFinish,
    /// A text holds a word that is not allowed.
    #[alipay(remedy = "Change order_title or the texts of post_payments.", retry = fix_input)]
    ExistForbiddenWord,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names.", retry = fix_input)]
    IllegalArgument,
    /// The merchant may not freeze money.
    #[alipay(remedy = "Sign the contract about pre-authorisation with Alipay.", retry = never)]
    AccessForbidden,
    /// There is no such payee.
    #[alipay(remedy = "Correct payee_user_id or payee_logon_id.", retry = fix_input)]
    PayeeNotExist,
    /// There is no such payer.
    #[alipay(remedy = "Have the user sign in with another account.", retry = fix_input)]
    PayerNotExist,
    /// The payer's account is not in order.
    #[alipay(remedy = "Have the user settle it with Alipay, or use another account.", retry = never)]
    PayerUserStatusLimit,
    /// The payee's account is not in order.
    #[alipay(remedy = "Settle it with Alipay, or name another payee.", retry = never)]
    PayeeUserStatusLimit,
    /// The currencies do not fit.
    #[alipay(remedy = "Correct trans_currency and settle_currency.", retry = fix_input)]
    CurrencyVerificationFail,
    /// The merchant's trade is not admitted.
    #[alipay(remedy = "Ask Alipay's support.", retry = never)]
    RestrictedMerchantIndustry,
    /// The check of the foreign exchange failed.
    #[alipay(remedy = "Read sub_msg; ask Alipay's support.", retry = never)]
    ForexIdVerificationFail,
    /// The amount is outside of the product's bounds.
    #[alipay(remedy = "Correct the amount.", retry = fix_input)]
    ProductAmountLimitError,
    /// The merchant for whom a platform acts is not in order.
    #[alipay(remedy = "Settle it with Alipay.", retry = never)]
    SecondaryMerchantStatusError,
    /// The user is not the one of `identity_params`.
    #[alipay(remedy = "Have the right user sign in, or correct identity_params.", retry = fix_input)]
    UserIdentityInfoValidateFail,
    /// The user's account was not accepted.
    #[alipay(remedy = "Have the user sign in with another account.", retry = fix_input)]
    UserAccountValidateFail,
    /// The institution of the merchant for whom a platform acts is wrong.
    #[alipay(remedy = "Correct that merchant's institution.", retry = fix_input)]
    SubMerchantOrgIdError,
    /// The level of the merchant for whom a platform acts does not allow it.
    #[alipay(remedy = "Have the merchant's level raised.", retry = never)]
    SubMerchantLevelError,
    /// The merchant for whom a platform acts may not freeze money.
    #[alipay(remedy = "Have the merchant admitted.", retry = never)]
    SubMerchantNoPermission,
    /// The merchant's account is not in order.
    #[alipay(remedy = "Settle it with Alipay.", retry = never)]
    MerchantStatusError,
    /// A code that the document does not list.
    Unknown(String),
}
