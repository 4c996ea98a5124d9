//! `alipay.trade.*`: payments. The feature `trade`, on by default.
//!
//! - At a counter, [`Pay`] takes a payment with the code that the buyer shows, and [`Precreate`] makes a
//!   code that the buyer scans. Where the outcome stays unknown, [`Query`] asks and [`Cancel`] ends it.
//! - In the user's browser or app a payment is made in two steps: [`PagePay`], [`WapPay`] or [`AppPay`] make
//!   what carries the user to Alipay, and the notification or [`Query`] says whether the order was paid.
//! - In a mini program, [`Create`] makes the trade that the buyer pays.
//! - [`Close`] ends a trade that nobody paid. [`Refund`] gives money of a paid one back, and
//!   [`FastpayRefundQuery`] says whether it went. [`OrderSettle`] shares it with others, and
//!   [`OrderinfoSync`] tells Alipay what became of the order.
//! - [`payment::pay_and_wait`] and [`refunds::refund_and_wait`] pay and refund to a certain end, whatever
//!   gets lost on the way.
//!
//! Your number of an order and Alipay's of the trade are types of their own, made from any text. One in
//! the place of the other does not compile:
//!
//! ```compile_fail
//! use alipay_apis::trade::{Query, QueryResponse};
//!
//! fn again(trade: QueryResponse) -> Query {
//!     Query::new().trade_no(trade.out_trade_no) // an `OutTradeNo` is no `TradeNo`
//! }
//! ```

use alipay_core::{Api, ApiRequest};

pub mod app_pay;
pub mod cancel;
pub mod close;
pub mod create;
pub mod fastpay_refund_query;
pub mod notifications;
pub mod order;
pub mod order_settle;
pub mod orderinfo_sync;
pub mod page_pay;
pub mod pay;
pub mod payment;
pub mod precreate;
pub mod query;
pub mod refund;
pub mod refunds;
pub mod wap_pay;

pub use app_pay::{AppPay, AppPayResponse};
pub use cancel::{Cancel, CancelError, CancelResponse};
pub use close::{Close, CloseError, CloseResponse};
pub use create::{Create, CreateError, CreateResponse};
pub use fastpay_refund_query::{FastpayRefundQuery, FastpayRefundQueryError, FastpayRefundQueryResponse};
pub use order_settle::{OrderSettle, OrderSettleError, OrderSettleResponse};
pub use orderinfo_sync::{OrderinfoSync, OrderinfoSyncError, OrderinfoSyncResponse};
pub use page_pay::{PagePay, PagePayResponse};
pub use pay::{Pay, PayError, PayResponse};
pub use precreate::{Precreate, PrecreateError, PrecreateResponse};
pub use query::{Query, QueryError, QueryResponse};
pub use refund::{Refund, RefundError, RefundResponse};
pub use wap_pay::{WapPay, WapPayResponse};

pub(crate) const METHODS: &[fn() -> &'static Api] = &[
    AppPay::api,
    Cancel::api,
    Close::api,
    Create::api,
    FastpayRefundQuery::api,
    OrderSettle::api,
    OrderinfoSync::api,
    PagePay::api,
    Pay::api,
    Precreate::api,
    Query::api,
    Refund::api,
    WapPay::api,
];
