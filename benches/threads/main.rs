//! On which thread to sign: what 64 calls at once do to other tasks of the same runtime.
//! `benches/README.md` says how to run it and how to read the table.

#[expect(dead_code, reason = "who signs is this bench's own matter")]
#[path = "../shares/answering.rs"]
mod answering;
#[expect(dead_code, reason = "only the small request is sent")]
#[path = "../shares/requests.rs"]
mod requests;
mod signers;
#[expect(dead_code, reason = "memory is another bench's")]
#[path = "../calls/usage.rs"]
mod usage;

use std::error::Error;
use std::sync::Arc;
use std::time::{Duration, Instant};

use alipay_core::key::PrivateKey;
use alipay_core::sign::{KeySigner, KeyVerifier};
use alipay_core::transport::{RequestBody, Transport, TransportFuture};
use alipay_core::{Client, ClientBuilder};
use tokio::sync::oneshot::error::TryRecvError;
use tokio::task::JoinSet;

use answering::{ALIPAY_KEY, Answering, KEY};
use signers::{Handed, InPlace};

/// So many calls at once, and each caller makes so many one after the other.
const WIDE: u32 = 64;
const DEEP: u32 = 8;
const ROUNDS: usize = 15;
/// The other task wants to run so often.
const PERIOD: Duration = Duration::from_millis(1);

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let signer = || -> Result<_, Box<dyn Error>> { Ok(KeySigner::new(&PrivateKey::parse(KEY)?)?) };
    println!("with {}", if cfg!(feature = "aws-lc-rs") { "aws-lc-rs" } else { "ring" });
    println!("| answered | signed | calls a second | CPU µs a call | another task is late, ms: p50, p90, p99 |");
    println!("|---|---|--:|--:|--:|");
    for (answered, after) in [("at once", Duration::ZERO), ("after 100 ms", Duration::from_millis(100))] {
        let mut ways = [
            Way::new("on the calling thread", builder(after)?.signer(signer()?))?,
            Way::new("by `spawn_blocking`", builder(after)?.signer(Handed::new(signer()?)))?,
            Way::new("by `block_in_place`", builder(after)?.signer(InPlace::new(signer()?)))?,
        ];
        for _ in 0..ROUNDS {
            for way in &mut ways {
                way.measure().await?;
            }
        }
        for way in &mut ways {
            way.print(answered);
        }
    }
    Ok(())
}

fn builder(after: Duration) -> Result<ClientBuilder, Box<dyn Error>> {
    let alipay = PrivateKey::parse(ALIPAY_KEY)?;
    let answering = Answering::with("koubei_marketing_tool_points_update_response", requests::POINTS_NODE)?;
    let builder = Client::builder("2021000000000001").transport(Arc::new(Late { answering, after }));
    Ok(builder.verifier(KeyVerifier::new(alipay.public_key().clone())?))
}

/// A gateway that takes its time.
struct Late {
    answering: Answering,
    after: Duration,
}

impl Transport for Late {
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
        Box::pin(async move {
            if !self.after.is_zero() {
                tokio::time::sleep(self.after).await;
            }
            self.answering.send(request).await
        })
    }
}

struct Way {
    name: &'static str,
    client: Client,
    rates: Vec<f64>,
    cpu: Vec<f64>,
    late: Vec<f64>,
}

impl Way {
    fn new(name: &'static str, builder: ClientBuilder) -> Result<Self, Box<dyn Error>> {
        let (rates, cpu, late) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self { name, client: builder.build()?, rates, cpu, late })
    }

    async fn measure(&mut self) -> Result<(), Box<dyn Error>> {
        let (stop, mut stopped) = tokio::sync::oneshot::channel::<()>();
        let other = tokio::spawn(async move {
            let mut late = Vec::new();
            while stopped.try_recv() == Err(TryRecvError::Empty) {
                let start = Instant::now();
                tokio::time::sleep(PERIOD).await;
                late.push(start.elapsed().saturating_sub(PERIOD).as_secs_f64());
            }
            late
        });
        let (start, used) = (Instant::now(), usage::cpu()?);
        let mut callers = JoinSet::new();
        for _ in 0..WIDE {
            callers.spawn(calls(self.client.clone()));
        }
        while let Some(called) = callers.join_next().await {
            called?;
        }
        let calls = f64::from(WIDE * DEEP);
        self.rates.push(calls / start.elapsed().as_secs_f64());
        self.cpu.push((usage::cpu()? - used) / calls);
        drop(stop);
        self.late.extend(other.await?);
        Ok(())
    }

    fn print(&mut self, answered: &str) {
        let Self { name, rates, cpu, late, .. } = self;
        let (rate, cpu) = (percentile(rates, 50), percentile(cpu, 50) * 1e6);
        let [half, most, nearly_all] = [50, 90, 99].map(|part| percentile(late, part) * 1e3);
        println!("| {answered} | {name} | {rate:.0} | {cpu:.0} | {half:.2}, {most:.2}, {nearly_all:.2} |");
    }
}

/// What one caller does.
async fn calls(client: Client) {
    let request = requests::points();
    for _ in 0..DEEP {
        client.call(&request).await.expect("answered");
        // As a network would, gives others their turn.
        tokio::task::yield_now().await;
    }
}

fn percentile(values: &mut [f64], part: usize) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() * part / 100).copied().unwrap_or(f64::NAN)
}

/// Nothing is counted apart here.
fn http<T>(work: impl FnOnce() -> T) -> T {
    work()
}
