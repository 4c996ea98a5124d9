//! `alipay.trade.orderinfo.sync`: tells Alipay what became of an order.

use alipay_core::{ErrorCode, OpenId, OutTradeNo, Record, TradeNo, UserId, alipay_api};

/// Tells Alipay what became of an order, where the product asks for it: that a credit order was completed or
/// broken, for instance. It moves no money by itself.
///
/// Telling the same twice does no harm, under the same [`out_request_no`](Self::out_request_no).
///
/// ```
/// use alipay_apis::trade::OrderinfoSync;
/// use alipay_apis::{Client, Error, TradeNo};
///
/// async fn completed(client: &Client, trade: &TradeNo) -> Result<(), Error> {
///     let info = OrderinfoSync::new("CREDIT_AUTH", "20180312001-sync-1")
///         .trade_no(trade)
///         .order_biz_info(r#"{"status":"COMPLETE"}"#);
///     info.call(client).await?;
///     Ok(())
/// }
/// ```
#[alipay_api(
    method = "alipay.trade.orderinfo.sync",
    response = OrderinfoSyncResponse,
    error = OrderinfoSyncError,
    docs = "https://opendocs.alipay.com/open/2c9c00e8_alipay.trade.orderinfo.sync",
    idempotent_by(out_request_no),
)]
pub struct OrderinfoSync {
    /// What kind of order it is, up to 64 characters, such as `CREDIT_AUTH`; the product's page names it.
    #[alipay(max_len = 64)]
    pub biz_type: String,

    /// Your number of this request, up to 64 characters: another for each time that an order changes.
    #[alipay(max_len = 64)]
    pub out_request_no: String,

    /// What became of it, as JSON text of up to 2018 characters.
    #[alipay(max_len = 2018)]
    pub order_biz_info: Option<String>,

    /// The number of the request that this one corrects.
    pub orig_request_no: Option<String>,

    /// Alipay's number of the trade, up to 64 characters.
    #[alipay(max_len = 64)]
    pub trade_no: Option<TradeNo>,
}

/// The order that was told of.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderinfoSyncResponse {
    /// The buyer, as this application knows it.
    pub buyer_open_id: Option<OpenId>,

    /// The buyer's Alipay user id.
    pub buyer_user_id: Option<UserId>,

    /// Your number of the order.
    pub out_trade_no: Option<OutTradeNo>,

    /// Alipay's number of the trade.
    pub trade_no: Option<TradeNo>,
}

/// Business error codes of [`OrderinfoSync`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum OrderinfoSyncError {
    /// Something failed inside the platform.
    #[alipay(code = "ACQ.SYSTEM_ERROR", remedy = "Send the same request again.", retry = same_request)]
    SystemError,
    /// A parameter is wrong.
    #[alipay(code = "ACQ.INVALID_PARAMETER", remedy = "Correct the parameter that sub_msg names.", retry = fix_input)]
    InvalidParameter,
    /// There is no such trade.
    #[alipay(code = "ACQ.TRADE_NOT_EXIST", remedy = "Correct the number.", retry = fix_input)]
    TradeNotExist,
    /// What became of the order is not what may become of it now.
    #[alipay(code = "ACQ.NOTIFY_STATUS_INVALID", remedy = "Correct the status in `order_biz_info`.", retry = fix_input)]
    NotifyStatusInvalid,
    /// A code that the document does not list.
    Unknown(String),
}
