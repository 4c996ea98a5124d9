//! A user whose lints are stricter than ours.
#![deny(warnings, missing_docs, unused, clippy::all, clippy::pedantic, clippy::nursery, clippy::unwrap_used)]
#![deny(unreachable_pub, unused_qualifications, missing_debug_implementations, single_use_lifetimes)]

use alipay_core::{Amount, DateTime, ErrorCode, Record, WireEnum, alipay_api};

/// A request with a rule of every kind.
#[alipay_api(
    method = "alipay.trade.query",
    response = Answer,
    error = QueryError,
    docs = "https://opendocs.alipay.com/",
    idempotent_by(trade_no)
)]
#[alipay(exactly_one(mobile, url), when(kind == Kind::Fix, at_least_one(amount, days)))]
#[alipay(advise(at_most_one(memo, days)))]
pub struct Query {
    /// A text.
    #[alipay(min_len = 2, max_len = 64, max_bytes = 64)]
    pub trade_no: String,
    /// A text that names another.
    #[alipay(requires(name))]
    pub mobile: Option<String>,
    /// Another text.
    pub url: Option<String>,
    /// A text that is secret.
    #[alipay(secret, allow_empty)]
    pub name: Option<String>,
    /// A number of days.
    #[alipay(range = 1..=365, at_least(amount))]
    pub days: Option<i64>,
    /// An amount.
    #[alipay(range = 0.1..=3000, decimals = 2, required_if(kind == Kind::Fix && !present(days)))]
    pub amount: Option<Amount>,
    /// A word.
    #[alipay(allowed_if(Kind::Open, present(memo)))]
    pub kind: Option<Kind>,
    /// A text.
    #[alipay(value_if(present(url), ["a", "b"]), advise(forbidden_if(kind in [Kind::Fix, Kind::Open])))]
    pub memo: Option<String>,
    /// A beginning.
    pub start: Option<DateTime>,
    /// An end.
    #[alipay(greater_than(start), required_if(coalesce(mobile, url) == "x"))]
    pub end: Option<DateTime>,
    /// Objects.
    #[alipay(min_items = 1, max_items = 5)]
    pub goods: Vec<Goods>,
    /// Digits.
    #[alipay(digits, check = is_fine)]
    pub serial: Option<String>,
}

fn is_fine(query: &Query) -> Result<(), String> {
    query.serial.as_deref().map_or(Ok(()), |serial| serial.parse::<u8>().map(drop).map_err(|error| error.to_string()))
}

/// An object.
#[derive(Record)]
#[non_exhaustive]
pub struct Goods {
    /// A text.
    #[alipay(max_len = 8)]
    pub name: String,
    /// Lists of lists.
    pub parts: Option<Vec<Self>>,
}

/// An answer.
#[derive(Record)]
#[non_exhaustive]
pub struct Answer {
    /// A truth value.
    pub is_done: Option<bool>,
}

/// Words.
#[derive(WireEnum)]
#[alipay(open)]
pub enum Kind {
    /// The first.
    Fix,
    /// The second.
    #[alipay(rename = "open")]
    Open,
    /// Not in the document.
    Unknown(String),
}

/// What can go wrong.
#[derive(ErrorCode)]
pub enum QueryError {
    /// There is none.
    #[alipay(remedy = "Look it up.", retry = fix_input)]
    NotFound,
    /// Not in the document.
    Unknown(String),
}

#[test]
fn the_declaration_is_complete() {
    let query = Query::new("20").kind(Kind::Fix).goods([Goods::new("pen")]);
    assert_eq!(query.goods.len(), 1);
}
