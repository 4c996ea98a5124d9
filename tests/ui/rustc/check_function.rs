use alipay_core::Record;

#[derive(Record)]
struct Order {
    #[alipay(check = is_fine)]
    name: String,
    #[alipay(check = is_missing)]
    memo: Option<String>,
}

fn is_fine(_: &Order) -> bool {
    true
}

fn main() {}
