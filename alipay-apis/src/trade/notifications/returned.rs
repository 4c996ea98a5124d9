//! What the user's browser brings back.

use alipay_core::{Amount, DateTime, OutTradeNo, Record, TradeNo, UserId};

/// The parameters of the `return_url`: the user came back from Alipay's page.
///
/// **It proves no payment**: it has no status. Show the user a page that says that you are waiting, and
/// wait for the [`TradeNotification`](super::TradeNotification), or [query](super::super::Query) the trade.
///
/// ```
/// use alipay_apis::trade::notifications::TradeReturn;
/// use alipay_apis::{Client, Error, OutTradeNo};
///
/// /// `query` is what stands behind the `?`, as it came.
/// async fn came_back(client: &Client, query: &str) -> Result<OutTradeNo, Error> {
///     let returned = client.receive::<TradeReturn>(query.as_bytes(), None).await?;
///     Ok(returned.into_unchecked().out_trade_no)
/// }
/// ```
#[derive(Record)]
#[non_exhaustive]
pub struct TradeReturn {
    /// The application that it is for.
    pub app_id: Option<String>,

    /// The merchant's application, where you act for a merchant.
    pub auth_app_id: Option<String>,

    /// `alipay.trade.page.pay.return` or `alipay.trade.wap.pay.return`.
    pub method: Option<String>,

    /// Your number of the order.
    pub out_trade_no: OutTradeNo,

    /// Alipay's number of the trade.
    pub trade_no: Option<TradeNo>,

    /// The amount of the order, in yuan.
    pub total_amount: Option<Amount>,

    /// The seller's Alipay user id.
    pub seller_id: Option<UserId>,

    /// When the user was sent back.
    pub timestamp: Option<DateTime>,
}
