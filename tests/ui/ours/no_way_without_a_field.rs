use alipay_core::Record;

#[derive(Record)]
#[alipay(at_least_one(mobile, url))]
struct Contact {
    mobile: Option<String>,
    #[alipay(requires(mobile))]
    url: Option<String>,
}

fn main() {}
