//! Declare, validate, sign, send and verify calls to Alipay's Open Platform.

// Generated code names this crate by its full path, also inside this crate.
extern crate self as alipay_core;

#[doc(hidden)]
#[path = "private.rs"]
pub mod __private;
mod amount;
mod api;
mod error_code;
mod field_value;
pub mod json;
mod lint;
pub mod record;
mod rule_types;
#[cfg(test)]
mod sample;
pub mod schema;
mod time;
mod trail;
pub mod validate;
pub mod violation;
mod wire_enum;

pub use amount::{Amount, ParseAmountError};
pub use api::{Api, ApiRequest};
pub use error_code::{AnyCode, ErrorCode, ErrorEntry, ErrorTable, Retry};
pub use lint::lint;
pub use time::{DateTime, ParseDateTimeError};
pub use wire_enum::WireEnum;

pub use alipay_macros::{ErrorCode, Record, WireEnum, alipay_api};
pub use record::Record;
