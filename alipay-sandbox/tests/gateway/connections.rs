//! Sockets: TLS, both versions of HTTP, many calls at once, and an end in good order.

use std::sync::Arc;

use alipay_sandbox::{Gateway, Reply, demo};
use http::Version;
use http_body_util::Full;
use serde_json::json;
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::sync::Barrier;

use crate::caller::{Caller, Form};

const METHOD: &str = "alipay.trade.query";

async fn start(plain_http: bool) -> Gateway {
    let builder = Gateway::builder()
        .application(demo::APP_ID, demo::PUBLIC_KEY)
        .on(METHOD, |call| Reply::success(json!({ "echo": call.biz_content()["n"] })));
    if plain_http { builder.plain_http() } else { builder }.start().await.unwrap()
}

#[tokio::test]
async fn the_version_of_http_is_what_alpn_agrees_on() {
    let gateway = start(false).await;
    for expected in [Version::HTTP_2, Version::HTTP_11] {
        let answer = Caller::over(&gateway, expected).call_method(METHOD, "{}").await;
        assert_eq!((answer.version, answer.text("code").as_str()), (expected, "10000"));
        assert_eq!(gateway.calls().last().unwrap().http_version(), expected);
    }
}

#[tokio::test]
async fn plain_http_needs_no_certificate() {
    let gateway = start(true).await;
    assert!(gateway.url().starts_with("http://127.0.0.1:") && gateway.root_certificate_pem().is_none());
    assert!(Caller::new(&gateway).call_method(METHOD, "{}").await.is_verified());
}

#[tokio::test]
async fn a_gateway_is_trusted_by_its_own_certificate_only() {
    let (gateway, other) = (start(false).await, start(false).await);
    let caller = Caller::new(&gateway);
    let request = http::Request::get(other.url()).body(Full::default()).unwrap();
    assert!(caller.send(request).await.is_err());
}

#[tokio::test]
async fn calls_in_a_row_share_a_connection() {
    let gateway = start(false).await;
    let caller = Caller::new(&gateway);
    for _ in 0..3 {
        caller.call_method(METHOD, "{}").await;
    }
    assert_eq!(gateway.connections(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixty_four_calls_at_once_each_get_their_own_answer() {
    for version in [Version::HTTP_2, Version::HTTP_11] {
        let gateway = start(false).await;
        let caller = Caller::over(&gateway, version);
        let barrier = Arc::new(Barrier::new(64));
        let calls: Vec<_> = (0..64)
            .map(|n| {
                let (caller, barrier) = (caller.clone(), Arc::clone(&barrier));
                tokio::spawn(async move {
                    barrier.wait().await;
                    let answer = caller.call_method(METHOD, &json!({ "n": n })).await;
                    assert!(answer.is_verified());
                    assert_eq!(answer.node().1["echo"], n);
                })
            })
            .collect();
        for call in calls {
            call.await.unwrap();
        }
        assert_eq!(gateway.calls().len(), 64);
    }
}

#[tokio::test]
async fn refused_connections_are_closed_unread() {
    let gateway = start(false).await;
    let caller = Caller::new(&gateway);
    gateway.refuse_connections(1);
    assert!(caller.call(Form::new(METHOD)).await.is_err());
    assert!(gateway.calls().is_empty() && gateway.connections() == 0);
    assert_eq!(caller.call_method(METHOD, "{}").await.text("code"), "10000");
}

#[tokio::test]
async fn a_call_under_way_is_answered_before_the_end() {
    for plain_http in [false, true] {
        let gateway = start(plain_http).await;
        gateway.once(METHOD, Reply::success(json!({})).delayed(std::time::Duration::from_millis(20)));
        let (caller, address) = (Caller::new(&gateway), gateway.url());
        let call = tokio::spawn(async move { caller.call_method(METHOD, "{}").await.text("code") });
        while gateway.calls().is_empty() {
            tokio::task::yield_now().await;
        }
        gateway.stop().await;
        assert_eq!(call.await.unwrap(), "10000");
        let address = address.split('/').nth(2).unwrap();
        assert!(TcpStream::connect(address).await.is_err(), "nobody listens any more");
    }
}

#[tokio::test]
async fn idle_connections_do_not_hold_up_the_end() {
    let gateway = start(false).await;
    let address = gateway.url().split('/').nth(2).unwrap().to_owned();
    let mut idle = TcpStream::connect(&address).await.unwrap();
    let caller = Caller::new(&gateway);
    caller.call_method(METHOD, "{}").await;
    let start = std::time::Instant::now();
    gateway.stop().await;
    assert!(start.elapsed().as_secs() < 4, "stopping did not need its period of grace");
    assert_eq!(idle.read(&mut [0; 1]).await.unwrap_or(0), 0);
}

#[tokio::test]
async fn a_dropped_gateway_closes_its_connections() {
    let gateway = start(true).await;
    let mut idle = TcpStream::connect(gateway.url().split('/').nth(2).unwrap()).await.unwrap();
    drop(gateway);
    assert_eq!(idle.read(&mut [0; 1]).await.unwrap_or(0), 0);
}

#[tokio::test]
async fn what_keeps_a_gateway_from_starting_is_told() {
    use std::error::Error;

    let running = start(true).await;
    let port = running.url().split([':', '/']).nth(4).unwrap().parse().unwrap();
    for (builder, part) in [
        (Gateway::builder().port(port), "listening on port"),
        (Gateway::builder().application("1", demo::PRIVATE_KEY), "application 1"),
        (Gateway::builder().alipay_keys("no key", demo::PUBLIC_KEY), "key pair"),
        (Gateway::builder().alipay_keys(demo::PRIVATE_KEY, running.alipay_public_key()), "key pair"),
    ] {
        let error = builder.start().await.unwrap_err();
        assert!(error.to_string().contains(part) && error.source().is_some(), "{error}");
        assert!(!format!("{error:?}").contains("MII"), "no key is printed");
    }
    let own = Gateway::builder().alipay_keys(demo::PRIVATE_KEY, demo::PUBLIC_KEY).start().await.unwrap();
    assert_eq!(own.alipay_public_key(), demo::PUBLIC_KEY);
}
