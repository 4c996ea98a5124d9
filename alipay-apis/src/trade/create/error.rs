//! Business error codes, in the order of the page.

use alipay_core::ErrorCode;

/// Business error codes of [`Create`](super::Create).
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum CreateError {
    /// Something failed inside the platform.
    #[alipay(code = "ACQ.SYSTEM_ERROR", remedy = "Send the same request again.", retry = same_request)]
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
    /// Buyer and seller are the same.
    #[alipay(code = "ACQ.BUYER_SELLER_EQUAL", remedy = "Have somebody else pay.", retry = fix_input)]
    BuyerSellerEqual,
    /// The trade of this number belongs to another buyer.
    #[alipay(code = "ACQ.TRADE_BUYER_NOT_MATCH", remedy = "Take a new number for a new order.", retry = fix_input)]
    TradeBuyerNotMatch,
    /// The buyer's account may not trade.
    #[alipay(code = "ACQ.BUYER_ENABLE_STATUS_FORBID", remedy = "The buyer asks Alipay why.", retry = never)]
    BuyerEnableStatusForbid,
    /// The merchant's account is blocked.
    #[alipay(code = "ACQ.SELLER_BEEN_BLOCKED", remedy = "Ask the platform about the merchant.", retry = never)]
    SellerBeenBlocked,
    /// The buyer has not proven enough of the own identity.
    #[alipay(code = "ACQ.ERROR_BUYER_CERTIFY_LEVEL_LIMIT", remedy = "The buyer does so in the app.", retry = never)]
    ErrorBuyerCertifyLevelLimit,
    /// The merchant behind the platform could not be made.
    #[alipay(code = "ACQ.SUB_MERCHANT_CREATE_FAIL", remedy = "Check what is said of that merchant.", retry = fix_input)]
    SubMerchantCreateFail,
    /// The kind of the merchant behind the platform is wrong.
    #[alipay(code = "ACQ.SUB_MERCHANT_TYPE_INVALID", remedy = "Correct `merchant_type`.", retry = fix_input)]
    SubMerchantTypeInvalid,
    /// The merchant behind the platform may not trade.
    #[alipay(
        code = "ACQ.SECONDARY_MERCHANT_STATUS_ERROR",
        remedy = "Ask the platform about the merchant.",
        retry = never,
    )]
    SecondaryMerchantStatusError,
    /// There is no such buyer.
    #[alipay(code = "ACQ.BUYER_NOT_EXIST", remedy = "Correct who pays.", retry = fix_input)]
    BuyerNotExist,
    /// Another person pays than the order asks for.
    #[alipay(code = "ACQ.PAYER_UNMATCHED", remedy = "Have that person pay.", retry = fix_input)]
    PayerUnmatched,
    /// The merchant behind the platform is not the one of the order.
    #[alipay(code = "ACQ.SECONDARY_MERCHANT_NOT_MATCH", remedy = "Correct `merchant_id`.", retry = fix_input)]
    SecondaryMerchantNotMatch,
    /// The order cannot be settled as it says.
    #[alipay(
        code = "ACQ.TRADE_SETTLE_ERROR",
        remedy = "Correct what it says about settlement and shares.",
        retry = fix_input,
    )]
    TradeSettleError,
    /// The merchant behind the platform is not named.
    #[alipay(code = "ACQ.SECONDARY_MERCHANT_ID_BLANK", remedy = "Set `sub_merchant`.", retry = fix_input)]
    SecondaryMerchantIdBlank,
    /// The account that is paid is not valid.
    #[alipay(code = "ACQ.INVALID_RECEIVE_ACCOUNT", remedy = "Check `seller_id` and the contract.", retry = fix_input)]
    InvalidReceiveAccount,
    /// There is no such merchant behind the platform.
    #[alipay(code = "ACQ.SECONDARY_MERCHANT_ID_INVALID", remedy = "Correct `merchant_id`.", retry = fix_input)]
    SecondaryMerchantIdInvalid,
    /// The amount is greater than the merchant may receive at once.
    #[alipay(
        code = "ACQ.BEYOND_PER_RECEIPT_SINGLE_RESTRICTION",
        remedy = "Ask the platform about the merchant.",
        retry = never,
    )]
    BeyondPerReceiptSingleRestriction,
    /// The account of the merchant behind the platform is not valid.
    #[alipay(
        code = "ACQ.SECONDARY_MERCHANT_ALIPAY_ACCOUNT_INVALID",
        remedy = "Ask the platform about the merchant.",
        retry = never,
    )]
    SecondaryMerchantAlipayAccountInvalid,
    /// The platform that collects is punished.
    #[alipay(
        code = "ACQ.SECONDARY_MERCHANT_ISV_PUNISH_INDIRECT",
        remedy = "Ask the platform about the merchant.",
        retry = never,
    )]
    SecondaryMerchantIsvPunishIndirect,
    /// The login name belongs to several accounts.
    #[alipay(code = "ACQ.USER_LOGONID_DUP", remedy = "Name the account by its user id.", retry = fix_input)]
    UserLogonidDup,
    /// An account that the request names is not valid.
    #[alipay(code = "ACQ.CUSTOMER_VALIDATE_ERROR", remedy = "Correct the account.", retry = fix_input)]
    CustomerValidateError,
    /// There is no such shop.
    #[alipay(code = "ACQ.INVALID_STORE_ID", remedy = "Correct the number of the shop.", retry = fix_input)]
    InvalidStoreId,
    /// The bank card of the merchant behind the platform is not valid.
    #[alipay(
        code = "ACQ.SECONDARY_MERCHANT_CARD_ALIAS_NO_INVALID",
        remedy = "Correct the card's number.",
        retry = fix_input,
    )]
    SecondaryMerchantCardAliasNoInvalid,
    /// The channel cannot pay this.
    #[alipay(code = "ACQ.NOT_SUPPORT_PAYMENT_INST", remedy = "Allow other channels.", retry = fix_input)]
    NotSupportPaymentInst,
    /// There is no such seller.
    #[alipay(code = "ACQ.SELLER_NOT_EXIST", remedy = "Correct `seller_id`.", retry = fix_input)]
    SellerNotExist,
    /// The time until which the order can be paid is over.
    #[alipay(code = "ACQ.NOW_TIME_AFTER_EXPIRE_TIME_ERROR", remedy = "Set a later `time_expire`.", retry = fix_input)]
    NowTimeAfterExpireTimeError,
    /// A parameter is wrong.
    #[alipay(code = "ACQ.ILLEGAL_ARGUMENT", remedy = "Correct the parameter that sub_msg names.", retry = fix_input)]
    IllegalArgument,
    /// The order has too many kinds of goods.
    #[alipay(code = "ACQ.SUB_GOODS_SIZE_MAX_COUNT", remedy = "Name fewer in `goods_detail`.", retry = fix_input)]
    SubGoodsSizeMaxCount,
    /// A platform that collects has to name the merchant.
    #[alipay(
        code = "ACQ.PLATFORM_BUSINESS_ACQUIRE_MODE_MUST_MERCHANT_ID",
        remedy = "Set `sub_merchant`.",
        retry = fix_input,
    )]
    PlatformBusinessAcquireModeMustMerchantId,
    /// The merchant has not proven enough of the own identity.
    #[alipay(code = "ACQ.ERROR_SELLER_CERTIFY_LEVEL_LIMIT", remedy = "The merchant does so.", retry = never)]
    ErrorSellerCertifyLevelLimit,
    /// What is said of the shop is wrong.
    #[alipay(code = "ACQ.STORE_INFO_INVALID", remedy = "Correct it.", retry = fix_input)]
    StoreInfoInvalid,
    /// The merchant behind the platform has no rule of settlement.
    #[alipay(code = "ACQ.DEFAULT_SETTLE_RULE_NOT_EXIST", remedy = "Set one for that merchant.", retry = never)]
    DefaultSettleRuleNotExist,
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
    /// The open id is not of a mini program.
    #[alipay(code = "ACQ.OPEN_ID_NOT_TINY_APP", remedy = "Correct `buyer_open_id`.", retry = fix_input)]
    OpenIdNotTinyApp,
    /// The address from which the order was made is not named.
    #[alipay(
        code = "ACQ.RISK_MERCHANT_IP_NOT_EXIST",
        remedy = "Set `mc_create_trade_ip` in `business_params`.",
        retry = fix_input,
    )]
    RiskMerchantIpNotExist,
    /// The product may not be used here.
    #[alipay(code = "ACQ.BIZ_PRODUCT_NOT_ALLOWED", remedy = "Correct `product_code`.", retry = fix_input)]
    BizProductNotAllowed,
    /// The application is not bound to the merchant.
    #[alipay(code = "ACQ.UNBOUND_APPLICATION", remedy = "Bind them on the platform.", retry = never)]
    UnboundApplication,
    /// The product does not exist for mini programs.
    #[alipay(code = "ACQ.PRODUCT_NOT_SUPPORT_IN_TINY_APP", remedy = "Correct `product_code`.", retry = fix_input)]
    ProductNotSupportInTinyApp,
    /// The merchant's contract is not in force.
    #[alipay(code = "ACQ.MERCHANT_STATUS_NOT_NORMAL", remedy = "Check the contract with Alipay.", retry = never)]
    MerchantStatusNotNormal,
    /// A code that the document does not list.
    Unknown(String),
}
