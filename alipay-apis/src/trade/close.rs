//! `alipay.trade.close`: ends a trade that was not paid.

use alipay_core::{ErrorCode, OutTradeNo, Record, TradeNo, alipay_api};

/// Closes a trade that was made and not paid, so that it can no longer be paid.
///
/// A paid trade is not closed but [refunded](super::Refund). Where nobody knows whether it was paid,
/// [query](super::Query) it, or [cancel](super::Cancel) it, which covers both.
///
/// A trade that starts on a page or in the app comes into being only when the buyer signs in there. Before,
/// there is nothing to close, and it can still be paid later: give such an order a `time_expire`.
///
/// ```
/// use alipay_apis::trade::{Close, CloseError};
/// use alipay_apis::{Client, Error};
///
/// /// Whether it is closed; `false`: it does not exist yet, or was paid.
/// async fn close(client: &Client, order: &str) -> Result<bool, Error> {
///     match Close::new().out_trade_no(order).call(client).await {
///         Ok(_) => Ok(true),
///         Err(error) => match error.error_code() {
///             Some(CloseError::TradeNotExist | CloseError::TradeStatusError) => Ok(false),
///             _ => Err(error),
///         },
///     }
/// }
/// ```
#[alipay_api(
    method = "alipay.trade.close",
    response = CloseResponse,
    error = CloseError,
    docs = "https://opendocs.alipay.com/open/ce0b4954_alipay.trade.close",
    at_least_one(out_trade_no, trade_no),
)]
pub struct Close {
    /// Your number of the order, up to 64 characters. It or [`trade_no`](Self::trade_no) is needed.
    #[alipay(max_len = 64)]
    pub out_trade_no: Option<OutTradeNo>,

    /// Alipay's number of the trade, up to 64 characters.
    #[alipay(max_len = 64)]
    pub trade_no: Option<TradeNo>,

    /// What some kinds of business need beside the numbers.
    pub extend_params: Option<CloseExtendParams>,

    /// Your number of who closes, up to 28 characters.
    #[alipay(max_len = 28)]
    pub operator_id: Option<String>,
}

/// What some kinds of business need to close a trade. Not documented; known from Alipay's SDKs.
#[derive(Record)]
#[non_exhaustive]
pub struct CloseExtendParams {
    /// Whether the order was carried out all the same.
    pub is_fulfilled: Option<String>,
}

/// The closed trade.
#[derive(Record)]
#[non_exhaustive]
pub struct CloseResponse {
    /// Your number of the order.
    pub out_trade_no: Option<OutTradeNo>,

    /// Alipay's number of the trade.
    pub trade_no: Option<TradeNo>,
}

/// Business error codes of [`Close`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum CloseError {
    /// Something failed inside the platform. The trade may still be paid.
    #[alipay(code = "ACQ.SYSTEM_ERROR", remedy = "Close it again at once.", retry = same_request)]
    SystemError,
    /// There is no such trade. One that starts on a page or in the app may come into being later.
    #[alipay(
        code = "ACQ.TRADE_NOT_EXIST",
        remedy = "Check the number; if it is right, close it again after a pause, until the order can no longer be paid.",
        retry = later,
    )]
    TradeNotExist,
    /// The trade is not one that waits for the buyer: paid, for instance.
    #[alipay(code = "ACQ.TRADE_STATUS_ERROR", remedy = "Query the trade.", retry = after_query)]
    TradeStatusError,
    /// A parameter is wrong.
    #[alipay(code = "ACQ.INVALID_PARAMETER", remedy = "Correct the parameter that sub_msg names.", retry = fix_input)]
    InvalidParameter,
    /// The trade stands where this is not possible.
    #[alipay(code = "ACQ.REASON_TRADE_STATUS_INVALID", remedy = "Query the trade.", retry = after_query)]
    ReasonTradeStatusInvalid,
    /// The trade stands where this is not possible.
    #[alipay(code = "ACQ.REASON_ILLEGAL_STATUS", remedy = "Query the trade.", retry = after_query)]
    ReasonIllegalStatus,
    /// A code that the document does not list.
    Unknown(String),
}
