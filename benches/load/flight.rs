//! Very many calls at once, over TLS, with a limit of the client's and without one.

use std::collections::BTreeMap;
use std::env;
use std::error::Error;
use std::process::Command;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use alipay_apis::Client;
use alipay_core::Sent;
use alipay_core::transport::TransportError;
use alipay_sandbox::demo;
use serde_json::Value;
use tokio::task::JoinSet;

use crate::{Served, option, process, requests};

/// The two cores sign for both sides, ten thousand times each.
const TIMEOUT: Duration = Duration::from_secs(120);
/// Later than that something hangs.
const END: Duration = Duration::from_secs(300);
/// How many calls may be on their way where there is a limit.
const LIMIT: usize = 256;

pub(crate) fn all(options: &[&str]) -> Result<(), Box<dyn Error>> {
    let calls: usize = option(options, "--calls", 10_000)?;
    let files: u64 = option(options, "--files", 20_000)?;
    println!("{calls} calls at once, at most {files} open files\n");
    println!("| over TLS | `max_in_flight` | answered | refused | peak memory, KiB | KiB a call | most sockets | s |");
    println!("|---|--:|--:|---|--:|--:|--:|--:|");
    for protocol in ["HTTP/2", "HTTP/1.1"] {
        for limit in [0, LIMIT] {
            let gateway = Served::start(&["local-gateway", protocol])?;
            let (calls, limit, files) = (calls.to_string(), limit.to_string(), files.to_string());
            let caller = ["fly", &gateway.line, protocol, &calls, &limit, &files];
            if !Command::new(env::current_exe()?).args(caller).status()?.success() {
                return Err("not every call came to an end that the client knows".into());
            }
        }
    }
    Ok(())
}

/// Starts all calls, waits for all of them, and says what became of them. `limit` 0: none.
#[tokio::main]
pub(crate) async fn one(
    gateway: &str,
    protocol: &str,
    count: usize,
    limit: usize,
    files: u64,
) -> Result<(), Box<dyn Error>> {
    process::limit_files(files)?;
    let client = client(&serde_json::from_str(gateway)?, limit)?;
    let before = process::memory("VmRSS")?;
    let sockets = Sockets::watch();
    let start = Instant::now();
    let mut calls = JoinSet::new();
    for number in 0..count {
        let client = client.clone();
        calls.spawn(async move { outcome(&client, number).await });
    }
    let mut outcomes = BTreeMap::<String, usize>::new();
    tokio::time::timeout(END, async {
        while let Some(outcome) = calls.join_next().await {
            *outcomes.entry(outcome?).or_default() += 1;
        }
        Ok::<_, tokio::task::JoinError>(())
    })
    .await??;
    let taken = start.elapsed().as_secs_f64();
    let most = sockets.most();

    let answered = outcomes.remove(ANSWERED).unwrap_or(0);
    if answered + outcomes.values().sum::<usize>() != count {
        return Err("a call got lost".into());
    }
    let mut refused: Vec<_> = outcomes.iter().map(|(why, times)| format!("{times} × {why}")).collect();
    if refused.is_empty() {
        refused.push("none".to_owned());
    }
    let peak = process::memory("VmHWM")?;
    let each = (peak - before) / u64::try_from(count)?.max(1);
    let (limit, refused) = (if limit == 0 { "none".to_owned() } else { limit.to_string() }, refused.join(", "));
    println!("| {protocol} | {limit} | {answered} | {refused} | {peak} | {each} | {most} | {taken:.1} |");
    Ok(())
}

const ANSWERED: &str = "answered";

fn client(gateway: &Value, limit: usize) -> Result<Client, Box<dyn Error>> {
    let text = |name: &str| gateway[name].as_str().unwrap_or_default();
    let builder = Client::builder(demo::APP_ID)
        .private_key(demo::PRIVATE_KEY)
        .alipay_public_key(text("key"))
        .gateway_url(text("url"))
        .root_certificate_pem(text("root"))
        .timeout(TIMEOUT);
    Ok(if limit == 0 { builder } else { builder.max_in_flight(limit) }.build()?)
}

async fn outcome(client: &Client, number: usize) -> String {
    let mut request = requests::points();
    request.req_id = number.to_string();
    match request.call(client).await {
        Ok(_) => ANSWERED.to_owned(),
        Err(error) => {
            let sent = match error.sent() {
                Sent::No => "not sent",
                Sent::Possibly => "perhaps sent",
            };
            match error.transport().map(TransportError::phase) {
                Some(phase) => format!("{}, {phase:?}, {sent}", error.kind().as_str()),
                None => format!("{}, {sent}", error.kind().as_str()),
            }
        }
    }
}

/// Looks at the open sockets beside the calls, from a thread that these do not hold up.
struct Sockets {
    most: Arc<AtomicUsize>,
    is_over: Arc<AtomicBool>,
    thread: thread::JoinHandle<()>,
}

impl Sockets {
    fn watch() -> Self {
        let (most, is_over) = (Arc::new(AtomicUsize::new(0)), Arc::new(AtomicBool::new(false)));
        let thread = thread::spawn({
            let (most, is_over) = (Arc::clone(&most), Arc::clone(&is_over));
            move || {
                while !is_over.load(Ordering::Relaxed) {
                    most.fetch_max(process::sockets().unwrap_or(0), Ordering::Relaxed);
                    thread::sleep(Duration::from_millis(20));
                }
            }
        });
        Self { most, is_over, thread }
    }

    fn most(self) -> usize {
        self.is_over.store(true, Ordering::Relaxed);
        // A thread that panicked has seen something before.
        let _ = self.thread.join();
        self.most.load(Ordering::Relaxed)
    }
}
