//! The running gateway, as a test holds it.

use std::collections::VecDeque;
use std::fmt;
use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Duration;

use alipay_core::{Client, ClientBuilder};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use crate::account::Account;
use crate::builder::{Builder, StartError};
use crate::channel::Order;
use crate::clock::Clock;
use crate::desk::{Desk, PATH};
use crate::methods::{Points, Trades, Transfers};
use crate::money::Fen;
use crate::notices::Notices;
use crate::script::Script;
use crate::signing::GatewayKey;
use crate::tls::Tls;
use crate::{AppResult, Buyer, Call, Delivery, Notice, Reply, Transfer, demo, server};

/// How long [`Gateway::stop`] waits for calls under way.
const GRACE: Duration = Duration::from_secs(5);

/// A gateway that is running on loopback. Dropped, it closes all its connections at once.
///
/// ```
/// use alipay_sandbox::{Gateway, Reply};
/// use serde_json::json;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let gateway = Gateway::start_demo().await?;
/// gateway.on("alipay.trade.query", |call| {
///     Reply::success(json!({ "out_trade_no": call.biz_content()["out_trade_no"] }))
/// });
/// gateway.once("alipay.trade.query", Reply::unavailable()).then(Reply::disconnect());
///
/// let client = gateway.demo_client().build()?;
/// let query = || client.call_json("alipay.trade.query", json!({ "out_trade_no": "42" }));
/// assert!(query().await.is_err(), "unavailable");
/// assert!(query().await.is_err(), "disconnected");
/// assert!(query().await?.body().contains("42"));
///
/// assert_eq!(gateway.calls()[2].biz_content(), json!({ "out_trade_no": "42" }));
/// gateway.stop().await;
/// # Ok(())
/// # }
/// ```
pub struct Gateway {
    desk: Arc<Desk>,
    world: World,
    address: SocketAddr,
    root_certificate_pem: Option<String>,
    notices: Arc<Notices>,
    stopping: watch::Sender<bool>,
    serving: JoinHandle<()>,
    keeping_time: JoinHandle<()>,
}

/// What the methods of a gateway work on.
pub(crate) struct World {
    pub(crate) clock: Clock,
    pub(crate) account: Account,
    pub(crate) points: Points,
    pub(crate) trades: Trades,
    pub(crate) transfers: Transfers,
}

impl Gateway {
    /// A gateway with the [demo applications](demo) and the [methods](crate::methods) that come
    /// with this crate, over HTTPS on a free port.
    ///
    /// # Errors
    /// If no port of loopback is free.
    pub async fn start_demo() -> Result<Self, StartError> {
        Self::builder().demo_applications().demo_methods().start().await
    }

    /// A gateway to be set up by hand: it knows no application and no method.
    pub fn builder() -> Builder {
        Builder::default()
    }

    pub(crate) fn start(
        listener: TcpListener,
        address: SocketAddr,
        tls: Option<Tls>,
        desk: Desk,
        world: World,
        retries: Vec<Duration>,
    ) -> Self {
        let desk = Arc::new(desk);
        let (acceptor, root_certificate_pem) = tls.map(|tls| (tls.acceptor, tls.root_certificate_pem)).unzip();
        let (stopping, stop) = watch::channel(false);
        let notices = Arc::new(Notices::new(Arc::clone(&desk), retries, stop.clone()));
        let serving = tokio::spawn(server::serve(listener, acceptor, Arc::clone(&desk), stop));
        tokio::spawn(Arc::clone(&notices).tell_of_trades(world.trades.watch()));
        let keeping_time = tokio::spawn(world.trades.clone().keep_time());
        Self { desk, world, address, root_certificate_pem, notices, stopping, serving, keeping_time }
    }

    /// Where clients send their calls, such as `https://127.0.0.1:4321/gateway.do`.
    pub fn url(&self) -> String {
        let scheme = if self.root_certificate_pem.is_some() { "https" } else { "http" };
        format!("{scheme}://{}{PATH}", self.address)
    }

    /// The certificate authority to trust, as PEM; none when the gateway speaks plain HTTP.
    pub fn root_certificate_pem(&self) -> Option<&str> {
        self.root_certificate_pem.as_deref()
    }

    /// A client of the [demo application](demo), set to call this gateway and to trust its
    /// certificate; it can be set further before it is built.
    pub fn demo_client(&self) -> ClientBuilder {
        self.reached_by(Client::builder(demo::APP_ID).alipay_public_key(self.alipay_public_key()))
    }

    /// The like for the demo application that is registered by [certificate](demo::CERTIFICATE), with
    /// the certificate that the gateway signs with now.
    pub fn demo_certificate_client(&self) -> ClientBuilder {
        let client = Client::builder(demo::CERTIFICATE_APP_ID)
            .app_certificate(demo::CERTIFICATE)
            .alipay_certificate(self.alipay_certificate())
            .alipay_root_certificates(self.root_certificates());
        self.reached_by(client)
    }

