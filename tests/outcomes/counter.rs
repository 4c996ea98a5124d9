//! A counter in a shop: a gateway, a client of it, and a clock that jumps.
//!
//! A paused clock jumps to the next timer whenever the test has nothing to do but wait, and that is also
//! the case while an answer is on its way through a real socket. So the gateway lives in a runtime of its
//! own, and each request is carried by a blocking task: as long as one runs, Tokio's clock stands still.

use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use alipay_apis::transport::{AnswerBody, Phase, RequestBody, Transport, TransportError, TransportFuture};
use alipay_apis::{Client, RetryPolicy};
use alipay_sandbox::{Buyer, Gateway, demo};
use http_body_util::BodyExt;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use tokio::runtime::Runtime;
use tokio::time::Instant;

type Http = hyper_util::client::legacy::Client<HttpConnector, RequestBody>;

pub(crate) struct Counter {
    pub(crate) gateway: Arc<Gateway>,
    pub(crate) client: Client,
}

impl Counter {
    /// With buyers who all do this.
    pub(crate) async fn open(buyer: Buyer) -> Self {
        Self::open_with(buyer, RetryPolicy::off()).await
    }

    /// The same, for a client that makes some calls again by itself.
    pub(crate) async fn open_with(buyer: Buyer, policy: RetryPolicy) -> Self {
        let gateway = Gateway::builder().demo_applications().demo_methods().plain_http().buyer(buyer).start();
        let gateway = Arc::new(aside(gateway).await.unwrap());
        let wire = Wire { gateway: gateway.clone(), http: http(), told: Mutex::new(Instant::now()) };
        let client = Client::builder(demo::APP_ID)
            .private_key(demo::PRIVATE_KEY)
            .alipay_public_key(gateway.alipay_public_key())
            .gateway_url(gateway.url())
            .transport(Arc::new(wire))
            .retry(policy)
            .build()
            .unwrap();
        Self { gateway, client }
    }

    /// What was called so far, as the last words of the methods' names.
    pub(crate) fn calls(&self) -> Vec<String> {
        let word = |method: &str| method.rsplit('.').next().unwrap_or_default().to_owned();
        self.gateway.calls().iter().map(|call| word(call.method())).collect()
    }

    /// How often this was called.
    pub(crate) fn count(&self, word: &str) -> usize {
        self.calls().iter().filter(|call| *call == word).count()
    }
}

/// Where gateways and sockets live.
fn runtime() -> &'static Runtime {
    static RUNTIME: OnceLock<Runtime> = OnceLock::new();
    RUNTIME.get_or_init(|| tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap())
}

fn http() -> Http {
    hyper_util::client::legacy::Client::builder(TokioExecutor::new()).pool_max_idle_per_host(0).build_http()
}

/// Waits for something that lives there, while the paused clock stands still.
async fn aside<T: Send + 'static>(work: impl Future<Output = T> + Send + 'static) -> T {
    tokio::task::spawn_blocking(|| runtime().block_on(work)).await.unwrap()
}

/// Carries requests to the gateway, and tells it how late it is.
struct Wire {
    gateway: Arc<Gateway>,
    http: Http,
    told: Mutex<Instant>,
}

impl Wire {
    fn tell_the_time(&self) {
        let mut told = self.told.lock().unwrap();
        let now = Instant::now();
        self.gateway.advance(now.duration_since(*told));
        *told = now;
    }
}

impl Transport for Wire {
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
        self.tell_the_time();
        let http = self.http.clone();
        Box::pin(aside(async move {
            let answer = http.request(request).await.map_err(|error| {
                TransportError::new(if error.is_connect() { Phase::Connect } else { Phase::Send }, error)
            })?;
            let (head, body) = answer.into_parts();
            let body = body.collect().await.map_err(|error| TransportError::new(Phase::Read, error))?;
            Ok(http::Response::from_parts(head, AnswerBody::from(body.to_bytes())))
        }))
    }
}

pub(crate) const fn seconds(seconds: u64) -> Duration {
    Duration::from_secs(seconds)
}
