//! How often a call allocates, counted by the allocator. `benches/README.md` says how to run it and
//! how to read the table.

#[path = "../shares/answering.rs"]
mod answering;
#[path = "../shares/requests.rs"]
mod requests;

use std::alloc::System;
use std::error::Error;
use std::sync::atomic::{AtomicUsize, Ordering};

use alipay_apis::koubei::MarketingToolPointsUpdateResponse;
use alipay_apis::marketing::ActivityOrdervoucherCreateResponse;
use alipay_core::json;
use stats_alloc::{INSTRUMENTED_SYSTEM, StatsAlloc};
use tokio::runtime::Builder;

use answering::{Does, client};

#[global_allocator]
static ALLOCATOR: &StatsAlloc<System> = &INSTRUMENTED_SYSTEM;

/// What the transport allocated, which is not the SDK's.
static BY_HTTP: AtomicUsize = AtomicUsize::new(0);

/// How often a call of points.update may allocate.
const AIM: usize = 30;

fn main() -> Result<(), Box<dyn Error>> {
    let runtime = Builder::new_current_thread().enable_time().build()?;
    let (order, points, voucher) = (requests::order(), requests::points(), requests::voucher()?);
    let voucher_node = requests::voucher_node()?;
    let small = |does| client("koubei_marketing_tool_points_update_response", requests::POINTS_NODE, does);
    let (bare, small) = (small(Does { sign: false, verify: false })?, small(Does { sign: true, verify: true })?);
    let does = Does { sign: false, verify: false };
    let large = client("alipay_marketing_activity_ordervoucher_create_response", &voucher_node, does)?;

    println!("| what | allocations | aim |\n|---|--:|---|");
    row("order string of `alipay.trade.app.pay`", None, || {
        drop(runtime.block_on(async { bare.order_string(&order).await }).expect("signed"));
    });
    row("points.update: call", Some(AIM), || {
        drop(runtime.block_on(async { bare.call(&points).await }).expect("answered"));
    });
    row("points.update: call, with what `ring` allocates", None, || {
        drop(runtime.block_on(async { small.call(&points).await }).expect("answered"));
    });
    row("points.update: validate", None, || points.validate().expect("keeps the rules"));
    row("points.update: write JSON", None, || drop(json::to_string(&points).expect("flat")));
    row("points.update: read the answer", None, || {
        drop(json::from_str::<MarketingToolPointsUpdateResponse>(requests::POINTS_NODE).expect("an answer"));
    });
    row("ordervoucher: call", None, || {
        drop(runtime.block_on(async { large.call(&voucher).await }).expect("answered"));
    });
    row("ordervoucher: validate", None, || voucher.validate().expect("keeps the rules"));
    row("ordervoucher: write JSON", None, || drop(json::to_string(&voucher).expect("flat")));
    row("ordervoucher: read the answer", None, || {
        drop(json::from_str::<ActivityOrdervoucherCreateResponse>(&voucher_node).expect("an answer"));
    });
    Ok(())
}

/// Measures the second time: what is made once and kept is there by then.
fn row(what: &str, aim: Option<usize>, mut work: impl FnMut()) {
    work();
    BY_HTTP.store(0, Ordering::Relaxed);
    let before = allocated();
    work();
    let count = allocated() - before - BY_HTTP.load(Ordering::Relaxed);
    let aim = aim.map_or_else(String::new, |aim| format!("≤ {aim}: {}", if count <= aim { "kept" } else { "MISSED" }));
    println!("| {what} | {count} | {aim} |");
}

/// Keeps apart what HTTP allocates.
fn http<T>(work: impl FnOnce() -> T) -> T {
    let before = allocated();
    let done = work();
    BY_HTTP.fetch_add(allocated() - before, Ordering::Relaxed);
    done
}

/// So far, with what grew in its place or elsewhere.
fn allocated() -> usize {
    let stats = ALLOCATOR.stats();
    stats.allocations + stats.reallocations
}
