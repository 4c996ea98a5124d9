//! Long reads, with code that is compiled and run as tests.
//!
//! - [Taking a payment](taking_a_payment): from the number of the order to the refund, and what to store
//!   when.
//!
//! Beside it stand the chapters of [`alipay_core::guide`]:
//!
//! - [Declaring a method](declaring_a_method): from a page of the platform's documentation to a
//!   finished declaration.
//! - [Files, batches, and no runtime](files_and_batches): uploads, several calls in one request, and the
//!   blocking client.
//! - [When a call fails](when_a_call_fails): what an error says, and what to do with it.
//! - [What Alipay sends](what_alipay_sends): notifications and messages.

pub use alipay_core::guide::*;

#[doc = include_str!("guide/taking_a_payment.md")]
pub mod taking_a_payment {}
