use alipay_core::{Record, alipay_api};

#[alipay_api(method = "alipay.trade.query", respons = TradeQueryResponse, doc = "https://opendocs.alipay.com/")]
struct TradeQuery {
    trade_no: String,
}

#[derive(Record)]
struct TradeQueryResponse {
    trade_no: String,
}

fn main() {}
