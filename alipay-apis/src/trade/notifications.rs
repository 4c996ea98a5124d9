//! What Alipay sends about payments: the notification to the `notify_url`, and the parameters with which
//! the user's browser comes back to the `return_url`.
//!
//! ```
//! use alipay_apis::notify::{Expected, Reply};
//! use alipay_apis::trade::notifications::{TradeEvent, TradeNotification};
//! use alipay_apis::{Amount, Client};
//!
//! /// What a server answers to a post to the `notify_url`.
//! async fn notified(client: &Client, body: &[u8], content_type: Option<&str>) -> Reply {
//!     let Ok(notice) = client.receive::<TradeNotification>(body, content_type).await else {
//!         return Reply::Fail;
//!     };
//!     // The order as you stored it, by its number.
//!     let (number, amount) = (&notice.unchecked().out_trade_no, Amount::fen(8880));
//!     match notice.expect(&Expected::new(number, amount).seller_id("2088102147948060")) {
//!         Ok(trade) if trade.event() == TradeEvent::Paid => {
//!             println!("order {number} is paid"); // store that, once
//!             Reply::Success
//!         }
//!         Ok(_) => Reply::Success,
//!         Err(mismatch) => {
//!             println!("{mismatch}");
//!             Reply::Fail
//!         }
//!     }
//! }
//! ```

mod records;
mod returned;

use alipay_core::{Amount, DateTime, OpenId, OutTradeNo, Record, TradeNo, UserId};

pub use self::records::{FundBill, Voucher};
pub use self::returned::TradeReturn;
pub use super::query::TradeStatus;

/// A trade changed: it was paid, refunded, closed, or is over. [`event`](Self::event) says which.
///
/// Each change has a notification of its own, with a number of its own ([`notify_id`](Self::notify_id)),
/// and each is repeated until it is answered with `success`. They may come out of order. Amounts are in yuan.
#[derive(Record)]
#[non_exhaustive]
pub struct TradeNotification {
    /// When it was sent.
    pub notify_time: Option<DateTime>,

    /// `trade_status_sync`.
    pub notify_type: Option<String>,

    /// The number of the notification, the same each time it is repeated.
    pub notify_id: String,

    /// The application that it is for.
    pub app_id: Option<String>,

    /// The merchant's application, where you act for a merchant.
    pub auth_app_id: Option<String>,

    /// Alipay's number of the trade.
    pub trade_no: TradeNo,

    /// Your number of the order.
    pub out_trade_no: OutTradeNo,

    /// Your number of the refund (`out_request_no`), where it is about one.
    pub out_biz_no: Option<String>,

    /// The buyer's Alipay user id.
    pub buyer_id: Option<UserId>,

    /// The buyer, as this application knows it.
    pub buyer_open_id: Option<OpenId>,

    /// The buyer's account, with asterisks.
    #[alipay(secret)]
    pub buyer_logon_id: Option<String>,

    /// The seller's Alipay user id.
    pub seller_id: Option<UserId>,

    /// The seller's account.
    #[alipay(secret)]
    pub seller_email: Option<String>,

    /// Where the trade stands.
    pub trade_status: TradeStatus,

    /// The amount of the order.
    pub total_amount: Amount,

    /// What the seller receives.
    pub receipt_amount: Option<Amount>,

    /// What can be invoiced to the buyer.
    pub invoice_amount: Option<Amount>,

    /// What the buyer paid.
    pub buyer_pay_amount: Option<Amount>,

    /// What was paid with points.
    pub point_amount: Option<Amount>,

    /// What was refunded so far, all refunds together, where it is about one.
    pub refund_fee: Option<Amount>,

    /// The order's title.
    pub subject: Option<String>,

    /// What the order was described with.
    pub body: Option<String>,

    /// When the trade was created.
    pub gmt_create: Option<DateTime>,

    /// When it was paid.
    pub gmt_payment: Option<DateTime>,

    /// When it was refunded, without the fraction of the second that Alipay sends.
    pub gmt_refund: Option<DateTime>,

    /// When it ended.
    pub gmt_close: Option<DateTime>,

    /// From where the money came.
    pub fund_bill_list: Vec<FundBill>,

    /// The vouchers that were used.
    pub voucher_detail_list: Vec<Voucher>,

    /// What was sent with the order.
    pub passback_params: Option<String>,

    /// How the buyer pays with credit, such as `creditAdvanceV2`: the buyer has paid nothing yet, then.
    pub credit_pay_mode: Option<String>,
}

impl TradeNotification {
    /// What happened. It follows from the status and from whether a refund is spoken of.
    ///
    /// What it says is as good as the comparison before it: take it from
    /// [`expect`](alipay_core::Verified::expect).
    pub fn event(&self) -> TradeEvent {
        let is_refund = self.gmt_refund.is_some() || self.refund_fee.is_some_and(|fee| fee > Amount::ZERO);
        match &self.trade_status {
            // Whoever pays with credit has not paid yet, and a word of the platform's is no payment.
            TradeStatus::TradeSuccess | TradeStatus::TradeFinished if self.credit_pay_mode.is_some() && !is_refund => {
                TradeEvent::Other
            }
            TradeStatus::TradeSuccess | TradeStatus::TradeClosed if is_refund => TradeEvent::Refunded,
            TradeStatus::TradeSuccess => TradeEvent::Paid,
            TradeStatus::TradeFinished => TradeEvent::Finished,
            TradeStatus::TradeClosed => TradeEvent::Closed,
            _ => TradeEvent::Other,
        }
    }
}

/// What a [`TradeNotification`] is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum TradeEvent {
    /// The buyer paid. It can be refunded.
    Paid,
    /// Some or all was refunded: [`refund_fee`](TradeNotification::refund_fee), all refunds together.
    Refunded,
    /// It was not paid in time, or was cancelled.
    Closed,
    /// It is over, and was paid: it can no longer be refunded. The first that is heard of a payment, where
    /// the product has no refunds; else the second.
    Finished,
    /// Anything else: query the trade. A payment with credit, which the buyer is to make later, is here too.
    Other,
}
