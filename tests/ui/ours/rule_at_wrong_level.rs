use alipay_core::Record;

#[derive(Record)]
#[alipay(max_len = 32)]
#[alipay(secret)]
struct Order {
    #[alipay(exactly_one(memo, title))]
    memo: Option<String>,
    #[alipay(advise(rename = "subject"))]
    title: Option<String>,
    #[alipay(method = "alipay.trade.query")]
    trade_no: Option<String>,
}

fn main() {}
