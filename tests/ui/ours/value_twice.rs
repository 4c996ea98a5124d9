use alipay_core::{Record, WireEnum};

#[derive(WireEnum)]
enum Kind {
    Fix,
    Discount,
    Unknown(String),
}

#[derive(Record)]
struct Voucher {
    kind: Option<Kind>,
    #[alipay(required_if(kind in [Kind::Fix, Kind::Discount, Kind::Fix]))]
    amount: Option<String>,
    #[alipay(value_if(present(amount), ["x", "x"]))]
    name: Option<String>,
    #[alipay(required_if(kind in []))]
    memo: Option<String>,
}

fn main() {}
