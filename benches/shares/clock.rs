//! How long work takes, in processor time of this thread: what else the machine does is not in it.

use std::time::Duration;

/// So much of the processor this thread has had.
#[cfg(unix)]
pub(crate) fn now() -> Duration {
    use nix::time::{ClockId, clock_gettime};

    clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).expect("a clock of each thread").into()
}

/// By the clock on the wall, where the system does not count a thread's time.
#[cfg(not(unix))]
pub(crate) fn now() -> Duration {
    use std::sync::OnceLock;
    use std::time::Instant;

    static START: OnceLock<Instant> = OnceLock::new();
    START.get_or_init(Instant::now).elapsed()
}
