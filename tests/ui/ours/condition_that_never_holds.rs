use alipay_core::Record;

#[derive(Record)]
struct Order {
    kind: Option<String>,
    #[alipay(required_if(kind == "a" && kind == "b"))]
    name: Option<String>,
    #[alipay(required_if(absent(kind) && kind != "a"))]
    memo: Option<String>,
    #[alipay(required_if(present(kind) || present(memo) || present(kind)))]
    title: Option<String>,
}

fn main() {}
