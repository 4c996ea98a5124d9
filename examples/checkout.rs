//! A checkout: the shop shows a code, the buyer scans it and pays, and later gets a part back.
//!
//! ```sh
//! cargo run -p alipay-examples --example checkout
//! ```
//!
//! starts a gateway in this process, whose buyer takes five seconds to pay. `support.rs` says how to use
//! another. Your own program needs `alipay-apis`, and `qrcode` for the terminal.

mod support;

use std::error::Error;
use std::io::{self, Write};
use std::time::Duration;

use alipay_apis::ledger::MemoryLedger;
use alipay_apis::trade::query::TradeStatus;
use alipay_apis::trade::refunds::{Settled, refund_and_wait};
use alipay_apis::trade::{Cancel, Precreate, Query, QueryError, Refund};
use alipay_apis::{Amount, Client, DateTime};
use alipay_sandbox::{Buyer, Gateway};
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

/// How long the buyer may take, and how long to wait between two questions.
const PATIENCE: Duration = Duration::from_secs(120);
const PAUSE: Duration = Duration::from_secs(3);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout()).await
}

pub(crate) async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    // The local gateway ends with this variable.
    let (client, gateway) = support::connect().await?;
    if let Some(gateway) = &gateway {
        gateway.buyer(Buyer::PaysAfter(Duration::from_secs(5)));
    }
    Shop { client, gateway, out }.sell().await
}

struct Shop<W> {
    client: Client,
    gateway: Option<Gateway>,
    out: W,
}

impl<W: Write> Shop<W> {
    async fn sell(&mut self) -> Result<(), Box<dyn Error>> {
        // Yours comes from your database: one number an order, kept before anything is sent.
        let order = format!("checkout-{}", DateTime::now().to_string().replace([' ', ':'], "-"));
        let amount = Amount::fen(8880);
        self.show_code(&order, amount).await?;
        if self.is_paid(&order, amount).await? {
            writeln!(self.out, "order {order}: paid, deliver it")?;
            self.give_back(&order, Amount::fen(1000)).await?;
        } else {
            writeln!(self.out, "order {order}: not paid, and can no longer be")?;
        }
        Ok(())
    }

    /// The code holds a link that only Alipay's app understands.
    async fn show_code(&mut self, order: &str, amount: Amount) -> Result<(), Box<dyn Error>> {
        let precreate = Precreate::new(order, amount, "美味甜甜圈 一盒").timeout_express("5m");
        let answer = precreate.call(&self.client).await?;
        let code = QrCode::new(&answer.qr_code)?;
        // Light on dark, as most terminals are.
        let code = code.render().dark_color(Dense1x2::Light).light_color(Dense1x2::Dark).build();
        writeln!(self.out, "{code}\nscan this to pay {amount} yuan\n")?;
        Ok(())
    }

    /// Asks until the buyer has paid. Who takes too long finds the order closed, and who paid in the very
    /// last moment gets the money back: that is what cancelling does. A shop that is notified as well
    /// does the same with what it is told.
    async fn is_paid(&mut self, order: &str, amount: Amount) -> Result<bool, Box<dyn Error>> {
        let mut waited = Duration::ZERO;
        while waited < PATIENCE {
            self.pause().await;
            waited += PAUSE;
            match Query::new().out_trade_no(order).call(&self.client).await {
                Ok(trade) => match &trade.trade_status {
                    TradeStatus::TradeSuccess | TradeStatus::TradeFinished => {
                        // Nothing is delivered for another order's money, or for a promise to pay.
                        let is_whole = trade.out_trade_no == order && trade.total_amount == amount;
                        return if is_whole && trade.credit_pay_mode.is_none() {
                            Ok(true)
                        } else {
                            Err(format!("order {order}: have somebody look at it").into())
                        };
                    }
                    TradeStatus::TradeClosed => return Ok(false),
                    status => writeln!(self.out, "order {order}: {status}")?,
                },
                Err(error) if error.error_code() == Some(QueryError::TradeNotExist) => {
                    writeln!(self.out, "order {order}: nobody has scanned the code")?;
                }
                // Asking changes nothing, so ask again. What must not happen is to give up without an end.
                Err(error) => writeln!(self.out, "order {order}: {error}")?,
            }
        }
        Cancel::new().out_trade_no(order).call(&self.client).await?;
        Ok(false)
    }

