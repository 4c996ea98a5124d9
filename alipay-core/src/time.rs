//! Dates and times as the platform writes them.

use std::fmt;
use std::str::FromStr;
use std::time::SystemTime;

use jiff::{Timestamp, civil, tz};

/// A point in time as Alipay writes it: `yyyy-MM-dd HH:mm:ss`, always Beijing time (+08:00).
///
/// ```
/// use alipay_core::DateTime;
///
/// let start: DateTime = "2026-11-23 08:00:00".parse()?;
/// assert!(start < "2026-11-23 08:00:01".parse()?);
/// assert_eq!(start.to_string(), "2026-11-23 08:00:00");
/// # Ok::<(), alipay_core::ParseDateTimeError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateTime(civil::DateTime);

/// Beijing time has had no daylight saving since 1991; the platform uses the bare offset.
const BEIJING: tz::Offset = tz::Offset::constant(8);

impl DateTime {
    /// The first second of 1970 in Beijing, only a placeholder until a value is read.
    pub(crate) const BLANK: Self = Self(civil::DateTime::constant(1970, 1, 1, 0, 0, 0, 0));

    /// The present moment, whatever zone this computer is set to.
    pub fn now() -> Self {
        Self(whole_seconds(BEIJING.to_datetime(Timestamp::now())))
    }

    /// The moment that is meant. `None` for the last hours of the year 9999, which it cannot hold.
    pub(crate) fn to_timestamp(self) -> Option<Timestamp> {
        BEIJING.to_timestamp(self.0).ok()
    }

    /// `yyyy-MM-dd HH:mm:ss`, in one piece.
    fn to_ascii(self) -> [u8; 19] {
        let (date, time) = (self.0.date(), self.0.time());
        let mut ascii = *b"0000-00-00 00:00:00";
        let century = i8::try_from(date.year() / 100).unwrap_or_default();
        let year = i8::try_from(date.year() % 100).unwrap_or_default();
        let numbers = [century, year, date.month(), date.day(), time.hour(), time.minute(), time.second()];
        for (start, number) in [0, 2, 5, 8, 11, 14, 17].into_iter().zip(numbers) {
            let number = number.unsigned_abs();
            let digits = [b'0' + number / 10, b'0' + number % 10];
            ascii.iter_mut().skip(start).zip(digits).for_each(|(place, digit)| *place = digit);
        }
        ascii
    }
}

/// The wire form has no fraction, so two times that are written alike must be equal.
fn whole_seconds(datetime: civil::DateTime) -> civil::DateTime {
    datetime.with().subsec_nanosecond(0).build().unwrap_or(datetime)
}

/// Of a text that has the shape.
fn of_digits(text: &str) -> Option<civil::DateTime> {
    let number = |start: usize| text.get(start..start + 2)?.parse().ok();
    let year = text.get(..4)?.parse().ok()?;
    civil::DateTime::new(year, number(5)?, number(8)?, number(11)?, number(14)?, number(17)?, 0).ok()
}

impl TryFrom<civil::DateTime> for DateTime {
    type Error = ParseDateTimeError;

    /// Takes the date and time as Beijing's, without the fraction of its second. Years before 0 have
    /// no four digits to be written with.
    fn try_from(datetime: civil::DateTime) -> Result<Self, Self::Error> {
        if datetime.year() < 0 { Err(ParseDateTimeError) } else { Ok(Self(whole_seconds(datetime))) }
    }
}

impl From<DateTime> for civil::DateTime {
    fn from(datetime: DateTime) -> Self {
        datetime.0
    }
}

impl TryFrom<SystemTime> for DateTime {
    type Error = ParseDateTimeError;

    fn try_from(time: SystemTime) -> Result<Self, Self::Error> {
        let timestamp = Timestamp::try_from(time).map_err(|_| ParseDateTimeError)?;
        BEIJING.to_datetime(timestamp).try_into()
    }
}

impl TryFrom<DateTime> for SystemTime {
    type Error = ParseDateTimeError;

