use alipay_core::{Record, alipay_api};

#[derive(Record)]
struct Answer {
    trade_no: String,
}

#[alipay_api(method = "alipay.Trade.query", response = Answer)]
struct Capital {}

#[alipay_api(method = "alipay.trade", response = Answer)]
struct Short {}

#[alipay_api(method = "alipay..query", response = Answer)]
struct Gap {}

#[alipay_api(method = "alipay/trade/query", response = Answer)]
struct Slash {}

#[alipay_api(method = "", response = Answer)]
struct Empty {}

fn main() {}
