//! How many notifications a core verifies, beside bare RSA-2048 verification of the same texts.
//! `benches/README.md` says how to run it and how to read the table.

mod payment;

use std::error::Error;
use std::hint::black_box;
use std::time::{Duration, Instant};

use alipay_apis::Client;
use alipay_apis::trade::notifications::TradeNotification;
use alipay_core::key::PrivateKey;
use ring::signature::{KeyPair, RSA_PKCS1_2048_8192_SHA256, RsaKeyPair, UnparsedPublicKey};

use payment::Posted;

const KEY: &str = include_str!("../../tests/data/test-keys/app_pkcs8.pem");
const ALIPAY_KEY: &str = include_str!("../../tests/data/test-keys/alipay_pkcs8.pem");
const ALIPAY_PUBLIC_KEY: &str = include_str!("../../tests/data/test-keys/alipay_pub.pem");

/// So many turns; each takes all three once.
const TURNS: usize = 20_000;
/// The least part of bare verifications a second that is to be reached, in percent.
const AIM: f64 = 90.0;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let client = Client::builder("2021000000000001").private_key(KEY).alipay_public_key(ALIPAY_PUBLIC_KEY).build()?;
    let alipay = PrivateKey::parse(ALIPAY_KEY)?;
    let Posted { text, signature, body } = Posted::signed_with(&alipay)?;
    let body = body.as_bytes();
    let pair = RsaKeyPair::from_der(alipay.pkcs1_der().unwrap_or_default())?;
    let bare = UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, pair.public_key());
    bare.verify(text.as_bytes(), &signature).map_err(|_| "the bare verification works")?;
    client.receive::<TradeNotification>(body, None).await?;

    let (mut bares, mut verified, mut typed) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..TURNS {
        let start = Instant::now();
        black_box(bare.verify(black_box(text.as_bytes()), black_box(&signature))).map_err(|_| "verified before")?;
        let untyped = Instant::now();
        black_box(client.notification(black_box(body), None).await)?;
        let receive = Instant::now();
        black_box(client.receive::<TradeNotification>(black_box(body), None).await)?;
        let end = Instant::now();
        bares.push(untyped.duration_since(start));
        verified.push(receive.duration_since(untyped));
        typed.push(end.duration_since(receive));
    }
    let [bare, verified, typed] = [bares, verified, typed].map(median);
    println!("a body of {} bytes, a text of {} bytes\n", body.len(), text.len());
    println!("| | µs | a second | of bare verifications | aim |\n|---|--:|--:|--:|---|");
    row("bare verification", bare, bare, false);
    row("verified: `Client::notification`", verified, bare, true);
    row("verified and typed: `Client::receive`", typed, bare, true);
    Ok(())
}

fn row(what: &str, time: Duration, bare: Duration, has_aim: bool) {
    let percent = bare.as_secs_f64() / time.as_secs_f64() * 100.0;
    let aim = match has_aim {
        false => String::new(),
        true if percent >= AIM => format!("≥ {AIM:.0} %: kept"),
        true => format!("≥ {AIM:.0} %: missed"),
    };
    let micros = time.as_secs_f64() * 1e6;
    println!("| {what} | {micros:.2} | {:.0} | {percent:.1} % | {aim} |", 1.0 / time.as_secs_f64());
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort_unstable();
    times.get(times.len() / 2).copied().unwrap_or_default()
}
