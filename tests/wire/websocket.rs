//! Messages over a WebSocket: our client and the local gateway, whose frames and signatures are not ours.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use alipay_core::{Client, Error, MessageService, Messages};
use alipay_sandbox::{Delivery, Gateway, Notice, Reply, demo};
use http::StatusCode;
use serde_json::json;
use tokio::sync::{mpsc, oneshot};
use tokio::task::JoinHandle;

const SOON: Duration = Duration::from_millis(1);
const REGISTER: &str = "/websocket/register.do";

/// A gateway that hardly waits before it sends again.
async fn gateway(waits: usize) -> Gateway {
    Gateway::builder().demo_applications().retries(vec![SOON; waits]).start().await.unwrap()
}

fn message(id: &str) -> Notice {
    Notice::message("a.b.c", json!({ "id": id, "memo": "中 } \" data / \\" }))
}

/// A service that runs.
struct Running {
    stop: oneshot::Sender<()>,
    ended: JoinHandle<Result<(), Error>>,
}

impl Running {
    fn of(service: MessageService) -> Self {
        let (stop, stopped) = oneshot::channel();
        let until = async {
            let _ = stopped.await;
        };
        Self { stop, ended: tokio::spawn(service.reconnect_waits(SOON, SOON).run_until(until)) }
    }

    async fn stop(self) {
        self.stop.send(()).unwrap();
        self.ended.await.unwrap().unwrap();
    }
}

/// The ids of the messages that come, all of them handled well.
fn noting() -> (Messages, mpsc::UnboundedReceiver<String>) {
    let (note, noted) = mpsc::unbounded_channel();
    let messages = Messages::new().otherwise(move |message| {
        note.send(message.to_value().unwrap()["id"].as_str().unwrap().to_owned()).unwrap();
        std::future::ready(Ok(()))
    });
    (messages, noted)
}

async fn answers(delivery: &Delivery) -> Vec<String> {
    delivery.is_acknowledged().await;
    delivery.attempts().into_iter().map(|attempt| attempt.answer).collect()
}

