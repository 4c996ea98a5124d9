//! Whole calls, through a transport that answers what a test says, or over loopback.

use std::sync::{Arc, Mutex};

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;

use super::{Client, ClientBuilder};
use crate::key::PrivateKey;
use crate::sign::KeySigner;
use crate::transport::{AnswerBody, RequestBody, Transport, TransportError, TransportFuture};

use crate::Retry;
use crate::sample::{PointsError, PointsUpdate, PointsUpdated};

mod answers;
mod batches;
#[cfg(feature = "blocking")]
mod blocking;
mod certificate_downloads;
mod certificate_files;
mod certificates;
mod charsets;
mod configuration;
#[cfg(feature = "encryption")]
mod encryption;
mod in_flight;
mod keys;
mod network;
mod posted_certificates;
mod refusals;
mod requests;
mod retries;
mod shapes;
mod traces;
mod uploads;

const APP_KEY: &str = include_str!("../../../tests/data/test-keys/app_pkcs8.pem");
const APP_PUBLIC_KEY: &str = include_str!("../../../tests/data/test-keys/app_pub.pem");
const ALIPAY_KEY: &str = include_str!("../../../tests/data/test-keys/alipay_pkcs8.pem");
const ALIPAY_PUBLIC_KEY: &str = include_str!("../../../tests/data/test-keys/alipay_pub.pem");

const APP_ID: &str = "2021000000000001";
const KEY: &str = "koubei_marketing_tool_points_update_response";
pub(crate) const TRACE_ID: &str = "0b5da1cc17641";

/// Names and values, decoded.
type Pairs = Vec<(String, String)>;

/// A transport that keeps what was sent and answers what it was told to.
pub(crate) struct Scripted {
    answer: Box<dyn Fn() -> Result<http::Response<AnswerBody>, TransportError> + Send + Sync>,
    seen: Mutex<Vec<http::Request<Bytes>>>,
}

impl Scripted {
    pub(crate) fn new(
        answer: impl Fn() -> Result<http::Response<AnswerBody>, TransportError> + Send + Sync + 'static,
    ) -> Arc<Self> {
        Arc::new(Self { answer: Box::new(answer), seen: Mutex::default() })
    }

    pub(crate) fn answering(body: impl Into<Bytes>) -> Arc<Self> {
        let body = body.into();
        Self::new(move || {
            let answer = http::Response::builder().header("trace_id", TRACE_ID);
            Ok(answer.body(AnswerBody::from(body.clone())).unwrap())
        })
    }

    /// Names and values of the only request: those in the URL, and those in the body.
    fn only_request(&self) -> (Pairs, Pairs) {
        let seen = self.seen.lock().unwrap();
        let [request] = seen.as_slice() else { panic!("{} requests", seen.len()) };
        let pairs = |form: &[u8]| form_urlencoded::parse(form).into_owned().collect();
        (pairs(request.uri().query().unwrap().as_bytes()), pairs(request.body()))
    }
}

impl Transport for Scripted {
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
        Box::pin(async move {
            self.seen.lock().unwrap().push(request.map(RequestBody::into_bytes));
            (self.answer)()
        })
    }
}

pub(crate) fn builder() -> ClientBuilder {
    Client::builder(APP_ID)
        .private_key(APP_KEY)
        .alipay_public_key(ALIPAY_PUBLIC_KEY)
        .clock(|| "2026-11-23 08:00:00".parse().unwrap())
}

pub(crate) fn client(transport: &Arc<Scripted>) -> Client {
    builder().transport(transport.clone()).build().unwrap()
}

/// The whole answer around a node.
pub(crate) fn signed(key: &str, node: &str) -> String {
    format!(r#"{{"{key}":{node},"sign":"{}"}}"#, sign(node))
}

fn sign(node: &str) -> String {
    sign_with(ALIPAY_KEY, node)
}

fn sign_with(private_key: &str, node: &str) -> String {
    let signer = KeySigner::new(&PrivateKey::parse(private_key).unwrap()).unwrap();
    BASE64_STANDARD.encode(signer.sign_now(node.as_bytes()).unwrap())
}
