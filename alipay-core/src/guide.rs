//! Long reads, with code that is compiled and run as tests.
//!
//! - [Declaring a method](declaring_a_method): from a page of the platform's documentation to a
//!   finished declaration.

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
