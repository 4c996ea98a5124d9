use alipay_core::{Record, WireEnum};

#[derive(WireEnum)]
enum TransType {
    Deposit,
    Freeze,
    Unknown(String),
}

#[derive(Record)]
struct Points {
    trans_type: Option<TransType>,
    #[alipay(required_if(trans_type == TransType::Deposi))]
    shop_id: Option<String>,
    #[alipay(forbidden_if(trans_type in [TransType::Deposit, TransType::Frozen]))]
    biz_no: Option<String>,
}

fn main() {}
