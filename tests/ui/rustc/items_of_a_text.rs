use alipay_core::Record;

#[derive(Record)]
struct Order {
    #[alipay(max_items = 3)]
    name: String,
    #[alipay(min_items = 1)]
    memo: Option<String>,
}

fn main() {}
