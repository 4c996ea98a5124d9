//! The client: keys, gateway, transport and time limits, shared by all calls.

use std::fmt;
#[cfg(feature = "download")]
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;

pub use self::batch::{Batch, BatchAnswers, Ticket};
pub use self::builder::ClientBuilder;
pub(crate) use self::builder::check_app_id;
use self::certificates::CertificateMode;
pub use self::certificates::{CertificateInUse, CertificateRole};
use self::common::CommonParameters;
pub(crate) use self::common::{Common, common_setters};
pub(crate) use self::exchange::{Exchange, ExchangeFuture, Exchanged};
pub use self::gateway::Gateway;
#[cfg(feature = "download")]
pub(crate) use self::gateway::is_loopback;
use self::in_flight::InFlight;
pub(crate) use self::options::{Options, option_setters, rule_setters};
pub(crate) use self::request::Draft;
pub use self::retry::RetryPolicy;
#[cfg(feature = "websocket")]
pub use self::websocket::MessageService;
#[cfg(all(any(test, fuzzing), feature = "websocket", any(feature = "ring", feature = "aws-lc-rs")))]
pub(crate) use self::websocket::fuzzing::websocket as fuzz_websocket;
use crate::answer::Answer;
use crate::api::{AppRequest, Callable, PageRequest};
use crate::call::{Call, JsonRequest};
use crate::charset::Charset;
#[cfg(feature = "download")]
use crate::download::{Download, Source};
use crate::encryption::{ContentKey, Encryption};
use crate::error::Error;
use crate::notify::{MAX_BYTES, Notification, Recipient, Verified};
use crate::order_string::OrderString;
use crate::page::Page;
use crate::record::Declared;
use crate::sign::{Signer, Verifier};
use crate::time::DateTime;
use crate::transport::Transport;

mod batch;
mod builder;
mod certificates;
mod common;
mod content;
mod exchange;
mod gateway;
mod in_flight;
mod keys;
mod messages;
mod method;
mod options;
mod request;
mod retry;
#[cfg(feature = "websocket")]
mod websocket;

/// Sends requests of one application to one gateway.
///
/// Make one and share it: a clone is cheap and uses the same connections. Calls need a Tokio runtime
/// with time (and, with the default transport, I/O) enabled.
///
/// ```no_run
/// use alipay_core::{Client, Gateway};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let client = Client::builder("2021000000000001")
///     .private_key(&std::fs::read_to_string("application-private-key.pem")?)
///     .alipay_public_key(&std::fs::read_to_string("alipay-public-key.pem")?)
///     .gateway(Gateway::Sandbox)
///     .build()?;
/// # let _ = client.clone();
/// # Ok(())
/// # }
/// ```
///
/// # What is believed
/// Only what Alipay signed becomes an [`Answer`], and no setting changes that. The
/// platform's signature covers the response and not the question: that an answer belongs to its
/// call is a matter of TLS. Compare the numbers in it (`out_trade_no`, …) with those that you sent.
///
/// # What is traced
/// A span `alipay.call` for each call, with the method, the application's id, the trace id, the
/// codes and timings, and events for rules that were advised against or allowed. No key, token or
/// field is ever in it. A notification has a span `alipay.notification` and a message that is handled one
/// `alipay.message`, with as little in them. The libraries below trace under names of their own (`hyper`, `h2`, `rustls`);
/// this crate cannot answer for what their `TRACE` level prints.
#[derive(Clone)]
pub struct Client {
    shared: Arc<Shared>,
}

/// What all clones have in common.
#[derive(Clone)]
struct Shared {
    app_id: String,
    /// The gateway's URL, without a query.
    gateway: String,
    signer: Arc<dyn Signer>,
    verifier: Arc<dyn Verifier>,
    /// The same for what anybody may post: it asks the gateway for few certificates.
    verifier_of_posts: Arc<dyn Verifier>,
    /// In certificate mode.
    certificates: Option<Arc<CertificateMode>>,
    transport: Arc<dyn Transport>,
    clock: Arc<dyn Fn() -> DateTime + Send + Sync>,
    timeout: Duration,
    retry: RetryPolicy,
    /// `None`: any number of calls may be on their way.
    in_flight: Option<Arc<InFlight>>,
    max_answer_bytes: usize,
    user_agent: HeaderValue,
    common: CommonParameters,
    charset: Charset,
    content_key: Option<ContentKey>,
    /// `None`: as each method has it.
    encryption: Option<Encryption>,
    /// How connections are opened that are not the transport's.
    #[cfg(feature = "websocket")]
    hyper: crate::transport::hyper::HyperSettings,
}

impl Client {
    /// Starts a client for the application with this id.
    pub fn builder(app_id: impl Into<String>) -> ClientBuilder {
        ClientBuilder::new(app_id.into())
    }

    /// The application's id.
    pub fn app_id(&self) -> &str {
        &self.shared.app_id
    }

