use alipay_core::Record;

#[derive(Record)]
struct Order {
    #[alipay(rename = "operator_type")]
    kind: Option<String>,
    #[alipay(requires(operator_type))]
    operator_id: Option<String>,
}

fn main() {}
