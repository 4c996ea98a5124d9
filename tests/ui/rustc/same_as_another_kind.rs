use alipay_core::{Amount, DateTime, Record, WireEnum};

#[derive(Clone, PartialEq, Record)]
struct Order {
    #[alipay(same_as(twin.amount))]
    begin: Option<DateTime>,
    #[alipay(same_as(twin.ids))]
    ids: Vec<String>,
    #[alipay(same_as(twin.kind))]
    kind: Option<Mode>,
    twin: Option<Twin>,
}

#[derive(Clone, PartialEq, Record)]
struct Twin {
    amount: Option<Amount>,
    ids: Vec<String>,
    kind: Option<Kind>,
}

#[derive(Debug, Clone, PartialEq, Eq, WireEnum)]
enum Mode {
    Upload,
    Unknown(String),
}

#[derive(Debug, Clone, PartialEq, Eq, WireEnum)]
enum Kind {
    Upload,
    Unknown(String),
}

fn main() {}