    /// Prepares a call; options may follow, `.await` sends it. The same as `request.call(&client)`.
    #[inline]
    pub fn call<'a, R: Callable>(&'a self, request: &'a R) -> Call<'a, &'a R> {
        Call::new(self, request)
    }

    /// Prepares the page of Alipay's to which the user's browser is sent. The same as
    /// `request.page(&client)`.
    #[inline]
    pub fn page<'a, R: PageRequest>(&'a self, request: &'a R) -> Page<'a> {
        Page::new(self, R::api(), request)
    }

    /// Prepares the text that an app hands to Alipay's. The same as `request.order_string(&client)`.
    #[inline]
    pub fn order_string<'a, R: AppRequest>(&'a self, request: &'a R) -> OrderString<'a> {
        OrderString::new(self, R::api(), request)
    }

    /// Verifies and reads the `result` that the app on the user's phone got back from Alipay's app.
    ///
    /// The app gets `resultStatus`, `memo` and `result`; only `result` is signed, and only for
    /// `resultStatus` 9000 and a few others is there one. It says that the app was told so: before goods
    /// go out, wait for the notification, or query the trade.
    ///
    /// # Errors
    /// As for a call: what Alipay did not sign is no answer.
    pub async fn app_result<R: AppRequest>(&self, result: &str) -> Result<Answer<R::Response>, Error> {
        let exchanged = Exchanged::of_text(&self.shared, R::api(), result).await?;
        exchanged.into_answer(crate::json::from_str)
    }

    /// Verifies what Alipay posted and reads it as a declared type: the body of a notification
    /// (`notify_url`), or the query of the `return_url`, exactly as it came, before any framework has
    /// decoded it. `content_type` is the header; there is none for a query.
    ///
    /// `alipay-apis` has the types, in the modules `notifications` of the families; any
    /// [`Record`](derive@crate::Record) of your own is one too.
    ///
    /// The signature is checked with the configured sign type, in certificate mode with the certificate
    /// that the notification names. It is read in the charset that it names. Unknown fields are
    /// [kept](Verified::unknown).
    ///
    /// A certificate that nobody knows yet is asked for before anybody knows who posted. So only five such
    /// numbers are asked for at once, and then one a minute; what names others is refused and comes
    /// again. Calls, which have their answers from the gateway, are not held up by that.
    ///
    /// # What is left to you
    /// A signature says who wrote it, not that it fits:
    ///
    /// - [compare](Verified::expect) it with what you have stored: that hands out what it says;
    /// - look at the state (`trade_status`, …). The `return_url` has none: it proves no payment;
    /// - drop repeats: [`once`](crate::notify::once);
    /// - answer with exactly `success`, and only once all is stored: [`Reply`](crate::notify::Reply).
    ///
    /// # Errors
    /// [`Error::refusal`] says why it is refused:
    ///
    /// - [`Signature`](crate::ErrorKind::Signature): without a signature, with a wrong one, with another
    ///   `sign_type`, or the certificate that it names could not be had.
    /// - [`Decode`](crate::ErrorKind::Decode): not a form in its charset, a name twice, a text that can be
    ///   taken apart in two ways, for another application (`app_id`), larger than
    ///   [`MAX_BYTES`], or it does not fit the type.
    ///
    /// Whatever it spoke of may have happened: query the trade.
    ///
    /// ```
    /// use alipay_core::notify::{Expected, Reply};
    /// use alipay_core::{Amount, Client, Record};
    ///
    /// #[derive(Record)]
    /// struct Paid {
    ///     out_trade_no: String,
    ///     trade_status: String,
    /// }
    ///
    /// /// What a server answers to a post to the `notify_url`.
    /// async fn notified(client: &Client, body: &[u8], content_type: Option<&str>) -> Reply {
    ///     let Ok(notice) = client.receive::<Paid>(body, content_type).await else {
    ///         return Reply::Fail;
    ///     };
    ///     // As it was stored, found by its number.
    ///     let (order, amount) = (&notice.unchecked().out_trade_no, Amount::fen(8880));
    ///     match notice.expect(&Expected::new(order, amount)) {
    ///         Ok(paid) => {
    ///             println!("order {order} is in state {}", paid.trade_status); // store that, once
    ///             Reply::Success
    ///         }
    ///         Err(mismatch) => {
    ///             println!("{mismatch}");
    ///             Reply::Fail
    ///         }
    ///     }
    /// }
    ///
    /// # use base64::Engine;
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// # let file = |name: &str| std::fs::read_to_string(format!("{}/../tests/data/test-keys/{name}", env!("CARGO_MANIFEST_DIR")));
    /// # let client = Client::builder("2021000000000001")
    /// #     .private_key(&file("app_pkcs8.pem")?)
    /// #     .alipay_public_key(&file("alipay_pub.pem")?)
    /// #     .build()?;
    /// # let alipay = alipay_core::key::PrivateKey::parse(&file("alipay_pkcs8.pem")?)?;
    /// # let signed = |text: &str| -> Result<String, Box<dyn std::error::Error>> {
    /// #     let sign = alipay_core::sign::KeySigner::new(&alipay)?.sign_now(text.as_bytes())?;
    /// #     let sign = base64::prelude::BASE64_STANDARD.encode(sign).replace('+', "%2B");
    /// #     Ok(format!("{text}&sign_type=RSA2&sign={sign}"))
    /// # };
    /// # let text = "app_id=2021000000000001&out_trade_no=20261123-1&total_amount=88.80&trade_status=TRADE_SUCCESS";
    /// # let (body, other) = (signed(text)?, signed(&text.replace("88.80", "0.01"))?);
    /// assert_eq!(notified(&client, body.as_bytes(), None).await, Reply::Success);
    /// // Somebody paid something else, or is not Alipay.
    /// assert_eq!(notified(&client, other.as_bytes(), None).await, Reply::Fail);
    /// assert_eq!(notified(&client, body.replace("88.80", "0.01").as_bytes(), None).await, Reply::Fail);
    /// # Ok(())
    /// # }
    /// ```
    pub async fn receive<T: Declared>(&self, body: &[u8], content_type: Option<&str>) -> Result<Verified<T>, Error> {
        self.notification(body, content_type).await?.read()
    }

    /// Verifies what Alipay posted, of whatever kind: like [`receive`](Self::receive), without a type. Ask
    /// it for its [`notify_type`](Notification::notify_type) and [`read`](Notification::read) it then, or
    /// take its fields as texts.
    ///
    /// # Errors
    /// As [`receive`](Self::receive), but that there is no type that it has to fit.
    pub async fn notification(&self, body: &[u8], content_type: Option<&str>) -> Result<Notification, Error> {
        let recipient = Recipient {
            app_id: &self.shared.app_id,
            sign_type: self.shared.signer.sign_type(),
            charset: self.shared.charset,
            max_bytes: MAX_BYTES,
            verifier: &*self.shared.verifier_of_posts,
        };
        recipient.receive(body, content_type).await
    }

    /// Prepares the download of a file that Alipay hands out by a link, such as a bill, to a path; options
    /// may follow, `.await` runs it. The feature is `download`.
    ///
    /// The file is under that path when all of it is there, and not before. [`Download`] says which links
    /// are followed and what happens when the connection breaks. Bills are zip archives or csv in GBK;
    /// here they are bytes.
    ///
    /// ```no_run
    /// # async fn example(client: &alipay_core::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let content = serde_json::json!({ "bill_type": "trade", "bill_date": "2026-11-25", "secure": "true" });
    /// let answer = client.call_json("alipay.data.dataservice.bill.downloadurl.query", content).await?;
    /// let answer = answer.to_value()?;
    /// let link = answer["bill_download_url"].as_str().unwrap_or_default();
    ///
    /// let bill = client
    ///     .download(link, "bills/2026-11-25.zip")
    ///     .on_progress(|there, of| println!("{there} of {of:?} bytes"))
    ///     .await?;
    /// println!("{} bytes, SHA-256 {}", bill.len(), bill.sha256_hex());
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Download`](crate::ErrorKind::Download), or [`Timeout`](crate::ErrorKind::Timeout) when nothing came
    /// for too long; [`Error::download`] says why. [`Configuration`](crate::ErrorKind::Configuration) outside
    /// of a Tokio runtime. A download changes nothing at Alipay's, so [`sent`](Error::sent) is always `No`.
    #[cfg(feature = "download")]
    pub fn download<'a>(&'a self, link: &'a str, path: impl Into<PathBuf>) -> Download<'a> {
        let source = Source {
            transport: &*self.shared.transport,
            user_agent: &self.shared.user_agent,
            app_id: &self.shared.app_id,
            is_sandbox: self.shared.gateway == Gateway::Sandbox.url(),
        };
        Download::new(source, link, path.into())
    }

    /// Prepares several calls that travel together, in one request; see [`Batch`].
    pub fn batch(&self) -> Batch<'_> {
        Batch::new(self)
    }

    /// Prepares a call of a method that nobody declared, with its `biz_content` as JSON, as a rule an
    /// object (`null`: the call has none). It is signed and verified like any other, and not
    /// validated. Write amounts as texts: a number of a [`Value`](serde_json::Value) is a binary float.
    ///
    /// ```no_run
    /// # async fn example(client: &alipay_core::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let content = serde_json::json!({ "out_trade_no": "70501111111S001111119" });
    /// let answer = client.call_json("alipay.trade.query", content).await?;
    /// println!("{:?}", answer.to_value()?["trade_status"]);
    /// # Ok(())
    /// # }
    /// ```
    #[expect(clippy::needless_pass_by_value, reason = "callers write `json!(…)` in place")]
    pub fn call_json(&self, method: impl Into<String>, biz_content: serde_json::Value) -> Call<'_, JsonRequest> {
        Call::new(self, JsonRequest::new(method.into(), &biz_content))
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("app_id", &self.shared.app_id)
            .field("gateway", &self.shared.gateway)
            .finish_non_exhaustive()
    }
}

#[cfg(all(test, feature = "hyper", any(feature = "ring", feature = "aws-lc-rs")))]
pub(crate) mod tests;
