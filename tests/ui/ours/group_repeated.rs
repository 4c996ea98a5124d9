use alipay_core::Record;

#[derive(Record)]
#[alipay(all_or_none(mobile, url))]
#[alipay(all_or_none(url, mobile))]
struct Contact {
    mobile: Option<String>,
    url: Option<String>,
}

fn main() {}
