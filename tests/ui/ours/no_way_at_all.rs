use alipay_core::Record;

#[derive(Record)]
#[alipay(exactly_one(mobile, url))]
#[alipay(all_or_none(mobile, url))]
struct Contact {
    mobile: Option<String>,
    url: Option<String>,
}

fn main() {}
