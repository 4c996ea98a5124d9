//! Setting up a client, with a clear word for everything that cannot work.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;

use super::certificates::ByCertificate;
use super::common::{CommonParameters, common_setters};
use super::gateway::check_url;
use super::in_flight::InFlight;
use super::keys::{Keys, Ready};
use super::retry::RetryPolicy;
use super::{Client, Gateway, Shared};
use crate::charset::Charset;
use crate::encryption::{ContentKey, Encryption};
use crate::error::Error;
use crate::sign::{SignType, Signer, Verifier};
use crate::time::DateTime;
use crate::transport::Transport;
#[cfg(feature = "hyper")]
use crate::transport::hyper::{HyperSettings, HyperTransport};

mod certificates;

/// Sets up a [`Client`]. Mistakes are reported by [`build`](ClientBuilder::build).
#[must_use]
pub struct ClientBuilder {
    app_id: String,
    gateway: String,
    keys: Keys,
    transport: Option<Arc<dyn Transport>>,
    #[cfg(feature = "hyper")]
    hyper: HyperSettings,
    clock: Arc<dyn Fn() -> DateTime + Send + Sync>,
    timeout: Duration,
    retry: RetryPolicy,
    max_in_flight: Option<usize>,
    turn_timeout: Duration,
    max_answer_bytes: usize,
    user_agent: String,
    common: CommonParameters,
    charset: Charset,
    content_key: Option<ContentKey>,
    encryption: Option<Encryption>,
    /// The first mistake.
    mistake: Option<Error>,
}

impl ClientBuilder {
    pub(super) fn new(app_id: String) -> Self {
        Self {
            app_id,
            gateway: Gateway::Production.url().to_owned(),
            keys: Keys::default(),
            transport: None,
            #[cfg(feature = "hyper")]
            hyper: HyperSettings::default(),
            clock: Arc::new(DateTime::now),
            timeout: Duration::from_secs(30),
            retry: RetryPolicy::off(),
            max_in_flight: None,
            turn_timeout: Duration::MAX,
            max_answer_bytes: 8 << 20,
            user_agent: concat!("alipay-core/", env!("CARGO_PKG_VERSION")).to_owned(),
            common: CommonParameters::default(),
            charset: Charset::Utf8,
            content_key: None,
            encryption: None,
            mistake: None,
        }
    }

    /// The application's private key, for the [sign type](Self::sign_type) that is set: PEM or bare
    /// base64; RSA in PKCS#1 or PKCS#8. [`PrivateKey::parse_for`](crate::key::PrivateKey::parse_for)
    /// says what is taken. The text is wiped when the builder is done with it.
    pub fn private_key(mut self, text: &str) -> Self {
        self.keys.private_key(text);
        self
    }

    /// Alipay's public key, which the platform shows beside the application's own, for the
    /// [sign type](Self::sign_type) that is set: PEM or bare base64; RSA in SPKI, PKCS#1 or a
    /// certificate. [`PublicKey::parse_for`](crate::key::PublicKey::parse_for) says what is taken.
    pub fn alipay_public_key(mut self, text: &str) -> Self {
        self.keys.alipay_public_key(text);
        self
    }

    /// How requests and answers are signed, as it is set for the application on the platform; default
    /// [`SignType::Rsa2`], or what [`signer`](Self::signer) says. Before or after the keys.
    pub fn sign_type(mut self, sign_type: SignType) -> Self {
        self.keys.sign_type(sign_type);
        self
    }

    /// Signs with a key that is not at hand as text, for example in an HSM.
    pub fn signer(mut self, signer: impl Signer + 'static) -> Self {
        self.keys.signer(Arc::new(signer));
        self
    }

    /// Verifies answers in another way than with one key.
    pub fn verifier(mut self, verifier: impl Verifier + 'static) -> Self {
        self.keys.verifier(Arc::new(verifier));
        self
    }

    /// Which of the platform's gateways; default production.
    pub fn gateway(self, gateway: Gateway) -> Self {
        self.gateway_url(gateway.url())
    }

    /// A gateway of your own. Plain `http` is taken for this computer only.
    pub fn gateway_url(mut self, url: impl Into<String>) -> Self {
        self.gateway = url.into();
        self
    }

