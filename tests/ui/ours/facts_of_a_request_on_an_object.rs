use alipay_core::Record;

#[derive(Clone, PartialEq, Record)]
#[alipay(method = "alipay.trade.query")]
struct Goods {
    name: String,
}

fn main() {}
