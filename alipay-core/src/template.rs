//! What the derives of `alipay-macros` write, as templates: a derive says only what differs from one
//! declaration to the next.
//!
//! Here and not there, because rustc fills in a template for a fraction of what a macro takes to write
//! the same tokens: a build has its macros compiled without optimisation. Where `__p` stands it is the module
//! [`__private`](crate::__private), within a constant that keeps it from the author's names.

mod methods;
mod record;
mod request;
mod serde;
mod words;
