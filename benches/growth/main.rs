//! Whether the work grows with the request and no faster: `alipay.marketing.activity.ordervoucher.create`
//! with 300 to 300,000 shop ids. `benches/README.md` says how to run it and how to read the table.

#[path = "../growth-memory/sample.rs"]
mod sample;
mod table;

use std::hint::black_box;
use std::time::{Duration, Instant};

use alipay_apis::marketing::ActivityOrdervoucherCreate;
use alipay_core::json;
use alipay_core::parameters::Parameters;
use criterion::{BenchmarkId, Criterion};

use table::{Step, Times};

/// Numbers of shop ids; the last is as many as the field may hold.
const SIZES: [usize; 4] = [300, 3_000, 30_000, 300_000];

/// All sizes in each round: what slows the machine for a while slows all of them.
const ROUNDS: usize = 5;

#[expect(clippy::cast_precision_loss, reason = "counts of iterations are small")]
fn main() {
    let mut criterion = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(100))
        .measurement_time(Duration::from_millis(400))
        .without_plots()
        .configure_from_args();
    let mut times = Times::default();
    for round in 1..=ROUNDS {
        for size in SIZES {
            let request = sample::request(size);
            for step in Step::ALL {
                let id = BenchmarkId::new(step.name(), size);
                criterion.benchmark_group(format!("growth-{round}")).bench_function(id, |bench| {
                    bench.iter_custom(|count| {
                        let time = match step {
                            Step::Validate => time_of(count, || black_box(&request).validate()),
                            Step::Write => time_of(count, || json::to_string(black_box(&request))),
                            Step::All => time_of(count, || everything(black_box(&request))),
                        };
                        times.add(step, size, time.as_secs_f64() / count as f64);
                        time
                    });
                });
            }
        }
    }
    criterion.final_summary();
    println!("\n{}", times.table(&SIZES));
}

/// Without the time to drop what comes out.
fn time_of<T>(count: u64, work: impl Fn() -> T) -> Duration {
    let mut sum = Duration::ZERO;
    for _ in 0..count {
        let start = Instant::now();
        let product = black_box(work());
        sum += start.elapsed();
        drop(product);
    }
    sum
}

/// From the request to the body that is sent, but for the signature.
fn everything(request: &ActivityOrdervoucherCreate) -> String {
    request.validate().expect("the sample keeps the rules");
    let biz_content = json::to_string(request).expect("the sample is flat enough");
    let mut parameters = Parameters::new();
    parameters.add("method", ActivityOrdervoucherCreate::METHOD);
    parameters.add("biz_content", &biz_content);
    black_box(parameters.text_to_sign());
    parameters.body()
}
