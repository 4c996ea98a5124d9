//! The text that an app hands to Alipay's app on the same phone.

use std::fmt;
use std::pin::Pin;

use crate::api::Api;
use crate::client::{Client, Draft, Options, option_setters, rule_setters};
use crate::error::Error;
use crate::record::Record;

/// An order string that is being prepared; `.await` signs it. Nothing is sent from here.
///
/// ```no_run
/// # use alipay_core::{AppRequest, Client, Error};
/// # async fn example<R: AppRequest>(client: &Client, request: &R) -> Result<String, Error> {
/// let order_string = client.order_string(request).notify_url("https://shop.example/notify").await?;
/// // The phone gives it to Alipay's app, and sends back what that says in the end as `result`:
/// # let result = "";
/// let answer = client.app_result::<R>(result).await?;
/// # Ok(order_string)
/// # }
/// ```
///
/// Make it on the server: the private key belongs on no phone.
#[must_use = "an order string is signed when it is awaited"]
pub struct OrderString<'a> {
    client: &'a Client,
    api: &'static Api,
    request: &'a dyn Record,
    options: Options,
}

impl<'a> OrderString<'a> {
    pub(crate) fn new(client: &'a Client, api: &'static Api, request: &'a dyn Record) -> Self {
        Self { client, api, request, options: Options::default() }
    }

    option_setters!();
    rule_setters!();
}

impl<'a> IntoFuture for OrderString<'a> {
    type Output = Result<String, Error>;
    type IntoFuture = Pin<Box<dyn Future<Output = Self::Output> + Send + 'a>>;

    fn into_future(self) -> Self::IntoFuture {
        let draft = Draft::of_record(self.client, self.api, self.request, self.options);
        Box::pin(async move { Ok(draft.checked_and_signed().await?.to_order_string()) })
    }
}

impl fmt::Debug for OrderString<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("OrderString").field("method", &self.api.method).finish_non_exhaustive()
    }
}
