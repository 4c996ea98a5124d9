//! Signed work and a bare signature by turns. On a busy machine two signatures some seconds apart
//! differ by more than what a call adds to one, so these are compared call by call.

use std::error::Error;
use std::fmt::Write;
use std::hint::black_box;
use std::time::{Duration, Instant};

use crate::halves::Halves;
use crate::report::verdict;
use crate::sample;
use crate::work::{self, BareKeys};

const TURNS: usize = 3000;

/// How many percent of a bare signature signed work may take.
const AIM: f64 = 103.0;

/// Measures, and gives the table.
pub(crate) fn table(keys: &BareKeys, signing: &Halves) -> Result<String, Box<dyn Error>> {
    let request = sample::request();
    let text = work::text_to_sign(&request);
    let (mut bare, mut order, mut call) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..TURNS {
        bare.push(time(|| keys.sign(black_box(text.as_bytes()))));
        order.push(time(|| work::signed_order(black_box(&request), &keys.signer)));
        call.push(signing.outward(1));
    }
    let [bare, order, call] = [bare, order, call].map(median);
    let mut table = "| signed, by turns | µs | of a signature | aim |\n|---|--:|--:|--:|\n".to_owned();
    for (name, taken, aim) in [
        ("bare signature", bare, None),
        ("validate, write, text, sign, encode", order, Some(AIM)),
        ("call until the transport", call, Some(AIM)),
    ] {
        let percent = taken / bare * 100.0;
        writeln!(table, "| {name} | {taken:.2} | {percent:.2} % | {} |", verdict(percent, aim))?;
    }
    Ok(table)
}

fn time<T>(work: impl FnOnce() -> T) -> Duration {
    let start = Instant::now();
    black_box(work());
    start.elapsed()
}

/// In microseconds.
fn median(mut times: Vec<Duration>) -> f64 {
    times.sort();
    times.get(times.len() / 2).map_or(f64::NAN, |time| time.as_secs_f64() * 1e6)
}
