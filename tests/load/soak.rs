//! Two thousand calls, eight at once.

use std::alloc::System;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use alipay_apis::Client;
use alipay_sandbox::Gateway;
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use tokio::task::JoinSet;

use crate::{ALONE, points};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

const WIDE: usize = 8;

async fn calls(client: &Client, count: usize) {
    let (left, mut callers) = (Arc::new(AtomicUsize::new(count)), JoinSet::new());
    for _ in 0..WIDE {
        let (client, left) = (client.clone(), Arc::clone(&left));
        callers.spawn(async move {
            while left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok() {
                points(1).call(&client).await.unwrap();
            }
        });
    }
    while let Some(caller) = callers.join_next().await {
        caller.unwrap();
    }
}

/// What is allocated now, in bytes, by client, gateway and test.
fn allocated() -> usize {
    let stats = ALLOCATOR.stats();
    stats.bytes_allocated - stats.bytes_deallocated
}

#[tokio::test]
async fn after_two_thousand_calls_no_more_is_allocated_or_connected_than_after_five_hundred() {
    let _alone = ALONE.lock().await;
    let gateway = Gateway::builder().demo_applications().demo_methods().keep_calls(0).plain_http();
    let gateway = gateway.start().await.unwrap();
    let client = gateway.demo_client().build().unwrap();

    calls(&client, 500).await;
    let (warm, connections) = (allocated(), gateway.connections());
    calls(&client, 1500).await;
    let more = allocated().saturating_sub(warm);

    assert!(more < 64 * 1024, "{more} bytes more are allocated");
    assert_eq!(gateway.connections(), connections, "connections are used again");
    assert!(connections <= 2 * WIDE, "{connections} connections");
}
