//! `alipay.trade.order.settle`: shares the money of a paid trade.

mod error;

use alipay_core::{Amount, Record, TradeNo, WireEnum, alipay_api};

pub use self::error::OrderSettleError;
pub use super::order::OpenApiRoyaltyDetailInfoPojo;

/// Gives others, such as a platform or a supplier, their share of a paid trade.
///
/// A trade keeps its money for that when it is paid with a
/// [`royalty_freeze`](super::order::ExtendParams::royalty_freeze) of `true`. What was shared tells
/// [`Query`](super::Query) when `query_options` asks for `trade_settle_info`. A [refund](super::Refund) does
/// not take shares back unless it says so.
///
/// [`out_request_no`](Self::out_request_no) makes repeating safe: choose it before the first attempt and keep
/// it. A new number for the same shares pays them again.
///
/// ```
/// use alipay_apis::trade::OrderSettle;
/// use alipay_apis::trade::order::OpenApiRoyaltyDetailInfoPojo as Share;
/// use alipay_apis::{Amount, Client, Error, TradeNo};
///
/// async fn commission(client: &Client, trade: &TradeNo) -> Result<(), Error> {
///     let share = Share::new().trans_in("2088101126708402").amount(Amount::fen(10));
///     OrderSettle::new("20160727001", trade).royalty_parameters([share]).call(client).await?;
///     Ok(())
/// }
/// ```
#[alipay_api(
    method = "alipay.trade.order.settle",
    response = OrderSettleResponse,
    error = OrderSettleError,
    docs = "https://opendocs.alipay.com/open/c3b24498_alipay.trade.order.settle",
    idempotent_by(out_request_no),
)]
pub struct OrderSettle {
    /// Your number of this request, up to 64 characters: another for each, the same for each attempt.
    #[alipay(max_len = 64)]
    pub out_request_no: String,

    /// Alipay's number of the trade, up to 64 characters.
    #[alipay(max_len = 64)]
    pub trade_no: TradeNo,

    /// Who gets what.
    #[alipay(min_items = 1)]
    pub royalty_parameters: Vec<OpenApiRoyaltyDetailInfoPojo>,

    /// That this was the last share.
    pub extend_params: Option<SettleExtendParams>,

    /// Your number of who shares out, up to 64 characters.
    #[alipay(max_len = 64)]
    pub operator_id: Option<String>,

    /// Whether the answer waits for the shares; it does when left out.
    pub royalty_mode: Option<RoyaltyMode>,
}

/// Whether the answer waits for the shares.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum RoyaltyMode {
    /// The answer waits.
    #[alipay(rename = "sync")]
    Sync,
    /// The answer says that the request was taken on; a notification tells of the shares.
    #[alipay(rename = "async")]
    Async,
    /// A word that the document does not list.
    Unknown(String),
}

/// That this was the last share.
#[derive(Record)]
#[non_exhaustive]
pub struct SettleExtendParams {
    /// `true`: nothing more is shared, and what is left of the money is set free.
    pub royalty_finish: Option<String>,

    /// How much is set free, in yuan.
    pub royalty_finish_amount: Option<Amount>,
}

/// What was shared.
#[derive(Record)]
#[non_exhaustive]
pub struct OrderSettleResponse {
    /// Alipay's number of the sharing.
    pub settle_no: Option<String>,

    /// Alipay's number of the trade.
    pub trade_no: Option<TradeNo>,
}
