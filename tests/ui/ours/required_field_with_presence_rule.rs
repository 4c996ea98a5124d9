use alipay_core::Record;

#[derive(Record)]
struct Contact {
    #[alipay(required_if(present(url)))]
    mobile: String,
    #[alipay(forbidden_if(present(url)))]
    phone: String,
    #[alipay(requires(url))]
    name: String,
    #[alipay(requires(name))]
    url: Option<String>,
    #[alipay(advise(required))]
    title: String,
    #[alipay(required)]
    memo: Option<String>,
}

fn main() {}
