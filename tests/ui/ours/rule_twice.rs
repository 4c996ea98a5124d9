use alipay_core::Record;

#[derive(Record)]
struct Order {
    #[alipay(max_len = 32, max_len = 64)]
    memo: Option<String>,
    #[alipay(secret)]
    #[alipay(secret, rename = "subject", rename = "title")]
    title: Option<String>,
    #[alipay(required_if(memo == "x"), required_if(memo == "x"))]
    name: Option<String>,
}

fn main() {}
