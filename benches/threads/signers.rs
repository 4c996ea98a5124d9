//! Signers that leave the calling thread, or tell the runtime that they hold it up.

use std::sync::Arc;

use alipay_core::sign::{KeySigner, SignError, SignFuture, SignType, Signer};
use tokio::task::{block_in_place, spawn_blocking};

/// Hands the text to a thread that may be held up.
pub(crate) struct Handed(Arc<KeySigner>);

impl Handed {
    pub(crate) fn new(signer: KeySigner) -> Self {
        Self(Arc::new(signer))
    }
}

impl Signer for Handed {
    fn sign_type(&self) -> SignType {
        self.0.sign_type()
    }

    fn sign<'a>(&'a self, text: &'a [u8]) -> SignFuture<'a> {
        let (signer, text) = (Arc::clone(&self.0), text.to_vec());
        Box::pin(async move { spawn_blocking(move || signer.sign_now(&text)).await.map_err(SignError::new)? })
    }
}

/// Has the runtime move its other tasks away first.
pub(crate) struct InPlace(KeySigner);

impl InPlace {
    pub(crate) fn new(signer: KeySigner) -> Self {
        Self(signer)
    }
}

impl Signer for InPlace {
    fn sign_type(&self) -> SignType {
        self.0.sign_type()
    }

    fn sign<'a>(&'a self, text: &'a [u8]) -> SignFuture<'a> {
        Box::pin(async move { block_in_place(|| self.0.sign_now(text)) })
    }
}