    /// Time for a whole call, from signing to the verified answer; default 30 s. With a
    /// [retry policy](Self::retry), for each of its attempts.
    ///
    /// The platform's own clients wait 15 to 20 s. A payment that the client gives up too early has to
    /// be asked for or reversed, which costs more than waiting; nobody stands longer at a till.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.timeout = timeout;
        self
    }

    /// Which failed calls are made again, and how often; by default none is.
    pub fn retry(mut self, policy: RetryPolicy) -> Self {
        self.retry = policy;
        self
    }

    /// How many calls may be on their way at once, at least one; without it there is no limit. The others
    /// wait for their turn, in the order in which they came, before they are signed.
    ///
    /// A call whose turn does not come within the [time for that](Self::turn_timeout), or within its whole
    /// [`timeout`](Self::timeout), fails with [`Busy`](crate::ErrorKind::Busy): it was certainly not sent.
    ///
    /// Give a limit to whatever may have thousands of calls at once. Over HTTP/1.1 each needs a connection
    /// of its own, and so an open file; 256 are enough for 500 calls a second that take half a second each.
    ///
    /// ```no_run
    /// use std::time::Duration;
    ///
    /// use alipay_core::{Client, ErrorKind, Sent};
    /// use serde_json::json;
    ///
    /// # async fn example(private_key: &str, alipay_public_key: &str) -> Result<(), Box<dyn std::error::Error>> {
    /// let client = Client::builder("2021000000000001")
    ///     .private_key(private_key)
    ///     .alipay_public_key(alipay_public_key)
    ///     .max_in_flight(256)
    ///     .turn_timeout(Duration::from_secs(2))
    ///     .build()?;
    /// match client.call_json("alipay.trade.query", json!({ "out_trade_no": "20261123-1" })).await {
    ///     // Told at once that it has to come again, the user does not wait in vain.
    ///     Err(error) if error.kind() == ErrorKind::Busy => assert_eq!(error.sent(), Sent::No),
    ///     outcome => println!("{:?}", outcome?.to_value()?["trade_status"]),
    /// }
    /// # Ok(())
    /// # }
    /// ```
    pub fn max_in_flight(mut self, calls: usize) -> Self {
        self.max_in_flight = Some(calls);
        self
    }

    /// How long a call waits for its turn when [as many as may be](Self::max_in_flight) are on their way; by
    /// default as long as the call itself may take, within whose time it counts. Zero: not at all.
    pub fn turn_timeout(mut self, timeout: Duration) -> Self {
        self.turn_timeout = timeout;
        self
    }

    /// Time for name lookup, TCP and TLS together; default 5 s. Counts within the whole call. Where many
    /// calls come together, 32 connections are opened at once; the others wait, for no longer than this unless one stands.
    #[cfg(feature = "hyper")]
    pub fn connect_timeout(mut self, timeout: Duration) -> Self {
        self.hyper.connect_timeout = timeout;
        self
    }

    /// How long an unused connection is kept; default 50 s, below the minute after which usual load
    /// balancers drop one.
    #[cfg(feature = "hyper")]
    pub fn pool_idle_timeout(mut self, timeout: Duration) -> Self {
        self.hyper.pool_idle_timeout = timeout;
        self
    }

    /// How many unused connections are kept; default 32.
    #[cfg(feature = "hyper")]
    pub fn pool_max_idle_per_host(mut self, connections: usize) -> Self {
        self.hyper.pool_max_idle_per_host = connections;
        self
    }

    /// Trusts these certificates (PEM) beside the usual authorities, for a gateway of your own.
    #[cfg(feature = "hyper")]
    pub fn root_certificate_pem(mut self, pem: &str) -> Self {
        use rustls::pki_types::CertificateDer;
        use rustls::pki_types::pem::PemObject;

        let read: Result<Vec<_>, _> = CertificateDer::pem_slice_iter(pem.as_bytes()).collect();
        match read {
            Ok(roots) if !roots.is_empty() => self.hyper.extra_roots.extend(roots),
            _ => self.note(|| Error::configuration("the root certificate is not PEM of a certificate")),
        }
        self
    }

    /// Sends requests in another way than with the default transport, whose settings then have no
    /// effect.
    pub fn transport(mut self, transport: Arc<dyn Transport>) -> Self {
        self.transport = Some(transport);
        self
    }

    /// The largest answer that is read; default 8 MiB. A larger one is an error.
    pub fn max_answer_bytes(mut self, bytes: usize) -> Self {
        self.max_answer_bytes = bytes;
        self
    }

    /// The `User-Agent` of every request.
    pub fn user_agent(mut self, user_agent: impl Into<String>) -> Self {
        self.user_agent = user_agent.into();
        self
    }

    common_setters!(common);

    /// The charset of requests that do not choose their own; default UTF-8. It also decides how the
    /// results that apps hand on are verified. Answers name theirs.
    pub fn charset(mut self, charset: Charset) -> Self {
        self.charset = charset;
        self
    }

    /// The application's AES key, as the platform shows it under "interface content encryption": base64
    /// of 16, 24 or 32 bytes. Methods that encrypt by default, and calls that ask for it, use it.
    #[cfg(feature = "encryption")]
    pub fn content_key(mut self, text: &str) -> Self {
        match ContentKey::parse(text) {
            Ok(key) => self.content_key = Some(key),
            Err(error) => self.note(|| Error::configuration_because("the content key cannot be used", error)),
        }
        self
    }

    /// Encrypts every `biz_content` in this way, or none, whatever the methods have by default. Needs
    /// the [`content_key`](Self::content_key).
    #[cfg(feature = "encryption")]
    pub fn encryption(mut self, encryption: Encryption) -> Self {
        self.encryption = Some(encryption);
        self
    }

    /// Takes the time of each request from here; default [`DateTime::now`]. For tests.
    pub fn clock(mut self, clock: impl Fn() -> DateTime + Send + Sync + 'static) -> Self {
        self.clock = Arc::new(clock);
        self
    }

    /// Checks the settings and makes the client. Connects to nothing.
    ///
    /// # Errors
    /// Of kind [`Configuration`](crate::ErrorKind::Configuration): the first mistake.
    pub fn build(self) -> Result<Client, Error> {
        check_app_id(&self.app_id).map_err(Error::configuration)?;
        check_url(&self.gateway).map_err(Error::configuration)?;
        if let Some(mistake) = self.mistake {
            return Err(mistake);
        }
        let Ready { signer, verifier, certificates } = self.keys.ready(&self.app_id, (self.clock)())?;
        let user_agent = HeaderValue::try_from(self.user_agent)
            .map_err(|error| Error::configuration_because("the user agent is not the value of a header", error))?;
        #[cfg(feature = "hyper")]
        let transport = match self.transport {
            Some(transport) => transport,
            None => Arc::new(
                HyperTransport::new(&self.hyper)
                    .map_err(|error| Error::configuration_because("the TLS settings cannot be used", error))?,
            ),
        };
        #[cfg(not(feature = "hyper"))]
        let transport = self
            .transport
            .ok_or_else(|| Error::configuration("the transport is missing, and the feature `hyper` is off"))?;
        let shared = ByCertificate::added_to(Shared {
            app_id: self.app_id,
            gateway: self.gateway,
            signer,
            verifier_of_posts: Arc::clone(&verifier),
            verifier,
            certificates,
            transport,
            clock: self.clock,
            timeout: self.timeout,
            retry: self.retry,
            in_flight: self.max_in_flight.map(|calls| Arc::new(InFlight::new(calls, self.turn_timeout))),
            max_answer_bytes: self.max_answer_bytes,
            user_agent,
            common: self.common,
            charset: self.charset,
            content_key: self.content_key,
            encryption: self.encryption,
            #[cfg(feature = "websocket")]
            hyper: self.hyper,
        });
        Ok(Client { shared: Arc::new(shared) })
    }

    #[cfg(any(feature = "hyper", feature = "encryption"))]
    fn note(&mut self, mistake: impl FnOnce() -> Error) {
        self.mistake.get_or_insert_with(mistake);
    }
}

impl fmt::Debug for ClientBuilder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("ClientBuilder").finish_non_exhaustive()
    }
}

pub(crate) fn check_app_id(app_id: &str) -> Result<(), &'static str> {
    if app_id.is_empty() {
        Err("the app id is empty")
    } else if app_id.len() > 32 || !app_id.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        Err("the app id is not one: it has at most 32 digits or letters and no spaces")
    } else {
        Ok(())
    }
}
