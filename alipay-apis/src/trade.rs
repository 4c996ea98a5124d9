//! `alipay.trade.*`: payments. Needs the feature `trade`.
//!
//! A payment that starts in the user's browser or app is made in two steps: [`PagePay`], [`WapPay`] or
//! [`AppPay`] make what carries the user to Alipay, and the notification or [`Query`] says whether the
//! order was paid.
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
pub mod order;
pub mod page_pay;
pub mod query;
pub mod wap_pay;

pub use app_pay::{AppPay, AppPayResponse};
pub use page_pay::{PagePay, PagePayResponse};
pub use query::{Query, QueryError, QueryResponse};
pub use wap_pay::{WapPay, WapPayResponse};

pub(crate) const METHODS: &[fn() -> &'static Api] = &[AppPay::api, PagePay::api, Query::api, WapPay::api];
