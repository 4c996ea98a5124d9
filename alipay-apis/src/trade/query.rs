//! `alipay.trade.query`: where a trade stands.

mod records;
mod response;

use alipay_core::{ErrorCode, OutTradeNo, TradeNo, WireEnum, alipay_api};

pub use self::records::{
    ExternalPayerInfo, FulfillmentDetail, HbFqPayInfo, IntactChargeInfo, PaymentInfoWithId, TradeSettleDetail,
    TradeSettleInfo,
};
pub use self::response::QueryResponse;
pub use super::order::{
    BkAgentRespInfo, ChargeInfo, ContributeDetail, EnterprisePayInfo, GoodsDetail, SubFee, TapPayInfo, TradeFundBill,
    VoucherDetail,
};

/// Asks where a trade stands: when no notification came, when the outcome of a payment is unknown, and
/// before a trade is cancelled. Asking changes nothing, so it may be repeated at any time.
///
/// Before anything is given to the buyer, compare the amount and your number in the answer with the
/// order.
///
/// ```
/// use alipay_apis::trade::Query;
/// use alipay_apis::trade::query::TradeStatus;
/// use alipay_apis::{Amount, Client, Error};
///
/// async fn is_paid(client: &Client, order: &str, amount: Amount) -> Result<bool, Error> {
///     let trade = Query::new().out_trade_no(order).call(client).await?;
///     let is_paid = matches!(trade.trade_status, TradeStatus::TradeSuccess | TradeStatus::TradeFinished);
///     Ok(is_paid && trade.out_trade_no == order && trade.total_amount == amount)
/// }
/// ```
#[alipay_api(
    method = "alipay.trade.query",
    response = QueryResponse,
    error = QueryError,
    read_only,
    docs = "https://opendocs.alipay.com/open/bff76748_alipay.trade.query",
    at_least_one(out_trade_no, trade_no),
)]
pub struct Query {
    /// Your number of the order, up to 64 characters. [`trade_no`](Self::trade_no) wins where both
    /// are given.
    #[alipay(max_len = 64)]
    pub out_trade_no: Option<OutTradeNo>,

    /// Alipay's number of the trade, up to 64 characters.
    #[alipay(max_len = 64)]
    pub trade_no: Option<TradeNo>,

    /// The institution that collects, up to 16 characters, for trades through a bank.
    #[alipay(max_len = 16)]
    pub org_pid: Option<String>,

    /// What the answer shall tell in addition, such as `trade_settle_info`, `fund_bill_list` or
    /// `voucher_detail_list`.
    #[alipay(max_len = 1024)]
    pub query_options: Vec<String>,
}

/// Where a trade stands.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum TradeStatus {
    /// Created, not paid.
    WaitBuyerPay,
    /// Closed: not paid in time, or paid and all of it refunded.
    TradeClosed,
    /// Paid, unless [`credit_pay_mode`](QueryResponse::credit_pay_mode) says otherwise. It can be
    /// refunded.
    TradeSuccess,
    /// Over. It can no longer be refunded.
    TradeFinished,
    /// A word that the document does not list.
    Unknown(String),
}

/// Business error codes of [`Query`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum QueryError {
    /// Something failed inside the platform. It says nothing about the trade.
    #[alipay(code = "ACQ.SYSTEM_ERROR", remedy = "Query again after a pause.", retry = later)]
    SystemError,
    /// A parameter is wrong.
    #[alipay(
        code = "ACQ.INVALID_PARAMETER",
        remedy = "Correct the parameter that sub_msg names, then query again.",
        retry = fix_input,
    )]
    InvalidParameter,
    /// There is no such trade. One that starts on a page or in the app comes into being only when
    /// the buyer signs in there, so this alone does not mean that nothing will be paid.
    #[alipay(
        code = "ACQ.TRADE_NOT_EXIST",
        remedy = "Check the number; if it is right, query again after a pause, until the order can no longer be paid.",
        retry = later,
    )]
    TradeNotExist,
    /// Something failed at the payment by an enterprise. It says nothing about the trade.
    #[alipay(
        code = "ACQ.ENTERPRISE_PAY_BIZ_ERROR",
        remedy = "Read sub_msg, then query again after a pause.",
        retry = later,
    )]
    EnterprisePayBizError,
    /// A code that the document does not list.
    Unknown(String),
}
