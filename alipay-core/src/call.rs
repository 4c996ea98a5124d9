//! One call: its options, and the future that sends it.
//!
//! What stands here is generic and therefore small; the work is done in `client/exchange.rs`.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;

use crate::answer::Answer;
use crate::api::ApiRequest;
use crate::client::{Client, Draft, Exchange, ExchangeFuture, Options, RetryPolicy, option_setters, rule_setters};
use crate::error::{Error, Word};
use crate::json::{self, ReadError};
use crate::json_text::JsonText;
use crate::record::Declared;

/// A call that is being prepared; `.await` sends it.
///
/// ```no_run
/// # use alipay_core::{Callable, Client, Error};
/// # async fn example<R: Callable>(client: &Client, request: &R, token: String) -> Result<(), Error> {
/// use std::time::Duration;
///
/// let answer = client.call(request).app_auth_token(token).timeout(Duration::from_secs(10)).await?;
/// println!("trace id {:?}", answer.trace_id());
/// # Ok(())
/// # }
/// ```
///
/// # Cancellation
/// Dropping the future gives the call up at once. The gateway may have received it all the same.
#[must_use = "a call is sent when it is awaited"]
pub struct Call<'a, R> {
    client: &'a Client,
    request: R,
    options: Options,
}

/// The request of a method that nobody declared; see [`Client::call_json`].
pub struct JsonRequest {
    method: String,
    biz_content: String,
}

impl JsonRequest {
    pub(crate) fn into_parts(self) -> (String, String) {
        (self.method, self.biz_content)
    }

    pub(crate) fn new(method: String, biz_content: &serde_json::Value) -> Self {
        let biz_content = if biz_content.is_null() { String::new() } else { biz_content.to_string() };
        Self { method, biz_content }
    }
}

impl fmt::Debug for JsonRequest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("JsonRequest").field("method", &format_args!("{}", Word(&self.method))).finish_non_exhaustive()
    }
}

impl<'a, R> Call<'a, R> {
    /// For `request.call(&client)`, which is generated, and [`Client::call`].
    #[doc(hidden)]
    #[inline]
    pub fn new(client: &'a Client, request: R) -> Self {
        Self { client, request, options: Options::default() }
    }

    pub(crate) fn request(&self) -> R
    where
        R: Copy,
    {
        self.request
    }

    pub(crate) fn into_parts(self) -> (&'a Client, R, Options) {
        (self.client, self.request, self.options)
    }

    option_setters!();

    /// Time for this whole call, in place of the client's. With a [retry policy](Self::retry), for each of
    /// its attempts.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// Which failures of this call the client mends by making it again, in place of the client's policy.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.options.retry = Some(policy);
        self
    }
}

impl<R> fmt::Debug for Call<'_, R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Call").field("client", self.client).finish_non_exhaustive()
    }
}

impl<R: ApiRequest> Call<'_, &R> {
    rule_setters!();
}

impl<'a, R: ApiRequest> IntoFuture for Call<'a, &'a R> {
    type Output = Result<Answer<R::Response>, Error>;
    type IntoFuture = CallFuture<'a, R::Response>;

    #[inline]
    fn into_future(self) -> Self::IntoFuture {
        let exchange = Exchange(Draft::of_record(self.client, R::api(), self.request, self.options));
        CallFuture::new(exchange, read_record::<R::Response>)
    }
}

impl<'a> IntoFuture for Call<'a, JsonRequest> {
    type Output = Result<Answer<JsonText>, Error>;
    type IntoFuture = CallFuture<'a, JsonText>;

    fn into_future(self) -> Self::IntoFuture {
        let JsonRequest { method, biz_content } = self.request;
        let exchange = Exchange(Draft::of_json(self.client, method, biz_content, self.options));
        CallFuture::new(exchange, |text| Ok(JsonText(text.into())))
    }
}

#[inline]
fn read_record<T: Declared>(text: &str) -> Result<T, ReadError> {
    json::from_str(text)
}

/// A call on its way. Completes with the verified answer.
#[must_use = "futures do nothing unless awaited"]
pub struct CallFuture<'a, T> {
    exchange: ExchangeFuture<'a>,
    read: fn(&str) -> Result<T, ReadError>,
}

impl<'a, T> CallFuture<'a, T> {
    #[inline]
    fn new(exchange: Exchange<'a>, read: fn(&str) -> Result<T, ReadError>) -> Self {
        Self { exchange: exchange.run(), read }
    }
}

impl<T> Future for CallFuture<'_, T> {
    type Output = Result<Answer<T>, Error>;

    #[inline]
    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        let exchanged = ready!(self.exchange.as_mut().poll(context))?;
        Poll::Ready(exchanged.into_answer(self.read))
    }
}

impl<T> fmt::Debug for CallFuture<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallFuture").finish_non_exhaustive()
    }
}
