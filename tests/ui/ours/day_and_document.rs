use alipay_core::{Record, alipay_api};

#[derive(Record)]
struct Answer {
    trade_no: String,
}

#[alipay_api(method = "alipay.trade.query", response = Answer, retired = "2022-02-30", docs = "opendocs.alipay.com/open")]
struct TradeQuery {
    trade_no: String,
}

fn main() {}
