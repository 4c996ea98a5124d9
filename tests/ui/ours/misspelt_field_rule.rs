use alipay_core::{Amount, Record};

#[derive(Record)]
struct Order {
    #[alipay(max_length = 32)]
    memo: Option<String>,
    #[alipay(rang = 0.1..=3000, decimals = 2)]
    amount: Option<Amount>,
    #[alipay(required_when(memo == "x"))]
    shop_id: Option<String>,
    #[alipay(title)]
    title: Option<String>,
}

fn main() {}
