//! The business error codes.

use alipay_core::ErrorCode;

/// Business error codes of [`TransUniTransfer`](super::TransUniTransfer). Where `retry` is
/// [`AfterQuery`](alipay_core::Retry::AfterQuery) the money may have been transferred, by this
/// request or an earlier one of the same number; a code that leaves doubt says so. Codes that no document
/// explains are explained by their names.
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum TransUniTransferError {
    /// The payee's identity document does not allow the transfer.
    #[alipay(remedy = "Ask the payee to settle it with Alipay, or transfer to another account.", retry = never)]
    CheckReceiverCertNotAllow,
    /// A check of an indirectly connected merchant failed.
    #[alipay(remedy = "Read sub_msg; ask Alipay's support.", retry = never)]
    ExpandIndirectVerifyFail,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    InvalidParameter,
    /// Something failed inside the platform. Whether the money was transferred is unknown.
    #[alipay(
        remedy = "Query the transfer; where there is none, send the very same request again.",
        retry = after_query
    )]
    SystemError,
    /// The amount is above the limit of a transfer.
    #[alipay(remedy = "Lower the amount, or have the limit raised.", retry = fix_input)]
    ExceedLimitSmAmount,
    /// The transfers of the month are above their limit.
    #[alipay(remedy = "Wait for the next month, or have the limit raised.", retry = later)]
    ExceedLimitMmAmount,
    /// The payer's balance cannot be used for payments.
    #[alipay(remedy = "Have the payer switch on payments from the balance.", retry = never)]
    PaycardUnablePayment,
    /// The payer's account is not in order: reported as lost, or frozen.
    #[alipay(remedy = "Have the payer settle it with Alipay, or pay from another account.", retry = never)]
    PayerStatusError,
    /// The payer's identity is not certified far enough.
    #[alipay(remedy = "Have the payer certify the identity further.", retry = never)]
    PayerCertifyCheckFail,
    /// The payer's balance does not suffice.
    #[alipay(remedy = "Top the account up, then send the very same request again.", retry = later)]
    PayerBalanceNotEnough,
    /// The payer's name, or something else about the payer, does not fit the account.
    #[alipay(remedy = "Correct payer_info.", retry = fix_input)]
    PayerUserInfoError,
    /// There is a transfer with this number and other parameters. It may have been carried out.
    #[alipay(
        remedy = "Query the transfer of that number first; take a new number for another one.",
        retry = after_query
    )]
    PaymentInfoInconsistency,
    /// The payee's card number is wrong, or not that of a debit card.
    #[alipay(remedy = "Check the card number with the payee.", retry = fix_input)]
    CardBinError,
    /// The payee's card number and name do not belong together.
    #[alipay(remedy = "Check both with the payee.", retry = fix_input)]
    PayeeCardInfoError,
    /// The payee's bank takes no transfers at the moment.
    #[alipay(remedy = "Send it again after a pause; ask Alipay's support if that does not help.", retry = later)]
    InstPayUnable,
    /// From 50,000 yuan on a transfer needs a remark.
    #[alipay(remedy = "Fill in remark.", retry = fix_input)]
    MemoRequiredInTransferError,
    /// Somebody else may be using the account's identity.
    #[alipay(remedy = "Have the owner of the account prove the identity.", retry = never)]
    PermitCheckPermIdentityTheft,
    /// The remark holds a word that is not allowed.
    #[alipay(remedy = "Change the remark.", retry = fix_input)]
    RemarkHasSensitiveWord,
    /// The transfers of the day are above their limit.
    #[alipay(remedy = "Wait for the next day, or have the limit raised.", retry = later)]
    ExceedLimitDmAmount,
    /// The account may not receive money.
    #[alipay(remedy = "Transfer to another account.", retry = fix_input)]
    NoAccountReceivePermission,
    /// The payer's balance does not suffice.
    #[alipay(remedy = "Top the account up, then send the very same request again.", retry = later)]
    BalanceIsNotEnough,
    /// The payer's account may not pay, or is of a kind that cannot.
    #[alipay(remedy = "Pay from another account.", retry = fix_input)]
    NoAccountPaymentPermission,
    /// There is no such payer.
    #[alipay(remedy = "Correct payer_info, or pay from another account.", retry = fix_input)]
    PayerNotExist,
    /// There is no contract about the product.
    #[alipay(remedy = "Sign the contract about transfers with Alipay.", retry = never)]
    ProductNotSign,
    /// The transfer was not paid within its time.
    #[alipay(
        remedy = "Query the transfer of that number before you send another; a new transfer needs a new number.",
        retry = after_query
    )]
    PaymentTimeExpire,
    /// There is no such payee, or the name is another.
    #[alipay(remedy = "Check payee_info with the payee.", retry = fix_input)]
    PayeeNotExist,
    /// The payee's account is not in order.
    #[alipay(remedy = "Ask the payee to settle it with Alipay, or transfer to another account.", retry = fix_input)]
    PayeeAccountStatusError,
    /// The payee's identity is not complete, or there is no balance: no money can be received.
    #[alipay(remedy = "Have the payee complete the identity in Alipay's app.", retry = never)]
    PermitNonBankLimitPayee,
    /// The payee's trust account has received as much as it may.
    #[alipay(remedy = "Have the payee bind an Alipay account.", retry = never)]
    PayeeTrusteeshipAccOverLimit,
    /// The application may not use the payer's account.
    #[alipay(remedy = "Have the payer authorise it, or pay from another account.", retry = never)]
    NoPermissionAccount,
    /// There is no such trust account.
    #[alipay(remedy = "Correct the account.", retry = fix_input)]
    TrusteeshipAccountNotExist,
    /// The payee has no such account.
    #[alipay(remedy = "Check payee_info with the payee.", retry = fix_input)]
    PayeeAccountNotExsit,
    /// There is no order of the number in `original_order_id`.
    #[alipay(remedy = "Correct original_order_id.", retry = fix_input)]
    OrderNotExist,
    /// The payee's account is in a state in which it receives nothing.
    #[alipay(remedy = "Ask the payee to settle it with Alipay, or transfer to another account.", retry = never)]
    PayeeUserinfoStatusError,
    /// What was set aside is used up, or less than the amount.
    #[alipay(remedy = "Query the transfer, and what is left; lower the amount of a new one.", retry = after_query)]
    PaymentMoneyNotEnough,
    /// The payee has received as much as a trust account may.
    #[alipay(remedy = "Have the payee bind an Alipay account.", retry = never)]
    TrusteeshipRecieveQuotaLimit,
    /// Alipay sees a risk in the transfer.
    #[alipay(remedy = "Do not repeat it; have a person look at it.", retry = never)]
    SecurityCheckFailed,
    /// The order in `original_order_id` is not this merchant's.
    #[alipay(remedy = "Correct original_order_id.", retry = fix_input)]
    NoOrderPermission,
    /// The order in `original_order_id` is in a state in which nothing can be transferred from it.
    #[alipay(remedy = "Query that order, and the transfer.", retry = after_query)]
    OrderStatusInvalid,
    /// The payee's identity is not certified.
    #[alipay(remedy = "Have the payee complete the identity in Alipay's app.", retry = never)]
    PermAmlNotRealnameRev,
    /// The agreement with the user does not hold.
    #[alipay(remedy = "Check the number of the agreement.", retry = fix_input)]
    UserAgreementVerifyFail,
    /// A withdrawal from a trust account goes to another person than it comes from.
    #[alipay(remedy = "Correct the two accounts.", retry = fix_input)]
    PayerNotEqualPayeeError,
    /// The payee has received as many transfers from this payer as a day allows.
    #[alipay(remedy = "Send it again the next day.", retry = later)]
    ExceedLimitDcReceived,
    /// The payer's account is limited and may not pay.
    #[alipay(remedy = "Have the payer settle it with Alipay, or pay from another account.", retry = never)]
    PayerPermlimitCheckFailure,
    /// Several accounts have this login name, so the payee is not certain.
    #[alipay(remedy = "Give the payee's name, or another identity of the payee.", retry = fix_input)]
    PayeeAccOcupied,
    /// Payer and payee are the same.
    #[alipay(remedy = "Correct one of them.", retry = fix_input)]
    PayerPayeeCannotSame,
    /// The account is limited until its owner's identity is complete.
    #[alipay(remedy = "Have the payer complete the identity in Alipay's app.", retry = never)]
    PermitCheckPermLimited,
    /// There are too many transfers at a time.
    #[alipay(
        remedy = "Query after a pause; where there is none, send the same request again, fewer at a time.",
        retry = after_query
    )]
    ResourceLimitExceed,
    /// The payer's account is not among those of the contract.
    #[alipay(remedy = "Pay from an account of the contract.", retry = fix_input)]
    InvalidPayerAccount,
    /// The transfers of the day are above the greatest limit there is.
    #[alipay(remedy = "Wait for the next day.", retry = later)]
    ExceedLimitDmMaxAmount,
    /// The amount is above the limit of a transfer to a person.
    #[alipay(remedy = "Lower the amount, or have the limit raised.", retry = fix_input)]
    ExceedLimitPersonalSmAmount,
    /// The payee's identity is not certified, and the limit of such a payee's day is reached.
    #[alipay(remedy = "Have the payee certify the identity, or wait for the next day.", retry = later)]
    ExceedLimitUnrnDmAmount,
    /// The payee's card number is wrong.
    #[alipay(remedy = "Check the card number with the payee.", retry = fix_input)]
    InvalidCardno,
    /// The payee's mobile number was given to somebody else, so the account receives nothing.
    #[alipay(remedy = "Ask the payee for another account.", retry = fix_input)]
    ReleaseUserForbbidenRecieve,
    /// A payee of this kind cannot receive the transfer.
    #[alipay(remedy = "Ask the payee for another account.", retry = fix_input)]
    PayeeUserTypeError,
    /// The amount is below the least of a transfer.
    #[alipay(remedy = "Raise the amount.", retry = fix_input)]
    ExceedLimitSmMinAmount,
    /// The account may not receive money.
    #[alipay(remedy = "Ask the payee to settle it with Alipay, or transfer to another account.", retry = never)]
    PermitCheckReceiveLimit,
    /// The merchant is not admitted to this product.
    #[alipay(remedy = "Ask Alipay to admit the merchant.", retry = never)]
    NotInWhiteList,
    /// The payer's balance is closed.
    #[alipay(remedy = "Have the payer settle it with Alipay, or pay from another account.", retry = never)]
    MoneyPayClosed,
    /// The payer has nothing to pay with at the moment.
    #[alipay(remedy = "Have the payer settle it with Alipay, or pay from another account.", retry = never)]
    NoAvailablePaymentTools,
    /// The payee's identity is not certified.
    #[alipay(remedy = "Have the payee complete the identity in Alipay's app.", retry = never)]
    PayeeNotRelnameCertify,
    /// The account cannot exchange foreign money.
    #[alipay(remedy = "Ask Alipay's support about the account.", retry = never)]
    OverseaTransferClose,
    /// The payment failed.
    #[alipay(remedy = "Read sub_msg; query the transfer before you send another.", retry = after_query)]
    PaymentFail,
    /// The red packet was already taken.
    #[alipay(
        remedy = "Query the transfer of that number before you send another; a new transfer needs a new number.",
        retry = after_query
    )]
    AlreadyWithdrawStdRedPacket,
    /// The payee's account is frozen and receives nothing.
    #[alipay(remedy = "Ask the payee to settle it with Alipay, or transfer to another account.", retry = never)]
    BlockUserForbbidenRecieve,
    /// The transfer is being worked on.
    #[alipay(remedy = "Query the transfer after a pause.", retry = after_query)]
    RequestProcessing,
    /// There is no such user.
    #[alipay(remedy = "Correct payer_info or payee_info.", retry = fix_input)]
    UserNotExist,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    ParamIllegal,
    /// Moving the money failed.
    #[alipay(remedy = "Read sub_msg; query the transfer before you send another.", retry = after_query)]
    ProcessFail,
    /// The currency is not supported.
    #[alipay(remedy = "Use another currency.", retry = fix_input)]
    CurrencyNotSupport,
    /// The payer is not who makes the call.
    #[alipay(remedy = "Pay from the account of the merchant who calls.", retry = fix_input)]
    PayerRequesterRelationInvalid,
    /// The one who was authorised is not the one who calls.
    #[alipay(remedy = "Check the authorisation.", retry = never)]
    AuthoreeIsNotMatch,
    /// The payee has no balance and receives nothing.
    #[alipay(remedy = "Ask the payee to settle it with Alipay, or transfer to another account.", retry = never)]
    NoAccountUserForbbidenRecieve,
    /// The signature in `sign_data` is wrong.
    #[alipay(remedy = "Check what was signed, and how.", retry = fix_input)]
    SignInvalid,
    /// The merchant who calls is not the one of `sign_data.partner_id`.
    #[alipay(remedy = "Correct sign_data.partner_id.", retry = fix_input)]
    SignInvokePidInconsistent,
    /// There is no application of the number in `sign_data.ori_app_id`.
    #[alipay(remedy = "Correct sign_data.ori_app_id.", retry = fix_input)]
    SignQueryAppInfoError,
    /// There is no agreement of the number in `payer_info.ext_info`.
    #[alipay(remedy = "Correct the agreement's number.", retry = fix_input)]
    SignQueryAggrementError,
    /// The agreement is not that of the application in `sign_data.ori_app_id`.
    #[alipay(remedy = "Correct the agreement's number or sign_data.ori_app_id.", retry = fix_input)]
    SignAgreementNoInconsistent,
    /// Something in `sign_data` is wrong.
    #[alipay(remedy = "Correct sign_data.", retry = fix_input)]
    SignParamInvalid,
    /// This kind of transfer must carry `sign_data`.
    #[alipay(remedy = "Fill in sign_data.", retry = fix_input)]
    SignNotAllowSkip,
    /// The amount is above the limit of a transfer to an enterprise.
    #[alipay(remedy = "Lower the amount, or have the limit raised.", retry = fix_input)]
    ExceedLimitEntSmAmount,
    /// A provider may not call for a merchant in this scene.
    #[alipay(remedy = "Have the merchant call without app_auth_token.", retry = never)]
    IsvAuthError,
    /// There is no such payer, or the account was given up.
    #[alipay(remedy = "Correct payer_info.", retry = fix_input)]
    PayerUserinfoNotExsit,
    /// The payer's account is frozen and sends nothing.
    #[alipay(remedy = "Have the payer settle it with Alipay, or pay from another account.", retry = never)]
    BlockUserForbbidenSend,
    /// The bank answered with an error. Whether the money was transferred is unknown.
    #[alipay(
        remedy = "Query the transfer; where there is none, send the very same request again.",
        retry = after_query
    )]
    BankResponseError,
    /// There is a transfer with this number. It may have been carried out.
    #[alipay(
        remedy = "Query the transfer of that number before you send another; a new transfer needs a new number.",
        retry = after_query
    )]
    BizUniqueException,
    /// The application may not use this account book.
    #[alipay(remedy = "Check the account book and its permissions.", retry = never)]
    NoAccountbookPermission,
    /// The identity document that is on record has expired.
    #[alipay(remedy = "Have the owner of the account renew it in Alipay's app.", retry = never)]
    PermitCheckPermAmlCertExpired,
    /// The merchant's contract could not be looked up.
    #[alipay(remedy = "Read sub_msg; query the transfer before you send another.", retry = after_query)]
    MrchprodQueryError,
    /// What the payer may pay from the balance is limited by regulation.
    #[alipay(remedy = "Have the payer settle it with Alipay, or pay from another account.", retry = never)]
    PermitPayerForbidden,
    /// The payee's account is not bound to the funds.
    #[alipay(remedy = "Have the payee bind the account anew.", retry = never)]
    IdentityFundRelationNotFound,
    /// The remark holds characters that the bank does not take.
    #[alipay(remedy = "Change the remark.", retry = fix_input)]
    InstPayRemarkUnvalidChars,
    /// The payee's account is limited and receives nothing.
    #[alipay(remedy = "Ask the payee to settle it with Alipay, or transfer to another account.", retry = never)]
    PermitLimitPayee,
    /// The agreement about invoices does not hold.
    #[alipay(remedy = "Check the agreement.", retry = never)]
    InvalidTaxBillAgreement,
    /// Wages cannot be paid in this way.
    #[alipay(remedy = "Read sub_msg; pay in another way.", retry = fix_input)]
    PaySalaryModeNotSupport,
    /// There is no account book of the contractor.
    #[alipay(remedy = "Correct the account book.", retry = fix_input)]
    ContractorAccountBookNotFund,
    /// The bank's code or the branch's name is wrong.
    #[alipay(remedy = "Correct bankcard_ext_info.", retry = fix_input)]
    BankcodeOrBranchnameInfoError,
    /// The payee's account is limited.
    #[alipay(remedy = "Ask the payee to settle it with Alipay, or transfer to another account.", retry = never)]
    PayeeOutPermlimitCheckFailure,
    /// The account between payer and payee is not in order.
    #[alipay(remedy = "Ask Alipay's support about the account.", retry = never)]
    MidAccountStatusError,
    /// The account between payer and payee is of the wrong kind.
    #[alipay(remedy = "Ask Alipay's support about the account.", retry = fix_input)]
    MidAccountTypeError,
    /// The payee and the account between are the same.
    #[alipay(remedy = "Correct one of them.", retry = fix_input)]
    PayeeMidCannotSame,
    /// The payer and the account between are the same.
    #[alipay(remedy = "Correct one of them.", retry = fix_input)]
    PayerMidCannotSame,
    /// The account between payer and payee was not accepted.
    #[alipay(remedy = "Ask Alipay's support about the account.", retry = never)]
    MidAccountCheckError,
    /// The account has paid from its balance as much as a day allows.
    #[alipay(remedy = "Wait for the next day, or have the limit raised.", retry = later)]
    PermPayUserDailyQuotaOrgBalanceLimit,
    /// The account has paid from its balance as much as a month allows.
    #[alipay(remedy = "Wait for the next month, or have the limit raised.", retry = later)]
    PermPayUserMonthQuotaOrgBalanceLimit,
    /// All accounts of the owner have paid from their balances as much as a day allows.
    #[alipay(remedy = "Wait for the next day, or have the limit raised.", retry = later)]
    PermPayCustomerDailyQuotaOrgBalanceLimit,
    /// All accounts of the owner have paid from their balances as much as a month allows.
    #[alipay(remedy = "Wait for the next month, or have the limit raised.", retry = later)]
    PermPayCustomerMonthQuotaOrgBalanceLimit,
    /// The payer's account is of a kind that cannot pay this.
    #[alipay(remedy = "Pay from another account.", retry = fix_input)]
    NotSupportPayerAccountType,
    /// The transfers of the month are above the greatest limit there is.
    #[alipay(remedy = "Wait for the next month.", retry = later)]
    ExceedLimitMmMaxAmount,
    /// A request was repeated with other parameters. The first one may have been carried out.
    #[alipay(
        remedy = "Query the transfer of that number before you send another; a new transfer needs a new number.",
        retry = after_query
    )]
    RepInconsistent,
    /// Alipay stopped the transfer because it breaks a rule of the contract.
    #[alipay(remedy = "Read sub_msg; have a person look at it.", retry = never)]
    IllegalOperation,
    /// The payee has received as much as is allowed.
    #[alipay(remedy = "Ask the payee to settle it with Alipay, or transfer to another account.", retry = never)]
    PermReceiveCustomerAlmsLimit,
    /// The payee's identity does not fit the account.
    #[alipay(remedy = "Check payee_info with the payee.", retry = fix_input)]
    PayeeIdentityNotMatch,
    /// The merchant has no contract about checking the risk of flexible staffing.
    #[alipay(remedy = "Sign the contract with Alipay.", retry = never)]
    FlexibleStaffingRiskConsultUnsignedMerchant,
    /// Checking the risk of flexible staffing is not authorised.
    #[alipay(remedy = "Have it authorised.", retry = never)]
    FlexibleStaffingRiskConsultUnauthorizedConsult,
    /// The person whose risk is to be checked does not exist.
    #[alipay(remedy = "Check payee_info with the payee.", retry = fix_input)]
    FlexibleStaffingRiskConsultUserNotExist,
    /// The payee is a risk in flexible staffing.
    #[alipay(remedy = "Do not repeat it; have a person look at it.", retry = never)]
    FlexibleStaffingRiskConsultRiskReceiver,
    /// Something about the payee is wrong.
    #[alipay(remedy = "Check payee_info with the payee.", retry = fix_input)]
    PayeeUserinfoError,
    /// The payee is a high risk in flexible staffing.
    #[alipay(remedy = "Do not repeat it; have a person look at it.", retry = never)]
    FlexibleStaffingHighRiskReceiver,
    /// The payee may be a risk in flexible staffing.
    #[alipay(remedy = "Do not repeat it; have a person look at it.", retry = never)]
    FlexibleStaffingPotentialRiskReceiver,
    /// Something about the payer's account book is wrong.
    #[alipay(remedy = "Check the payer's account book.", retry = fix_input)]
    PayerAccountBookInfoException,
    /// Something about the payee's account book is wrong.
    #[alipay(remedy = "Check the payee's account book.", retry = fix_input)]
    ReceiverAccountBookInfoException,
    /// The scene of the account book is wrong.
    #[alipay(remedy = "Check the account book's scene.", retry = fix_input)]
    AccountBookSceneCodeException,
    /// The trust account is not in order.
    #[alipay(remedy = "Ask Alipay's support about the account.", retry = never)]
    TrusteeshipAccountStatusError,
    /// In this scene payer and payee have to be the same.
    #[alipay(remedy = "Correct one of them, or biz_scene.", retry = fix_input)]
    PayerNotEqualPayeeForBizSceneRequired,
    /// The payer's level does not allow the payment.
    #[alipay(remedy = "Have the payer settle it with Alipay, or pay from another account.", retry = never)]
    PermitPayerLevelForbidden,
    /// The payee's risk in flexible staffing is unknown.
    #[alipay(remedy = "Do not repeat it; have a person look at it.", retry = never)]
    FlexibleStaffingUnKnownRiskReceiver,
    /// A court has frozen the account.
    #[alipay(remedy = "Ask Alipay's support about the account.", retry = never)]
    JudicialFreeze,
    /// The amount is outside of what the prize allows.
    #[alipay(remedy = "Correct the amount.", retry = fix_input)]
    TransAmountNotInPrizeLimit,
    /// The promotion is not connected to its campaign.
    #[alipay(remedy = "Complete the promotion's settings.", retry = never)]
    PromoCampRelationConfigMissed,
    /// The payee has received as often as is allowed.
    #[alipay(remedy = "Read sub_msg; query the transfer before you send another.", retry = after_query)]
    PayeeReceiveCountExceedLimit,
    /// The promotion's transfer is being worked on.
    #[alipay(remedy = "Query the transfer after a pause.", retry = after_query)]
    PromoTransOrderDealing,
    /// The share of the funds does not fit.
    #[alipay(remedy = "Read sub_msg, and correct the request.", retry = fix_input)]
    FundProtitopnNotMatch,
    /// There is no such institution for the wallet.
    #[alipay(remedy = "Correct the institution.", retry = fix_input)]
    FundWalletInstNotExist,
    /// The wallet cannot be used.
    #[alipay(remedy = "Ask Alipay's support about the account.", retry = never)]
    FundWalletUnavailable,
    /// A part of the request has the wrong form.
    #[alipay(remedy = "Read sub_msg, and correct the request.", retry = fix_input)]
    PartitionFormatError,
    /// The time until which this was possible is over.
    #[alipay(
        remedy = "Query the transfer of that number before you send another; a new transfer needs a new number.",
        retry = after_query
    )]
    CurrebtAfterInvalidTime,
    /// The check is not authorised.
    #[alipay(remedy = "Have it authorised.", retry = never)]
    UnauthorizedConsult,
    /// There is no agreement about invoices.
    #[alipay(remedy = "Make the agreement.", retry = never)]
    TaxBillAgreementMiss,
    /// The user's wallet may not be used for this.
    #[alipay(remedy = "Ask Alipay's support about the account.", retry = never)]
    ForbidOperationUserWallet,
    /// An account is frozen because of a risk.
    #[alipay(remedy = "Ask Alipay's support about the account.", retry = never)]
    UserRiskFreeze,
    /// The balance does not suffice for the fee of a transfer to a card.
    #[alipay(remedy = "Top the account up, then send the very same request again.", retry = later)]
    BalanceNotEnoughForCardFee,
    /// The transfer is being worked on.
    #[alipay(remedy = "Query the transfer after a pause.", retry = after_query)]
    TransOrderDealing,
    /// The payee is an institution.
    #[alipay(remedy = "Ask the payee for another account.", retry = fix_input)]
    PayeeUserIsInst,
    /// The payer's identity is not certified.
    #[alipay(remedy = "Have the payer complete the identity in Alipay's app.", retry = never)]
    PayerNotRelnameCertify,
    /// The payer's balance does not suffice.
    #[alipay(remedy = "Top the account up, then send the very same request again.", retry = later)]
    BalanceNotEnough,
    /// There is no such service for employees.
    #[alipay(remedy = "Correct the service.", retry = fix_input)]
    EmployeeServiceNotExist,
    /// The service for employees is not supported.
    #[alipay(remedy = "Use another service.", retry = fix_input)]
    UnSupportEmployeeService,
    /// The payer's identity is not certified.
    #[alipay(remedy = "Have the payer complete the identity in Alipay's app.", retry = never)]
    PermAmlNotRealnamePay,
    /// A setting of the merchant's is wrong.
    #[alipay(remedy = "Read sub_msg; ask Alipay's support.", retry = never)]
    ConfigurationError,
    /// The user who makes the call may not.
    #[alipay(remedy = "Check which merchant calls.", retry = never)]
    IllegalRequestUserId,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    ParameterError,
    /// An identity document is missing, and the limit without it is reached.
    #[alipay(remedy = "Have the owner of the account complete the identity in Alipay's app.", retry = never)]
    PermitCheckPermAmlCertMissAccLimit,
    /// The payee's account is frozen because of a risk.
    #[alipay(remedy = "Ask the payee to settle it with Alipay, or transfer to another account.", retry = never)]
    ReceiverUserRiskFreeze,
    /// Payer and payee have the same name.
    #[alipay(remedy = "Correct one of them.", retry = fix_input)]
    PayerPayeeAccountNameCanNotSame,
    /// The payee's identity document is another.
    #[alipay(remedy = "Correct cert_type and cert_no in payee_info.", retry = fix_input)]
    PayeeCertInfoError,
    /// There is no such account to transfer to.
    #[alipay(remedy = "Check payee_info with the payee.", retry = fix_input)]
    AccountInNotExist,
    /// An account from outside of the mainland cannot receive the transfer.
    #[alipay(remedy = "Ask the payee for another account.", retry = fix_input)]
    GlobalUserForbbidenRecieve,
    /// What may be done with the account is limited.
    #[alipay(remedy = "Ask Alipay's support about the account.", retry = never)]
    AccountOperationLimit,
    /// The payer cannot pay.
    #[alipay(remedy = "Have the payer settle it with Alipay, or pay from another account.", retry = never)]
    PayerUnablePayment,
    /// The amount is above an inner limit of a transfer.
    #[alipay(remedy = "Lower the amount.", retry = fix_input)]
    ExceedLimitInternalSmAmount,
    /// The transfer is in a state in which this cannot be done.
    #[alipay(
        remedy = "Query the transfer of that number before you send another; a new transfer needs a new number.",
        retry = after_query
    )]
    IllegalStatusException,
    /// The payer's account is limited.
    #[alipay(remedy = "Have the payer settle it with Alipay, or pay from another account.", retry = never)]
    PayerAccountLimit,
    /// Payer and payee are both account books of persons.
    #[alipay(remedy = "Correct one of them.", retry = fix_input)]
    PayerAndPayeeBothPersonalAccountBook,
    /// The scene's name is none of those that the merchant applied for.
    #[alipay(remedy = "Correct transfer_scene_name.", retry = fix_input)]
    TransferSceneNameIllegal,
    /// What is reported does not fit the scene.
    #[alipay(remedy = "Correct transfer_scene_report_infos.", retry = fix_input)]
    TransferSceneReportInfoIllegal,
    /// The scene's name is missing.
    #[alipay(remedy = "Fill in transfer_scene_name.", retry = fix_input)]
    TransferSceneNameBlank,
    /// The scene was not admitted.
    #[alipay(remedy = "Read sub_msg; have the scene admitted.", retry = never)]
    TransferSceneInfoAdmitFail,
    /// A code that the document does not list.
    Unknown(String),
}
