//! Money is never in doubt: payments, refunds and transfers against the local gateway, with answers that
//! get lost, buyers who take their time, and programs that stop in the middle.
//!
//! Time is Tokio's paused clock: nothing here sleeps. See `counter.rs`.

mod counter;
mod drops;
mod faults;
mod payments;
mod refunds;
mod resumed;
mod thousand;
mod transfers;
