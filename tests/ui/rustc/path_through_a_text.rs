use alipay_core::Record;

#[derive(Record)]
struct Order {
    title: Option<String>,
    #[alipay(required_if(present(title.name)))]
    memo: Option<String>,
}

fn main() {}
