use alipay_core::{Amount, Record};

#[derive(Record)]
struct Order {
    #[alipay(range = 1..=3000)]
    name: Option<String>,
    #[alipay(decimals = 2)]
    count: i64,
    #[alipay(positive)]
    amount: Option<Amount>,
    #[alipay(digits)]
    days: Vec<i64>,
    #[alipay(allow_empty)]
    flag: bool,
    #[alipay(excludes = "0")]
    length: Option<i64>,
}

fn main() {}
