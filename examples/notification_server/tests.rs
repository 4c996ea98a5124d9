//! The server of the example: what it stores, and what it answers.

use std::path::PathBuf;
use std::time::Duration;

use alipay_apis::notify::Reply;
use alipay_apis::{Amount, Verified};
use alipay_sandbox::{Gateway, Notice};
use axum::extract::State;
use tokio::net::TcpListener;

use super::shop::{Shop, notified};
use super::store::Store;
use super::{SELLER_ID, demonstrate};

/// A database that goes with the test.
struct File(PathBuf);

impl File {
    fn new(name: &str) -> Self {
        let file = std::env::temp_dir().join(format!("notification-server-{}-{name}.sqlite", std::process::id()));
        let _ = std::fs::remove_file(&file);
        Self(file)
    }

    /// As at the start of the program: everything else is forgotten.
    fn shop(&self, gateway: &Gateway) -> Shop {
        let client = gateway.demo_client().build().expect("a client");
        Shop::new(client, Store::open(&self.0).expect("a database"), SELLER_ID)
    }
}

impl Drop for File {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

fn paid(notify_id: &str, amount: &str) -> Notice {
    Notice::notification([
        ("notify_id", notify_id),
        ("out_trade_no", "7"),
        ("seller_id", SELLER_ID),
        ("total_amount", amount),
        ("trade_no", "2026112322001424330512345678"),
        ("trade_status", "TRADE_SUCCESS"),
    ])
}

async fn post(shop: &Shop, form: &str) -> Reply {
    let notice: Verified<_> = shop.client.receive(form.as_bytes(), None).await.expect("a notification");
    notified(State(shop.clone()), notice).await
}

#[tokio::test]
async fn an_order_is_opened_and_paid() {
    let (file, gateway) = (File::new("demo"), Gateway::start_demo().await.expect("a gateway"));
    let mut out = Vec::new();
    demonstrate(file.shop(&gateway), &gateway, &mut out).await.expect("the example runs");
    let out = String::from_utf8(out).expect("text");
    assert!(out.contains("order 20261123-1: open") && out.contains("order 20261123-1: paid, trade 20"), "{out}");
}

#[tokio::test]
async fn the_same_notification_is_handled_once_also_at_the_same_time_and_after_a_restart() {
    let (file, gateway) = (File::new("once"), Gateway::start_demo().await.expect("a gateway"));
    let shop = file.shop(&gateway);
    shop.store.add_order("7", Amount::fen(8880)).await.expect("stored");
    let form = gateway.form(&paid("n1", "88.80"));
    let posts: Vec<_> = (0..8)
        .map(|_| {
            let (shop, form) = (shop.clone(), form.clone());
            tokio::spawn(async move { post(&shop, &form).await })
        })
        .collect();
    let mut replies = Vec::new();
    for post in posts {
        replies.push(post.await.expect("a reply"));
    }
    // While one has it in hand, the others are told to come again.
    assert!(replies.contains(&Reply::Success), "{replies:?}");
    assert_eq!(post(&shop, &form).await, Reply::Success);
    drop(shop);

    let shop = file.shop(&gateway);
    assert_eq!(post(&shop, &form).await, Reply::Success);
    // Another notification about the same payment changes nothing either.
    assert_eq!(post(&shop, &gateway.form(&paid("n2", "88.80"))).await, Reply::Success);
    let order = shop.store.order("7").await.expect("asked").expect("an order");
    assert_eq!((order.state.as_str(), order.deliveries), ("paid", 1));
}

#[tokio::test]
async fn what_failed_is_handled_when_it_comes_again() {
    let (file, gateway) = (File::new("again"), Gateway::start_demo().await.expect("a gateway"));
    let shop = file.shop(&gateway);
    let form = gateway.form(&paid("n1", "88.80"));
    // The order is not stored yet.
    assert_eq!(post(&shop, &form).await, Reply::Fail);
    shop.store.add_order("7", Amount::fen(8880)).await.expect("stored");
    assert_eq!(post(&shop, &form).await, Reply::Success);
    assert_eq!(shop.store.order("7").await.expect("asked").expect("an order").deliveries, 1);
}

#[tokio::test]
async fn what_does_not_fit_or_is_not_alipay_s_changes_nothing() {
    let file = File::new("refused");
    let waits = [Duration::from_millis(1)];
    let gateway =
        Gateway::builder().demo_applications().demo_methods().retries(waits).start().await.expect("a gateway");
    let shop = file.shop(&gateway);
    shop.store.add_order("7", Amount::fen(8880)).await.expect("stored");
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}/alipay/notify", listener.local_addr().expect("an address"));
    let server = tokio::spawn(axum::serve(listener, shop.router()).into_future());
    for notice in
        [paid("n1", "0.01"), paid("n2", "88.80").wrongly_signed(), paid("n3", "88.80").for_another_application()]
    {
        let delivery = gateway.notify(&url, &notice);
        assert!(!delivery.is_acknowledged().await);
        assert_eq!(delivery.attempts().len(), 2);
    }
    assert_eq!(shop.store.order("7").await.expect("asked").expect("an order").state, "open");
    assert!(gateway.notify(&url, &paid("n4", "88.80")).is_acknowledged().await);
    assert_eq!(shop.store.order("7").await.expect("asked").expect("an order").state, "paid");
    server.abort();
}
