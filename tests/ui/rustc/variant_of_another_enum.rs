use alipay_core::{Record, WireEnum};

#[derive(WireEnum)]
enum TransType {
    Deposit,
    Unknown(String),
}

#[derive(WireEnum)]
enum CodeMode {
    Upload,
    Unknown(String),
}

#[derive(Record)]
struct Points {
    trans_type: Option<TransType>,
    #[alipay(required_if(trans_type == CodeMode::Upload))]
    shop_id: Option<String>,
    #[alipay(allowed_if(TransType::Deposit, present(shop_id)))]
    code_mode: Option<CodeMode>,
}

fn main() {}
