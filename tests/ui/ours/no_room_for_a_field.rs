use alipay_core::Record;

#[derive(Record)]
#[alipay(exactly_one(shop_ids, real_shop_ids))]
#[alipay(exactly_one(shop_ids, real_shop_ids, all_shops))]
struct Shops {
    shop_ids: Vec<String>,
    real_shop_ids: Vec<String>,
    all_shops: Option<bool>,
}

#[derive(Record)]
#[alipay(at_most_one(path, service_codes))]
struct Guide {
    #[alipay(requires(service_codes))]
    path: Option<String>,
    service_codes: Vec<String>,
}

fn main() {}
