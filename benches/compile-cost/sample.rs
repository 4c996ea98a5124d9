use alipay_core::{Amount, Record, WireEnum, alipay_api};

#[derive(WireEnum)]
pub enum Kind {
    Deposit,
    Withdraw,
    Freeze,
    Unknown(String),
}

#[derive(Record)]
pub struct Reply {
    pub order_id: String,
    pub state: Option<Kind>,
    pub paid: Option<Amount>,
}

#[alipay_api(method = "alipay.bench.method0.create", response = Reply)]
#[alipay(all_or_none(text_8, text_9))]
pub struct Request0 {
    #[alipay(max_len = 64)]
    pub out_request_no: String,
    #[alipay(max_len = 256)]
    pub subject: String,
    #[alipay(range = 0.01..=100000000, decimals = 2)]
    pub total_amount: Amount,
    #[alipay(range = 1..=3000)]
    pub quantity: Option<i64>,
    pub reusable: Option<bool>,
    pub kind: Option<Kind>,
    #[alipay(max_len = 32, required_if(kind == Kind::Deposit))]
    pub memo: Option<String>,
    #[alipay(max_len = 64)]
    pub text_7: Option<String>,
    #[alipay(max_len = 128)]
    pub text_8: Option<String>,
    #[alipay(max_len = 256)]
    pub text_9: Option<String>,
    #[alipay(max_len = 16)]
    pub text_10: Option<String>,
    #[alipay(max_len = 32)]
    pub text_11: Option<String>,
    #[alipay(max_len = 64)]
    pub text_12: Option<String>,
    #[alipay(max_len = 128)]
    pub text_13: Option<String>,
    #[alipay(max_len = 256)]
    pub text_14: Option<String>,
    #[alipay(max_len = 16)]
    pub text_15: Option<String>,
    #[alipay(max_len = 32)]
    pub text_16: Option<String>,
    #[alipay(max_len = 64)]
    pub text_17: Option<String>,
    #[alipay(max_len = 128)]
    pub text_18: Option<String>,
    #[alipay(max_len = 256)]
    pub text_19: Option<String>,
}

#[alipay_api(method = "alipay.bench.method1.create", response = Reply)]
pub struct Request1 {
    #[alipay(max_len = 64)]
    pub out_request_no: String,
    #[alipay(max_len = 256)]
    pub subject: String,
    #[alipay(range = 0.01..=100000000, decimals = 2)]
    pub total_amount: Amount,
    #[alipay(range = 1..=3000)]
    pub quantity: Option<i64>,
    pub reusable: Option<bool>,
    pub kind: Option<Kind>,
    #[alipay(max_len = 32)]
    pub text_6: Option<String>,
    #[alipay(max_len = 64)]
    pub text_7: Option<String>,
    #[alipay(max_len = 128)]
    pub text_8: Option<String>,
    #[alipay(max_len = 256)]
    pub text_9: Option<String>,
    #[alipay(max_len = 16)]
    pub text_10: Option<String>,
    #[alipay(max_len = 32)]
    pub text_11: Option<String>,
    #[alipay(max_len = 64)]
    pub text_12: Option<String>,
    #[alipay(max_len = 128)]
    pub text_13: Option<String>,
    #[alipay(max_len = 256)]
    pub text_14: Option<String>,
    #[alipay(max_len = 16)]
    pub text_15: Option<String>,
    #[alipay(max_len = 32)]
    pub text_16: Option<String>,
    #[alipay(max_len = 64)]
    pub text_17: Option<String>,
    #[alipay(max_len = 128)]
    pub text_18: Option<String>,
    #[alipay(max_len = 256)]
    pub text_19: Option<String>,
}
