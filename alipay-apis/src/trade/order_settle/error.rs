//! Business error codes, in the order of the page.

use alipay_core::ErrorCode;

/// Business error codes of [`OrderSettle`](super::OrderSettle).
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum OrderSettleError {
    /// Something failed inside the platform. Whether money was shared is unknown.
    #[alipay(
        code = "ACQ.SYSTEM_ERROR",
        remedy = "Query the trade, then send the very same request again, with the same number.",
        retry = after_query,
    )]
    SystemError,
    /// A parameter is wrong.
    #[alipay(code = "ACQ.INVALID_PARAMETER", remedy = "Correct the parameter that sub_msg names.", retry = fix_input)]
    InvalidParameter,
    /// There is no such trade.
    #[alipay(code = "ACQ.TRADE_NOT_EXIST", remedy = "Correct the number.", retry = fix_input)]
    TradeNotExist,
    /// The trade stands where it cannot be shared.
    #[alipay(code = "ACQ.TRADE_STATUS_ERROR", remedy = "Query the trade.", retry = after_query)]
    TradeStatusError,
    /// The trade belongs to another merchant.
    #[alipay(code = "ACQ.PARTNER_ERROR", remedy = "Check the number and for whom you call.", retry = fix_input)]
    PartnerError,
    /// The number of the request was used with other contents.
    #[alipay(
        code = "ACQ.DISCORDANT_REPEAT_REQUEST",
        remedy = "Send what was sent first, or a new number.",
        retry = fix_input,
    )]
    DiscordantRepeatRequest,
    /// The trade could not be shared.
    #[alipay(code = "ACQ.TRADE_SETTLE_ERROR", remedy = "Read sub_msg, and query the trade.", retry = after_query)]
    TradeSettleError,
    /// The login name belongs to several accounts.
    #[alipay(code = "ACQ.USER_LOGONID_DUP", remedy = "Name the account by its user id.", retry = fix_input)]
    UserLogonidDup,
    /// Who gets a share cannot get one.
    #[alipay(code = "ACQ.ROYALTY_RECEIVER_INVALID", remedy = "Correct who gets a share.", retry = fix_input)]
    RoyaltyReceiverInvalid,
    /// The shares are not as great as they must be.
    #[alipay(
        code = "ACQ.ALLOC_AMOUNT_VALIDATE_ERROR",
        remedy = "Correct the amounts of the shares.",
        retry = fix_input,
    )]
    AllocAmountValidateError,
    /// Too many requests for this trade at once.
    #[alipay(code = "ACQ.FREQUENCY_LIMITED", remedy = "Send the same request again after a pause.", retry = later)]
    FrequencyLimited,
    /// An account that the request names is not valid.
    #[alipay(code = "ACQ.CUSTOMER_VALIDATE_ERROR", remedy = "Correct the account.", retry = fix_input)]
    CustomerValidateError,
    /// An account of the shares is frozen.
    #[alipay(code = "ACQ.USER_ACCOUNT_HAD_FREEZEN", remedy = "Its owner asks Alipay why.", retry = never)]
    UserAccountHadFreezen,
    /// The trade's settlement stands where this is not possible.
    #[alipay(code = "ACQ.ILLEGAL_SETTLE_STATE", remedy = "Query the trade.", retry = after_query)]
    IllegalSettleState,
    /// The account that shares has too little in it.
    #[alipay(
        code = "ACQ.TXN_RESULT_ACCOUNT_BALANCE_NOT_ENOUGH",
        remedy = "Pay in, then send the same request again.",
        retry = later,
    )]
    TxnResultAccountBalanceNotEnough,
    /// The trade stands where it cannot be shared.
    #[alipay(code = "ACQ.REASON_TRADE_STATUS_INVALID", remedy = "Query the trade.", retry = after_query)]
    ReasonTradeStatusInvalid,
    /// The trade cannot be shared.
    #[alipay(
        code = "ACQ.NOT_SUPPORT_ROYALTY",
        remedy = "Check the contract, and `royalty_freeze` at payment.",
        retry = never,
    )]
    NotSupportRoyalty,
    /// There is no such account to share with.
    #[alipay(code = "ACQ.ROYALTY_ACCOUNT_NOT_EXIST", remedy = "Correct who gets a share.", retry = fix_input)]
    RoyaltyAccountNotExist,
    /// An account of the shares is not valid.
    #[alipay(code = "ACQ.ROYALTY_ACCOUNT_INVALID", remedy = "Correct the account.", retry = fix_input)]
    RoyaltyAccountInvalid,
    /// Whose settlement it is, is wrong.
    #[alipay(code = "ACQ.SETTLE_ENTITY_ID_INVALID", remedy = "Correct `settle_entity_id`.", retry = fix_input)]
    SettleEntityIdInvalid,
    /// A share goes to the account from which it comes.
    #[alipay(code = "ACQ.ROYALTY_ACCOUNTS_EQUAL", remedy = "Correct the accounts.", retry = fix_input)]
    RoyaltyAccountsEqual,
    /// The number of the request was used before.
    #[alipay(
        code = "ACQ.DUP_OUT_REQUEST_NO",
        remedy = "Query the trade; another sharing gets another number.",
        retry = after_query,
    )]
    DupOutRequestNo,
    /// The platform takes the sharing for risky.
    #[alipay(code = "ACQ.MERCHANT_RISK_LIMIT", remedy = "Ask the platform about the merchant.", retry = never)]
    MerchantRiskLimit,
    /// There is no such account to share from.
    #[alipay(code = "ACQ.ROYALTY_PAYER_ACCOUNT_NOT_EXIST", remedy = "Correct `trans_out`.", retry = fix_input)]
    RoyaltyPayerAccountNotExist,
    /// There is no such account to share with.
    #[alipay(code = "ACQ.ROYALTY_RECEIVER_ACCOUNT_NOT_EXIST", remedy = "Correct `trans_in`.", retry = fix_input)]
    RoyaltyReceiverAccountNotExist,
    /// Who shares has not proven the own identity.
    #[alipay(code = "ACQ.ROYALTY_PAYER_ACCOUNT_NOT_CERTIFY", remedy = "That account's owner does so.", retry = never)]
    RoyaltyPayerAccountNotCertify,
    /// Who gets a share has not proven the own identity.
    #[alipay(
        code = "ACQ.ROYALTY_RECEIVER_ACCOUNT_NOT_CERTIFY",
        remedy = "That account's owner does so.",
        retry = never,
    )]
    RoyaltyReceiverAccountNotCertify,
    /// The account to share from cannot hold money.
    #[alipay(code = "ACQ.ROYALTY_PAYER_ACCOUNT_NO_BALANCE", remedy = "Correct `trans_out`.", retry = fix_input)]
    RoyaltyPayerAccountNoBalance,
    /// The account to share with cannot hold money.
    #[alipay(code = "ACQ.ROYALTY_RECEIVER_ACCOUNT_NO_BALANCE", remedy = "Correct `trans_in`.", retry = fix_input)]
    RoyaltyReceiverAccountNoBalance,
    /// The name is not that of the account.
    #[alipay(code = "ACQ.ROYALTY_ACCOUNT_NAME_NOT_MATCH", remedy = "Correct `trans_in_name`.", retry = fix_input)]
    RoyaltyAccountNameNotMatch,
    /// A share cannot go to a bank card here.
    #[alipay(code = "ACQ.SETTLE_TO_CARD_NOT_SUPPORT", remedy = "Name an account.", retry = fix_input)]
    SettleToCardNotSupport,
    /// The account that fills up is not valid.
    #[alipay(code = "ACQ.REPLENISH_ACCOUNT_INVALID", remedy = "Correct the account.", retry = fix_input)]
    ReplenishAccountInvalid,
    /// The amount to fill up is wrong.
    #[alipay(code = "ACQ.INVALID_REPLENISH_AMOUNT", remedy = "Correct the amount.", retry = fix_input)]
    InvalidReplenishAmount,
    /// Trades that are settled by period are not shared later.
    #[alipay(
        code = "ACQ.ASYNC_ALLOC_NOT_SUPPORT_IN_PERIOD",
        remedy = "Wait for the answer: `RoyaltyMode::Sync`.",
        retry = fix_input,
    )]
    AsyncAllocNotSupportInPeriod,
    /// There is no such merchant behind the platform.
    #[alipay(code = "ACQ.SECONDARY_MERCHANT_ID_INVALID", remedy = "Correct `merchant_id`.", retry = fix_input)]
    SecondaryMerchantIdInvalid,
    /// The first share has to come from the seller.
    #[alipay(code = "ACQ.MUST_ALLOC_FROM_ROOT_ACCOUNT", remedy = "Correct `trans_out`.", retry = fix_input)]
    MustAllocFromRootAccount,
    /// This kind of trade cannot be shared.
    #[alipay(code = "ACQ.UN_SUPPORT_BIZ_TYPE", remedy = "Check the contract with Alipay.", retry = never)]
    UnSupportBizType,
    /// The merchant has not signed up for the product.
    #[alipay(code = "ACQ.ACCESS_FORBIDDEN", remedy = "Sign up for it, or name the contract's product.", retry = never)]
    AccessForbidden,
    /// The request may not be made.
    #[alipay(code = "ACQ.ILLEGAL_REQUEST", remedy = "Read sub_msg.", retry = fix_input)]
    IllegalRequest,
    /// What the share is for is not allowed here.
    #[alipay(code = "ACQ.SETTLE_SCENE_NOT_SUPPORT", remedy = "Correct `royalty_scene`.", retry = fix_input)]
    SettleSceneNotSupport,
    /// The trade is not settled yet.
    #[alipay(
        code = "ACQ.ALLOC_REFUSE_BEFORE_SETTLE",
        remedy = "Send the same request again after it is.",
        retry = later,
    )]
    AllocRefuseBeforeSettle,
    /// The trade was refunded.
    #[alipay(code = "ACQ.ALLOC_REFUSE_AFTER_REFUND", remedy = "Query the trade.", retry = never)]
    AllocRefuseAfterRefund,
    /// The last share of the trade was made.
    #[alipay(code = "ACQ.ALREADY_FINISH_ALLOC", remedy = "Query the trade.", retry = never)]
    AlreadyFinishAlloc,
    /// A code that the document does not list.
    Unknown(String),
}
