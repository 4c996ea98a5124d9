use alipay_core::Record;

#[derive(Record)]
#[alipay(method = "alipay.trade.query")]
struct Goods {
    name: String,
}

fn main() {}
