//! What time it is for trades and transfers: the gateway's clock, and what a test has let pass.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::Offset;

/// Clones are the same clock.
#[derive(Clone)]
pub(crate) struct Clock {
    gateway: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    passed: Arc<Mutex<Duration>>,
}

impl Clock {
    pub(crate) fn new(gateway: Arc<dyn Fn() -> SystemTime + Send + Sync>) -> Self {
        Self { gateway, passed: Arc::default() }
    }

    pub(crate) fn now(&self) -> SystemTime {
        let now = (self.gateway)();
        let passed = self.passed.lock().unwrap_or_else(PoisonError::into_inner);
        now.checked_add(*passed).unwrap_or(now)
    }

    pub(crate) fn advance(&self, time: Duration) {
        let mut passed = self.passed.lock().unwrap_or_else(PoisonError::into_inner);
        *passed = passed.saturating_add(time);
    }
}

/// Beijing's time, which is that of all texts of the platform.
pub(crate) fn beijing(time: SystemTime) -> DateTime {
    let time = Timestamp::try_from(time).unwrap_or(Timestamp::MAX);
    BEIJING.to_datetime(time)
}

/// The moment at which it is this time in Beijing.
pub(crate) fn from_beijing(time: DateTime) -> Option<SystemTime> {
    BEIJING.to_timestamp(time).ok().map(SystemTime::from)
}

/// `yyyy-MM-dd HH:mm:ss`.
pub(crate) fn text(time: SystemTime) -> String {
    beijing(time).strftime(FORM).to_string()
}

pub(crate) fn is_text(text: &str) -> bool {
    DateTime::strptime(FORM, text).is_ok()
}

const FORM: &str = "%Y-%m-%d %H:%M:%S";

const BEIJING: Offset = Offset::constant(8);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_are_those_of_beijing() {
        let time = SystemTime::UNIX_EPOCH + Duration::from_secs(1_800_000_000);
        assert_eq!(text(time), "2027-01-15 16:00:00");
        assert_eq!(from_beijing(beijing(time)), Some(time));
    }

    #[test]
    fn what_has_passed_is_added_to_the_clock() {
        let start = SystemTime::UNIX_EPOCH;
        let clock = Clock::new(Arc::new(move || start));
        clock.clone().advance(Duration::from_secs(5));
        clock.advance(Duration::from_secs(2));
        assert_eq!(clock.now(), start + Duration::from_secs(7));
        clock.advance(Duration::MAX);
        assert_eq!(clock.now(), start, "there is no such time");
    }
}
