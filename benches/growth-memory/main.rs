//! How much memory the largest request takes: `alipay.marketing.activity.ordervoucher.create` with
//! 300,000 shop ids, over HTTPS. `benches/README.md` says how to run it and how to read the table.
//!
//! The gateway runs in this process and the caller in another, so that the caller's memory is the
//! caller's alone.

mod sample;

use std::env;
use std::error::Error;
use std::io::{self, Write};
use std::process::{Command, Stdio};

use alipay_apis::Client;
use alipay_core::json;
use alipay_sandbox::{Gateway, demo};
use serde::{Deserialize, Serialize};

/// As many as the field may hold.
const SHOPS: usize = 300_000;

/// What the caller has to know.
#[derive(Serialize, Deserialize)]
struct Address {
    url: String,
    root_certificate: String,
    public_key: String,
}

/// So many times `biz_content` may a call take beside the request.
const AIM: f64 = 3.0;

/// Tells the process that calls from the one that answers.
const CALLER: &str = "caller";

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    match env::args().nth(1).as_deref() {
        Some(CALLER) => call(&serde_json::from_reader(io::stdin())?).await,
        _ => serve().await,
    }
}

/// Starts the caller first: what this process has needed by then counts as the caller's.
async fn serve() -> Result<(), Box<dyn Error>> {
    let mut caller = Command::new(env::current_exe()?).arg(CALLER).stdin(Stdio::piped()).spawn()?;
    let gateway = Gateway::builder()
        .application(demo::APP_ID, demo::PUBLIC_KEY)
        .demo_methods()
        .body_limit(16 << 20)
        .start()
        .await?;
    let address = Address {
        url: gateway.url(),
        root_certificate: gateway.root_certificate_pem().unwrap_or_default().to_owned(),
        public_key: gateway.alipay_public_key().to_owned(),
    };
    let mut stdin = caller.stdin.take().ok_or("the caller has no input")?;
    stdin.write_all(&serde_json::to_vec(&address)?)?;
    drop(stdin);
    let status = tokio::task::spawn_blocking(move || caller.wait()).await??;
    if status.success() { Ok(()) } else { Err(status.to_string().into()) }
}

#[expect(clippy::cast_precision_loss, reason = "megabytes, to two decimals")]
async fn call(address: &Address) -> Result<(), Box<dyn Error>> {
    let client = Client::builder(demo::APP_ID)
        .private_key(demo::PRIVATE_KEY)
        .alipay_public_key(&address.public_key)
        .gateway_url(&address.url)
        .root_certificate_pem(&address.root_certificate)
        .build()?;
    // Whatever a first call sets up for all others is not the large request's.
    sample::request(1).call(&client).await?;
    let before = peak()?;
    let request = sample::request(SHOPS);
    let built = peak()?;
    request.call(&client).await?;
    let called = peak()?;

    // Only now: it would have been counted.
    let text = json::to_string(&request)?.len();
    println!("{SHOPS} shop ids, biz_content of {text} bytes\n");
    println!("| peak memory | bytes | times biz_content | aim |\n|---|--:|--:|---|");
    for (title, bytes, aim) in [
        ("the request, built", built - before, None),
        ("the call, beside the request", called - built, Some(AIM)),
        ("both", called - before, None),
    ] {
        let times = bytes as f64 / text as f64;
        let aim = aim.map_or_else(String::new, |aim| {
            let verdict = if times <= aim { "kept" } else { "MISSED" };
            format!("≤ {aim}: {verdict}")
        });
        println!("| {title} | {bytes} | {times:.2} | {aim} |");
    }
    Ok(())
}

/// The most memory that this process has had so far, in bytes.
#[cfg(unix)]
fn peak() -> Result<u64, Box<dyn Error>> {
    use nix::sys::resource::{UsageWho, getrusage};

    // Apple's systems count bytes, the others kibibytes.
    let unit = if cfg!(target_vendor = "apple") { 1 } else { 1024 };
    Ok(u64::try_from(getrusage(UsageWho::RUSAGE_SELF)?.max_rss())? * unit)
}

#[cfg(not(unix))]
fn peak() -> Result<u64, Box<dyn Error>> {
    Err("this system does not say how much memory a process has had".into())
}
