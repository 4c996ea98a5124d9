use alipay_core::Record;

#[derive(Record)]
#[alipay(exactly_one(mobile), at_most_one(url))]
struct Contact {
    mobile: Option<String>,
    url: Option<String>,
    #[alipay(requires())]
    name: Option<String>,
}

fn main() {}
