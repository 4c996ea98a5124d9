//! Very many calls one after another, 64 at once: nothing may grow.

use std::env;
use std::error::Error;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use alipay_apis::Client;
use tokio::task::JoinSet;

use crate::{ALLOCATOR, Served, option, process, requests};

const KEY: &str = include_str!("../../tests/data/test-keys/app_pkcs8.pem");
const ALIPAY_PUBLIC_KEY: &str = include_str!("../../tests/data/test-keys/alipay_pub.pem");

/// So many calls at once.
const WIDE: usize = 64;
/// So many samples, evenly spread; the first two are warming up.
const SAMPLES: usize = 20;
const WARM: usize = 2;
/// How far memory may be above what it was after warming up: resident and allocated, in kibibytes.
const RESIDENT: u64 = 1024;
const ALLOCATED: u64 = 64;

pub(crate) fn run(options: &[&str]) -> Result<(), Box<dyn Error>> {
    let calls: usize = option(options, "--calls", 1_000_000)?;
    let gateway = Served::start(&["cheap-gateway"])?;
    let caller = ["soak-caller", &gateway.line, &calls.to_string()];
    if !Command::new(env::current_exe()?).args(caller).status()?.success() {
        return Err("something grew, or a call failed".into());
    }
    Ok(())
}

#[tokio::main]
pub(crate) async fn call(url: &str, calls: usize) -> Result<(), Box<dyn Error>> {
    let builder = Client::builder("2021000000000001").private_key(KEY).alipay_public_key(ALIPAY_PUBLIC_KEY);
    let client = builder.gateway_url(url).build()?;
    // Somebody else's, such as the one to which this is printed.
    let others = process::sockets()?;
    let begun = Arc::new(AtomicUsize::new(0));
    println!("| calls | memory, KiB | allocated, KiB | sockets | s |\n|--:|--:|--:|--:|--:|");
    let start = Instant::now();
    let mut callers = JoinSet::new();
    let (due, mut samples) = tokio::sync::mpsc::channel(SAMPLES);
    let every = (calls / SAMPLES).max(1);
    for _ in 0..WIDE {
        let (client, begun, due) = (client.clone(), Arc::clone(&begun), due.clone());
        callers.spawn(async move {
            loop {
                let number = begun.fetch_add(1, Ordering::Relaxed) + 1;
                if number > calls {
                    return Ok(());
                }
                requests::points().call(&client).await?;
                if number.is_multiple_of(every) {
                    // Nobody who does not listen any more misses it.
                    let _ = due.send(number).await;
                }
            }
        });
    }
    drop(due);
    let mut seen = Vec::with_capacity(SAMPLES);
    while let Some(number) = samples.recv().await {
        let sample = Sample::take(others)?;
        let Sample { resident, allocated, sockets } = sample;
        println!("| {number} | {resident} | {allocated} | {sockets} | {:.0} |", start.elapsed().as_secs_f64());
        seen.push(sample);
    }
    while let Some(outcome) = callers.join_next().await {
        outcome?.map_err(|error: alipay_core::Error| error)?;
    }
    judge(&seen)
}

#[derive(Clone, Copy)]
struct Sample {
    /// In kibibytes, as the next.
    resident: u64,
    allocated: u64,
    sockets: usize,
}

impl Sample {
    fn take(others: usize) -> Result<Self, Box<dyn Error>> {
        let stats = ALLOCATOR.stats();
        // Of a reallocation only the difference is counted.
        let more = stats.bytes_allocated - stats.bytes_deallocated;
        Ok(Self {
            resident: process::memory("VmRSS")?,
            allocated: (more / 1024).try_into()?,
            sockets: process::sockets()?.saturating_sub(others),
        })
    }
}

fn judge(samples: &[Sample]) -> Result<(), Box<dyn Error>> {
    let (warming, rest) = samples.split_at_checked(WARM).ok_or("too few calls")?;
    let warm = warming.last().ok_or("too few calls")?;
    let most = |of: fn(&Sample) -> u64| rest.iter().map(of).max().unwrap_or(0);
    let resident = most(|sample| sample.resident).saturating_sub(warm.resident);
    let allocated = most(|sample| sample.allocated).saturating_sub(warm.allocated);
    let sockets = samples.iter().map(|sample| sample.sockets).max().unwrap_or(0);
    println!(
        "\nAfter warming up: memory at most {resident} KiB more, allocated {allocated} KiB more, {sockets} sockets."
    );
    if resident > RESIDENT || allocated > ALLOCATED || sockets > WIDE {
        return Err(format!("allowed are {RESIDENT} and {ALLOCATED} KiB more, and {WIDE} sockets").into());
    }
    Ok(())
}
