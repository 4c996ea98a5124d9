//! Messages over a connection that the application opens, in the place of an application gateway.
//!
//! *register → connect → **frame → verified data → message → handler → acknowledgement***, and again from
//! the beginning when the connection is lost.

use std::fmt;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBuilder};
use tokio::time::Instant;

use self::hands::{Hands, Recipient};
use self::link::Link;
use self::session::{Ended, Session};
use super::gateway::{Gateway, check_url};
use super::{Client, Shared};
use crate::error::{Cause, Error, Sent};
use crate::message::Messages;
use crate::transport::hyper::Dialer;

mod fault;
mod frame;
#[cfg(all(any(test, fuzzing), any(feature = "ring", feature = "aws-lc-rs")))]
pub(super) mod fuzzing;
mod hands;
mod link;
mod session;

/// The host of the service for each of the platform's gateways.
const HOSTS: [(Gateway, &str); 2] = [
    (Gateway::Production, "https://openchannel.alipay.com"),
    (Gateway::Sandbox, "https://openchannel-sandbox.dl.alipaydev.com"),
];

/// Receives an application's messages over a WebSocket, where it has no address that Alipay could post
/// to. Comes from [`Client::message_service`].
///
/// Each message is handed to its handler and acknowledged once that has succeeded; if it failed, panicked
/// or was missing, the platform is told `FAIL`, and sends the message again. So it does with one that was
/// in hand when the connection broke: handlers go on to their end, and drop repeats by the number that
/// the contents have for that. Up to [`at_once`](Self::at_once) messages are handled at the same time, in
/// no order.
///
/// ```no_run
/// use alipay_core::{Client, Messages};
///
/// # async fn example(client: &Client, stop: impl Future<Output = ()>) -> Result<(), alipay_core::Error> {
/// let messages = Messages::new().otherwise(|message| async move {
///     println!("{}: {}", message.method(), message.body()); // store it
///     Ok(())
/// });
/// // Until the program is to end, such as `tokio::signal::ctrl_c()`.
/// client.message_service(messages).run_until(stop).await?;
/// # Ok(())
/// # }
/// ```
///
/// # What is believed
/// What Alipay signed, with the configured sign type, and what it names this application in. Nothing
/// else reaches a handler, and nothing else is acknowledged as a success. The platform's own client
/// hands on messages whose signature is wrong.
///
/// The form of the frames and what is signed are those of the platform's own client. That client does
/// not look at the application that a message names; where the platform names another one than the
/// receiver's, this one refuses it. In certificate mode frames name no certificate, and the configured one
/// counts. Nothing here was tried against the platform.
///
/// # What is traced
/// Connections and their ends, and in the span `alipay.message` each message with its method. No
/// contents. The library below (`tungstenite`) logs whole frames at its level `TRACE`.
#[must_use = "a service does nothing until it runs"]
pub struct MessageService {
    client: Client,
    messages: Messages,
    url: Option<String>,
    settings: Settings,
}

/// The times of a service.
#[derive(Debug, Clone, Copy)]
struct Settings {
    ping_every: Duration,
    silence: Duration,
    reconnect: (Duration, Duration),
    grace: Duration,
    at_once: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            ping_every: Duration::from_secs(2),
            silence: Duration::from_secs(10),
            reconnect: (Duration::from_secs(1), Duration::from_secs(60)),
            grace: Duration::from_secs(30),
            at_once: 16,
        }
    }
}

impl Client {
    /// Prepares to receive this application's messages over a WebSocket; see [`MessageService`].
    pub fn message_service(&self, messages: Messages) -> MessageService {
        MessageService { client: self.clone(), messages, url: None, settings: Settings::default() }
    }
}

impl MessageService {
    /// The origin of a service of your own, such as `https://127.0.0.1:4321`. If not set, it is the
    /// platform's that belongs to the client's gateway; with a gateway of your own, its host.
    pub fn url(self, url: impl Into<String>) -> Self {
        Self { url: Some(url.into()), ..self }
    }

    /// How many messages are handled at the same time; default 16. More wait on the connection.
    pub fn at_once(mut self, messages: usize) -> Self {
        self.settings.at_once = messages.max(1);
        self
    }

    /// How often the connection is asked whether it is there; default every 2 s, as the platform's own
    /// client does.
    pub fn ping_every(mut self, interval: Duration) -> Self {
        // An interval of none would leave no time for anything else.
        self.settings.ping_every = interval.max(Duration::from_millis(1));
        self
    }

    /// How long the other side may be silent before the connection is given up; default 10 s.
    pub fn silence(mut self, time: Duration) -> Self {
        self.settings.silence = time;
        self
    }

