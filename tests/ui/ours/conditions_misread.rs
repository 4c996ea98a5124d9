use alipay_core::Record;

#[derive(Record)]
struct Order {
    kind: Option<String>,
    count: Option<i64>,
    #[alipay(required_if(kind = "a"))]
    a: Option<String>,
    #[alipay(required_if(count >= 1))]
    b: Option<String>,
    #[alipay(required_if("kind" == "a"))]
    c: Option<String>,
    #[alipay(required_if(presnt(kind)))]
    d: Option<String>,
    #[alipay(required_if(kind))]
    e: Option<String>,
    #[alipay(required_if(kind == Deposit))]
    f: Option<String>,
    #[alipay(required_if(kind == "a" present(count)))]
    g: Option<String>,
    #[alipay(requires("kind"))]
    h: Option<String>,
    #[alipay(required_if)]
    i: Option<String>,
}

fn main() {}
