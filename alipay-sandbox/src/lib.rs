//! A local gateway for tests and examples: it does with a request what Alipay's gateway does.
//!
//! A real HTTPS server on loopback that rebuilds the text to sign, verifies the signature with the
//! application's public key, checks the common parameters, and signs its answers with a key of its
//! own. What it answers is for the test to say, well-formed or hostile.
//!
//! - [`Gateway::start_demo`] has an application, its keys and some methods ready,
//!   [`Gateway::demo_client`] a client for it.
//! - [`Gateway::on`] and [`Gateway::once`] say what is answered, [`Reply`] how.
//! - [`Gateway::calls`] tells what was received.
//!
//! As a program, `cargo run -p alipay-sandbox` prints the address and the keys.
//!
//! # What it does not do
//!
//! It verifies `RSA2` only, knows no certificate mode, no content encryption and no uploads, and
//! its checks are those that are publicly documented: a call that passes here may still be refused
//! by Alipay, for want of a contract for example.

mod body;
mod builder;
mod call;
mod checks;
pub mod demo;
mod desk;
mod envelope;
mod form;
mod gateway;
pub mod methods;
mod reply;
mod script;
mod server;
mod signing;
mod tls;

pub use builder::{Builder, StartError};
pub use call::Call;
pub use gateway::Gateway;
pub use reply::Reply;
pub use script::Script;

/// The code of the chapter "Declaring a method" that needs a gateway, run as a test.
#[cfg(doctest)]
#[doc = include_str!("../../alipay-core/src/guide/declaring_a_method/calling.md")]
struct Chapter;

/// The same of "When a call fails".
#[cfg(doctest)]
#[doc = include_str!("../../alipay-core/src/guide/when_a_call_fails/deciding.md")]
struct FailureChapter;
