use alipay_core::Record;

#[derive(Record)]
#[alipay(when(absent(mobile), at_least_one(url, name)))]
struct Contact {
    mobile: String,
    url: Option<String>,
    #[alipay(required_if(url == "x" && present(mobile)))]
    name: Option<String>,
    #[alipay(required_if(coalesce(mobile, url) == "x"))]
    title: Option<String>,
}

fn main() {}
