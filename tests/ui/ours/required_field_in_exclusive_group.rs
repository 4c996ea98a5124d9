use alipay_core::Record;

#[derive(Record)]
#[alipay(exactly_one(mobile, url))]
#[alipay(at_most_one(shop_ids, real_shop_ids))]
struct Contact {
    mobile: String,
    url: Option<String>,
    #[alipay(min_items = 1)]
    shop_ids: Vec<String>,
    real_shop_ids: Vec<String>,
}

fn main() {}
