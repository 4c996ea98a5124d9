//! Declare, validate, sign, send and verify calls to Alipay's Open Platform.

// Generated code names this crate by its full path, also inside this crate.
extern crate self as alipay_core;

mod amount;
mod api;
mod charset;
mod envelope;
mod error_code;
mod field_value;
pub mod key;
pub mod parameters;
pub mod record;
pub mod schema;
pub mod sign;
mod time;
pub mod violation;
mod wire_enum;

pub use amount::{Amount, ParseAmountError};
pub use api::{Api, ApiRequest};
pub use error_code::{AnyCode, ErrorCode, ErrorEntry, ErrorTable, Retry};
pub use time::{DateTime, ParseDateTimeError};
pub use wire_enum::WireEnum;