    fn try_from(datetime: DateTime) -> Result<Self, Self::Error> {
        datetime.to_timestamp().map(Self::from).ok_or(ParseDateTimeError)
    }
}

impl fmt::Display for DateTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(str::from_utf8(&self.to_ascii()).unwrap_or_default())
    }
}

impl FromStr for DateTime {
    type Err = ParseDateTimeError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        // The shape first: the library's own parser would also take other ones.
        let is_shape = text.len() == 19
            && text.bytes().zip(b"0000-00-00 00:00:00").all(|(found, shape)| match shape {
                b'0' => found.is_ascii_digit(),
                separator => found == *separator,
            });
        if !is_shape {
            return Err(ParseDateTimeError);
        }
        // What the numbers alone do not make, a leap second, is left to the library.
        let datetime = of_digits(text).map_or_else(|| text.parse(), Ok);
        datetime.map(Self).map_err(|_| ParseDateTimeError)
    }
}

impl TryFrom<&str> for DateTime {
    type Error = ParseDateTimeError;

    fn try_from(text: &str) -> Result<Self, Self::Error> {
        text.parse()
    }
}

/// The text is no date and time such as `2026-11-23 08:00:00`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ParseDateTimeError;

impl fmt::Display for ParseDateTimeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a date and time: expected yyyy-MM-dd HH:mm:ss, such as 2026-11-23 08:00:00")
    }
}

impl std::error::Error for ParseDateTimeError {}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    #[test]
    fn the_wire_form_and_no_other() {
        let text = "2016-08-10 22:28:30";
        assert_eq!(text.parse::<DateTime>().unwrap().to_string(), text);
        for text in [
            "",
            "2016-08-10",
            "2016-08-10T22:28:30",
            "2016-8-10 22:28:30",
            "2016-13-10 22:28:30",
            "2016-02-30 22:28:30",
            "2016-08-10 24:00:00",
            "2016-08-10 22:28:30 ",
            "2016-08-10 22:28:3０",
        ] {
            assert_eq!(text.parse::<DateTime>(), Err(ParseDateTimeError), "{text:?}");
        }
        assert!(ParseDateTimeError.to_string().contains("such as 2026-11-23 08:00:00"));
    }

    #[test]
    fn every_time_is_written_as_it_is_read() {
        for text in ["0000-01-01 00:00:00", "0001-02-03 04:05:06", "9999-12-31 23:59:59"] {
            let datetime: DateTime = text.parse().unwrap();
            assert_eq!(datetime.to_string(), text);
            assert_eq!(DateTime::try_from(civil::DateTime::from(datetime)), Ok(datetime));
        }
        let whole = civil::date(2026, 11, 23).at(8, 0, 0, 0);
        let fraction = civil::date(2026, 11, 23).at(8, 0, 0, 999_999_999);
        assert_eq!(DateTime::try_from(fraction), DateTime::try_from(whole));
        assert_eq!(DateTime::try_from(civil::date(-1, 12, 31).at(23, 59, 59, 0)), Err(ParseDateTimeError));
        let before_year_0 = SystemTime::UNIX_EPOCH.checked_sub(Duration::from_secs(63_000_000_000)).unwrap();
        assert_eq!(DateTime::try_from(before_year_0), Err(ParseDateTimeError));
        let after_year_9999 = SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(253_402_300_800)).unwrap();
        assert_eq!(DateTime::try_from(after_year_9999), Err(ParseDateTimeError));
        let last: DateTime = "9999-12-31 23:59:59".parse().unwrap();
        assert_eq!(SystemTime::try_from(last), Err(ParseDateTimeError));
    }

    #[test]
    fn beijing_time_whatever_the_host() {
        let datetime = DateTime::try_from(SystemTime::UNIX_EPOCH + Duration::from_millis(1_500)).unwrap();
        assert_eq!(datetime.to_string(), "1970-01-01 08:00:01");
        let back = SystemTime::try_from(datetime).unwrap();
        assert_eq!(back, SystemTime::UNIX_EPOCH + Duration::from_secs(1));
    }
}
