//! Payments: the form and the link that lead a browser to Alipay's page, the order string for an app,
//! and the question whether the order was paid.
//!
//! ```sh
//! cargo run -p alipay-examples --example pay_page
//! ```
//!
//! starts a gateway in this process. `support.rs` says how to use another. Your own program needs
//! `alipay-apis` with the feature `trade`.

mod support;

use std::error::Error;
use std::io::{self, Write};

use alipay_apis::trade::query::TradeStatus;
use alipay_apis::trade::{AppPay, PagePay, Query, QueryError};
use alipay_apis::{Amount, Client};
use alipay_sandbox::Gateway;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout()).await
}

pub(crate) async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    // The local gateway ends with this variable.
    let (client, gateway) = support::connect().await?;
    on_a_page(&client, out).await?;
    in_an_app(&client, gateway.as_ref(), out).await?;
    is_paid(&client, "20261123000002", Amount::fen(8888), out).await?;
    is_paid(&client, "20261123000001", Amount::fen(8888), out).await
}

/// Where the user's browser comes back to, and where Alipay posts that the order was paid.
const RETURN_URL: &str = "https://shop.example/paid";
const NOTIFY_URL: &str = "https://shop.example/alipay/notify";

/// In a browser: give it the form, which submits itself. A link does the same, for short orders.
async fn on_a_page(client: &Client, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let order = PagePay::new("20261123000001", Amount::fen(8888), "美味甜甜圈 一盒", "FAST_INSTANT_TRADE_PAY");
    let form = order.page(client).return_url(RETURN_URL).notify_url(NOTIFY_URL).form().await?;
    let link = order.page(client).return_url(RETURN_URL).notify_url(NOTIFY_URL).url().await?;
    writeln!(out, "the form to {}\n  as HTML {}", shortened(form.action()), shortened(&form.to_string()))?;
    writeln!(out, "the link {}\n", shortened(&link))?;
    Ok(())
}

/// In an app: the server makes the text, the shop's app hands it to Alipay's. What that says in the end
/// goes back to the server, which believes it only because Alipay signed it.
async fn in_an_app(client: &Client, gateway: Option<&Gateway>, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let order = AppPay::new("20261123000002", Amount::fen(8888), "美味甜甜圈 一盒");
    let order_string = order.order_string(client).notify_url(NOTIFY_URL).await?;
    writeln!(out, "the order string {}", shortened(&order_string))?;
    // The local gateway is the phone as well.
    if let Some(gateway) = gateway {
        let phone = gateway.pay_in_app(&order_string).await;
        let answer = client.app_result::<AppPay>(&phone.result).await?;
        writeln!(out, "the phone comes back with trade {}\n", answer.trade_no.as_deref().unwrap_or("unknown"))?;
    }
    Ok(())
}

/// Neither the browser's nor the phone's coming back says that the order was paid: the notification
/// does, or this question. Compare what was paid with the order before anything is delivered.
async fn is_paid(
    client: &Client,
    out_trade_no: &str,
    amount: Amount,
    out: &mut impl Write,
) -> Result<(), Box<dyn Error>> {
    let trade = match Query::new().out_trade_no(out_trade_no).call(client).await {
        Ok(trade) => trade,
        // Nobody has opened the page yet, or signed in there. Ask again later.
        Err(error) if error.error_code() == Some(QueryError::TradeNotExist) => {
            writeln!(out, "order {out_trade_no}: no trade yet")?;
            return Ok(());
        }
        Err(error) => return Err(error.into()),
    };
    let is_same = trade.out_trade_no == out_trade_no && trade.total_amount == amount;
    match &trade.trade_status {
        TradeStatus::TradeSuccess | TradeStatus::TradeFinished if is_same => {
            writeln!(out, "order {out_trade_no}: paid, deliver it")?;
        }
        TradeStatus::WaitBuyerPay => writeln!(out, "order {out_trade_no}: waits for the buyer")?,
        status => writeln!(out, "order {out_trade_no}: {status}, have somebody look at it")?,
    }
    Ok(())
}

/// The beginning of a text that is too long to print.
fn shortened(text: &str) -> String {
    let start: String = text.chars().take(100).collect();
    format!("{} ({} characters)", start.replace('\n', " "), text.chars().count())
}

#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn makes_form_link_and_order_string_and_asks() {
        let mut out = Vec::new();
        super::run(&mut out).await.expect("the example runs");
        let out = String::from_utf8(out).expect("text");
        for line in [
            "the form to https://127.0.0.1:",
            "as HTML <",
            "the link https://127.0.0.1:",
            "the order string app_id=2021000000000001&biz_content=",
            "the phone comes back with trade 20",
            "order 20261123000002: paid, deliver it\n",
            "order 20261123000001: no trade yet\n",
        ] {
            assert!(out.contains(line), "{line} is missing in:\n{out}");
        }
    }
}
