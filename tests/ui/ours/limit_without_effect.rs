use alipay_core::Record;

#[derive(Record)]
struct Order {
    #[alipay(min_len = 0)]
    memo: Option<String>,
    #[alipay(max_len = 0)]
    title: Option<String>,
    #[alipay(min_items = 0)]
    shop_ids: Vec<String>,
    #[alipay(max_items = 0)]
    real_shop_ids: Vec<String>,
    #[alipay(excludes = "")]
    path: Option<String>,
}

fn main() {}
