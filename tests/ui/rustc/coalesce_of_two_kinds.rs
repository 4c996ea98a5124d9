use alipay_core::{Amount, Record};

#[derive(Record)]
struct Order {
    amount: Option<Amount>,
    name: Option<String>,
    #[alipay(required_if(coalesce(name, amount) == "x"))]
    memo: Option<String>,
}

fn main() {}
