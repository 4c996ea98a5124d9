//! Whether reading stays linear in the size of what comes, whatever it is: 16 KiB to 1 MiB of brackets, quotes,
//! digits, names and the like. `benches/README.md` says how to run it and how to read the table.

mod cases;
mod cpu;
mod world;

use std::hint::black_box;
use std::time::Duration;

use self::cases::{CASES, Case};
use self::world::World;

/// In bytes. The last is all that is read of a notification.
const SIZES: [usize; 4] = [16 << 10, 64 << 10, 256 << 10, 1_000_000];

/// All sizes in each round: what slows the machine for a while slows all of them.
const ROUNDS: usize = 7;

/// How long a size is read again and again in each round.
const PATIENCE: Duration = Duration::from_millis(4);

/// So much longer a byte may take in a longer body: memory is slower than caches. What grows with the square of the
/// size takes 61 times as long.
const AIM: f64 = 3.0;

fn main() {
    let filter = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let world = World::new();
    let heads = SIZES.map(|size| format!("{} KiB", size >> 10)).join(" | ");
    println!("| ns a byte: what is read | of what | {heads} | growth | aim |");
    println!("|---|---|{}", "--:|".repeat(SIZES.len() + 2));
    let mut is_kept = true;
    for case in CASES.iter().filter(|case| filter.as_ref().is_none_or(|filter| case.reader.contains(filter))) {
        is_kept &= row(&world, case);
    }
    println!("\n{}", if is_kept { "All of it grows with the size, and no faster." } else { "MISSED" });
}

fn row(world: &World, case: &Case) -> bool {
    let bodies = SIZES.map(case.make);
    let mut best = SIZES.map(|_| f64::INFINITY);
    for _ in 0..ROUNDS {
        for (body, best) in bodies.iter().zip(&mut best) {
            *best = best.min(nanoseconds_a_byte(world, case, body));
        }
    }
    let growth = growth(&best);
    let verdict = if growth <= AIM { "kept" } else { "MISSED" };
    let cells = best.map(|cell| format!("{cell:.2}")).join(" | ");
    println!("| {} | {} | {cells} | {growth:.2} | ≤ {AIM}: {verdict} |", case.reader, case.body);
    growth <= AIM
}

/// Of the fastest turn: other work on the machine only ever adds.
#[expect(clippy::cast_precision_loss, reason = "bodies are small")]
fn nanoseconds_a_byte(world: &World, case: &Case, body: &[u8]) -> f64 {
    let (begin, mut least) = (cpu::time(), Duration::MAX);
    while cpu::time().saturating_sub(begin) < PATIENCE {
        let start = cpu::time();
        let is_taken = black_box((case.read)(world, black_box(body)));
        least = least.min(cpu::time().saturating_sub(start));
        assert_eq!(is_taken, case.is_taken, "{}: {}", case.reader, case.body);
    }
    least.as_secs_f64() * 1e9 / body.len() as f64
}

/// How much longer a byte takes in any body than in any shorter one. What is refused at once takes less and less.
fn growth(times: &[f64]) -> f64 {
    let mut most: f64 = 0.0;
    for (index, later) in times.iter().enumerate() {
        for earlier in times.iter().take(index) {
            most = most.max(later / earlier);
        }
    }
    most
}
