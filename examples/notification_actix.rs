//! Notifications with actix-web: the body exactly as it came, and the function that verifies it.
//!
//! ```sh
//! cargo run -p alipay-examples --example notification_actix
//! ```
//!
//! starts a gateway in this process that posts two notifications. `notification_server` shows what belongs
//! around it: a database, and repeats.

mod support;

use std::error::Error;
use std::io::{self, Write};

use actix_web::http::StatusCode;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::{Bytes, Data, PayloadConfig};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use alipay_apis::notify::{Expected, MAX_BYTES, Reply};
use alipay_apis::trade::notifications::{TradeEvent, TradeNotification};
use alipay_apis::{Amount, Client};
use alipay_sandbox::Notice;

fn main() -> Result<(), Box<dyn Error>> {
    actix_web::rt::System::new().block_on(run(&mut io::stdout()))
}

/// The order as it is stored.
const ORDER: &str = "20261123-1";
const AMOUNT: Amount = Amount::fen(8880);

pub(crate) async fn run(out: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let (client, gateway) = support::connect().await?;
    let server = HttpServer::new(move || {
        App::new()
            .app_data(Data::new(client.clone()))
            // No more than any notification has.
            .app_data(PayloadConfig::new(MAX_BYTES))
            .route("/", web::post().to(respond))
    });
    let server = server.workers(1).disable_signals().bind("127.0.0.1:0")?;
    let url = server.addrs().first().map(|address| format!("http://{address}/")).ok_or("no address")?;
    let server = server.run();
    let handle = server.handle();
    actix_web::rt::spawn(server);

    let gateway = gateway.ok_or("this example has a gateway of its own: unset ALIPAY_GATEWAY")?;
    for (number, amount) in [(ORDER, "88.80"), (ORDER, "0.01")] {
        let delivery = gateway.notify(&url, &notice(number, amount));
        let answered = delivery.attempted(1).await;
        let is_success = answered.first().is_some_and(alipay_sandbox::Attempt::is_acknowledged);
        writeln!(out, "{amount} for order {number}: {}", if is_success { "success" } else { "fail" })?;
    }
    handle.stop(false).await;
    Ok(())
}

fn notice(number: &str, amount: &str) -> Notice {
    let trade = [("trade_no", "2026112322001424330512345678"), ("trade_status", "TRADE_SUCCESS")];
    Notice::notification([("out_trade_no", number), ("total_amount", amount)].into_iter().chain(trade))
}

/// `Bytes`, and not `web::Form`: what is verified is what came, before anybody decoded it.
async fn respond(client: Data<Client>, request: HttpRequest, body: Bytes) -> HttpResponse {
    let content_type = request.headers().get(CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let reply = notified(&client, &body, content_type).await;
    let status = StatusCode::from_u16(reply.status()).unwrap_or_default();
    HttpResponse::build(status).body(reply.as_str())
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
    #[test]
    fn answers_success_only_to_the_payment_of_the_order() {
        let mut out = Vec::new();
        actix_web::rt::System::new().block_on(super::run(&mut out)).expect("the example runs");
        let out = String::from_utf8(out).expect("text");
        assert_eq!(out, "88.80 for order 20261123-1: success\n0.01 for order 20261123-1: fail\n");
    }
}
