//! What Alipay sends by itself: good and bad notifications, messages by post and over a WebSocket.

use std::time::Duration;

use alipay_apis::marketing::messages::{ActivityMessageCreated, ActivityMessageReceived};
use alipay_apis::trade::notifications::TradeNotification;
use alipay_core::encryption::Encryption;
use alipay_core::notify::{Expected, InMemory, Once, OnceError, Rejection, Repeats, RepeatsError, Reply, once};
use alipay_core::{Amount, Charset, Client, Message, Messages, Notification, Verified};
use alipay_sandbox::{Gateway, Notice, demo};
use axum::body::Body;
use axum::extract::FromRequest;
use http::Request;

use crate::calls::show_error;
use crate::declared::contents;
use crate::show::{causes, show};

pub(crate) async fn run() {
    let gateway = Gateway::builder().demo_applications().retries([Duration::from_millis(1)]).start().await.unwrap();
    let client = gateway.demo_client().content_key(demo::CONTENT_KEY).build().unwrap();
    println!("== notifications");
    refused(&gateway, &client).await;
    expected(&gateway, &client).await;
    extracted(&gateway, &client).await;
    repeats().await;
    println!("== messages by post");
    posted(&gateway, &client).await;
    println!("== messages over a WebSocket");
    over_a_websocket(&gateway, &client).await;
}

fn paid() -> Notice {
    Notice::notification([
        ("out_trade_no", "order-1"),
        ("total_amount", "88.80"),
        ("seller_id", "hidden-seller"),
        ("buyer_logon_id", "hidden-phone"),
        ("subject", "hidden 隐藏"),
        ("trade_no", "2026112322001424330512345678"),
        ("trade_status", "TRADE_SUCCESS"),
    ])
}

async fn refused(gateway: &Gateway, client: &Client) {
    let good = gateway.form(&paid());
    for body in [
        gateway.form(&paid().wrongly_signed()),
        gateway.form(&paid().for_another_application()),
        gateway.form(&Notice::notification([("hidden", "hidden"), ("trade_no", "hidden")])),
        good.replace("&sign=", "&hidden="),
        good.replace("sign_type=RSA2", "sign_type=hidden"),
        format!("{good}&hidden=1&hidden=2"),
        format!("{good}&hid%64%65%6e"),
        format!("{good}&hidden=%zz"),
        format!("{good}&charset=hidden"),
        "hidden".to_owned(),
        "hidden=".repeat(200_000),
    ] {
        match client.receive::<TradeNotification>(body.as_bytes(), Some("hidden/hidden")).await {
            Ok(verified) => show!(verified),
            Err(error) => show_error(&error),
        }
    }
}

async fn expected(gateway: &Gateway, client: &Client) {
    let form = gateway.form(&paid());
    let notice = client.receive::<TradeNotification>(form.as_bytes(), None).await.unwrap();
    show!(notice, *notice.notification(), *notice.unchecked(), notice.unchecked().event());
    let right = Expected::new("order-1", Amount::fen(8880)).seller_id("hidden-seller");
    show!(right, *notice.expect(&right).unwrap());
    for wrong in [
        Expected::new("order-2", Amount::fen(8880)),
        Expected::new("order-1", Amount::fen(8880)).seller_id("hidden-other"),
        Expected::new("order-1", Amount::fen(8880)).auth_app_id("hidden"),
        Expected::new("order-1", Amount::fen(8880)).and_text("subject", "hidden"),
    ] {
        show!(notice.expect(&wrong).unwrap_err());
    }
}

async fn extracted(gateway: &Gateway, client: &Client) {
    let post = |body: String| Request::post("/notify?hidden=hidden").body(Body::from(body)).unwrap();
    let form = gateway.form(&paid());
    show!(Verified::<TradeNotification>::from_request(post(form.clone()), client).await.unwrap());
    show!(Notification::from_request(post(form.clone()), client).await.unwrap());
    let rejection: Rejection =
        Verified::<TradeNotification>::from_request(post(form.replace("88.80", "0.01")), client).await.unwrap_err();
    show!(rejection);
    show_error(rejection.error());
    show!(Reply::Success, Reply::Fail);
}

async fn repeats() {
    let memory = InMemory::new();
    show!(memory);
    show!(memory.begin("hidden-id").await.unwrap());
    show!(RepeatsError::new("of the store, which says what it wants"));
    let done = || async { Ok::<_, std::io::Error>(()) };
    let first: Result<Once<()>, OnceError<_>> = once(&memory, Some("hidden-2"), done()).await;
    show!(first.unwrap(), once(&memory, Some("hidden-2"), done()).await.unwrap());
    let failed =
        once(&memory, Some("hidden-3"), async { Err::<(), _>(std::io::Error::from(std::io::ErrorKind::Other)) });
    show!(failed.await.unwrap_err());
    show!(once(&memory, None, done()).await.unwrap_err());
}

fn messages() -> Messages {
    Messages::new()
        .on(|message: Message<ActivityMessageCreated>| async move {
            show!(message, *message);
            Ok(())
        })
        .on(|_: Message<ActivityMessageReceived>| async { Err("of the handler, which says what it wants".into()) })
}

async fn posted(gateway: &Gateway, client: &Client) {
    let created = || {
        Notice::message(
            "alipay.marketing.activity.message.created",
            serde_json::json!({
                "id": "hidden", "activity_id": "hidden", "event_time": "1700000000000",
                "creator_merchant_id": "hidden", "hidden": "隐藏",
            }),
        )
    };
    let messages = messages();
    show!(messages);
    for notice in [
        created(),
        created().charset(Charset::Gbk),
        created().encrypted(Encryption::Aes),
        created().wrongly_signed(),
        created().with("msg_uid", "hidden").with("msg_app_id", "hidden"),
        Notice::message("alipay.marketing.activity.message.received", contents()),
        Notice::message("a.b.unknown", contents()),
        Notice::check(),
    ] {
        let form = gateway.form(&notice);
        show!(messages.answer(client, form.as_bytes(), None).await);
        if let Ok(message) = client.message(form.as_bytes(), None).await {
            show!(message);
            message.read::<ActivityMessageReceived>().err().iter().for_each(show_error);
            let handled = messages.handle(message).await;
            handled.err().iter().for_each(|error| {
                show!(*error);
                causes(error);
            });
        }
    }
}

async fn over_a_websocket(gateway: &Gateway, client: &Client) {
    let messages = Messages::new().otherwise(|message| async move {
        show!(message);
        // A handler may, and what it says is its own.
        assert_ne!(message.method(), "a.b.panics", "a handler's own words");
        Ok(())
    });
    let service = client.message_service(messages);
    show!(service);
    let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
    let soon = Duration::from_millis(1);
    let running = tokio::spawn(service.reconnect_waits(soon, soon).run_until(async { drop(stopped.await) }));
    for notice in [
        Notice::message("a.b.c", contents()),
        Notice::message("a.b.c", contents()).wrongly_signed(),
        Notice::message("a.b.c", contents()).for_another_application(),
        Notice::message("a.b.c", contents()).charset(Charset::Gbk),
        Notice::message("a.b.panics", contents()),
    ] {
        gateway.push(&notice).attempted(1).await;
    }
    gateway.drop_websockets();
    gateway.websockets_opened(2).await;
    stop.send(()).unwrap();
    running.await.unwrap().unwrap();
}
