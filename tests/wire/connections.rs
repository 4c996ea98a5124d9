//! Whole calls over both versions of HTTP: many at once, one after another, given up half-way.

use std::sync::Arc;
use std::time::Duration;

use alipay_core::{Client, ErrorKind, Sent};
use alipay_sandbox::{Gateway, Reply, demo};
use http::{StatusCode, Version};
use serde_json::{Value, json};
use tokio::sync::Barrier;

const METHOD: &str = "a.b";

/// A gateway for each version of HTTP, and a client of each.
async fn both() -> [(Gateway, Client, Version); 2] {
    let builder = || {
        Gateway::builder()
            .application(demo::APP_ID, demo::PUBLIC_KEY)
            .on(METHOD, |call| Reply::success(json!({ "echo": call.biz_content()["n"] })))
    };
    let (secure, plain) = (builder().start().await.unwrap(), builder().plain_http().start().await.unwrap());
    [(secure, Version::HTTP_2), (plain, Version::HTTP_11)].map(|(gateway, version)| {
        let client = gateway.demo_client().build().unwrap();
        (gateway, client, version)
    })
}

#[tokio::test]
async fn calls_in_a_row_share_a_connection() {
    for (gateway, client, version) in both().await {
        for n in 0..5 {
            let answer = client.clone().call_json(METHOD, json!({ "n": n })).await.unwrap();
            assert_eq!(answer.to_value().unwrap()["echo"], n);
        }
        assert_eq!(gateway.connections(), 1);
        assert!(gateway.calls().iter().all(|call| call.http_version() == version));
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sixty_four_calls_at_once_each_get_their_own_answer() {
    for (gateway, client, version) in both().await {
        for _ in 0..2 {
            let before = gateway.connections();
            let barrier = Arc::new(Barrier::new(64));
            let calls: Vec<_> = (0..64)
                .map(|n| {
                    let (client, barrier) = (client.clone(), Arc::clone(&barrier));
                    tokio::spawn(async move {
                        barrier.wait().await;
                        let answer = client.call_json(METHOD, json!({ "n": n })).await.unwrap();
                        assert_eq!(answer.to_value().unwrap()["echo"], n);
                    })
                })
                .collect();
            for call in calls {
                call.await.unwrap();
            }
            if version == Version::HTTP_2 && before > 0 {
                assert_eq!(gateway.connections(), before, "one connection carries them all");
            }
        }
        assert_eq!(gateway.calls().len(), 128);
    }
}

#[tokio::test]
async fn after_a_call_was_dropped_or_timed_out_the_next_one_works() {
    for (gateway, client, _) in both().await {
        gateway.once(METHOD, Reply::silence()).then(Reply::silence());
        let received = async {
            while gateway.calls().is_empty() {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            _ = client.call_json(METHOD, Value::Null).into_future() => panic!("nobody answers"),
            () = received => {}
        }
        let error = client
            .call_json(METHOD, Value::Null)
            .parameter("n", "1")
            .timeout(Duration::from_millis(200))
            .await
            .unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::Possibly));
        client.call_json(METHOD, json!({ "n": 1 })).await.unwrap();
        assert_eq!(gateway.calls().len(), 3, "nothing was sent twice");
    }
}

#[tokio::test]
async fn an_error_status_is_no_answer_whatever_its_body_is_signed_with() {
    let success = r#"{"code":"10000"}"#;
    let refusal = r#"{"code":"40004","sub_code":"X"}"#;
    for (gateway, client, _) in both().await {
        for node in [success, refusal] {
            let body = format!(r#"{{"a_b_response":{node},"sign":"{}"}}"#, gateway.sign(node));
            for status in [StatusCode::CREATED, StatusCode::FORBIDDEN, StatusCode::INTERNAL_SERVER_ERROR] {
                gateway.once(METHOD, Reply::raw(status, "text/html;charset=utf-8", body.clone()));
                let error = client.call_json(METHOD, json!({ "n": 1 })).await.unwrap_err();
                assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Possibly));
                assert_eq!(error.http_status(), Some(status.as_u16()));
                assert_eq!((error.body(), error.body_is_verified()), (Some(body.as_str()), false));
                assert!(error.business().is_none() && error.gateway().is_none());
            }
        }
    }
}

#[tokio::test]
async fn limits_of_any_size_do_no_harm() {
    for (gateway, ..) in both().await {
        let longest = gateway
            .demo_client()
            .timeout(Duration::MAX)
            .connect_timeout(Duration::MAX)
            .pool_idle_timeout(Duration::MAX)
            .pool_max_idle_per_host(usize::MAX)
            .max_answer_bytes(usize::MAX)
            .build()
            .unwrap();
        for _ in 0..2 {
            longest.call_json(METHOD, json!({ "n": 1 })).await.unwrap();
        }
        assert_eq!(gateway.connections(), 1);

        let none = gateway.demo_client().timeout(Duration::ZERO).build().unwrap();
        let error = none.call_json(METHOD, json!({ "n": 1 })).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Timeout);
        let unkept = gateway.demo_client().pool_idle_timeout(Duration::ZERO).pool_max_idle_per_host(0).build().unwrap();
        unkept.call_json(METHOD, json!({ "n": 1 })).await.unwrap();
    }
}
