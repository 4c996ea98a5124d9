//! Setting up a gateway.

use std::collections::HashMap;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use alipay_core::Api;
use alipay_core::sign::SignType;
use tokio::net::TcpListener;

use crate::account::Account;
use crate::application::Application;
use crate::by_prefix::ByPrefix;
use crate::channel::Channel;
use crate::checks::Checks;
use crate::clock::Clock;
use crate::content::ContentKey;
use crate::declared;
use crate::desk::{Counters, Desk, OWN_METHODS};
use crate::gateway::World;
use crate::methods::{self, Points, Trades, Transfers};
use crate::money::Fen;
use crate::record::Record;
use crate::script::{Handler, Methods};
use crate::signing::{GatewayKey, Keys};
use crate::tls::Tls;
use crate::{Buyer, Call, Gateway, Reply, Transfer, demo, notices};

/// How the gateway knows whose calls are whose.
enum Registered {
    ByKey(SignType, String),
    ByCertificate(String),
}

/// Sets up a [`Gateway`].
#[must_use = "a builder does nothing until it is started"]
pub struct Builder {
    applications: Vec<(String, Registered)>,
    content_keys: Vec<(String, String)>,
    alipay_keys: (String, String),
    other_alipay_keys: Vec<(SignType, String, String)>,
    alipay_certificate: (String, String),
    roots: String,
    methods: Methods,
    points: Points,
    demo_methods: bool,
    declared: Vec<&'static Api>,
    buyers: ByPrefix<Buyer>,
    transfers: ByPrefix<Transfer>,
    balance: Option<Fen>,
    port: u16,
    plain_http: bool,
    http1_only: bool,
    timestamp_window: Duration,
    clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    body_limit: usize,
    keep_calls: usize,
    retries: Vec<Duration>,
}

impl Default for Builder {
    fn default() -> Self {
        Self {
            applications: Vec::new(),
            content_keys: Vec::new(),
            alipay_keys: (demo::ALIPAY_PRIVATE_KEY.to_owned(), demo::ALIPAY_PUBLIC_KEY.to_owned()),
            other_alipay_keys: Vec::new(),
            alipay_certificate: (demo::ALIPAY_PRIVATE_KEY.to_owned(), demo::ALIPAY_CERTIFICATE.to_owned()),
            roots: demo::ROOT_CERTIFICATES.to_owned(),
            methods: Methods::default(),
            points: Points::default(),
            demo_methods: false,
            declared: Vec::new(),
            buyers: ByPrefix::default(),
            transfers: ByPrefix::default(),
            balance: None,
            port: 0,
            plain_http: false,
            http1_only: false,
            timestamp_window: Duration::from_secs(600),
            clock: Arc::new(SystemTime::now),
            body_limit: 8 << 20,
            keep_calls: 1_000,
            retries: notices::platforms_retries(),
        }
    }
}

impl Builder {
    /// Adds an application: its id, and its public key as PEM or bare base64.
    pub fn application(self, app_id: &str, public_key: &str) -> Self {
        self.application_for(SignType::Rsa2, app_id, public_key)
    }

    /// Adds an application whose calls are signed in this way and no other: with RSA2, or, where the
    /// features `rsa-sha1` and `sm2` are on, as [`SignType::Rsa`] and [`SignType::Sm2`] are. For these
    /// two the gateway needs [keys of its own](Self::alipay_keys_for).
    pub fn application_for(mut self, sign_type: SignType, app_id: &str, public_key: &str) -> Self {
        self.applications.push((app_id.to_owned(), Registered::ByKey(sign_type, public_key.to_owned())));
        self
    }

    /// Adds an application that is registered by certificate: its id, and its certificate as PEM. Its
    /// calls must name this certificate and the [roots](Self::root_certificates); its answers are
    /// signed with the [certified key](Self::alipay_certificate).
    pub fn application_with_certificate(mut self, app_id: &str, certificate_pem: &str) -> Self {
        self.applications.push((app_id.to_owned(), Registered::ByCertificate(certificate_pem.to_owned())));
        self
    }

    /// The key for the encrypted contents of this application's calls: base64 of 16 bytes, as the
    /// platform hands it out. Without one, encrypted calls are refused. Calls in the clear are taken
    /// either way.
    pub fn content_key(mut self, app_id: &str, key: &str) -> Self {
        self.content_keys.push((app_id.to_owned(), key.to_owned()));
        self
    }

    /// The key that signs answers to applications with a certificate, and its certificate followed by
    /// those above it, as PEM. Without it a [test certificate](demo) does.
    pub fn alipay_certificate(self, private_key: &str, chain_pem: &str) -> Self {
        Self { alipay_certificate: (private_key.to_owned(), chain_pem.to_owned()), ..self }
    }

    /// The root certificates that callers must name in `alipay_root_cert_sn`, as PEM. Without them
    /// those of the [test certificates](demo) are.
    pub fn root_certificates(self, pem: &str) -> Self {
        Self { roots: pem.to_owned(), ..self }
    }

