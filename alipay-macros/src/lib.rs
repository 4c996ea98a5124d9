//! The declaration language of `alipay-core`, which re-exports these macros with their reference
//! documentation: a proc-macro crate cannot run doctests against its own runtime.

mod context;
mod model;
