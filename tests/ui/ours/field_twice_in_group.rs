use alipay_core::Record;

#[derive(Record)]
#[alipay(at_least_one(mobile, url, mobile))]
struct Contact {
    mobile: Option<String>,
    url: Option<String>,
    #[alipay(requires(url, url))]
    name: Option<String>,
    #[alipay(required_if(coalesce(name, name) == "x"))]
    title: Option<String>,
}

fn main() {}
