//! Notifications with plain hyper: the body exactly as it came, and the function that verifies it.
//!
//! ```sh
//! cargo run -p alipay-examples --example notification_hyper
//! ```
//!
//! starts a gateway in this process that posts two notifications. `notification_server` shows what belongs
//! around it: a database, and repeats.

mod support;

use std::convert::Infallible;
use std::error::Error;
use std::io::{self, Write};

use alipay_apis::notify::{Expected, MAX_BYTES, Reply};
use alipay_apis::trade::notifications::{TradeEvent, TradeNotification};
use alipay_apis::{Amount, Client};
use alipay_sandbox::Notice;
use http::header::CONTENT_TYPE;
use http::{Request, Response};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use tokio::net::TcpListener;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    run(&mut io::stdout()).await
}

/// The order as it is stored.
const ORDER: &str = "20261123-1";
const AMOUNT: Amount = Amount::fen(8880);

pub(crate) async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let (client, gateway) = support::connect().await?;
    let listener = TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}/", listener.local_addr()?);
    let server = tokio::spawn(serve(listener, client));

    let gateway = gateway.ok_or("this example has a gateway of its own: unset ALIPAY_GATEWAY")?;
    for (number, amount) in [(ORDER, "88.80"), (ORDER, "0.01")] {
        let delivery = gateway.notify(&url, &notice(number, amount));
        let answered = delivery.attempted(1).await;
        let is_success = answered.first().is_some_and(alipay_sandbox::Attempt::is_acknowledged);
        writeln!(out, "{amount} for order {number}: {}", if is_success { "success" } else { "fail" })?;
    }
    server.abort();
    Ok(())
}

fn notice(number: &str, amount: &str) -> Notice {
    let trade = [("trade_no", "2026112322001424330512345678"), ("trade_status", "TRADE_SUCCESS")];
    Notice::notification([("out_trade_no", number), ("total_amount", amount)].into_iter().chain(trade))
}

async fn serve(listener: TcpListener, client: Client) -> io::Result<()> {
    loop {
        let (stream, _) = listener.accept().await?;
        let client = client.clone();
        let service = service_fn(move |request| respond(client.clone(), request));
        tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), service));
    }
}

async fn respond(client: Client, request: Request<Incoming>) -> Result<Response<Full<Bytes>>, Infallible> {
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).map(str::to_owned);
    // No more than any notification has.
    let reply = match Limited::new(request.into_body(), MAX_BYTES).collect().await {
        Ok(body) => notified(&client, &body.to_bytes(), content_type.as_deref()).await,
        Err(_) => Reply::Fail,
    };
    let response = Response::builder().status(reply.status()).body(Full::from(reply.as_str()));
    Ok(response.unwrap_or_default())
}

async fn notified(client: &Client, body: &[u8], content_type: Option<&str>) -> Reply {
    let Ok(notice) = client.receive::<TradeNotification>(body, content_type).await else {
        return Reply::Fail;
    };
    match notice.expect(&Expected::new(ORDER, AMOUNT)) {
        Ok(trade) if trade.event() == TradeEvent::Paid => Reply::Success, // store that, once
        _ => Reply::Fail,
    }
}

#[cfg(test)]
mod tests {
    #[tokio::test]
    async fn answers_success_only_to_the_payment_of_the_order() {
        let mut out = Vec::new();
        super::run(&mut out).await.expect("the example runs");
        let out = String::from_utf8(out).expect("text");
        assert_eq!(out, "88.80 for order 20261123-1: success\n0.01 for order 20261123-1: fail\n");
    }
}
