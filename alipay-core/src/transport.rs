//! How a request travels to the gateway: one trait, and hyper behind it by default.
//!
//! On the path: *… → text to sign → **request → answer** → verified span → response*.

use std::pin::Pin;

pub(crate) use self::body::read_limited;
pub use self::body::{AnswerBody, RequestBody};
pub use self::body_error::BodyError;
pub(crate) use self::claim::Claim;
pub use self::error::{Phase, TransportError};

mod body;
mod body_error;
mod claim;
mod error;
#[cfg(feature = "hyper")]
pub(crate) mod hyper;

/// What [`Transport::send`] returns.
pub type TransportFuture<'a> =
    Pin<Box<dyn Future<Output = Result<http::Response<AnswerBody>, TransportError>> + Send + 'a>>;

/// Carries a request to the gateway and brings back what it answers.
///
/// Implement it to use another HTTP client, a proxy, or a mock:
///
/// ```
/// use alipay_core::transport::{AnswerBody, RequestBody, Transport, TransportFuture};
///
/// /// Answers everything with the same text.
/// struct Parrot(&'static str);
///
/// impl Transport for Parrot {
///     fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
///         Box::pin(async move {
///             let _form = request.into_body().collect(1 << 20).await?;
///             Ok(http::Response::new(AnswerBody::from(self.0)))
///         })
///     }
/// }
/// ```
///
/// The body of a request is a [`Body`](http_body::Body), which hyper and its relatives take as it is.
/// Most are short; that of an upload is read while it is sent. [`RequestBody::collect`] makes bytes of
/// either, and [`RequestBody::into_bytes`] of all that are in memory.
///
/// An implementation sends the request once, follows no redirect, and hands over every answer, of
/// whatever status. The limits on size and on the time of the whole call are kept by the client.
///
/// The URL and the body of a request hold tokens and personal data: log neither.
pub trait Transport: Send + Sync {
    /// Sends one request. Dropping the future gives the request up.
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_>;
}
