//! Declare, validate, sign, send and verify calls to Alipay's Open Platform.

// No input, from the caller or from the network, may end the program.
#![cfg_attr(
    not(test),
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
mod call;
mod charset;
pub mod client;
mod envelope;
mod error;
mod error_code;
mod field_value;
pub mod json;
mod json_text;
pub mod key;
mod lint;
mod macros;
pub mod parameters;
pub mod record;
mod rule_types;
#[cfg(test)]
mod sample;
pub mod schema;
pub mod sign;
mod time;
mod trail;
pub mod transport;
pub mod validate;
pub mod violation;
mod wire_enum;

pub use amount::{Amount, ParseAmountError};
pub use answer::Answer;
pub use api::{Api, ApiRequest};
pub use call::{Call, CallFuture, JsonRequest};
pub use client::{Client, ClientBuilder, Gateway};
pub use error::{BusinessError, Error, ErrorKind, Sent};
pub use error_code::{AnyCode, ErrorCode, ErrorEntry, ErrorTable, Retry};
pub use json_text::JsonText;
pub use lint::lint;
pub use time::{DateTime, ParseDateTimeError};
pub use wire_enum::WireEnum;

pub use macros::{ErrorCode, Record, WireEnum, alipay_api};
pub use record::Record;
