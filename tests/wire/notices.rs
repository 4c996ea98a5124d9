//! The whole circle of a payment: an order is opened, the buyer pays, the merchant is told, compares and asks.

use std::time::Duration;

use alipay_apis::notify::{Expected, Reply};
use alipay_apis::trade::Query;
use alipay_apis::{Amount, Client, Record};
use alipay_sandbox::{Buyer, Gateway};
use serde_json::json;
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

use crate::merchant::{Merchant, answer};

/// The part of the notification that this merchant looks at.
#[derive(Record)]
struct Paid {
    out_trade_no: String,
    trade_status: String,
    subject: String,
}

/// What the merchant's server does: order `wrong` cost something else.
async fn notified(client: &Client, body: &str, paid: &UnboundedSender<Paid>) -> Reply {
    let Ok(notice) = client.receive::<Paid>(body.as_bytes(), None).await else {
        return Reply::Fail;
    };
    let order = notice.unchecked().out_trade_no.clone();
    let amount = if order == "wrong" { Amount::fen(1) } else { Amount::fen(8880) };
    match notice.expect(&Expected::new(&order, amount)) {
        Ok(notice) => {
            let _ = paid.send(notice.clone());
            Reply::Success
        }
        Err(_mismatch) => Reply::Fail,
    }
}

async fn shop(gateway: &Gateway) -> (Merchant, UnboundedReceiver<Paid>) {
    let (told, paid) = unbounded_channel();
    let client = gateway.demo_client().build().unwrap();
    let merchant = Merchant::new(move |(_, body)| {
        let (client, told) = (client.clone(), told.clone());
        async move {
            let reply = notified(&client, &body, &told).await;
            Some(answer(&format!("{} x", reply.status()), reply.as_str()))
        }
    });
    (merchant.await, paid)
}

#[tokio::test]
async fn an_order_is_opened_paid_told_of_compared_and_asked_for() {
    let retries = vec![Duration::from_millis(1); 3];
    let builder = Gateway::builder().demo_applications().demo_methods().retries(retries);
    let gateway = builder.start().await.unwrap();
    let (merchant, mut paid) = shop(&gateway).await;
    let client = gateway.demo_client().notify_url(&merchant.url).build().unwrap();

    let order = |number| json!({ "out_trade_no": number, "subject": "茶 1+1=2 & 100%", "total_amount": "88.80" });
    client.call_json("alipay.trade.precreate", order("20261127-1")).await.unwrap();
    assert_eq!(merchant.posts().len(), 0);
    gateway.buyer(Buyer::Pays);

    let told = paid.recv().await.unwrap();
    assert_eq!((told.out_trade_no.as_str(), told.trade_status.as_str()), ("20261127-1", "TRADE_SUCCESS"));
    assert_eq!(told.subject, "茶 1+1=2 & 100%");
    let delivery = &gateway.deliveries()[0];
    assert!(delivery.is_acknowledged().await && delivery.attempts().len() == 1);
    let asked = Query::new().out_trade_no("20261127-1").call(&client).await.unwrap();
    assert_eq!((asked.trade_status.as_str(), asked.total_amount), ("TRADE_SUCCESS", Amount::fen(8880)));

    // What does not fit is told again, until the gateway gives up.
    client.call_json("alipay.trade.precreate", order("wrong")).await.unwrap();
    gateway.buyer(Buyer::Pays);
    let delivery = &gateway.deliveries()[1];
    assert!(!delivery.is_acknowledged().await);
    assert_eq!(delivery.attempts().len(), 4);
    assert!(paid.try_recv().is_err());
}