    /// The RSA key pair that signs the answers, each as PEM or bare base64. Without it a
    /// [test pair](demo) does.
    pub fn alipay_keys(self, private_key: &str, public_key: &str) -> Self {
        Self { alipay_keys: (private_key.to_owned(), public_key.to_owned()), ..self }
    }

    /// The key pair that signs the answers to applications with another sign type than RSA2.
    pub fn alipay_keys_for(mut self, sign_type: SignType, private_key: &str, public_key: &str) -> Self {
        self.other_alipay_keys.push((sign_type, private_key.to_owned(), public_key.to_owned()));
        self
    }

    /// Answers the method's calls with this handler.
    pub fn on(self, method: &str, handler: impl Fn(&Call) -> Reply + Send + Sync + 'static) -> Self {
        self.methods.set(method, Arc::new(handler) as Handler);
        self
    }

    /// Adds the [demo applications](demo): one with a key and one with a certificate, both with a
    /// content key.
    pub fn demo_applications(self) -> Self {
        self.application(demo::APP_ID, demo::PUBLIC_KEY)
            .application_with_certificate(demo::CERTIFICATE_APP_ID, demo::CERTIFICATE)
            .content_key(demo::APP_ID, demo::CONTENT_KEY)
            .content_key(demo::CERTIFICATE_APP_ID, demo::CONTENT_KEY)
    }

    /// Adds the [methods](crate::methods) that come with this crate, but for those that are answered
    /// [otherwise](Self::on).
    pub fn demo_methods(self) -> Self {
        Self { demo_methods: true, ..self }
    }

    /// Answers every one of these methods of which nothing else is known by its declared response, with
    /// [plausible](crate::plausible) values, and with what the request has of the same names:
    /// `methods(alipay_apis::catalogue())` has all methods that there are.
    ///
    /// ```
    /// use alipay_core::{ApiRequest, Record, alipay_api};
    /// use alipay_sandbox::Gateway;
    ///
    /// #[alipay_api(method = "alipay.demo.shop.query", response = ShopQueryResponse)]
    /// struct ShopQuery {
    ///     shop_no: String,
    /// }
    ///
    /// #[derive(Record)]
    /// struct ShopQueryResponse {
    ///     shop_no: String,
    ///     open: bool,
    /// }
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let gateway = Gateway::builder().demo_applications().methods([ShopQuery::api()]).start().await?;
    /// let client = gateway.demo_client().build()?;
    /// let shop = ShopQuery::new("s-7").call(&client).await?;
    /// assert_eq!((shop.shop_no.as_str(), shop.open), ("s-7", true));
    /// # Ok(())
    /// # }
    /// ```
    pub fn methods(mut self, declared: impl IntoIterator<Item = &'static Api>) -> Self {
        self.declared.extend(declared);
        self
    }

    /// The buyer of all trades; see [`Gateway::buyer`].
    pub fn buyer(self, buyer: Buyer) -> Self {
        self.buyer_of("", buyer)
    }

    /// The buyer of trades whose `out_trade_no` begins so; see [`Gateway::buyer_of`].
    pub fn buyer_of(mut self, beginning: &str, buyer: Buyer) -> Self {
        self.buyers.set(beginning, buyer);
        self
    }

    /// What becomes of all transfers; see [`Gateway::transfer`].
    pub fn transfer(self, transfer: Transfer) -> Self {
        self.transfer_of("", transfer)
    }

    /// What becomes of transfers whose `out_biz_no` begins so; see [`Gateway::transfer_of`].
    pub fn transfer_of(mut self, beginning: &str, transfer: Transfer) -> Self {
        self.transfers.set(beginning, transfer);
        self
    }

    /// What the merchant's account holds, in fen; see [`Gateway::set_balance`].
    pub fn balance(self, fen: u64) -> Self {
        Self { balance: Some(Fen::new(fen)), ..self }
    }

    /// Listens on this port of 127.0.0.1; without it, or with 0, on one that is free.
    pub fn port(self, port: u16) -> Self {
        Self { port, ..self }
    }

    /// Speaks HTTP without TLS, for benchmarks that are not about TLS.
    pub fn plain_http(self) -> Self {
        Self { plain_http: true, ..self }
    }

    /// Offers HTTP/1.1 alone over TLS, as some load balancers do.
    pub fn http1_only(self) -> Self {
        Self { http1_only: true, ..self }
    }

    /// How far a call's `timestamp` may be from the gateway's clock, to either side: ten minutes
    /// if not set.
    pub fn timestamp_window(self, window: Duration) -> Self {
        Self { timestamp_window: window, ..self }
    }

    /// The clock by which timestamps are judged and the `Date` header is written, and by which trades go
    /// on: the computer's if not set. For trades alone, [`Gateway::advance`] lets time pass.
    pub fn clock(self, clock: impl Fn() -> SystemTime + Send + Sync + 'static) -> Self {
        Self { clock: Arc::new(clock), ..self }
    }