fn clients(gateway: &Gateway) -> [(&'static str, Client); 2] {
    let by_key = gateway.demo_client().build().unwrap();
    let by_certificate = gateway.demo_certificate_client().build().unwrap();
    [(demo::APP_ID, by_key), (demo::CERTIFICATE_APP_ID, by_certificate)]
}

#[tokio::test]
async fn messages_are_handled_and_acknowledged() {
    let gateway = gateway(0).await;
    for (app_id, client) in clients(&gateway) {
        let (messages, mut noted) = noting();
        let service = Running::of(client.message_service(messages));
        for charset in [alipay_core::Charset::Utf8, alipay_core::Charset::Gbk] {
            let delivery = gateway.push(&message("1").to(app_id).charset(charset));
            assert_eq!(answers(&delivery).await, ["SUCCESS"], "{app_id} {charset:?}");
            assert_eq!(noted.recv().await.unwrap(), "1");
        }
        // The same once more is handed on once more: what a repeat is, the handler has to know.
        let delivery = gateway.push(&message("2").to(app_id).twice().delayed(SOON));
        assert_eq!(answers(&delivery).await, ["SUCCESS", "SUCCESS"]);
        assert_eq!((noted.recv().await.unwrap(), noted.recv().await.unwrap()), ("2".to_owned(), "2".to_owned()));
        service.stop().await;
    }
}

#[tokio::test]
async fn what_fails_is_told_and_comes_again() {
    let gateway = gateway(9).await;
    let client = gateway.demo_client().build().unwrap();
    let tries = Arc::new(Mutex::new(0));
    let messages = Messages::new().otherwise(move |_| {
        let mut count = tries.lock().unwrap();
        *count += 1;
        let count = *count;
        async move {
            match count {
                1 => Err("no database".into()),
                2 => panic!("a handler may do that"),
                _ => Ok(()),
            }
        }
    });
    let service = Running::of(client.message_service(messages));
    assert_eq!(answers(&gateway.push(&message("1"))).await, ["FAIL", "FAIL", "SUCCESS"]);
    service.stop().await;

    // Without a handler nothing is acknowledged.
    let service = Running::of(client.message_service(Messages::new()));
    assert_eq!(gateway.push(&message("2")).attempted(2).await[1].answer, "FAIL");
    service.stop().await;
}

#[tokio::test]
async fn what_alipay_did_not_sign_for_this_application_reaches_no_handler() {
    let gateway = gateway(0).await;
    let (messages, mut noted) = noting();
    let service = Running::of(gateway.demo_client().build().unwrap().message_service(messages));
    for notice in [message("1").wrongly_signed(), message("2").for_another_application()] {
        assert_eq!(answers(&gateway.push(&notice)).await, ["FAIL"]);
    }
    assert_eq!(answers(&gateway.push(&message("3"))).await, ["SUCCESS"]);
    assert_eq!(noted.recv().await.unwrap(), "3");
    assert!(noted.try_recv().is_err());
    service.stop().await;
}

#[tokio::test]
async fn a_connection_that_is_lost_or_silent_is_opened_again() {
    let gateway = gateway(9).await;
    let (messages, mut noted) = noting();
    let client = gateway.demo_client().build().unwrap();
    let service = client.message_service(messages).ping_every(SOON).silence(Duration::from_millis(50));
    let service = Running::of(service);
    gateway.websockets_opened(1).await;
    gateway.drop_websockets();
    gateway.websockets_opened(2).await;
    assert_eq!(answers(&gateway.push(&message("1"))).await.last().unwrap(), "SUCCESS");
    gateway.silence_websockets();
    gateway.websockets_opened(3).await;
    assert_eq!(answers(&gateway.push(&message("2"))).await.last().unwrap(), "SUCCESS");
    assert_eq!((noted.recv().await.unwrap(), noted.recv().await.unwrap()), ("1".to_owned(), "2".to_owned()));
    service.stop().await;
}

/// Handlers that say when they begin, and end when they are let.
fn held() -> (Messages, mpsc::UnboundedReceiver<(String, oneshot::Sender<()>)>) {
    let (tell, begun) = mpsc::unbounded_channel();
    let messages = Messages::new().otherwise(move |message| {
        let (end, ended) = oneshot::channel();
        tell.send((message.body().to_owned(), end)).unwrap();
        async move { ended.await.map_err(Into::into) }
    });
    (messages, begun)
}

#[tokio::test]
async fn what_is_in_hand_is_finished_and_acknowledged_before_the_end() {
    let gateway = gateway(0).await;
    let (messages, mut begun) = held();
    let service = Running::of(gateway.demo_client().build().unwrap().message_service(messages));
    let delivery = gateway.push(&message("1"));
    let (_, end) = begun.recv().await.unwrap();
    let Running { stop, ended } = service;
    stop.send(()).unwrap();
    assert_eq!(delivery.attempts(), []);
    end.send(()).unwrap();
    assert_eq!(answers(&delivery).await, ["SUCCESS"]);
    ended.await.unwrap().unwrap();

    // Whoever takes too long is given up, and the message is not acknowledged.
    let (messages, mut begun) = held();
    let service = gateway.demo_client().build().unwrap().message_service(messages).grace(SOON);
    let service = Running::of(service);
    let delivery = gateway.push(&message("2"));
    let (_, end) = begun.recv().await.unwrap();
    service.stop().await;
    assert!(end.is_closed());
    assert_eq!(answers(&delivery).await, ["the connection was lost"]);
}

#[tokio::test]
async fn handlers_go_on_when_the_connection_is_lost() {
    let gateway = gateway(9).await;
    let (messages, mut begun) = held();
    let service = Running::of(gateway.demo_client().build().unwrap().message_service(messages));
    let delivery = gateway.push(&message("1"));
    let (_, end) = begun.recv().await.unwrap();
    gateway.drop_websockets();
    // It comes again over the next connection, while the first is still in hand.
    let (_, end_again) = begun.recv().await.unwrap();
    assert!(!end.is_closed());
    end_again.send(()).unwrap();
    assert_eq!(answers(&delivery).await, ["the connection was lost", "SUCCESS"]);
    end.send(()).unwrap();
    service.stop().await;
}

#[tokio::test]
async fn no_more_are_handled_at_once_than_are_wanted() {
    let gateway = gateway(0).await;
    let (messages, mut begun) = held();
    let client = gateway.demo_client().build().unwrap();
    // Pings go unheard while nothing is read, and nobody takes that for silence.
    let service = client.message_service(messages).at_once(2).ping_every(SOON).silence(Duration::from_secs(5));
    let service = Running::of(service);
    let deliveries = ["1", "2", "3"].map(|id| gateway.push(&message(id)));
    let (one, two) = (begun.recv().await.unwrap(), begun.recv().await.unwrap());
    assert!(begun.try_recv().is_err());
    one.1.send(()).unwrap();
    let three = begun.recv().await.unwrap();
    two.1.send(()).unwrap();
    three.1.send(()).unwrap();
    for delivery in &deliveries {
        assert_eq!(answers(delivery).await, ["SUCCESS"]);
    }
    service.stop().await;
}

#[tokio::test]
async fn only_a_signed_registration_opens_a_connection() {
    let gateway = gateway(0).await;
    let token = json!({ "link_token": "t" });
    let refused = || Reply::business_error("isv.app-call-limited", "no");
    gateway
        .once(REGISTER, Reply::success(token.clone()).wrongly_signed())
        .then(Reply::success(token.clone()).unsigned())
        .then(Reply::success(token.clone()).under("other_response"))
        .then(refused())
        .then(refused().unsigned())
        .then(Reply::success(json!({})))
        // A token that the gateway never gave opens nothing.
        .then(Reply::success(token.clone()))
        .then(Reply::node(r#"{"code":"100000000","link_token":"t"}"#))
        .then(Reply::raw(StatusCode::OK, "text/html", "<html>"))
        .then(Reply::raw(StatusCode::BAD_GATEWAY, "text/html", ""))
        .then(Reply::disconnect());
    let (messages, _noted) = noting();
    let service = Running::of(gateway.demo_client().build().unwrap().message_service(messages));
    gateway.websockets_opened(1).await;
    assert_eq!(gateway.calls().iter().filter(|call| call.method() == REGISTER).count(), 12);
    assert_eq!(answers(&gateway.push(&message("1"))).await, ["SUCCESS"]);
    service.stop().await;

    // It can be stopped although it never gets there.
    let nobody = gateway.demo_client().gateway_url("https://127.0.0.1:1").build().unwrap();
    Running::of(nobody.message_service(Messages::new())).stop().await;
}
