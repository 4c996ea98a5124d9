//! Clients without a network: the transport answers at once with what it was given.

use std::error::Error;
use std::future::ready;
use std::sync::Arc;

use alipay_core::key::PrivateKey;
use alipay_core::sign::{KeySigner, KeyVerifier, SignFuture, SignType, Signed, Signer, Verifier, VerifyFuture};
use alipay_core::transport::{AnswerBody, RequestBody, Transport, TransportFuture};
use alipay_core::{Client, ClientBuilder};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

pub(crate) const KEY: &str = include_str!("../../tests/data/test-keys/app_pkcs8.pem");
pub(crate) const ALIPAY_KEY: &str = include_str!("../../tests/data/test-keys/alipay_pkcs8.pem");

/// Which half of the cryptography is done.
#[derive(Clone, Copy)]
pub(crate) struct Does {
    pub(crate) sign: bool,
    pub(crate) verify: bool,
}

/// A client whose every call is answered with this node, signed by Alipay's key.
pub(crate) fn client(response_key: &str, node: &str, does: Does) -> Result<Client, Box<dyn Error>> {
    let alipay = PrivateKey::parse(ALIPAY_KEY)?;
    let builder = builder(response_key, node)?;
    let builder =
        if does.sign { builder.signer(KeySigner::new(&PrivateKey::parse(KEY)?)?) } else { builder.signer(Idle) };
    let builder = if does.verify {
        builder.verifier(KeyVerifier::new(alipay.public_key().clone())?)
    } else {
        builder.verifier(Idle)
    };
    Ok(builder.build()?)
}

/// The same, who signs and verifies being left open.
fn builder(response_key: &str, node: &str) -> Result<ClientBuilder, Box<dyn Error>> {
    Ok(Client::builder("2021000000000001").transport(Arc::new(Answering::with(response_key, node)?)))
}

pub(crate) struct Answering(&'static str);

impl Answering {
    /// Answers with this node, signed by Alipay's key.
    pub(crate) fn with(response_key: &str, node: &str) -> Result<Self, Box<dyn Error>> {
        let sign = KeySigner::new(&PrivateKey::parse(ALIPAY_KEY)?)?.sign_now(node.as_bytes())?;
        let answer = format!(r#"{{"{response_key}":{node},"sign":"{}"}}"#, BASE64_STANDARD.encode(sign));
        Ok(Self(answer.leak()))
    }
}

impl Transport for Answering {
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
        let answer = crate::http(|| {
            // A transport reads the body and then lets the request go.
            drop(request.into_body().into_bytes());
            http::Response::builder()
                .header("content-type", "text/html;charset=utf-8")
                .header("trace_id", "0b5da1cc17641000000000000e1234")
                .body(AnswerBody::from(self.0))
        });
        Box::pin(async { Ok(answer.expect("both headers are well-formed")) })
    }
}

/// Signs and verifies at no cost.
struct Idle;

impl Signer for Idle {
    fn sign_type(&self) -> SignType {
        SignType::Rsa2
    }

    fn sign<'a>(&'a self, _: &'a [u8]) -> SignFuture<'a> {
        Box::pin(ready(Ok(vec![7; 256])))
    }
}

impl Verifier for Idle {
    fn verify<'a>(&'a self, _: Signed<'a>) -> VerifyFuture<'a> {
        Box::pin(ready(Ok(())))
    }
}
