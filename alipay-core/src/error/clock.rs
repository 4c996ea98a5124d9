//! How far this computer's clock is from the gateway's.

use std::fmt;
use std::time::Duration;

use jiff::fmt::rfc2822::DateTimeParser;
use jiff::{SignedDuration, Timestamp};

use crate::time::DateTime;

/// A difference that is worth a word whatever the error is.
const CONSIDERABLE: Duration = Duration::from_secs(3 * 60);

/// How far this computer's clock, by the request's `timestamp`, was from the gateway's, by the
/// answer's `Date`.
///
/// Nobody signed the `Date`: it is a hint.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ClockSkew {
    is_ahead: bool,
    difference: Duration,
}

impl ClockSkew {
    /// From the `timestamp` that was sent, the time until the answer's head was there, and the head's
    /// `Date`. `None` where they fit together, or say nothing.
    pub(crate) fn of(timestamp: DateTime, waited: Duration, date: &str) -> Option<Self> {
        // HTTP dates are those of mail.
        let theirs = DateTimeParser::new().parse_timestamp(date).ok()?;
        let sent = timestamp.to_timestamp()?;
        let received = sent.checked_add(waited).ok()?;
        if theirs < sent {
            Some(Self::new(true, theirs, sent))
        } else if theirs > received {
            Some(Self::new(false, received, theirs))
        } else {
            None
        }
        .filter(|skew| skew.difference >= Duration::from_secs(1))
    }

    fn new(is_ahead: bool, earlier: Timestamp, later: Timestamp) -> Self {
        Self { is_ahead, difference: later.duration_since(earlier).unsigned_abs() }
    }

    /// Whether this computer's clock is ahead of the gateway's; else it is behind.
    pub fn is_ahead(&self) -> bool {
        self.is_ahead
    }

    /// By how much, to about a second.
    pub fn difference(&self) -> Duration {
        self.difference
    }

    pub(super) fn is_considerable(&self) -> bool {
        self.difference >= CONSIDERABLE
    }
}

impl fmt::Display for ClockSkew {
    /// One line, such as `this computer's clock is 8h 2m ahead of the gateway's`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let seconds = i64::try_from(self.difference.as_secs()).unwrap_or(i64::MAX);
        let difference = SignedDuration::from_secs(seconds);
        let place = if self.is_ahead { "ahead of" } else { "behind" };
        write!(f, "this computer's clock is {difference:#} {place} the gateway's")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clocks_are_compared_by_what_the_wait_leaves_open() {
        let table = [
            // The clock showed 08:00:00 in Beijing, which is midnight, and the answer took ten seconds.
            ("Mon, 23 Nov 2026 00:00:00 GMT", None),
            ("Mon, 23 Nov 2026 00:00:10 GMT", None),
            ("Mon, 23 Nov 2026 00:00:12 GMT", Some("2s behind")),
            ("Sun, 22 Nov 2026 23:59:59 GMT", Some("1s ahead of")),
            ("Sun, 22 Nov 2026 15:58:00 GMT", Some("8h 2m ahead of")),
            ("Fri, 23 Nov 2029 00:00:00 GMT", Some("26303h 59m 50s behind")),
            ("Tue, 23 Nov 2026 00:05:00 GMT", None),
            ("2026-11-23 00:05:00", None),
            ("", None),
        ];
        for (date, expected) in table {
            let skew = ClockSkew::of("2026-11-23 08:00:00".parse().unwrap(), Duration::from_secs(10), date);
            let expected = expected.map(|words| format!("this computer's clock is {words} the gateway's"));
            assert_eq!(skew.map(|skew| skew.to_string()), expected, "{date}");
        }
    }

    #[test]
    fn times_at_the_end_of_the_calendar_say_nothing() {
        for (timestamp, waited) in [("9999-12-31 23:59:59", 0), ("2026-11-23 08:00:00", u64::MAX)] {
            let timestamp = timestamp.parse().unwrap();
            assert_eq!(ClockSkew::of(timestamp, Duration::from_secs(waited), "Mon, 23 Nov 2026 00:00:00 GMT"), None);
        }
    }
}