    /// The largest request body in bytes: 8 MiB if not set. A larger one gets HTTP status 413.
    pub fn body_limit(self, bytes: usize) -> Self {
        Self { body_limit: bytes, ..self }
    }

    /// How many calls [`Gateway::calls`] remembers: the newest thousand if not set, none with 0.
    pub fn keep_calls(self, count: usize) -> Self {
        Self { keep_calls: count, ..self }
    }

    /// How long the gateway waits before it posts something again that was not answered with `success`:
    /// as the platform does if not set, after about 4 and twice 10 minutes and 1, 2, 6 and 15 hours.
    pub fn retries(self, waits: impl IntoIterator<Item = Duration>) -> Self {
        Self { retries: waits.into_iter().collect(), ..self }
    }

    /// Starts the gateway on the present tokio runtime.
    ///
    /// # Errors
    /// If a key cannot be read or the port is taken.
    pub async fn start(self) -> Result<Gateway, StartError> {
        let mut applications = HashMap::new();
        for (app_id, registered) in self.applications {
            let application = match &registered {
                Registered::ByKey(sign_type, key) => Application::with_key(*sign_type, key),
                Registered::ByCertificate(pem) => Application::with_certificate(pem),
            };
            let application = application
                .map_err(|error| StartError::new(format!("the public key of application {app_id}"), error))?;
            applications.insert(app_id, application);
        }
        for (app_id, key) in self.content_keys {
            let part = || format!("the content key of application {app_id}");
            let key = ContentKey::parse(&key).map_err(|error| StartError::new(part(), error))?;
            match applications.get_mut(&app_id) {
                Some(application) => application.content_key = Some(key),
                None => return Err(StartError::new(part(), "there is no such application")),
            }
        }
        let bare = GatewayKey::parse(SignType::Rsa2, &self.alipay_keys.0, &self.alipay_keys.1)
            .map_err(|error| StartError::new("the key pair that signs the answers", error))?;
        let others = self.other_alipay_keys.iter().map(|(sign_type, private, public)| {
            GatewayKey::parse(*sign_type, private, public)
                .map_err(|error| StartError::new("a key pair that signs the answers", error))
        });
        let others = others.collect::<Result<_, _>>()?;
        let certified = GatewayKey::certified(&self.alipay_certificate.0, &self.alipay_certificate.1)
            .map_err(|error| StartError::new("the certificate that signs the answers", error))?;
        let keys = Keys::new(bare, others, certified, self.roots)
            .map_err(|error| StartError::new("the root certificates", error))?;
        if let Some((app_id, _)) = applications.iter().find(|(_, application)| !keys.suit(application)) {
            let part = format!("signing for application {app_id}");
            return Err(StartError::new(part, "the gateway has no keys for its sign type"));
        }
        let tls = if self.plain_http {
            None
        } else {
            Some(Tls::generate(!self.http1_only).map_err(|error| StartError::new("the certificate for HTTPS", error))?)
        };
        let (listener, address) = listen(self.port)
            .await
            .map_err(|error| StartError::new(format!("listening on port {} of 127.0.0.1", self.port), error))?;
        let clock = Clock::new(Arc::clone(&self.clock));
        let account = Account::new(self.balance);
        let trades = Trades::new(clock.clone(), account.clone(), self.buyers);
        let transfers = Transfers::new(clock.clone(), account.clone(), self.transfers);
        if self.demo_methods {
            methods::install(&self.methods, &self.points, &trades, &transfers);
        }
        for api in self.declared.into_iter().filter(|api| !OWN_METHODS.contains(&api.method)) {
            let clock = clock.clone();
            let answer = move |call: &Call| declared::answer(api, call, clock.now());
            self.methods.set_unless_known(api.method, Arc::new(answer));
        }
        let desk = Desk {
            checks: Checks { applications, roots: keys.roots.1.clone(), timestamp_window: self.timestamp_window },
            methods: self.methods,
            keys,
            clock: self.clock,
            body_limit: self.body_limit,
            calls: Record::new(self.keep_calls),
            counters: Counters::default(),
            channel: Channel::default(),
        };
        let world = World { clock, account, points: self.points, trades, transfers };
        Ok(Gateway::start(listener, address, tls, desk, world, self.retries))
    }
}

impl fmt::Debug for Builder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let applications: Vec<_> = self.applications.iter().map(|(app_id, _)| app_id).collect();
        f.debug_struct("Builder").field("applications", &applications).finish_non_exhaustive()
    }
}

async fn listen(port: u16) -> std::io::Result<(TcpListener, SocketAddr)> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
    let address = listener.local_addr()?;
    Ok((listener, address))
}

/// Why a gateway could not start; the cause is its [`source`](std::error::Error::source).
#[derive(Debug)]
pub struct StartError {
    part: String,
    source: Box<dyn std::error::Error + Send + Sync>,
}

impl StartError {
    fn new(part: impl Into<String>, source: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> Self {
        Self { part: part.into(), source: source.into() }
    }
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the gateway cannot start: {} failed", self.part)
    }
}

impl std::error::Error for StartError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        Some(self.source.as_ref())
    }
}
