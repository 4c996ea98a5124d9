//! How long to wait between two questions, and until when.

use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};
use tokio::time::Instant;

/// How long is waited.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Waits {
    /// From the start until the outcome should be known.
    pub(crate) deadline: Duration,
    /// The first pause.
    pub(crate) first: Duration,
    /// The pauses grow to this.
    pub(crate) longest: Duration,
}

/// The pauses between questions. They grow, and differ by chance, so that many who began to wait at
/// once do not ask at once.
#[derive(Debug)]
pub(crate) struct Pauses {
    lengths: ExponentialBackoff,
    longest: Duration,
}

/// How much longer than the pause before.
const GROWTH: f32 = 1.4;

impl Pauses {
    pub(crate) fn new(waits: Waits) -> Self {
        // Chance adds up to as much again, so half of each length is left to it.
        let lengths = ExponentialBuilder::new()
            .with_min_delay(waits.first.min(waits.longest).mul_f32(2.0 / 3.0))
            .with_max_delay(waits.longest)
            .with_factor(GROWTH)
            .with_jitter()
            .without_max_times()
            .build();
        Self { lengths, longest: waits.longest }
    }

    /// The next pause, which does not go beyond this moment.
    pub(crate) fn next_until(&mut self, end: Instant) -> Duration {
        let pause = self.lengths.next().unwrap_or(self.longest).min(self.longest);
        pause.min(end.saturating_duration_since(Instant::now()))
    }
}

/// The moment when so much time has passed. Who waits for ever waits for some years.
pub(crate) fn after(moment: Instant, time: Duration) -> Instant {
    moment.checked_add(time.min(SOME_YEARS)).unwrap_or(moment)
}

const SOME_YEARS: Duration = Duration::from_secs(10 * 365 * 24 * 60 * 60);

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn pauses_grow_up_to_a_limit_and_end_with_the_time() {
        let [deadline, first, longest] = [60, 3, 6].map(Duration::from_secs);
        let waits = Waits { deadline, first, longest };
        let mut pauses = Pauses::new(waits);
        let end = Instant::now() + waits.deadline;
        let first = pauses.next_until(end);
        assert!(first >= Duration::from_secs(2) && first <= Duration::from_secs(4), "{first:?}");
        for _ in 0..100 {
            assert!((Duration::from_secs(2)..=waits.longest).contains(&pauses.next_until(end)));
        }
        assert_eq!(pauses.next_until(end), waits.longest);
        tokio::time::advance(Duration::from_secs(59)).await;
        assert_eq!(pauses.next_until(end), Duration::from_secs(1));
        tokio::time::advance(waits.deadline).await;
        assert_eq!(pauses.next_until(end), Duration::ZERO);
    }

    #[test]
    fn any_times_will_do() {
        for [first, longest] in [[0, 0], [5, 1], [u64::MAX, u64::MAX]].map(|it| it.map(Duration::from_secs)) {
            let mut pauses = Pauses::new(Waits { deadline: Duration::ZERO, first, longest });
            assert_eq!(pauses.next_until(Instant::now()), Duration::ZERO);
        }
        assert!(after(Instant::now(), Duration::MAX) > Instant::now() + Duration::from_secs(60 * 60));
    }
}
