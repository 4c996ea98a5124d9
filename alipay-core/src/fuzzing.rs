//! What a fuzzer feeds: one function for each reader of foreign bytes. Built for tests and by cargo-fuzz
//! only.
//!
//! Each reads any bytes, asserts what has to hold of them whatever they are, and says whether they got
//! all the way through. The first byte chooses among the settings of a reader, the rest is what the reader
//! gets. Where there is something to compare with, it is a second implementation: `form_urlencoded`,
//! `serde_json`, `encoding_rs`, or a few simple lines here.
//!
//! The folder `fuzz/` has the targets and their inputs; the tests here run those inputs.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

pub use self::answer::answer;
pub use self::charset::charset;
pub use self::form::form;
pub use self::keys::keys;
pub use self::notification::notification;

mod answer;
mod charset;
mod form;
mod keys;
mod notification;
pub(crate) mod oracle;
mod records;
pub(crate) mod second_reader;
#[cfg(test)]
mod tests;

/// Reads frames and connections of the message service; see `client::websocket`.
#[cfg(feature = "websocket")]
pub fn websocket(input: &[u8]) -> bool {
    crate::client::fuzz_websocket(input)
}

pub(crate) const APP_ID: &str = "2021000000000001";
/// An AES key that the platform's documents show, and everybody knows.
#[cfg(feature = "encryption")]
const CONTENT_KEY: &str = "aa4BtZ4tspm2wnXLb1ThQA==";

/// The output of a future that waits for nothing.
pub(crate) fn now<F: Future>(future: F) -> F::Output {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(output) => output,
        Poll::Pending => panic!("it waits for something"),
    }
}

/// Whether this bit of the settings is set.
pub(crate) const fn is_set(settings: u8, bit: u8) -> bool {
    settings & (1 << bit) != 0
}
