use alipay_core::alipay_api;

struct Answer {
    trade_no: String,
}

#[alipay_api(method = "alipay.trade.query", response = Answer)]
struct TradeQuery {
    trade_no: String,
}

fn main() {}
