//! Long reads, with code that is compiled and run as tests.
//!
//! - [Declaring a method](declaring_a_method): from a page of the platform's documentation to a
//!   finished declaration.
//! - [Files, batches, and no runtime](files_and_batches): uploads, several calls in one request, and the
//!   blocking client.
//! - [What Alipay sends](what_alipay_sends): notifications, verified, compared and handled once.
//! - [When a call fails](when_a_call_fails): what an error says, and what to do with it.
//!
//! `alipay-apis` has one more: *Taking a payment*, from the number of the order to the refund.

#[doc = include_str!("guide/declaring_a_method/page.md")]
#[doc = include_str!("guide/declaring_a_method/values.md")]
#[doc = include_str!("guide/declaring_a_method/rules.md")]
#[doc = include_str!("guide/declaring_a_method/objects.md")]
#[doc = include_str!("guide/declaring_a_method/judgement.md")]
#[doc = include_str!("guide/declaring_a_method/answers.md")]
#[doc = include_str!("guide/declaring_a_method/whole.md")]
#[doc = include_str!("guide/declaring_a_method/tests.md")]
// Its code needs `alipay-sandbox`, which tests it.
#[cfg_attr(not(doctest), doc = include_str!("guide/declaring_a_method/calling.md"))]
pub mod declaring_a_method {}

// Its code needs `alipay-sandbox`, which tests it.
#[cfg_attr(not(doctest), doc = include_str!("guide/files_and_batches.md"))]
pub mod files_and_batches {}

#[doc = include_str!("guide/what_alipay_sends.md")]
pub mod what_alipay_sends {}

#[doc = include_str!("guide/when_a_call_fails/page.md")]
// Its code needs `alipay-sandbox`, which tests it.
#[cfg_attr(not(doctest), doc = include_str!("guide/when_a_call_fails/deciding.md"))]
#[doc = include_str!("guide/when_a_call_fails/faults.md")]
#[doc = include_str!("guide/when_a_call_fails/telling.md")]
pub mod when_a_call_fails {}
