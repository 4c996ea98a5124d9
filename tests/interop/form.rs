//! Prints the page with which our client would send a buyer to the local gateway.
//!
//! Standard input is what `alipay-sandbox --json` printed, the arguments are the charset, the
//! `out_trade_no` and the subject.

use std::error::Error;
use std::io;

use alipay_core::{Charset, Client, Record, alipay_api};
use serde_json::Value;

/// As much of the method as a form needs.
#[alipay_api(method = "alipay.trade.page.pay", page, response = PagePayResponse)]
struct PagePay {
    out_trade_no: String,
    subject: String,
    total_amount: String,
}

#[derive(Record)]
struct PagePayResponse {}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let material: Value = serde_json::from_reader(io::stdin())?;
    let text = |name: &str| material.get(name).and_then(Value::as_str).unwrap_or_default();
    let [charset, out_trade_no, subject] =
        std::env::args().skip(1).collect::<Vec<_>>().try_into().map_err(|_| "usage")?;

    let client = Client::builder(text("app_id"))
        .private_key(text("application_private_key"))
        .alipay_public_key(text("alipay_public_key"))
        .gateway_url(text("gateway"))
        .charset(if charset == "GBK" { Charset::Gbk } else { Charset::Utf8 })
        .build()?;
    let form = PagePay::new(out_trade_no, subject, "88.88").page(&client).form().await?;
    println!("<!DOCTYPE html>\n<meta charset=\"utf-8\">\n<title>paying</title>\n{form}");
    Ok(())
}
