//! Declare, validate, sign, send and verify calls to Alipay's Open Platform.
//!
//! A method is declared as a plain struct. From it come the checks that the platform's document asks
//! for, the signed request, and a verified, typed answer.
//!
//! ```
//! use alipay_core::{Amount, Client, Record, alipay_api};
//!
//! /// Refunds a trade.
//! #[alipay_api(
//!     method = "alipay.trade.refund",
//!     response = TradeRefundResponse,
//!     at_least_one(out_trade_no, trade_no),
//! )]
//! pub struct TradeRefund {
//!     /// How much to refund, in yuan.
//!     #[alipay(range = 0.01.., decimals = 2)]
//!     pub refund_amount: Amount,
//!     /// Your number of the trade.
//!     #[alipay(max_len = 64)]
//!     pub out_trade_no: Option<String>,
//!     /// The platform's number of the trade.
//!     #[alipay(max_len = 64)]
//!     pub trade_no: Option<String>,
//! }
//!
//! /// What was refunded.
//! #[derive(Record)]
//! pub struct TradeRefundResponse {
//!     /// In yuan, all refunds of the trade together.
//!     pub refund_fee: Amount,
//! }
//!
//! /// Gives back 88.80 yuan.
//! async fn refund(client: &Client) -> Result<Amount, alipay_core::Error> {
//!     let answer = TradeRefund::new(Amount::fen(8880)).out_trade_no("20261123-1").call(client).await?;
//!     Ok(answer.refund_fee)
//! }
//!
//! // What breaks a rule is not sent.
//! assert_eq!(
//!     TradeRefund::new(Amount::try_from("0.001")?).validate().unwrap_err().to_string(),
//!     "3 rules are broken:
//!   out_trade_no: give at least one of out_trade_no, trade_no, given is none (at_least_one)
//!   refund_amount: is 0.001, allowed is 0.01 or more (range)
//!   refund_amount: has 3 digits after the point, at most 2 are allowed (decimals)",
//! );
//! # Ok::<(), alipay_core::ParseAmountError>(())
//! ```
//!
//! An application depends on `alipay-apis`, which has methods ready and re-exports all of this. This
//! crate is for who declares methods.
//!
//! # Where to start
//!
//! - [Declaring a method](guide::declaring_a_method): a chapter that leads from a page of the
//!   platform's documentation to a finished declaration.
//! - [`alipay_api`](macro@alipay_api): the reference of the declaration language, with
//!   [`Record`](derive@Record) for objects and responses, [`WireEnum`](derive@WireEnum) for lists of
//!   values and [`ErrorCode`](derive@ErrorCode) for business error codes.
//! - [`Client`]: keys, gateway, time limits. [`Call`]: the options of one call.
//! - [`TradeNo`], [`OutTradeNo`], [`UserId`], [`OpenId`], [`AppAuthToken`]: identifiers that rustc keeps
//!   apart.
//! - [`Error`]: what can go wrong, and whether the request was [sent](Error::sent).
//!   [When a call fails](guide::when_a_call_fails): a chapter on what to do about it.
//! - [`RetryPolicy`]: which failed calls are made again; none unless you say so.
//! - [`Outcome`]: what became of a call that moves money, and [`ledger`]: which request was made under
//!   which number.
//! - [`Page`] and [`OrderString`]: payments that the user's browser or phone carries to Alipay.
//! - [`Client::receive`]: what Alipay posts to your server, verified and typed.
//!   [What Alipay sends](guide::what_alipay_sends): a chapter on all that belongs to it.
//! - [`Messages`]: the messages to an application gateway, each handed to the function for its kind;
//!   [`alipay_message`](macro@alipay_message) declares one. With the feature `websocket` they come over a
//!   connection that the application opens.
//! - [`Authorization`]: links to the pages on which users and merchants authorise an application.
//! - [`Client::batch`]: several calls in one request.
//! - [`Upload`]: a file that goes along with a request.
//!   [Files, batches, and no runtime](guide::files_and_batches): a chapter on these.
//! - `Client::download`: a file that Alipay hands out by a link, such as a bill.
//! - [`Client::call_json`]: calls a method that nobody declared.
//!
//! # Certificate mode
//!
//! The platform gives an application either keys or certificates. With certificates there are three
//! files, all from the application's page. They are checked against each other when the client is
//! built, and one in the wrong place is named.
//!
//! ```no_run
//! use alipay_core::Client;
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let client = Client::builder("2021000000000001")
//!     .private_key(&std::fs::read_to_string("application-private-key.pem")?)
//!     .app_certificate_path("appCertPublicKey_2021000000000001.crt")
//!     .alipay_certificate_path("alipayCertPublicKey_RSA2.crt")
//!     .alipay_root_certificates_path("alipayRootCert.crt")
//!     .build()?;
//! for used in client.certificates() {
//!     println!("{}, valid to {}", used.role, used.certificate.not_after());
//! }
//! # Ok(())
//! # }
//! ```
//!
//! When Alipay changes to a new certificate, the client asks the gateway for it, and believes it if it
//! leads to one of the root certificates.
//! [More about that](ClientBuilder#certificate-mode), and about dates.
//!
//! # Modules
//!
//! | on the way of a call | module |
//! |---|---|
//! | what a declaration is at run time | [`schema`], [`record`] |
//! | checking a request, and what was found | [`validate`](mod@validate), [`violation`] |
//! | writing and reading JSON | [`json`] |
//! | the parameters and the text to sign | [`parameters`] |
//! | keys, signing and verifying, also with a key in an HSM | [`key`], [`sign`] |
//! | certificates and their numbers | [`certificate`] |
//! | sending, also with another HTTP client | [`transport`] |
//! | the client and its settings | [`client`] |
//! | that a repetition is one | [`ledger`] |
//! | what Alipay posts by itself, verified and compared | [`notify`] |
//! | messages of the application gateway, and their handlers | [`message`] |
//! | the same without an async runtime | `blocking` |
//!
//! [`lint`] checks a whole library of declarations, in a test.
//!
//! # Features
//!
//! | feature | | what it adds |
//! |---|---|---|
//! | `ring` | default | `RSA2` and TLS with `ring` |
//! | `aws-lc-rs` | | `RSA2` and TLS with `aws-lc-rs`, also where `ring` is on: signing takes less than half the time, the build needs a C compiler for longer |
//! | `rsa-sha1` | | the sign type [`RSA`](sign::SignType::Rsa), SHA-1: **broken**, for applications that the platform has not moved to `RSA2` yet |
//! | `sm2` | | the sign type [`SM2`](sign::SignType::Sm2) |
//! | `hyper` | default | the transport with hyper and rustls, HTTP/1.1 and HTTP/2. Without it, bring a [`Transport`](transport::Transport) |
//! | `encryption` | | AES encryption of `biz_content`, and decryption of answers and messages: [`encryption`] |
//! | `download` | | `Client::download`, for bills and other files that Alipay hands out by a link |
//! | `websocket` | | messages over a WebSocket that the application opens: `MessageService` |
//! | `blocking` | | `blocking::Client`, for programs without an async runtime |
//! | `serde` | | `Serialize` and `Deserialize` for everything that is declared; [`json`] writes and reads it without |
//! | `axum` | | [`Verified`] and [`Notification`] as extractors of axum 0.8, [`Reply`](notify::Reply) as a response |
//!
//! Without `ring` and `aws-lc-rs`, bring a [`Signer`](sign::Signer) and a [`Verifier`](sign::Verifier),
//! and for `hyper` a `CryptoProvider` of rustls that is installed for the process. `alipay-apis` has
//! the same features.
//!
//! The oldest supported Rust is 1.88.
//!
//! # Not supported
//!
//! Sending messages over the WebSocket by which they are received, and the REST gateway (V3).

