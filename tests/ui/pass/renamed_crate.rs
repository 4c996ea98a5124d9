//! The runtime under another name.

/// Where an application re-exports what it is built on.
pub mod platform {
    pub use alipay_core as runtime;
}

use platform::runtime::{ErrorCode, Record, WireEnum, alipay_api};

/// A request.
#[alipay_api(
    method = "alipay.trade.query",
    response = Answer,
    error = QueryError,
    crate = crate::pass::renamed_crate::platform::runtime
)]
pub struct Query {
    /// A text.
    #[alipay(max_len = 64)]
    pub trade_no: String,
}

/// An answer.
#[derive(Record)]
#[alipay(crate = crate::pass::renamed_crate::platform::runtime)]
pub struct Answer {
    /// A word.
    pub state: Option<State>,
}

/// Words.
#[derive(WireEnum)]
#[alipay(crate = crate::pass::renamed_crate::platform::runtime)]
pub enum State {
    /// It ended.
    Closed,
    /// Not in the document.
    Unknown(String),
}

/// What can go wrong.
#[derive(ErrorCode)]
#[alipay(crate = crate::pass::renamed_crate::platform::runtime)]
pub enum QueryError {
    /// There is none.
    #[alipay(remedy = "Look it up.", retry = fix_input)]
    NotFound,
    /// Not in the document.
    Unknown(String),
}

/// Hides the crate's own name: generated code must not need it.
#[allow(dead_code)]
mod alipay_core {}

#[test]
fn nothing_names_the_crate_directly() {
    assert_eq!(Query::METHOD, "alipay.trade.query");
}
