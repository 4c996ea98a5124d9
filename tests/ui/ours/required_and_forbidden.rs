use alipay_core::{Record, WireEnum};

#[derive(WireEnum)]
enum Kind {
    Fix,
    Discount,
    Exchange,
    Unknown(String),
}

#[derive(Record)]
struct Voucher {
    kind: Option<Kind>,
    #[alipay(required_if(kind == Kind::Fix), forbidden_if(kind == Kind::Fix))]
    amount: Option<String>,
    #[alipay(forbidden_if(kind in [Kind::Fix, Kind::Discount]), required_if(kind in [Kind::Discount, Kind::Exchange]))]
    rate: Option<String>,
}

fn main() {}
