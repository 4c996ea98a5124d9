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
mod macros;
pub mod record;
mod rule_types;
pub mod schema;
mod time;
pub mod violation;
mod wire_enum;

pub use amount::{Amount, ParseAmountError};
pub use api::{Api, ApiRequest};
pub use error_code::{AnyCode, ErrorCode, ErrorEntry, ErrorTable, Retry};
pub use time::{DateTime, ParseDateTimeError};
pub use wire_enum::WireEnum;

pub use macros::{ErrorCode, Record, WireEnum, alipay_api};
pub use record::Record;