    /// How long to wait before connecting again: at first, and at most; default 1 s and 60 s. It is doubled
    /// each time, and each wait is by chance up to twice as long, so that not all clients come back at
    /// once. After a connection that stood it begins anew.
    pub fn reconnect_waits(mut self, first: Duration, most: Duration) -> Self {
        self.settings.reconnect = (first, most.max(first));
        self
    }

    /// How long handlers may go on when the service is to end; default 30 s.
    pub fn grace(mut self, time: Duration) -> Self {
        self.settings.grace = time;
        self
    }

    /// Connects, and again whenever the connection is lost, until `stop` is ready. Then no more messages
    /// are taken, those in hand are finished and acknowledged, and the connection is closed.
    ///
    /// Failures to connect are traced and tried again, forever. Given up from outside, by dropping the
    /// future, handlers are ended in the middle.
    ///
    /// # Errors
    /// Of kind [`Configuration`](crate::ErrorKind::Configuration), at once.
    pub async fn run_until(self, stop: impl Future<Output = ()>) -> Result<(), Error> {
        let origin = self.origin()?;
        tokio::runtime::Handle::try_current()
            .map_err(|error| Error::configuration_because("the message service needs a Tokio runtime", error))?;
        let dialer = Dialer::new(&self.client.shared.hyper)
            .map_err(|error| Error::configuration_because("the TLS settings cannot be used", error))?;
        let Self { client, messages, settings, .. } = self;
        let recipient = Arc::new(Recipient { client: client.clone(), messages });
        let mut hands = Hands::new(recipient, settings.at_once);
        let mut stop = pin!(stop);
        let mut waits = settings.waits();
        loop {
            let opened = tokio::select! {
                () = &mut stop => break,
                opened = open(&client, &origin, &dialer) => opened,
            };
            match opened {
                Ok(socket) => {
                    tracing::info!("connected to the message service");
                    let began = Instant::now();
                    let session = Session { socket, settings: &settings, hands: &mut hands };
                    match session.run(&mut stop).await {
                        Ended::Stopped => return Ok(()),
                        Ended::Lost(reason) => tracing::warn!(reason, "the connection to the message service is lost"),
                    }
                    if began.elapsed() > settings.ping_every {
                        waits = settings.waits();
                    }
                }
                Err(error) => tracing::warn!(error = %error, "the message service cannot be reached"),
            }
            let wait = waits.next().unwrap_or(settings.reconnect.1);
            tokio::select! {
                () = &mut stop => break,
                () = tokio::time::sleep(wait) => {}
            }
        }
        let deadline = Instant::now() + settings.grace;
        while hands.next_before(deadline).await.is_some() {}
        Ok(())
    }

    fn origin(&self) -> Result<String, Error> {
        let gateway = &self.client.shared.gateway;
        let known = HOSTS.iter().find(|(known, _)| known.url() == gateway).map(|(_, host)| (*host).to_owned());
        let url = self.url.clone().or(known).unwrap_or_else(|| origin_of(gateway));
        check_url(&url).map_err(|problem| Error::configuration(format!("the message service: {problem}")))?;
        Ok(url.trim_end_matches('/').to_owned())
    }
}

impl Settings {
    /// Longer each time.
    fn waits(&self) -> impl Iterator<Item = Duration> + use<> {
        let (first, most) = self.reconnect;
        ExponentialBuilder::new()
            .with_min_delay(first)
            .with_max_delay(most)
            .with_factor(2.0)
            .with_jitter()
            .without_max_times()
            .build()
    }
}

async fn open(client: &Client, origin: &str, dialer: &Dialer) -> Result<link::Socket, Error> {
    let limit = client.shared.timeout;
    let opened = async { Link::register(&client.shared, origin).await?.connect(&client.shared, origin, dialer).await };
    match tokio::time::timeout(limit, opened).await {
        Ok(opened) => opened,
        Err(_elapsed) => Err(Error::new(Cause::Timeout(limit), Sent::Possibly)),
    }
}

/// Scheme and host of a URL.
fn origin_of(url: &str) -> String {
    let after_scheme = url.find("://").map_or(0, |at| at + "://".len());
    let rest = url.get(after_scheme..).unwrap_or_default();
    let host = rest.split('/').next().unwrap_or_default();
    format!("{}{host}", url.get(..after_scheme).unwrap_or_default())
}

impl fmt::Debug for MessageService {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MessageService")
            .field("client", &self.client)
            .field("messages", &self.messages)
            .finish_non_exhaustive()
    }
}

#[cfg(all(test, any(feature = "ring", feature = "aws-lc-rs")))]
mod tests;
