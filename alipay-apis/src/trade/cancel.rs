//! `alipay.trade.cancel`: ends a payment whose outcome is unknown.

use alipay_core::{DateTime, ErrorCode, OutTradeNo, Record, TradeNo, WireEnum, alipay_api};

pub use super::order::YesNo;

/// Ends a payment whose outcome is unknown: not paid yet, it is closed; paid, the money goes back.
///
/// For a [`Pay`](super::Pay) or [`Precreate`](super::Precreate) that got no clear answer, after a
/// [`Query`](super::Query) left it open. A trade that is known to be paid is [refunded](super::Refund)
/// instead, also when it is too late to cancel it.
///
/// Cancelling twice does no harm. Repeat it after an error that leaves it open, and while
/// [`retry_flag`](CancelResponse::retry_flag) is `Y`: until it answers with `N` the payment may still
/// happen.
///
/// ```
/// use alipay_apis::trade::Cancel;
/// use alipay_apis::trade::cancel::{CancelAction, YesNo};
/// use alipay_apis::{Client, Error};
///
/// /// Whether it is over, and nothing is paid in the end.
/// async fn give_up(client: &Client, order: &str) -> Result<bool, Error> {
///     let answer = Cancel::new().out_trade_no(order).call(client).await?;
///     if answer.action == Some(CancelAction::Refund) {
///         println!("it had been paid; the money goes back");
///     }
///     Ok(answer.retry_flag == Some(YesNo::No))
/// }
/// ```
#[alipay_api(
    method = "alipay.trade.cancel",
    response = CancelResponse,
    error = CancelError,
    docs = "https://opendocs.alipay.com/open/13399511_alipay.trade.cancel",
    at_least_one(out_trade_no, trade_no),
)]
pub struct Cancel {
    /// Your number of the order, up to 64 characters. It or [`trade_no`](Self::trade_no) is needed.
    #[alipay(max_len = 64)]
    pub out_trade_no: Option<OutTradeNo>,

    /// Alipay's number of the trade, up to 64 characters. After a payment without an answer there is only
    /// yours.
    #[alipay(max_len = 64)]
    pub trade_no: Option<TradeNo>,
}

/// What was done about the trade.
#[derive(Record)]
#[non_exhaustive]
pub struct CancelResponse {
    /// What was done. Nothing, where there was no trade.
    pub action: Option<CancelAction>,

    /// When the money went back.
    pub gmt_refund_pay: Option<DateTime>,

    /// Your number of the order.
    pub out_trade_no: Option<OutTradeNo>,

    /// Number of the clearing of the refund, for trades through a bank.
    pub refund_settlement_id: Option<String>,

    /// Whether to cancel again.
    pub retry_flag: Option<YesNo>,

    /// Alipay's number of the trade. There is none before the trade really exists.
    pub trade_no: Option<TradeNo>,
}

/// What cancelling did.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum CancelAction {
    /// The trade was not paid, and is closed.
    #[alipay(rename = "close")]
    Close,
    /// The trade was paid, and the money goes back.
    #[alipay(rename = "refund")]
    Refund,
    /// A word that the document does not list.
    Unknown(String),
}

/// Business error codes of [`Cancel`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum CancelError {
    /// The same as [`SystemError`](Self::SystemError), as the platform misspells it.
    #[alipay(code = "AQC.SYSTEM_ERROR", remedy = "Cancel again at once.", retry = same_request)]
    MisspeltSystemError,
    /// A parameter is wrong.
    #[alipay(code = "ACQ.INVALID_PARAMETER", remedy = "Correct the parameter that sub_msg names.", retry = fix_input)]
    InvalidParameter,
    /// The trade is paid, and the merchant has too little in the account to give the money back.
    #[alipay(code = "ACQ.SELLER_BALANCE_NOT_ENOUGH", remedy = "Pay in, then cancel again.", retry = later)]
    SellerBalanceNotEnough,
    /// The trade's money is frozen.
    #[alipay(code = "ACQ.REASON_TRADE_BEEN_FREEZEN", remedy = "Ask the platform about the merchant.", retry = never)]
    ReasonTradeBeenFreezen,
    /// Something failed inside the platform. The payment may still happen.
    #[alipay(code = "ACQ.SYSTEM_ERROR", remedy = "Cancel again at once.", retry = same_request)]
    SystemError,
    /// The trade is over.
    #[alipay(code = "ACQ.TRADE_HAS_FINISHED", remedy = "Query the trade; give money back another way.", retry = never)]
    TradeHasFinished,
    /// It is too late to cancel the trade.
    #[alipay(code = "ACQ.TRADE_CANCEL_TIME_OUT", remedy = "Refund it if it is paid.", retry = never)]
    TradeCancelTimeOut,
    /// What would go back is not what was paid.
    #[alipay(code = "ACQ.REASON_TRADE_REFUND_FEE_ERR", remedy = "Query the trade, and refund it.", retry = after_query)]
    ReasonTradeRefundFeeErr,
    /// The trade cannot be cancelled.
    #[alipay(code = "ACQ.CANCEL_NOT_ALLOWED", remedy = "Query it, and refund it if it is paid.", retry = never)]
    CancelNotAllowed,
    /// A code that the document does not list.
    Unknown(String),
}
