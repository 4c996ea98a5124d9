//! Business error codes, in the order of the page.

use alipay_core::ErrorCode;

/// Business error codes of [`Pay`](super::Pay).
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum PayError {
    /// Something failed inside the platform. Whether the buyer paid is unknown.
    #[alipay(
        code = "ACQ.SYSTEM_ERROR",
        remedy = "Query the trade, and cancel it if that leaves it open.",
        retry = after_query,
    )]
    SystemError,
    /// A parameter is wrong.
    #[alipay(code = "ACQ.INVALID_PARAMETER", remedy = "Correct the parameter that sub_msg names.", retry = fix_input)]
    InvalidParameter,
    /// The merchant has not signed up for the product.
    #[alipay(code = "ACQ.ACCESS_FORBIDDEN", remedy = "Sign up for it, or name the contract's product.", retry = never)]
    AccessForbidden,
    /// The order holds a word that the platform forbids.
    #[alipay(code = "ACQ.EXIST_FORBIDDEN_WORD", remedy = "Change title and description.", retry = fix_input)]
    ExistForbiddenWord,
    /// The application or the merchant is not as the platform has it.
    #[alipay(code = "ACQ.PARTNER_ERROR", remedy = "Check app id and contract.", retry = never)]
    PartnerError,
    /// The amount is greater than allowed.
    #[alipay(code = "ACQ.TOTAL_FEE_EXCEED", remedy = "Correct the amount.", retry = fix_input)]
    TotalFeeExceed,
    /// The code that the buyer showed is wrong, used or too old.
    #[alipay(code = "ACQ.PAYMENT_AUTH_CODE_INVALID", remedy = "Scan a fresh code.", retry = fix_input)]
    PaymentAuthCodeInvalid,
    /// The number is that of an order with other contents.
    #[alipay(
        code = "ACQ.CONTEXT_INCONSISTENT",
        remedy = "Send what was sent first, or a new number for a new order.",
        retry = fix_input,
    )]
    ContextInconsistent,
    /// The order is paid already.
    #[alipay(code = "ACQ.TRADE_HAS_SUCCESS", remedy = "Query the trade.", retry = after_query)]
    TradeHasSuccess,
    /// The trade of this number is closed.
    #[alipay(code = "ACQ.TRADE_HAS_CLOSE", remedy = "Take a new number for a new order.", retry = fix_input)]
    TradeHasClose,
    /// The buyer has too little in the account.
    #[alipay(code = "ACQ.BUYER_BALANCE_NOT_ENOUGH", remedy = "Have the buyer pay otherwise.", retry = fix_input)]
    BuyerBalanceNotEnough,
    /// The buyer has too little on the card.
    #[alipay(
        code = "ACQ.BUYER_BANKCARD_BALANCE_NOT_ENOUGH",
        remedy = "Have the buyer pay otherwise.",
        retry = fix_input,
    )]
    BuyerBankcardBalanceNotEnough,
    /// The buyer has switched payments from the balance off.
    #[alipay(code = "ACQ.ERROR_BALANCE_PAYMENT_DISABLE", remedy = "Have the buyer pay otherwise.", retry = fix_input)]
    ErrorBalancePaymentDisable,
    /// Buyer and seller are the same.
    #[alipay(code = "ACQ.BUYER_SELLER_EQUAL", remedy = "Have somebody else pay.", retry = fix_input)]
    BuyerSellerEqual,
    /// The trade of this number belongs to another buyer.
    #[alipay(code = "ACQ.TRADE_BUYER_NOT_MATCH", remedy = "Take a new number for a new order.", retry = fix_input)]
    TradeBuyerNotMatch,
    /// The buyer's account may not trade.
    #[alipay(code = "ACQ.BUYER_ENABLE_STATUS_FORBID", remedy = "The buyer asks Alipay why.", retry = never)]
    BuyerEnableStatusForbid,
    /// The buyer's app could not be made to ask.
    #[alipay(code = "ACQ.PULL_MOBILE_CASHIER_FAIL", remedy = "Scan a fresh code.", retry = fix_input)]
    PullMobileCashierFail,
    /// The buyer has switched mobile payments off.
    #[alipay(code = "ACQ.MOBILE_PAYMENT_SWITCH_OFF", remedy = "The buyer switches them on.", retry = never)]
    MobilePaymentSwitchOff,
    /// The payment failed.
    #[alipay(
        code = "ACQ.PAYMENT_FAIL",
        remedy = "Scan a fresh code; if it fails again, have the buyer pay otherwise.",
        retry = fix_input,
    )]
    PaymentFail,
    /// The buyer's limit of the day is reached.
    #[alipay(
        code = "ACQ.BUYER_PAYMENT_AMOUNT_DAY_LIMIT_ERROR",
        remedy = "Have the buyer pay otherwise.",
        retry = fix_input,
    )]
    BuyerPaymentAmountDayLimitError,
    /// The merchant's limit of what may be received is reached.
    #[alipay(code = "ACQ.BEYOND_PAY_RESTRICTION", remedy = "Ask the platform about the merchant.", retry = never)]
    BeyondPayRestriction,
    /// The merchant's limit of what may be received is reached.
    #[alipay(
        code = "ACQ.BEYOND_PER_RECEIPT_RESTRICTION",
        remedy = "Ask the platform about the merchant.",
        retry = never,
    )]
    BeyondPerReceiptRestriction,
    /// The buyer's limit of the month is reached.
    #[alipay(
        code = "ACQ.BUYER_PAYMENT_AMOUNT_MONTH_LIMIT_ERROR",
        remedy = "Have the buyer pay otherwise.",
        retry = fix_input,
    )]
    BuyerPaymentAmountMonthLimitError,
    /// The merchant's account is blocked.
    #[alipay(code = "ACQ.SELLER_BEEN_BLOCKED", remedy = "Ask the platform about the merchant.", retry = never)]
    SellerBeenBlocked,
    /// The buyer has not proven enough of the own identity.
    #[alipay(code = "ACQ.ERROR_BUYER_CERTIFY_LEVEL_LIMIT", remedy = "The buyer does so in the app.", retry = never)]
    ErrorBuyerCertifyLevelLimit,
    /// The platform takes the payment for risky.
    #[alipay(code = "ACQ.PAYMENT_REQUEST_HAS_RISK", remedy = "Have the buyer pay otherwise.", retry = fix_input)]
    PaymentRequestHasRisk,
    /// The buyer has nothing left to pay with.
    #[alipay(
        code = "ACQ.NO_PAYMENT_INSTRUMENTS_AVAILABLE",
        remedy = "Have the buyer pay otherwise.",
        retry = fix_input,
    )]
    NoPaymentInstrumentsAvailable,
    /// The buyer has switched payments at counters off.
    #[alipay(code = "ACQ.USER_FACE_PAYMENT_SWITCH_OFF", remedy = "The buyer switches them on.", retry = never)]
    UserFacePaymentSwitchOff,
    /// There is no such shop.
    #[alipay(code = "ACQ.INVALID_STORE_ID", remedy = "Correct the number of the shop.", retry = fix_input)]
    InvalidStoreId,
    /// The merchant behind the platform could not be made.
    #[alipay(code = "ACQ.SUB_MERCHANT_CREATE_FAIL", remedy = "Check what is said of that merchant.", retry = fix_input)]
    SubMerchantCreateFail,
    /// The kind of the merchant behind the platform is wrong.
    #[alipay(code = "ACQ.SUB_MERCHANT_TYPE_INVALID", remedy = "Correct `merchant_type`.", retry = fix_input)]
    SubMerchantTypeInvalid,
    /// There is no such agreement with the buyer.
    #[alipay(code = "ACQ.AGREEMENT_NOT_EXIST", remedy = "Check its number.", retry = fix_input)]
    AgreementNotExist,
    /// The agreement with the buyer no longer holds.
    #[alipay(code = "ACQ.AGREEMENT_INVALID", remedy = "Have the buyer sign a new one.", retry = fix_input)]
    AgreementInvalid,
    /// The agreement with the buyer is not in force.
    #[alipay(
        code = "ACQ.AGREEMENT_STATUS_NOT_NORMAL",
        remedy = "Query it, and have the buyer sign a new one.",
        retry = fix_input,
    )]
    AgreementStatusNotNormal,
    /// The merchant has no such contract.
    #[alipay(code = "ACQ.MERCHANT_AGREEMENT_NOT_EXIST", remedy = "Check the contract with Alipay.", retry = never)]
    MerchantAgreementNotExist,
    /// The merchant's contract no longer holds.
    #[alipay(code = "ACQ.MERCHANT_AGREEMENT_INVALID", remedy = "Check the contract with Alipay.", retry = never)]
    MerchantAgreementInvalid,
    /// The merchant's contract is not in force.
    #[alipay(code = "ACQ.MERCHANT_STATUS_NOT_NORMAL", remedy = "Check the contract with Alipay.", retry = never)]
    MerchantStatusNotNormal,
    /// The card is not the buyer's.
    #[alipay(code = "ACQ.CARD_USER_NOT_MATCH", remedy = "Have the buyer pay otherwise.", retry = fix_input)]
    CardUserNotMatch,
    /// The kind of card is wrong.
    #[alipay(code = "ACQ.CARD_TYPE_ERROR", remedy = "Correct `card_type`.", retry = fix_input)]
    CardTypeError,
    /// The proof on the buyer's device has expired.
    #[alipay(code = "ACQ.CERT_EXPIRED", remedy = "Have the buyer renew it, or pay otherwise.", retry = fix_input)]
    CertExpired,
    /// Amount or currency is wrong.
    #[alipay(code = "ACQ.AMOUNT_OR_CURRENCY_ERROR", remedy = "Correct them.", retry = fix_input)]
    AmountOrCurrencyError,
    /// The currency is not one of the contract's.
    #[alipay(code = "ACQ.CURRENCY_NOT_SUPPORT", remedy = "Correct the currency.", retry = fix_input)]
    CurrencyNotSupport,
    /// The merchant has no payments in advance.
    #[alipay(code = "ACQ.MERCHANT_UNSUPPORT_ADVANCE", remedy = "Check the contract with Alipay.", retry = never)]
    MerchantUnsupportAdvance,
    /// The buyer has no payments in advance.
    #[alipay(code = "ACQ.BUYER_UNSUPPORT_ADVANCE", remedy = "Have the buyer pay otherwise.", retry = fix_input)]
    BuyerUnsupportAdvance,
    /// The order cannot be paid in advance.
    #[alipay(code = "ACQ.ORDER_UNSUPPORT_ADVANCE", remedy = "Take the payment without.", retry = fix_input)]
    OrderUnsupportAdvance,
    /// The agreement does not allow a payment today.
    #[alipay(code = "ACQ.CYCLE_PAY_DATE_NOT_MATCH", remedy = "Send it when the agreement does.", retry = later)]
    CyclePayDateNotMatch,
    /// The amount is greater than the agreement allows at once.
    #[alipay(code = "ACQ.CYCLE_PAY_SINGLE_FEE_EXCEED", remedy = "Correct the amount.", retry = fix_input)]
    CyclePaySingleFeeExceed,
    /// The agreement's total would be exceeded.
    #[alipay(code = "ACQ.CYCLE_PAY_TOTAL_FEE_EXCEED", remedy = "Correct the amount.", retry = fix_input)]
    CyclePayTotalFeeExceed,
    /// The agreement's number of payments is reached.
    #[alipay(code = "ACQ.CYCLE_PAY_TOTAL_TIMES_EXCEED", remedy = "Have the buyer sign a new one.", retry = never)]
    CyclePayTotalTimesExceed,
    /// The merchant behind the platform may not trade.
    #[alipay(
        code = "ACQ.SECONDARY_MERCHANT_STATUS_ERROR",
        remedy = "Ask the platform about the merchant.",
        retry = never,
    )]
    SecondaryMerchantStatusError,
    /// The pre-authorisation's number is wrong.
    #[alipay(code = "ACQ.AUTH_NO_ERROR", remedy = "Correct the number.", retry = fix_input)]
    AuthNoError,
    /// There is no such buyer.
    #[alipay(code = "ACQ.BUYER_NOT_EXIST", remedy = "Correct who pays.", retry = fix_input)]
    BuyerNotExist,
    /// The amount is outside of what the product allows.
    #[alipay(code = "ACQ.PRODUCT_AMOUNT_LIMIT_ERROR", remedy = "Correct the amount.", retry = fix_input)]
    ProductAmountLimitError,
    /// The account of the merchant behind the platform is not valid.
    #[alipay(
        code = "ACQ.SECONDARY_MERCHANT_ALIPAY_ACCOUNT_INVALID",
        remedy = "Ask the platform about the merchant.",
        retry = never,
    )]
    SecondaryMerchantAlipayAccountInvalid,
    /// The account that is paid is not valid.
    #[alipay(code = "ACQ.INVALID_RECEIVE_ACCOUNT", remedy = "Check `seller_id` and the contract.", retry = fix_input)]
    InvalidReceiveAccount,
    /// There is no such seller.
    #[alipay(code = "ACQ.SELLER_NOT_EXIST", remedy = "Correct `seller_id`.", retry = fix_input)]
    SellerNotExist,
    /// The pre-authorisation has too little left.
    #[alipay(code = "ACQ.AUTH_AMOUNT_NOT_ENOUGH", remedy = "Correct the amount.", retry = fix_input)]
    AuthAmountNotEnough,
    /// The agreement with the buyer does not fit.
    #[alipay(code = "ACQ.AGREEMENT_ERROR", remedy = "Check what sub_msg names.", retry = fix_input)]
    AgreementError,
    /// The amount is greater than the merchant may receive at once.
    #[alipay(
        code = "ACQ.BEYOND_PER_RECEIPT_SINGLE_RESTRICTION",
        remedy = "Ask the platform about the merchant.",
        retry = never,
    )]
    BeyondPerReceiptSingleRestriction,
    /// Another person pays than the order asks for.
    #[alipay(code = "ACQ.PAYER_UNMATCHED", remedy = "Have that person pay.", retry = fix_input)]
    PayerUnmatched,
    /// The pre-authorisation was made for another product.
    #[alipay(code = "ACQ.PRE_AUTH_PROD_CODE_INCONSISTENT", remedy = "Correct `product_code`.", retry = fix_input)]
    PreAuthProdCodeInconsistent,
    /// There is no such merchant behind the platform.
    #[alipay(code = "ACQ.SECONDARY_MERCHANT_ID_INVALID", remedy = "Correct `merchant_id`.", retry = fix_input)]
    SecondaryMerchantIdInvalid,
    /// The time until which the order can be paid is over.
    #[alipay(code = "ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR", remedy = "Set a later `time_expire`.", retry = fix_input)]
    NowTimeAfterExpireTimeError,
    /// The merchant behind the platform is not the one of the order.
    #[alipay(code = "ACQ.SECONDARY_MERCHANT_NOT_MATCH", remedy = "Correct `merchant_id`.", retry = fix_input)]
    SecondaryMerchantNotMatch,
    /// The amount is greater than allowed.
    #[alipay(code = "ACQ.REQUEST_AMOUNT_EXCEED", remedy = "Correct the amount.", retry = fix_input)]
    RequestAmountExceed,
    /// The order has too many kinds of goods.
    #[alipay(code = "ACQ.SUB_GOODS_SIZE_MAX_COUNT", remedy = "Name fewer in `goods_detail`.", retry = fix_input)]
    SubGoodsSizeMaxCount,
    /// The channel cannot pay this.
    #[alipay(code = "ACQ.NOT_SUPPORT_PAYMENT_INST", remedy = "Allow other channels.", retry = fix_input)]
    NotSupportPaymentInst,
    /// The buyer has no identity document of mainland China.
    #[alipay(code = "ACQ.BUYER_NOT_MAINLAND_CERT", remedy = "Have the buyer pay otherwise.", retry = fix_input)]
    BuyerNotMainlandCert,
    /// The merchant behind the platform is not named.
    #[alipay(code = "ACQ.SECONDARY_MERCHANT_ID_BLANK", remedy = "Set `sub_merchant`.", retry = fix_input)]
    SecondaryMerchantIdBlank,
    /// The order cannot be settled as it says.
    #[alipay(
        code = "ACQ.TRADE_SETTLE_ERROR",
        remedy = "Correct what it says about settlement and shares.",
        retry = fix_input,
    )]
    TradeSettleError,
    /// There is no such authorisation of the buyer.
    #[alipay(code = "ACQ.AUTH_TOKEN_IS_NOT_EXIST", remedy = "Have the buyer authorise again.", retry = fix_input)]
    AuthTokenIsNotExist,
    /// The face payment belongs to another merchant.
    #[alipay(code = "ACQ.SMILE_PAY_MERCHANT_NOT_MATCH", remedy = "Check who initialised it.", retry = fix_input)]
    SmilePayMerchantNotMatch,
    /// The buyer has not proven the own identity.
    #[alipay(code = "ACQ.NOT_CERTIFIED_USER", remedy = "The buyer does so in the app.", retry = never)]
    NotCertifiedUser,
    /// The platform that collects is punished.
    #[alipay(
        code = "ACQ.SECONDARY_MERCHANT_ISV_PUNISH_INDIRECT",
        remedy = "Ask the platform about the merchant.",
        retry = never,
    )]
    SecondaryMerchantIsvPunishIndirect,
    /// The merchant's trade is restricted.
    #[alipay(code = "ACQ.RESTRICTED_MERCHANT_INDUSTRY", remedy = "Ask the platform about the merchant.", retry = never)]
    RestrictedMerchantIndustry,
    /// A platform that collects has to name the merchant.
    #[alipay(
        code = "ACQ.PLATFORM_BUSINESS_ACQUIRE_MODE_MUST_MERCHANT_ID",
        remedy = "Set `sub_merchant`.",
        retry = fix_input,
    )]
    PlatformBusinessAcquireModeMustMerchantId,
    /// The merchant's limit of the day is reached.
    #[alipay(
        code = "ACQ.BEYOND_PER_RECEIPT_DAY_RESTRICTION",
        remedy = "Ask the platform about the merchant.",
        retry = never,
    )]
    BeyondPerReceiptDayRestriction,
    /// The trade of this number stands where it cannot be paid.
    #[alipay(code = "ACQ.TRADE_STATUS_ERROR", remedy = "Query the trade.", retry = after_query)]
    TradeStatusError,
    /// The merchant may receive nothing at present.
    #[alipay(
        code = "ACQ.MERCHANT_PERM_RECEIPT_SUSPEND_LIMIT",
        remedy = "Ask the platform about the merchant.",
        retry = never,
    )]
    MerchantPermReceiptSuspendLimit,
    /// The amount is greater than the merchant may receive at once.
    #[alipay(
        code = "ACQ.MERCHANT_PERM_RECEIPT_SINGLE_LIMIT",
        remedy = "Ask the platform about the merchant.",
        retry = never,
    )]
    MerchantPermReceiptSingleLimit,
    /// The merchant's limit of the day is reached.
    #[alipay(
        code = "ACQ.MERCHANT_PERM_RECEIPT_DAY_LIMIT",
        remedy = "Ask the platform about the merchant.",
        retry = never,
    )]
    MerchantPermReceiptDayLimit,
    /// The login name belongs to several accounts.
    #[alipay(code = "ACQ.USER_LOGONID_DUP", remedy = "Name the account by its user id.", retry = fix_input)]
    UserLogonidDup,
    /// The pre-authorisation is not granted yet.
    #[alipay(code = "ACQ.AUTH_ORDER_NOT_PAID", remedy = "Query it, and send this when it is.", retry = later)]
    AuthOrderNotPaid,
    /// The pre-authorisation is over.
    #[alipay(code = "ACQ.AUTH_ORDER_HAS_FINISHED", remedy = "Have the buyer grant a new one.", retry = fix_input)]
    AuthOrderHasFinished,
    /// The pre-authorisation is closed.
    #[alipay(code = "ACQ.AUTH_ORDER_HAS_CLOSED", remedy = "Have the buyer grant a new one.", retry = fix_input)]
    AuthOrderHasClosed,
    /// The amount is greater than the buyer's credit at Zhima allows.
    #[alipay(code = "ACQ.ZM_AUTH_AMOUNT_EXCEED", remedy = "Correct the amount.", retry = fix_input)]
    ZmAuthAmountExceed,
    /// Zhima did not grant the credit.
    #[alipay(code = "ACQ.ZM_CREDIT_AUTH_FAIL", remedy = "Have the buyer pay otherwise.", retry = fix_input)]
    ZmCreditAuthFail,
    /// A rule of Zhima forbids it.
    #[alipay(code = "ACQ.ZM_AUTH_RULE_LIMIT", remedy = "Have the buyer pay otherwise.", retry = fix_input)]
    ZmAuthRuleLimit,
    /// There is no such account to share with.
    #[alipay(code = "ACQ.ROYALTY_ACCOUNT_NOT_EXIST", remedy = "Correct who gets a share.", retry = fix_input)]
    RoyaltyAccountNotExist,
    /// The address from which the order was made is not named.
    #[alipay(
        code = "ACQ.RISK_MERCHANT_IP_NOT_EXIST",
        remedy = "Set `mc_create_trade_ip` in `business_params`.",
        retry = fix_input,
    )]
    RiskMerchantIpNotExist,
    /// The product does not have this kind of trade.
    #[alipay(code = "ACQ.UN_SUPPORT_TRADE_SCENE", remedy = "Check the contract with Alipay.", retry = never)]
    UnSupportTradeScene,
    /// The number of payments under the agreement is reached.
    #[alipay(code = "ACQ.OVER_MAX_DEDUCT_COUNT", remedy = "Do not take it.", retry = never)]
    OverMaxDeductCount,
    /// Too many payments under the agreement are open.
    #[alipay(code = "ACQ.OVER_MAX_UNDER_WAY_DEDUCT_COUNT", remedy = "Wait until one is decided.", retry = later)]
    OverMaxUnderWayDeductCount,
    /// The time for payments under the agreement is over.
    #[alipay(code = "ACQ.OVER_DEDUCT_PERIOD", remedy = "Do not take it.", retry = never)]
    OverDeductPeriod,
    /// The merchant's limit of the day is reached.
    #[alipay(code = "ACQ.OVER_MERCHANT_DAILY_DEDUCT_AMOUNT", remedy = "Send it on another day.", retry = later)]
    OverMerchantDailyDeductAmount,
    /// A code that the document does not list.
    Unknown(String),
}
