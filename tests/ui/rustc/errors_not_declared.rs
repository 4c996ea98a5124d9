use alipay_core::{Record, alipay_api};

#[derive(Record)]
struct Answer {
    trade_no: String,
}

enum QueryError {
    NotFound,
}

#[alipay_api(method = "alipay.trade.query", response = Answer, error = QueryError)]
struct TradeQuery {
    trade_no: String,
}

fn main() {}
