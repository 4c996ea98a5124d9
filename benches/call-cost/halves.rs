//! A call through the client in two halves, parted where the network would be: out until the
//! transport gets the request, and back from there until the caller gets the typed answer.

use std::error::Error;
use std::future::ready;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use alipay_apis::koubei::MarketingToolPointsUpdate;
use alipay_core::Client;
use alipay_core::sign::{SignFuture, SignType, Signed, Signer, Verifier, VerifyFuture};
use alipay_core::transport::{AnswerBody, RequestBody, Transport, TransportFuture};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use tokio::runtime::{Builder, Runtime};

use crate::sample;

/// A client whose transport notes the time and answers at once.
pub(crate) struct Halves {
    client: Client,
    request: MarketingToolPointsUpdate,
    turn: Arc<Turn>,
    runtime: Runtime,
}

impl Halves {
    /// The verifier does nothing, the signer what it does.
    pub(crate) fn of_client(signer: impl Signer + 'static) -> Result<Self, Box<dyn Error>> {
        let answer = sample::answer(&BASE64_STANDARD.encode(SOME_SIGNATURE));
        let turn = Arc::new(Turn { answer: answer.leak(), at: Mutex::new(Instant::now()) });
        let client =
            Client::builder("2021000000000001").signer(signer).verifier(Idle).transport(turn.clone()).build()?;
        let runtime = Builder::new_current_thread().enable_time().build()?;
        Ok(Self { client, request: sample::request(), turn, runtime })
    }

    pub(crate) fn outward(&self, calls: u64) -> Duration {
        self.sum(calls, |start, turn, _| turn - start)
    }

    pub(crate) fn back(&self, calls: u64) -> Duration {
        self.sum(calls, |_, turn, end| end - turn)
    }

    fn sum(&self, calls: u64, part: impl Fn(Instant, Instant, Instant) -> Duration) -> Duration {
        self.runtime.block_on(async {
            let mut sum = Duration::ZERO;
            for _ in 0..calls {
                let start = Instant::now();
                let answer = self.client.call(&self.request).await.expect("the answer can be read");
                let end = Instant::now();
                assert_eq!(answer.point_log_no.len(), 28);
                sum += part(start, self.turn.at(), end);
            }
            sum
        })
    }
}

/// The turning point of a call.
struct Turn {
    answer: &'static str,
    at: Mutex<Instant>,
}

impl Turn {
    fn at(&self) -> Instant {
        *self.at.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Transport for Turn {
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
        *self.at.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now();
        // A transport reads the body and then lets the request go.
        drop(request.into_body().into_bytes());
        let answer = http::Response::builder()
            .header("content-type", "text/html;charset=utf-8")
            .header("trace_id", "0b5da1cc17641000000000000e1234")
            .body(AnswerBody::from(self.answer));
        Box::pin(async { Ok(answer.expect("both headers are well-formed")) })
    }
}

/// Signs and verifies at no cost.
pub(crate) struct Idle;

const SOME_SIGNATURE: [u8; 256] = [7; 256];

impl Signer for Idle {
    fn sign_type(&self) -> SignType {
        SignType::Rsa2
    }

    fn sign<'a>(&'a self, _: &'a [u8]) -> SignFuture<'a> {
        Box::pin(ready(Ok(SOME_SIGNATURE.to_vec())))
    }
}

impl Verifier for Idle {
    fn verify<'a>(&'a self, _: Signed<'a>) -> VerifyFuture<'a> {
        Box::pin(ready(Ok(())))
    }
}
