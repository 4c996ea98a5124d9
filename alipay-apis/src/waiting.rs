//! Waiting for what becomes of money: what payments, refunds and transfers that wait have in common.
//!
//! What waits is sent once and asked for until its outcome is certain or the time is up. It works like a
//! call: prepared, and sent when it is awaited, or step by step with [`Steps`], which say what is
//! happening meanwhile.
//!
//! | | what waits |
//! |---|---|
//! | a payment with the buyer's payment code | `trade::pay_and_wait`, and `trade::resume` after a crash |
//! | a refund | `trade::refund_and_wait` |
//! | a transfer | `fund::transfer_and_wait` |
//!
//! Nothing is kept in this process that the outcome depends on. The state is the gateway's, under the
//! number that was chosen before: what is dropped half-way is asked for under that number again.

mod once;
mod pauses;
mod steps;

pub use self::once::{Found, Movement, Sending, Settled, Step};
pub(crate) use self::pauses::{Pauses, Waits, after};
pub use self::steps::Steps;
pub(crate) use self::steps::{Turn, Work, run};
