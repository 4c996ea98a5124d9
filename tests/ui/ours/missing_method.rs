use alipay_core::{Record, alipay_api};

#[derive(Record)]
struct Answer {
    trade_no: String,
}

#[alipay_api(response = Answer)]
struct TradeQuery {
    trade_no: String,
}

#[alipay_api]
struct TradeClose {
    trade_no: String,
}

fn main() {}
