use alipay_core::{Amount, DateTime, Record};

#[derive(Record)]
struct Order {
    #[alipay(max_len = 16)]
    amount: Amount,
    #[alipay(min_len = 2)]
    count: Option<i64>,
    #[alipay(max_bytes = 16)]
    times: Vec<DateTime>,
}

fn main() {}
