//! Who calls, and what that takes.

use std::error::Error;
use std::hint::black_box;
use std::io::{self, Write};
use std::time::{Duration, Instant};

use alipay_apis::Client;
use alipay_apis::koubei::MarketingToolPointsUpdate;
use alipay_apis::koubei::marketing_tool_points_update::TransType;
use alipay_apis::trade::AppPay;
use alipay_core::Amount;
use alipay_core::key::PrivateKey;
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{RSA_PKCS1_SHA256, RsaKeyPair};
use tokio::task::JoinSet;

use crate::usage;

const KEY: &str = include_str!("../../tests/data/test-keys/app_pkcs8.pem");
const ALIPAY_PUBLIC_KEY: &str = include_str!("../../tests/data/test-keys/alipay_pub.pem");

const ROUNDS: usize = 15;
/// So many calls at once.
const WIDE: usize = 64;
/// So many calls, and signatures, are measured together.
const CALLS: usize = 4 * WIDE;

/// In bare signatures of aws-lc-rs, and in kibibytes.
const AIM: f64 = if cfg!(feature = "aws-lc-rs") { 1.4 } else { 2.3 };
const MEMORY_AIM: u64 = 6 * 1024;

/// Signs one order string and says so.
#[tokio::main(flavor = "current_thread")]
pub(crate) async fn sign_once() -> Result<(), Box<dyn Error>> {
    let client = client("https://openapi.alipay.com/gateway.do")?;
    AppPay::new("70501111111S001111119", Amount::yuan(9), "大乐透").order_string(&client).await?;
    io::stdout().write_all(b".")?;
    Ok(())
}

/// Calls one by one and many at once, beside bare signatures in the same seconds.
#[tokio::main]
pub(crate) async fn call(url: &str) -> Result<(), Box<dyn Error>> {
    let client = client(url)?;
    let bare = RsaKeyPair::from_der(PrivateKey::parse(KEY)?.pkcs1_der().unwrap_or_default())?;
    let text = [b'a'; 600];
    // Opens the connections, which stay.
    at_once(&client, WIDE).await?;

    let (mut one_by_one, mut wide) = (Measured::default(), Measured::default());
    for _ in 0..ROUNDS {
        let start = usage::cpu()?;
        for _ in 0..CALLS {
            let mut signature = [0; 256];
            bare.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), black_box(&text), &mut signature)?;
            black_box(signature);
        }
        let signed = usage::cpu()?;
        one_by_one.waits.extend(at_once(&client, 1).await?);
        let called = usage::cpu()?;
        wide.waits.extend(at_once(&client, WIDE).await?);
        let called_wide = usage::cpu()?;
        one_by_one.shares.push((called - signed) / (signed - start));
        wide.shares.push((called_wide - called) / (signed - start));
    }
    let peak = usage::peak()?;

    println!("| with {} | | aim |\n|---|--:|---|", if cfg!(feature = "aws-lc-rs") { "aws-lc-rs" } else { "ring" });
    for (name, measured) in [("one by one", &mut one_by_one), ("64 at once", &mut wide)] {
        let share = measured.share();
        println!(
            "| processor time of a call, {name}, in bare aws-lc-rs signatures | {share:.2} | ≤ {AIM}: {} |",
            kept(share <= AIM)
        );
        let (half, most) = (measured.wait(50), measured.wait(99));
        println!("| a call takes, {name}: p50, p99 | {half:.2} ms, {most:.2} ms | |");
    }
    let aim = kept(peak <= MEMORY_AIM);
    println!("| peak memory | {peak} KiB | ≤ {MEMORY_AIM}: {aim} |");
    Ok(())
}

fn client(url: &str) -> Result<Client, Box<dyn Error>> {
    let builder = Client::builder("2021000000000001").private_key(KEY).alipay_public_key(ALIPAY_PUBLIC_KEY);
    Ok(builder.gateway_url(url).build()?)
}

/// In tasks of their own, as the handlers of a server are: from `main` each answer wakes another thread.
async fn at_once(client: &Client, wide: usize) -> Result<Vec<Duration>, Box<dyn Error>> {
    let mut callers = JoinSet::new();
    for _ in 0..wide {
        let client = client.clone();
        callers.spawn(async move {
            let mut waits = Vec::with_capacity(CALLS / wide);
            for _ in 0..CALLS / wide {
                waits.push(timed(&client).await?);
            }
            Ok::<_, alipay_core::Error>(waits)
        });
    }
    let mut all = Vec::with_capacity(CALLS);
    while let Some(waits) = callers.join_next().await {
        all.extend(waits??);
    }
    Ok(all)
}

async fn timed(client: &Client) -> Result<Duration, alipay_core::Error> {
    let start = Instant::now();
    let request =
        MarketingToolPointsUpdate::new("778712860805461247257", "2088123412341234", "39201608190015500100016011040139")
            .trans_type(TransType::Deposit)
            .trans_amount("10")
            .shop_id("2016041200077000000003277104")
            .biz_no("2016082221001004150200139999")
            .memo("积分扣减用于兑换奖品")
            .ext_info("{'EXTRA_INFO_KEY':'SAMPLE_VALUE'}");
    request.call(client).await?;
    Ok(start.elapsed())
}

#[derive(Default)]
struct Measured {
    /// Processor time of the calls by that of as many bare signatures, a round each.
    shares: Vec<f64>,
    waits: Vec<Duration>,
}

impl Measured {
    fn share(&mut self) -> f64 {
        self.shares.sort_by(f64::total_cmp);
        self.shares.get(self.shares.len() / 2).copied().unwrap_or(f64::NAN)
    }

    /// In milliseconds.
    fn wait(&mut self, percent: usize) -> f64 {
        self.waits.sort_unstable();
        self.waits.get(self.waits.len() * percent / 100).map_or(f64::NAN, |wait| wait.as_secs_f64() * 1e3)
    }
}

const fn kept(is_kept: bool) -> &'static str {
    if is_kept { "kept" } else { "MISSED" }
}
