use alipay_core::{Amount, DateTime, Record};

#[derive(Record)]
struct Order {
    amount: Option<Amount>,
    #[alipay(greater_than(amount))]
    end: Option<DateTime>,
    #[alipay(at_least(end))]
    count: Option<i64>,
    #[alipay(at_least(count))]
    name: Option<String>,
}

fn main() {}
