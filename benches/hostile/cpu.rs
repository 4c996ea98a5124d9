//! The time that this thread has worked: what else runs on the machine does not count.

use std::time::Duration;

#[cfg(unix)]
pub(crate) fn time() -> Duration {
    use nix::time::{ClockId, clock_gettime};

    clock_gettime(ClockId::CLOCK_THREAD_CPUTIME_ID).map(Duration::from).unwrap_or_default()
}

/// Elsewhere the time that has passed.
#[cfg(not(unix))]
pub(crate) fn time() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;

    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}
