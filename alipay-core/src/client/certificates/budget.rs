//! How often strangers may make the client ask for a certificate.

use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

/// So many unknown numbers at once.
pub(super) const AT_ONCE: u32 = 5;
/// After so long, one more.
pub(super) const ONE_MORE: Duration = Duration::from_secs(60);

/// Whoever posts a notification chooses the number of a certificate in it, before anybody knows who it is.
/// Each unknown one would cost a call to the gateway; this bounds them.
#[derive(Default)]
pub(super) struct Budget(Mutex<Spent>);

#[derive(Default)]
struct Spent {
    count: u32,
    /// Since when the first of them is due to be given back.
    since: Option<Instant>,
}

impl Budget {
    /// Whether one more may be asked for now.
    pub(super) fn take(&self) -> bool {
        let mut spent = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Instant::now();
        while let Some(since) = spent.since.filter(|since| spent.count > 0 && now.duration_since(*since) >= ONE_MORE) {
            spent.count -= 1;
            spent.since = Some(since + ONE_MORE);
        }
        if spent.count == AT_ONCE {
            return false;
        }
        if spent.count == 0 {
            spent.since = Some(now);
        }
        spent.count += 1;
        true
    }
}

#[cfg(test)]
mod tests {
    use tokio::time::advance;

    use super::*;

    #[tokio::test(start_paused = true)]
    async fn some_at_once_and_then_one_a_minute() {
        let budget = Budget::default();
        let taken = || (0..10).filter(|_| budget.take()).count();
        assert_eq!(taken(), 5);
        advance(Duration::from_secs(59)).await;
        assert_eq!(taken(), 0);
        advance(Duration::from_secs(1)).await;
        assert_eq!(taken(), 1);
        advance(2 * ONE_MORE).await;
        assert_eq!(taken(), 2);
        advance(100 * ONE_MORE).await;
        assert_eq!(taken(), 5);
    }
}
