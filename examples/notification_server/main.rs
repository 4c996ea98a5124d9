//! A shop's server that learns by notifications what became of its orders: axum, with `SQLite`.
//!
//! ```sh
//! cargo run -p alipay-examples --example notification_server
//! ```
//!
//! starts a gateway in this process, opens an order, and has a buyer pay it. With another gateway in the
//! environment (`support.rs` says how) it serves `127.0.0.1:8080` until it is stopped; Alipay has to reach
//! `POST /alipay/notify` from outside then.
//!
//! Your own program needs `alipay-apis` with the features `trade` and `axum`.

mod shop;
mod store;
#[path = "../support.rs"]
mod support;
#[cfg(test)]
mod tests;

use std::error::Error;
use std::io::{self, Write};

use alipay_apis::Amount;
use alipay_apis::trade::Precreate;
use alipay_sandbox::{Buyer, Gateway};
use tokio::net::TcpListener;

use self::shop::Shop;
use self::store::Store;

/// Your Alipay user id.
const SELLER_ID: &str = "2088000000000025";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout()).await
}

pub(crate) async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let (client, gateway) = support::connect().await?;
    let file = std::env::temp_dir().join("alipay-notification-server.sqlite");
    let shop = Shop::new(client, Store::open(&file)?, SELLER_ID);
    if let Some(gateway) = gateway {
        return demonstrate(shop, &gateway, out).await;
    }
    let listener = TcpListener::bind("127.0.0.1:8080").await?;
    writeln!(out, "http://{}/alipay/notify waits", listener.local_addr()?)?;
    Ok(axum::serve(listener, shop.router()).await?)
}

/// One order, from its opening to the notification that it was paid.
async fn demonstrate(shop: Shop, gateway: &Gateway, out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let notify_url = format!("http://{}/alipay/notify", listener.local_addr()?);
    let server = tokio::spawn(axum::serve(listener, shop.router()).into_future());

    let (number, amount) = ("20261123-1", Amount::fen(8880));
    shop.store.forget_order(number).await?;
    shop.store.add_order(number, amount).await?;
    let opened = Precreate::new(number, amount, "美味甜甜圈 一盒").call(&shop.client).notify_url(notify_url).await?;
    writeln!(out, "order {number}: open, the buyer scans {}", opened.qr_code)?;

    // The local gateway is the buyer as well, and tells of the payment a moment later.
    gateway.buyer(Buyer::Pays);
    while gateway.deliveries().is_empty() {
        tokio::task::yield_now().await;
    }
    for delivery in gateway.deliveries() {
        delivery.is_acknowledged().await;
    }
    let order = shop.store.order(number).await?.ok_or("the order is stored")?;
    writeln!(out, "order {number}: {}, trade {}", order.state, order.trade_no.as_deref().unwrap_or("unknown"))?;
    server.abort();
    Ok(())
}
