//! Pages of Alipay's to which the user's browser carries the request.

use std::fmt;

use crate::api::Api;
use crate::client::{Client, Draft, Options, option_setters, rule_setters};
use crate::error::Error;
use crate::form::Form;
use crate::record::Record;

/// A page that is being prepared. Nothing is sent from here: give the user's browser the
/// [`form`](Page::form) or the [`url`](Page::url).
///
/// ```no_run
/// # use alipay_core::{Client, Error, PageRequest};
/// # async fn example<R: PageRequest>(client: &Client, request: &R) -> Result<String, Error> {
/// let page = client.page(request).return_url("https://shop.example/paid").notify_url("https://shop.example/notify");
/// let html = page.form().await?.to_string();
/// # Ok(html)
/// # }
/// ```
///
/// The user's coming back to `return_url` proves nothing, not even with the right parameters: wait for
/// the notification, or query the trade.
#[must_use = "a page is made by `form()` or `url()`"]
pub struct Page<'a> {
    client: &'a Client,
    api: &'static Api,
    request: &'a dyn Record,
    options: Options,
}

impl<'a> Page<'a> {
    pub(crate) fn new(client: &'a Client, api: &'static Api, request: &'a dyn Record) -> Self {
        Self { client, api, request, options: Options::default() }
    }

    option_setters!();
    rule_setters!();

    /// A form that submits itself by POST: for requests of any length.
    ///
    /// # Errors
    /// As a call before anything is sent: rules that the request breaks, options that cannot be, a key
    /// that does not sign. Also for a control character in a parameter, which no browser carries as it is.
    pub async fn form(self) -> Result<Form, Error> {
        self.draft().checked_and_signed().await?.to_form()
    }

    /// A link, opened by GET. It holds the whole request: browsers and proxies may cut it off beyond
    /// some 2,000 characters, and keep it in their history. Prefer the [`form`](Page::form).
    ///
    /// # Errors
    /// As for [`form`](Page::form), but any character can stand in a link.
    pub async fn url(self) -> Result<String, Error> {
        Ok(self.draft().checked_and_signed().await?.to_link())
    }

    fn draft(self) -> Draft<'a> {
        Draft::of_record(self.client, self.api, self.request, self.options)
    }
}

impl fmt::Debug for Page<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Page").field("method", &self.api.method).finish_non_exhaustive()
    }
}
