use alipay_core::{Amount, DateTime, Record, WireEnum};

#[derive(Record)]
struct Order {
    #[alipay(same_as(twin.amount))]
    begin: Option<DateTime>,
    #[alipay(same_as(twin.ids))]
    ids: Vec<String>,
    #[alipay(same_as(twin.kind))]
    kind: Option<Mode>,
    twin: Option<Twin>,
}

#[derive(Record)]
struct Twin {
    amount: Option<Amount>,
    ids: Vec<String>,
    kind: Option<Kind>,
}

#[derive(WireEnum)]
enum Mode {
    Upload,
    Unknown(String),
}

#[derive(WireEnum)]
enum Kind {
    Upload,
    Unknown(String),
}

fn main() {}
