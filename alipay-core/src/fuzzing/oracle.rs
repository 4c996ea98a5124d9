//! A verifier that accepts one text and no other, whatever the signature: no fuzzer finds a signature. And a
//! client that signs nothing: a signature would be all that the fuzzer spends its time on.

use std::cell::RefCell;
use std::future::ready;

use super::APP_ID;
use crate::client::{Client, ClientBuilder};
use crate::sign::{SignFuture, SignType, Signed, Signer, Verifier, VerifyError, VerifyFuture};

/// Which text counts as signed, by its signature.
type TextOf = Box<dyn Fn(&[u8]) -> Option<Vec<u8>>>;

thread_local! {
    /// Of a thread, because clients own their verifiers.
    static SIGNED: RefCell<TextOf> = RefCell::new(Box::new(|_| None));
}

/// Accepts what [`sign`](Oracle::sign) says.
pub(crate) struct Oracle;

impl Oracle {
    /// From now on, in this thread, the text that this function gives for a signature is what was signed.
    pub(crate) fn sign(text_of: impl Fn(&[u8]) -> Option<Vec<u8>> + 'static) {
        SIGNED.set(Box::new(text_of));
    }
}

impl Verifier for Oracle {
    fn verify<'a>(&'a self, signed: Signed<'a>) -> VerifyFuture<'a> {
        let text = SIGNED.with_borrow(|text_of| text_of(signed.signature));
        let is_signed = text.is_some_and(|text| text == signed.message);
        Box::pin(ready(if is_signed { Ok(()) } else { Err(VerifyError::Mismatch) }))
    }
}

/// A client that believes the oracle.
pub(crate) fn client() -> ClientBuilder {
    Client::builder(APP_ID).signer(Nobody).verifier(Oracle)
}

struct Nobody;

impl Signer for Nobody {
    fn sign_type(&self) -> SignType {
        SignType::Rsa2
    }

    fn sign<'a>(&'a self, _: &'a [u8]) -> SignFuture<'a> {
        Box::pin(ready(Ok(Vec::new())))
    }
}
