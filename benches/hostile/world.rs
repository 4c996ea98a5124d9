//! A client to whom nobody answers but the bench: what is read is all that takes time.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use alipay_core::sign::{SignFuture, SignType, Signed, Signer, Verifier, VerifyError, VerifyFuture};
use alipay_core::transport::{AnswerBody, RequestBody, Transport, TransportFuture};
use alipay_core::{Answer, Callable, Client, Error, JsonText};
use bytes::Bytes;
use tokio::runtime::Runtime;

/// More than any body.
const MAX_ANSWER: usize = 4 << 20;

pub(crate) struct World {
    pub(crate) client: Client,
    runtime: Runtime,
    body: Arc<Mutex<Bytes>>,
    /// How often a signature was checked.
    #[allow(dead_code, reason = "the test counts, the bench does not")]
    pub(crate) checks: Arc<AtomicUsize>,
}

impl World {
    pub(crate) fn new() -> Self {
        let (body, checks) = (Arc::<Mutex<Bytes>>::default(), Arc::<AtomicUsize>::default());
        let client = Client::builder("2021000000000001")
            .signer(Anything)
            .verifier(Short(Arc::clone(&checks)))
            .transport(Arc::new(Parrot(Arc::clone(&body))))
            .max_answer_bytes(MAX_ANSWER)
            .timeout(Duration::from_secs(3600))
            .build()
            .expect("nothing is missing");
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        Self { client, runtime, body, checks }
    }

    pub(crate) fn wait<T>(&self, work: impl Future<Output = T>) -> T {
        self.runtime.block_on(work)
    }

    /// Calls a method that nobody declared, and is answered with this.
    pub(crate) fn answer(&self, body: &[u8]) -> Result<Answer<JsonText>, Error> {
        self.say(body);
        self.wait(async { self.client.call_json("a.b", serde_json::Value::Null).await })
    }

    pub(crate) fn call<R: Callable>(&self, request: &R, body: &[u8]) -> Result<Answer<R::Response>, Error> {
        self.say(body);
        self.wait(async { self.client.call(request).await })
    }

    fn say(&self, body: &[u8]) {
        *self.body.lock().expect("nobody panics") = Bytes::copy_from_slice(body);
    }
}

/// Says what it was told to say.
struct Parrot(Arc<Mutex<Bytes>>);

impl Transport for Parrot {
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
        let body = self.0.lock().expect("nobody panics").clone();
        Box::pin(async move {
            request.into_body().collect(MAX_ANSWER).await?;
            Ok(http::Response::new(AnswerBody::from(body)))
        })
    }
}

/// Signs with nothing.
struct Anything;

impl Signer for Anything {
    fn sign_type(&self) -> SignType {
        SignType::Rsa2
    }

    fn sign<'a>(&'a self, _: &'a [u8]) -> SignFuture<'a> {
        Box::pin(std::future::ready(Ok(vec![0])))
    }
}

/// Takes a signature of one byte for a good one, and reads the text as hashing it would.
struct Short(Arc<AtomicUsize>);

impl Verifier for Short {
    fn verify<'a>(&'a self, signed: Signed<'a>) -> VerifyFuture<'a> {
        self.0.fetch_add(1, Ordering::Relaxed);
        let is_good = signed.signature.len() == 1;
        Box::pin(std::future::ready(if is_good { Ok(()) } else { Err(VerifyError::Mismatch) }))
    }
}
