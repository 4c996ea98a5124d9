//! What a call costs beside its cryptography: `koubei.marketing.tool.points.update` with the
//! document's sample values. `benches/README.md` says how to run it and how to read the table.
//!
//! Everything is measured in several short rounds, so that each part has a bare signature from the
//! same seconds to be compared with.

mod halves;
mod report;
mod sample;
mod turns;
mod work;

use std::error::Error;
use std::hint::black_box;
use std::time::Duration;

use alipay_core::json;
use alipay_core::sign::KeySigner;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, SamplingMode};

use halves::{Halves, Idle};
use report::{Part, Results};
use work::BareKeys;

const ROUNDS: usize = 9;

fn main() -> Result<(), Box<dyn Error>> {
    let keys = BareKeys::read()?;
    let mut criterion = Criterion::default()
        .sample_size(200)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(400))
        .configure_from_args();
    let results = Results::of(ROUNDS);
    for round in 1..=ROUNDS {
        let mut group = criterion.benchmark_group(report::group(round));
        // Samples of two milliseconds each: most are over before the system gives the core to others.
        group.sampling_mode(SamplingMode::Flat);
        cryptography(&mut group, &keys);
        parts(&mut group);
        calls(&mut group)?;
        group.finish();
    }
    criterion.final_summary();
    match results.table() {
        Ok(table) => {
            let signing = Halves::of_client(KeySigner::new(&work::private_key()?)?)?;
            println!("\n{table}\n{}", turns::table(&keys, &signing)?);
        }
        Err(reason) => eprintln!("no table: {reason}"),
    }
    Ok(())
}

/// `ring` alone: the text of the request signed, the node of the answer verified.
fn cryptography(group: &mut BenchmarkGroup<'_, WallTime>, keys: &BareKeys) {
    let text = work::text_to_sign(&sample::request());
    group.bench_function(Part::Sign.name(), |bench| bench.iter(|| keys.sign(black_box(text.as_bytes()))));
    let signature = keys.sign(sample::NODE.as_bytes());
    group.bench_function(Part::Verify.name(), |bench| {
        bench.iter(|| keys.verify(black_box(sample::NODE.as_bytes()), black_box(&signature)));
    });
}

/// The steps of a call one by one, as functions of the public interface.
fn parts(group: &mut BenchmarkGroup<'_, WallTime>) {
    let request = sample::request();
    let biz_content = work::write(&request);
    group.bench_function(Part::Validate.name(), |bench| bench.iter(|| work::validate(black_box(&request))));
    group.bench_function(Part::Write.name(), |bench| bench.iter(|| work::write(black_box(&request))));
    group.bench_function(Part::Encode.name(), |bench| bench.iter(|| work::encode(black_box(&biz_content))));
    group.bench_function(Part::Order.name(), |bench| bench.iter(|| work::order(black_box(&request))));
    group.bench_function(Part::Read.name(), |bench| {
        bench.iter(|| json::from_str::<sample::Response>(black_box(sample::NODE)));
    });
}

/// Whole calls through the client, without a network.
fn calls(group: &mut BenchmarkGroup<'_, WallTime>) -> Result<(), Box<dyn Error>> {
    let idle = Halves::of_client(Idle)?;
    group.bench_function(Part::CallOut.name(), |bench| bench.iter_custom(|calls| idle.outward(calls)));
    group.bench_function(Part::CallBack.name(), |bench| bench.iter_custom(|calls| idle.back(calls)));
    Ok(())
}
