//! Business error codes, in the order of the page.

use alipay_core::ErrorCode;

/// Business error codes of [`Refund`](super::Refund).
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum RefundError {
    /// Something failed inside the platform. Whether money went back is unknown.
    #[alipay(
        code = "ACQ.SYSTEM_ERROR",
        remedy = "Send the very same request again, with the same number.",
        retry = same_request,
    )]
    SystemError,
    /// A parameter is wrong.
    #[alipay(code = "ACQ.INVALID_PARAMETER", remedy = "Correct the parameter that sub_msg names.", retry = fix_input)]
    InvalidParameter,
    /// The merchant has too little in the account.
    #[alipay(
        code = "ACQ.SELLER_BALANCE_NOT_ENOUGH",
        remedy = "Pay in, then send the very same request again.",
        retry = later,
    )]
    SellerBalanceNotEnough,
    /// The amount is more than is left to refund, or not all of what must be refunded whole.
    #[alipay(code = "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL", remedy = "Correct the amount.", retry = fix_input)]
    RefundAmtNotEqualTotal,
    /// The trade's money is frozen.
    #[alipay(code = "ACQ.REASON_TRADE_BEEN_FREEZEN", remedy = "Ask the platform about the merchant.", retry = never)]
    ReasonTradeBeenFreezen,
    /// There is no such trade.
    #[alipay(code = "ACQ.TRADE_NOT_EXIST", remedy = "Correct the number.", retry = fix_input)]
    TradeNotExist,
    /// The trade is over.
    #[alipay(code = "ACQ.TRADE_HAS_FINISHED", remedy = "Give the money back another way.", retry = never)]
    TradeHasFinished,
    /// The trade stands where it cannot be refunded.
    #[alipay(code = "ACQ.TRADE_STATUS_ERROR", remedy = "Query the trade.", retry = after_query)]
    TradeStatusError,
    /// The number of the refund was used with another amount.
    #[alipay(
        code = "ACQ.DISCORDANT_REPEAT_REQUEST",
        remedy = "Send what was sent first; another refund gets another number.",
        retry = fix_input,
    )]
    DiscordantRepeatRequest,
    /// The amount to refund is wrong.
    #[alipay(code = "ACQ.REASON_TRADE_REFUND_FEE_ERR", remedy = "Correct the amount.", retry = fix_input)]
    ReasonTradeRefundFeeErr,
    /// The trade cannot be refunded.
    #[alipay(code = "ACQ.TRADE_NOT_ALLOW_REFUND", remedy = "Query the trade.", retry = after_query)]
    TradeNotAllowRefund,
    /// The trade's fee cannot be given back.
    #[alipay(code = "ACQ.REFUND_FEE_ERROR", remedy = "Ask the platform about the trade.", retry = never)]
    RefundFeeError,
    /// The trade is closed: not paid, or refunded whole.
    #[alipay(code = "ACQ.TRADE_HAS_CLOSE", remedy = "Query the trade.", retry = after_query)]
    TradeHasClose,
    /// There is no such buyer any more.
    #[alipay(code = "ACQ.BUYER_NOT_EXIST", remedy = "Give the money back another way.", retry = never)]
    BuyerNotExist,
    /// The buyer's account may not receive the money.
    #[alipay(code = "ACQ.BUYER_ENABLE_STATUS_FORBID", remedy = "The buyer asks Alipay why.", retry = never)]
    BuyerEnableStatusForbid,
    /// The trade stands where it cannot be refunded.
    #[alipay(code = "ACQ.REASON_TRADE_STATUS_INVALID", remedy = "Query the trade.", retry = after_query)]
    ReasonTradeStatusInvalid,
    /// The trade can only be refunded whole.
    #[alipay(code = "ACQ.NOT_ALLOW_PARTIAL_REFUND", remedy = "Correct the amount.", retry = fix_input)]
    NotAllowPartialRefund,
    /// The trade's voucher cannot be given back.
    #[alipay(code = "ACQ.ONLINE_TRADE_VOUCHER_NOT_ALLOW_REFUND", remedy = "Check the voucher's rules.", retry = never)]
    OnlineTradeVoucherNotAllowRefund,
    /// The buyer's account cannot receive the money.
    #[alipay(code = "ACQ.BUYER_ERROR", remedy = "Ask the buyer.", retry = never)]
    BuyerError,
    /// The currency is not one of the contract's.
    #[alipay(code = "ACQ.CURRENCY_NOT_SUPPORT", remedy = "Correct the currency.", retry = fix_input)]
    CurrencyNotSupport,
    /// The shares are not as great as they must be.
    #[alipay(
        code = "ACQ.ALLOC_AMOUNT_VALIDATE_ERROR",
        remedy = "Correct the amounts of the shares.",
        retry = fix_input,
    )]
    AllocAmountValidateError,
    /// The trade belongs to others.
    #[alipay(code = "ACQ.USER_NOT_MATCH_ERR", remedy = "Check the number and for whom you call.", retry = fix_input)]
    UserNotMatchErr,
    /// The shares cannot be given back as the request says.
    #[alipay(code = "ACQ.TRADE_SETTLE_ERROR", remedy = "Correct the shares.", retry = fix_input)]
    TradeSettleError,
    /// The fee could not be given back.
    #[alipay(code = "ACQ.REFUND_CHARGE_ERROR", remedy = "Ask the platform about the trade.", retry = never)]
    RefundChargeError,
    /// Something failed at the payment by an enterprise.
    #[alipay(
        code = "ACQ.ENTERPRISE_PAY_BIZ_ERROR",
        remedy = "Read sub_msg, and query the refund.",
        retry = after_query,
    )]
    EnterprisePayBizError,
    /// The account that advances the money is not valid.
    #[alipay(
        code = "ACQ.OVERDRAFT_ASSIGN_ACCOUNT_INVALID",
        remedy = "Correct `refund_advance_account`.",
        retry = fix_input,
    )]
    OverdraftAssignAccountInvalid,
    /// No contract lets that account advance the money.
    #[alipay(code = "ACQ.OVERDRAFT_AGREEMENT_NOT_MATCH", remedy = "Check the contract with Alipay.", retry = never)]
    OverdraftAgreementNotMatch,
    /// There is no such account to refund from.
    #[alipay(code = "ACQ.REFUND_ACCOUNT_NOT_EXIST", remedy = "Correct the account.", retry = fix_input)]
    RefundAccountNotExist,
    /// An account that the request names is not valid.
    #[alipay(code = "ACQ.CUSTOMER_VALIDATE_ERROR", remedy = "Correct the account.", retry = fix_input)]
    CustomerValidateError,
    /// The account that gives its share back does not exist.
    #[alipay(code = "ACQ.REFUND_ROYALTY_PAYEE_ACCOUNT_NOT_EXIST", remedy = "Correct the account.", retry = fix_input)]
    RefundRoyaltyPayeeAccountNotExist,
    /// The account did not allow to take its share back.
    #[alipay(code = "ACQ.REFUNDALLOC_UNAUTH_LIMIT", remedy = "Have it allow that.", retry = never)]
    RefundallocUnauthLimit,
    /// A code that the document does not list.
    Unknown(String),
}
