use alipay_core::{Amount, Record};

#[derive(Record)]
struct Order {
    #[alipay(range = 3000..=0.1)]
    amount: Amount,
    #[alipay(range = -1..=-2)]
    count: i64,
    #[alipay(range = ..=5, advise(range = 6..))]
    days: Option<i64>,
}

fn main() {}
