use alipay_core::Record;

#[derive(Record)]
#[alipay(at_least_one(mobile, url))]
#[alipay(all_or_none(mobile, name))]
struct Contact {
    mobile: String,
    url: Option<String>,
    name: Option<String>,
}

fn main() {}
