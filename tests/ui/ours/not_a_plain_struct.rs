use alipay_core::{Record, WireEnum, alipay_api};

#[derive(Clone, PartialEq, Record)]
struct Pair(String, String);

#[derive(Clone, PartialEq, Record)]
struct Nothing;

#[derive(Clone, PartialEq, Record)]
enum Either {
    A,
    B,
}

#[derive(Clone, PartialEq, Record)]
struct Holder<T> {
    value: T,
}

#[derive(Clone, PartialEq, WireEnum)]
struct Word {
    word: String,
}

#[alipay_api(method = "alipay.trade.query", response = Nothing)]
struct Tuple(String);

#[alipay_api(method = "alipay.trade.query", response = Nothing)]
fn query() {}

fn main() {}
