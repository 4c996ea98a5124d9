use alipay_core::{Record, alipay_api};

#[alipay_api(method = "alipay.trade.page.pay", page, app, response = Paid)]
struct PagePay {
    #[alipay(parameter, rename = "sign")]
    signature: String,
    #[alipay(paramter)]
    store: Option<String>,
}

#[derive(Record)]
struct Paid {
    #[alipay(parameter)]
    trade_no: Option<String>,
}

fn main() {}
