use alipay_core::Record;

#[derive(Record)]
#[alipay(exactly_on(mobile, url))]
#[alipay(when(present(mobile), al_or_none(mobile, url)))]
struct Contact {
    mobile: Option<String>,
    url: Option<String>,
}

fn main() {}
