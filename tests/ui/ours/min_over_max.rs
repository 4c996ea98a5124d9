use alipay_core::Record;

#[derive(Record)]
struct Order {
    #[alipay(min_len = 33, max_len = 32)]
    memo: Option<String>,
    #[alipay(max_items = 3, min_items = 4)]
    shop_ids: Vec<String>,
}

fn main() {}
