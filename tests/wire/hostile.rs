//! The largest hostile bodies, read by everything that reads what others write. No clock: what grew with the square of
//! the size would take hours. `benches/hostile` measures the same.

#[path = "../../benches/hostile/cases.rs"]
mod cases;
#[path = "../../benches/hostile/world.rs"]
mod world;

use std::sync::atomic::Ordering;

use self::cases::CASES;
use self::world::World;

/// All that is read of a notification.
const SIZE: usize = 1_000_000;

/// A notification is tried by both rules, with empty values and without; an answer with `\/` and with `/`.
const MOST_CHECKS: usize = 4;

#[test]
fn a_megabyte_of_anything_is_taken_or_refused_and_its_signature_checked_a_few_times() {
    let world = World::new();
    let mut wrong = Vec::new();
    for case in CASES {
        let is_taken = (case.read)(&world, &(case.make)(SIZE));
        let checks = world.checks.swap(0, Ordering::Relaxed);
        if is_taken != case.is_taken || checks > MOST_CHECKS {
            wrong.push(format!("{}, {}: taken {is_taken}, {checks} checks", case.reader, case.body));
        }
    }
    assert_eq!(wrong, [""; 0]);
}
