use alipay_core::alipay_api;

#[alipay_api(method = "alipay.trade.query")]
struct TradeQuery {
    trade_no: String,
}

fn main() {}