    /// Under one number money goes back once, so repeating is harmless; under another it would go back
    /// again. The ledger holds you to that: yours is a table beside your orders.
    async fn give_back(&mut self, order: &str, amount: Amount) -> Result<(), Box<dyn Error>> {
        let number = format!("{order}-1");
        let refund = Refund::new(amount).out_trade_no(order).out_request_no(&number).refund_reason("少了两个");
        let mut refunding = refund_and_wait(&self.client, MemoryLedger::new(), refund);
        if self.gateway.is_some() {
            refunding = refunding.pauses(Duration::from_millis(1), Duration::from_millis(1));
        }
        match refunding.await {
            Settled::Done(_) => writeln!(self.out, "order {order}: {amount} yuan given back")?,
            Settled::Failed(error) => return Err(error.into()),
            Settled::Unknown(error) => return Err(format!("repeat exactly refund {number} later: {error}").into()),
        }
        Ok(())
    }

    /// The local gateway's time passes at once.
    async fn pause(&self) {
        match &self.gateway {
            Some(gateway) => gateway.advance(PAUSE),
            None => tokio::time::sleep(PAUSE).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use alipay_sandbox::Reply;

    use super::*;

    /// What the shop prints, and how it ends, with a gateway that is set up so.
    async fn sold(set_up: impl FnOnce(&Gateway)) -> (String, Result<(), String>) {
        let gateway = Gateway::start_demo().await.expect("a free port");
        set_up(&gateway);
        let client = gateway.demo_client().build().expect("the demo's keys");
        let mut shop = Shop { client, gateway: Some(gateway), out: Vec::new() };
        let end = shop.sell().await.map_err(|error| error.to_string());
        (String::from_utf8(shop.out).expect("text"), end)
    }

    #[tokio::test]
    async fn shows_a_code_waits_delivers_and_gives_back() {
        let (out, end) = sold(|gateway| gateway.buyer(Buyer::PaysAfter(Duration::from_secs(5)))).await;
        assert_eq!(end, Ok(()));
        for line in ["█▀▀", "scan this to pay 88.80 yuan", ": WAIT_BUYER_PAY\n", ": paid, deliver it\n"] {
            assert!(out.contains(line), "{line} is missing in:\n{out}");
        }
        assert!(out.ends_with(": 10.00 yuan given back\n"), "{out}");
    }

    #[tokio::test]
    async fn an_order_that_nobody_pays_comes_to_an_end() {
        let (out, end) = sold(|_| {}).await;
        assert_eq!(end, Ok(()));
        assert!(out.ends_with(": not paid, and can no longer be\n"), "{out}");
    }

    #[tokio::test]
    async fn answers_that_are_lost_change_nothing() {
        let lose = |gateway: &Gateway| {
            gateway.buyer(Buyer::PaysAfter(Duration::from_secs(5)));
            gateway.once("alipay.trade.query", Reply::disconnect()).then(Reply::unavailable());
            gateway.once_carried_out("alipay.trade.refund", |_| Reply::disconnect());
        };
        let (out, end) = sold(lose).await;
        assert_eq!(end, Ok(()));
        assert!(out.ends_with(": 10.00 yuan given back\n"), "{out}");
    }

    #[tokio::test]
    async fn a_refund_that_is_refused_is_not_taken_for_one() {
        let refuse = |gateway: &Gateway| {
            gateway.buyer(Buyer::Pays);
            gateway.once("alipay.trade.refund", Reply::business_error("ACQ.SELLER_BALANCE_NOT_ENOUGH", "too little"));
        };
        let (out, end) = sold(refuse).await;
        assert!(end.is_err_and(|error| error.contains("ACQ.SELLER_BALANCE_NOT_ENOUGH")));
        assert!(out.ends_with(": paid, deliver it\n"), "{out}");
    }
}
