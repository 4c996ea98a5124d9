//! The time at the end of a word such as `pays-after:30`.

use std::time::Duration;

/// The seconds after the colon, if there are any.
pub(crate) fn of(word: &str) -> Option<Duration> {
    let (_, seconds) = word.split_once(':')?;
    Duration::try_from_secs_f64(seconds.parse().ok()?).ok()
}
