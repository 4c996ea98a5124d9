use alipay_core::{DateTime, Record, WireEnum};

#[derive(WireEnum)]
enum Kind {
    Fix,
    Unknown(String),
}

#[derive(Record)]
struct Order {
    kind: Option<Kind>,
    name: Option<String>,
    count: Option<i64>,
    end: Option<DateTime>,
    #[alipay(required_if(kind == "FIX"))]
    a: Option<String>,
    #[alipay(required_if(name == 5))]
    b: Option<String>,
    #[alipay(required_if(count > 0.5))]
    c: Option<String>,
    #[alipay(required_if(count == true))]
    d: Option<String>,
    #[alipay(required_if(end == "2026-11-23 08:00:00"))]
    e: Option<String>,
    #[alipay(required_if(name == Kind::Fix))]
    f: Option<String>,
    #[alipay(value_if(present(a), [1, 2]))]
    g: Option<String>,
}

fn main() {}
