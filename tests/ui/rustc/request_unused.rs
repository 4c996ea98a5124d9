//! A request does nothing by itself, and what a setter hands back is the request.
#![deny(unused_must_use)]

use alipay_core::{Record, alipay_api};

#[derive(Record)]
struct Answer {
    a: Option<String>,
}

#[alipay_api(method = "alipay.trade.query", response = Answer)]
struct Query {
    a: Option<String>,
}

fn main() {
    Query::new();
    Query::new().a("x");
    let query = Query::new();
    query.a("x");
    Answer::new();
    Answer::new().a("x");
}
