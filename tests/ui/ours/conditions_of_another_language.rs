use alipay_core::{Record, WireEnum};

#[derive(WireEnum)]
enum Kind {
    Fix,
    Unknown(String),
}

#[derive(Record)]
struct Order {
    kind: Option<Kind>,
    count: Option<i64>,
    #[alipay(required_if(count == 1 and present(kind)))]
    a: Option<String>,
    #[alipay(required_if(count == 1 | count == 2))]
    b: Option<String>,
    #[alipay(required_if(count = 1))]
    c: Option<String>,
    #[alipay(required_if(kind in (Kind::Fix)))]
    d: Option<String>,
    #[alipay(required_if(kind not in [Kind::Fix]))]
    e: Option<String>,
    #[alipay(required_if(kind == Kind::Unknown))]
    f: Option<String>,
    #[alipay(required_if(self.count == 1))]
    g: Option<String>,
    #[alipay(required_if(present(root)))]
    h: Option<String>,
    #[alipay(required_if(count == 1, present(kind)))]
    i: Option<String>,
    #[alipay(required_if(a[0] == "x"))]
    j: Option<String>,
    #[alipay(greater_than(3))]
    k: Option<i64>,
    #[alipay(greater_than(count, k))]
    l: Option<i64>,
    #[alipay(required_if(kind))]
    m: Option<i64>,
}

fn main() {}