// No input, from the caller or from the network, may end the program.
#![cfg_attr(
    not(any(test, fuzzing)),
    deny(
        clippy::expect_used,
        clippy::indexing_slicing,
        clippy::panic,
        clippy::string_slice,
        clippy::unreachable,
        clippy::unwrap_used
    )
)]

// Generated code names this crate by its full path, also inside this crate.
extern crate self as alipay_core;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod amount;
mod answer;
mod api;
mod authorization;
#[cfg(feature = "blocking")]
pub mod blocking;
mod call;
pub mod certificate;
mod charset;
pub mod client;
#[cfg(feature = "download")]
mod download;
pub mod encryption;
mod envelope;
mod error;
mod error_code;
mod field_value;
mod form;
#[cfg(all(any(test, fuzzing), any(feature = "ring", feature = "aws-lc-rs")))]
#[doc(hidden)]
pub mod fuzzing;
pub mod guide;
mod identifier;
pub mod json;
mod json_text;
pub mod key;
pub mod ledger;
mod lint;
mod macros;
pub mod message;
pub mod notify;
mod order_string;
mod outcome;
mod page;
pub mod parameters;
pub mod record;
mod rule_types;
#[cfg(test)]
mod sample;
pub mod schema;
pub mod sign;
mod template;
mod time;
mod trail;
pub mod transport;
mod upload;
pub mod validate;
pub mod violation;
mod wire_enum;

pub use amount::{Amount, ParseAmountError};
pub use answer::Answer;
pub use api::{Api, ApiRequest, AppRequest, Callable, PageRequest, Route};
pub use authorization::Authorization;
pub use call::{Call, CallFuture, JsonRequest};
pub use charset::Charset;
#[cfg(feature = "websocket")]
pub use client::MessageService;
pub use client::{Batch, BatchAnswers, Client, ClientBuilder, Gateway, RetryPolicy};
#[cfg(feature = "download")]
pub use download::{Download, DownloadError, DownloadFuture, Downloaded};
pub use error::{BusinessError, ClockSkew, CommonCode, Error, ErrorKind, GatewayCode, Sent, SignatureDifference};
pub use error_code::{AnyCode, ErrorCode, ErrorEntry, ErrorTable, Retry};
pub use form::Form;
pub use identifier::{AppAuthToken, OpenId, OutTradeNo, TradeNo, UserId};
pub use json_text::JsonText;
pub use lint::lint;
pub use message::{Message, MessageContent, Messages};
pub use notify::{Notification, Verified};
pub use order_string::OrderString;
pub use outcome::{Judgement, Outcome, Transaction};
pub use page::Page;
pub use time::{DateTime, ParseDateTimeError};
pub use upload::Upload;
pub use wire_enum::WireEnum;

pub use macros::{ErrorCode, Record, WireEnum, alipay_api, alipay_message};
pub use record::Record;
