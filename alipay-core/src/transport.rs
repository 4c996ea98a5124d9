//! How a request travels to the gateway: one trait, and hyper behind it by default.
//!
//! On the path: *… → text to sign → **request → answer** → verified span → response*.

use std::pin::Pin;

pub use self::body::{AnswerBody, GivenUp, RequestBody};
pub(crate) use self::body::{Claim, read_limited};
pub use self::error::{Phase, TransportError};

mod body;
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
///             let _form = request.into_body().into_bytes();
///             Ok(http::Response::new(AnswerBody::from(self.0)))
///         })
///     }
/// }
/// ```
///
/// An implementation sends the request once, follows no redirect, and hands over every answer, of
/// whatever status. The limits on size and on the time of the whole call are kept by the client.
///
/// The URL and the body of a request hold tokens and personal data: log neither.
pub trait Transport: Send + Sync {
    /// Sends one request. Dropping the future gives the request up.
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_>;
}
