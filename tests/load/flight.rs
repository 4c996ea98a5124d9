//! Three hundred calls at once, over TLS.

use std::time::Duration;

use alipay_apis::{Client, ErrorKind, Sent};
use alipay_sandbox::Gateway;
use tokio::task::JoinSet;

use crate::{ACCOUNT, ALONE, USER, points};

const CALLS: usize = 300;

async fn gateway(http2: bool) -> Gateway {
    let builder = Gateway::builder().demo_applications().demo_methods();
    if http2 { builder } else { builder.http1_only() }.start().await.unwrap()
}

/// How many were answered, and how many refused for want of a turn. Nothing else may happen.
async fn outcomes(client: &Client) -> (usize, usize) {
    let mut calls = JoinSet::new();
    for number in 0..CALLS {
        let client = client.clone();
        calls.spawn(async move { points(number).call(&client).await });
    }
    let (mut answered, mut refused) = (0, 0);
    while let Some(outcome) = calls.join_next().await {
        match outcome.unwrap() {
            Ok(_) => answered += 1,
            Err(error) => {
                assert_eq!((error.kind(), error.sent()), (ErrorKind::Busy, Sent::No), "{error:?}");
                refused += 1;
            }
        }
    }
    (answered, refused)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_of_three_hundred_calls_at_once_is_answered() {
    let _alone = ALONE.lock().await;
    for http2 in [true, false] {
        for limit in [None, Some(16)] {
            let gateway = gateway(http2).await;
            let client = gateway.demo_client().timeout(Duration::from_secs(300));
            let client = match limit {
                Some(limit) => client.max_in_flight(limit),
                None => client,
            };
            assert_eq!(outcomes(&client.build().unwrap()).await, (CALLS, 0), "{http2} {limit:?}");
            assert_eq!(gateway.points().balance(USER, ACCOUNT), 10 * CALLS as u64, "each was carried out once");
            assert_eq!(gateway.connections() == 1, http2, "{limit:?}: {} connections", gateway.connections());
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_gets_no_turn_is_refused_and_was_not_sent() {
    let _alone = ALONE.lock().await;
    let gateway = gateway(true).await;
    let client = gateway.demo_client().max_in_flight(4).turn_timeout(Duration::ZERO).build().unwrap();
    let (answered, refused) = outcomes(&client).await;
    assert_eq!(answered + refused, CALLS);
    assert_eq!(gateway.calls().len(), answered);
    assert!(answered >= 4 && refused > 0, "{answered} {refused}");
}
