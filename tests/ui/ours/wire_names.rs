use alipay_core::Record;

#[derive(Record)]
struct Order {
    kind: Option<String>,
    #[alipay(rename = "kind")]
    sort: Option<String>,
    #[alipay(rename = "order-id")]
    order_id: Option<String>,
    #[alipay(rename = "")]
    memo: Option<String>,
}

fn main() {}
