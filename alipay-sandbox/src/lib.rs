//! A local gateway for tests and examples: it does with a request what Alipay's gateway does.
//!
//! A real HTTPS server on loopback that rebuilds the text to sign, verifies the signature with the
//! application's public key, checks the common parameters, and signs its answers with a key of its
//! own. What it answers is for the test to say, well-formed or hostile.
//!
//! - [`Gateway::start_demo`] has two [applications](demo), their keys and certificates and some
//!   [methods] ready, [`Gateway::demo_client`] and [`Gateway::demo_certificate_client`] clients for them.
//! - [`Builder::methods`] answers any declared method, with [plausible] values.
//! - [`Gateway::on`] and [`Gateway::once`] say what is answered, [`Reply`] how.
//! - [`Gateway::buyer`] scripts the [buyers](Buyer) of trades, [`Gateway::transfer`] the transfers,
//!   [`Gateway::set_balance`] the merchant's account; [`Gateway::advance`] lets time pass, and
//!   [`Gateway::once_carried_out`] loses the answer to a call that was carried out.
//! - [`Gateway::calls`] tells what was received, decrypted, with the files of uploads.
//! - [`Gateway::use_certificate`] changes the certificate of Alipay's side while the gateway runs.
//! - [`Gateway::notify`] posts a [`Notice`], a notification or a message, until it is acknowledged. Of their
//!   trades merchants are told by themselves, at the `notify_url` of the request that opened one.
//! - [`Gateway::push`] sends a message over a WebSocket that an application has opened,
//!   [`Gateway::drop_websockets`] and [`Gateway::silence_websockets`] are its faults.
//! - [`Gateway::pay_in_app`] is the phone of a buyer; for a browser there is a cashier page.
//!
//! As a program, `cargo run -p alipay-sandbox` prints the address, the keys and the certificates, with
//! `--json` for other programs; `--buyer`, `--transfer` and `--balance` script as above, and every method of
//! `alipay-apis` is answered. Alipay's own SDKs for Node and Python call it in `tests/interop`.
//!
//! # What it knows
//!
//! | | |
//! |---|---|
//! | signatures | `RSA2`; `RSA` and `SM2` with the features `rsa-sha1` and `sm2`, for applications with a key |
//! | charsets | UTF-8, GBK with GB2312, GB18030, in both directions |
//! | applications | by public key, or by certificate with `app_cert_sn`, `alipay_root_cert_sn` and `alipay_cert_sn` |
//! | contents | in the clear, or encrypted with `AES` or `AES_V2`; errors are answered in the clear |
//! | requests | GET and POST, forms and `multipart/form-data` of up to 8 MiB |
//! | of its own | `alipay.open.app.alipaycert.download` and `alipay.open.request.batch.send` |
//! | notices | when a trade is paid, refunded, closed or over (the platform leaves some of these out, by product), and what a test wants told; to addresses of this computer only, over plain HTTP |
//!
//! # Features
//!
//! | feature | | what it adds |
//! |---|---|---|
//! | `catalogue` | default | the program answers every method of `alipay-apis`; in tests, where the library is enough, `default-features = false` leaves that crate out |
//! | `rsa-sha1` | | the sign type `RSA` |
//! | `sm2` | | the sign type `SM2` |
//!
//! # What it does not do
//!
//! It speaks only version 2 of the interface (`/gateway.do`). Certificates are those of `RSA2`. A page that
//! is refused is answered with JSON, not with a page. An order is a trade as soon as its code or its page
//! was made; with the platform, once somebody has scanned the code or signed in on the page. Its checks
//! are those that are publicly documented: a call that passes here may still be refused by Alipay, for
//! want of a contract for example.

mod account;
mod app;
mod application;
mod batch;
mod body;
mod builder;
mod buyer;
mod by_prefix;
mod call;
mod certificate;
mod channel;
mod checks;
mod clock;
mod content;
mod declared;
pub mod demo;
mod desk;
mod envelope;
mod form;
mod gateway;
pub mod methods;
mod money;
mod notices;
mod record;
mod reply;
mod script;
mod seconds;
mod server;
mod signing;
mod tls;
mod transfer;
mod upload;

pub use app::AppResult;
pub use builder::{Builder, StartError};
pub use buyer::{Buyer, ParseBuyerError};
pub use call::Call;
pub use declared::plausible;
pub use gateway::Gateway;
pub use notices::{Attempt, Delivery, Notice};
pub use reply::Reply;
pub use script::Script;
pub use transfer::{ParseTransferError, Transfer};
pub use upload::FilePart;

/// The code of the chapter "Declaring a method" that needs a gateway, run as a test.
#[cfg(doctest)]
#[doc = include_str!("../../alipay-core/src/guide/declaring_a_method/calling.md")]
struct Chapter;

/// The same of "Files, batches, and no runtime".
#[cfg(doctest)]
#[doc = include_str!("../../alipay-core/src/guide/files_and_batches.md")]
struct FilesChapter;

/// The same of "When a call fails".
#[cfg(doctest)]
#[doc = include_str!("../../alipay-core/src/guide/when_a_call_fails/deciding.md")]
struct FailureChapter;