    fn reached_by(&self, client: ClientBuilder) -> ClientBuilder {
        let client = client.private_key(demo::PRIVATE_KEY).gateway_url(self.url());
        match self.root_certificate_pem() {
            Some(pem) => client.root_certificate_pem(pem),
            None => client,
        }
    }

    /// The public key to which the answers' signatures belong: "Alipay's public key".
    pub fn alipay_public_key(&self) -> &str {
        self.desk.keys.bare.public_pem()
    }

    /// The certificate that signs answers to applications with a certificate now, and those above it,
    /// as PEM.
    pub fn alipay_certificate(&self) -> String {
        self.desk.keys.certified().public_pem().to_owned()
    }

    /// The root certificates, as PEM.
    pub fn root_certificates(&self) -> &str {
        &self.desk.keys.roots.0
    }

    /// Signs answers to applications with a certificate with this key from now on: its certificate
    /// comes first in the chain, as PEM. The one before remains to be had from
    /// `alipay.open.app.alipaycert.download`.
    ///
    /// # Errors
    /// If the certificate cannot be read or is not the key's.
    pub fn use_certificate(
        &self,
        private_key: &str,
        chain_pem: &str,
    ) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        self.desk.keys.switch(GatewayKey::certified(private_key, chain_pem)?);
        Ok(())
    }

    /// Does what Alipay's app does with an order string: verifies it as the call that it is and lets
    /// its method answer.
    pub async fn pay_in_app(&self, order_string: &str) -> AppResult {
        self.desk.order(order_string).await
    }

    /// The base64 of the gateway's signature over these bytes, for answers written by hand.
    pub fn sign(&self, text: impl AsRef<[u8]>) -> String {
        self.desk.keys.bare.sign(text.as_ref())
    }

    /// Tells a merchant something: posts it to this address, and again after each of the
    /// [waits](Builder::retries), until the answer is exactly `success`. Only addresses of this
    /// computer are posted to, over plain HTTP.
    pub fn notify(&self, url: &str, notice: &Notice) -> Delivery {
        self.notices.post(url, notice)
    }

    /// Sends a message over the application's WebSocket, as soon as it has one, and again after each of the
    /// [waits](Builder::retries), until it is acknowledged as a success. What is no message is not sent.
    pub fn push(&self, notice: &Notice) -> Delivery {
        self.notices.push(notice)
    }

    /// Waits until the gateway has opened a WebSocket so many times since it began.
    pub async fn websockets_opened(&self, count: usize) {
        self.desk.channel.opened(count).await;
    }

    /// Breaks every open WebSocket off, without goodbye.
    pub fn drop_websockets(&self) {
        self.desk.channel.order(&Order::Drop);
    }

    /// Reads no more from any WebSocket that is open now, and answers no more of its pings.
    pub fn silence_websockets(&self) {
        self.desk.channel.order(&Order::FallSilent);
    }

    /// The signed form that would be posted, for tests without a server.
    pub fn form(&self, notice: &Notice) -> String {
        self.notices.form(notice)
    }

    /// Everything that was or is being told, the oldest first.
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.notices.deliveries()
    }

    /// Answers the method's calls with this handler, in the place of the one before it.
    pub fn on(&self, method: &str, handler: impl Fn(&Call) -> Reply + Send + Sync + 'static) {
        self.desk.methods.set(method, Arc::new(handler));
    }

    /// Answers the method's next call with this reply, before its handler is asked again. A method
    /// without a handler is unknown once its replies have been used up.
    pub fn once<'a>(&'a self, method: &'a str, reply: Reply) -> Script<'a> {
        Script::begin(&self.desk.methods, method).then(reply)
    }

    /// Lets the method's handler carry out its next call, and answers what this makes of its reply: for
    /// answers that are lost on their way although everything was done.
    ///
    /// ```
    /// use alipay_sandbox::{Gateway, Reply};
    /// use serde_json::json;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let gateway = Gateway::start_demo().await?;
    /// gateway.once_carried_out("alipay.trade.pay", |_| Reply::disconnect());
    ///
    /// let client = gateway.demo_client().build()?;
    /// let order = json!({ "out_trade_no": "1", "subject": "tea", "total_amount": "9.90", "auth_code": "28" });
    /// assert!(client.call_json("alipay.trade.pay", order).await.is_err(), "the connection broke");
    /// let trade = client.call_json("alipay.trade.query", json!({ "out_trade_no": "1" })).await?;
    /// assert!(trade.body().contains("TRADE_SUCCESS"), "and yet it is paid");
    /// # Ok(())
    /// # }
    /// ```
    pub fn once_carried_out<'a>(
        &'a self,
        method: &'a str,
        answer: impl FnOnce(Reply) -> Reply + Send + 'static,
    ) -> Script<'a> {
        Script::begin(&self.desk.methods, method).then_carried_out(answer)
    }

    /// The buyer of all trades acts like this from now on, also of those that wait already. Without a
    /// script, buyers pay with `alipay.trade.pay` and in [apps](Self::pay_in_app) at once, and elsewhere
    /// not at all.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use alipay_sandbox::{Buyer, Gateway};
    /// use serde_json::json;
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let gateway = Gateway::start_demo().await?;
    /// gateway.buyer(Buyer::PaysAfter(Duration::from_secs(30)));
    ///
    /// let client = gateway.demo_client().build()?;
    /// let order = json!({ "out_trade_no": "1", "subject": "tea", "total_amount": "9.90", "auth_code": "28" });
    /// let answer = client.call_json("alipay.trade.pay", order).await?;
    /// assert!(answer.body().contains("10003"), "the buyer types the password");
    ///
    /// gateway.advance(Duration::from_secs(30));
    /// let trade = client.call_json("alipay.trade.query", json!({ "out_trade_no": "1" })).await?;
    /// assert!(trade.body().contains("TRADE_SUCCESS"));
    /// # Ok(())
    /// # }
    /// ```
    pub fn buyer(&self, buyer: Buyer) {
        self.buyer_of("", buyer);
    }

    /// The buyers of trades whose `out_trade_no` begins so act like this from now on, also of those that
    /// wait already: the longest beginning decides.
    pub fn buyer_of(&self, beginning: &str, buyer: Buyer) {
        self.world.trades.script(beginning, buyer);
    }

    /// This becomes of all transfers that are made from now on. Without a script they succeed.
    ///
    /// ```
    /// use std::time::Duration;
    ///
    /// use alipay_sandbox::{Gateway, Transfer};
    ///
    /// # #[tokio::main(flavor = "current_thread")]
    /// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
    /// let gateway = Gateway::start_demo().await?;
    /// gateway.transfer(Transfer::SucceedsAfter(Duration::from_secs(30)));
    /// gateway.transfer_of("wrong-", Transfer::PayeeUnknown);
    /// # Ok(())
    /// # }
    /// ```
    pub fn transfer(&self, transfer: Transfer) {
        self.transfer_of("", transfer);
    }

    /// The same of transfers whose `out_biz_no` begins so: the longest beginning decides.
    pub fn transfer_of(&self, beginning: &str, transfer: Transfer) {
        self.world.transfers.script(beginning, transfer);
    }

    /// Lets this much time pass for trades and transfers: buyers pay who pay later, orders expire. The
    /// timestamps of calls are judged by the [clock](Builder::clock) as before.
    pub fn advance(&self, time: Duration) {
        self.world.clock.advance(time);
        self.world.trades.clock_moved();
        self.world.transfers.catch_up();
    }

    /// From now on the merchant's account holds so many fen: what is paid goes into it, what is refunded
    /// or transferred comes out of it. Without this there is always enough.
    pub fn set_balance(&self, fen: u64) {
        self.world.account.set(Fen::new(fen));
    }

    /// What the merchant's account holds, in fen; nothing if that was never said.
    pub fn balance(&self) -> Option<u64> {
        self.world.transfers.balance().map(Fen::get)
    }

    /// Closes the next `count` connections before anything is read from them.
    pub fn refuse_connections(&self, count: usize) {
        self.desk.counters.refusals.store(count, Ordering::Relaxed);
    }

    /// Every call that could be read, also those that the gateway refused, the oldest first. The
    /// newest thousand are kept, or what [`Builder::keep_calls`] says.
    pub fn calls(&self) -> Vec<Call> {
        self.desk.calls.with(|calls| calls.iter().cloned().collect())
    }

    /// Forgets the calls so far.
    pub fn clear_calls(&self) {
        self.desk.calls.with(VecDeque::clear);
    }

    /// How many connections have been accepted, to see whether a client keeps them alive.
    pub fn connections(&self) -> usize {
        self.desk.counters.connections.load(Ordering::Relaxed)
    }

    /// The points that `koubei.marketing.tool.points.update` keeps.
    pub fn points(&self) -> &Points {
        &self.world.points
    }

    /// Takes no more calls, lets those under way be answered (for up to five seconds) and ends.
    pub async fn stop(mut self) {
        self.stopping.send_replace(true);
        let _ = tokio::time::timeout(GRACE, &mut self.serving).await;
    }
}

impl Drop for Gateway {
    fn drop(&mut self) {
        self.serving.abort();
        self.keeping_time.abort();
    }
}

impl fmt::Debug for Gateway {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Gateway").field("url", &self.url()).finish_non_exhaustive()
    }
}
