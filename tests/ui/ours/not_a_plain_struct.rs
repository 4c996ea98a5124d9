use alipay_core::{Record, WireEnum, alipay_api};

#[derive(Record)]
struct Pair(String, String);

#[derive(Record)]
struct Nothing;

#[derive(Record)]
enum Either {
    A,
    B,
}

#[derive(Record)]
struct Holder<T> {
    value: T,
}

#[derive(WireEnum)]
struct Word {
    word: String,
}

#[alipay_api(method = "alipay.trade.query", response = Nothing)]
struct Tuple(String);

#[alipay_api(method = "alipay.trade.query", response = Nothing)]
fn query() {}

fn main() {}
