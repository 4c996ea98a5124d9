//! Going on where a download broke off (RFC 9110, sections 13.1.5 and 14).

use http::HeaderMap;
use http::HeaderValue;
use http::header::{CONTENT_RANGE, DATE, ETAG, LAST_MODIFIED};
use jiff::fmt::rfc2822::DateTimeParser;
use jiff::{SignedDuration, Timestamp};

/// What names the version of a file well enough that the rest of another one is never added to it.
pub(super) fn validator(headers: &HeaderMap) -> Option<HeaderValue> {
    let strong_tag = headers.get(ETAG).filter(|tag| tag.as_bytes().starts_with(b"\""));
    strong_tag.or_else(|| settled_date(headers)).cloned()
}

/// The time of the last change, unless the file could have changed again within that second.
fn settled_date(headers: &HeaderMap) -> Option<&HeaderValue> {
    let changed = headers.get(LAST_MODIFIED)?;
    let settled = time(changed)?.checked_add(SignedDuration::from_secs(1)).ok()?;
    (time(headers.get(DATE)?)? >= settled).then_some(changed)
}

fn time(header: &HeaderValue) -> Option<Timestamp> {
    // HTTP dates are those of mail.
    DateTimeParser::new().parse_timestamp(header.to_str().ok()?).ok()
}

/// Which part of a file an answer holds.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Part {
    /// The first byte.
    pub(super) from: u64,
    /// How long the whole file is; unknown where the server does not say.
    pub(super) whole: Option<u64>,
}

/// Reads `Content-Range`: `bytes 100-299/300`.
pub(super) fn part(headers: &HeaderMap) -> Option<Part> {
    let text = headers.get(CONTENT_RANGE)?.to_str().ok()?;
    let (range, whole) = text.strip_prefix("bytes ")?.split_once('/')?;
    let (from, to) = range.split_once('-')?;
    let (from, to) = (number(from)?, number(to)?);
    let whole = if whole == "*" { None } else { Some(number(whole)?) };
    (from <= to && whole.is_none_or(|whole| to < whole)).then_some(Part { from, whole })
}

/// Digits and nothing else.
pub(super) fn number(text: &str) -> Option<u64> {
    if text.bytes().all(|byte| byte.is_ascii_digit()) { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn headers(pairs: &[(&'static str, &'static str)]) -> HeaderMap {
        pairs.iter().map(|(name, value)| (name.parse().unwrap(), HeaderValue::from_static(value))).collect()
    }

    #[test]
    fn only_what_names_one_version_is_a_validator() {
        const CHANGED: &str = "Thu, 26 Nov 2026 01:00:00 GMT";
        for (given, expected) in [
            (&[][..], None),
            (&[("etag", "\"1\"")], Some("\"1\"")),
            (&[("etag", "W/\"1\"")], None),
            (&[("etag", "W/\"1\""), ("last-modified", CHANGED)], None),
            (&[("last-modified", CHANGED), ("date", CHANGED)], None),
            (&[("last-modified", CHANGED), ("date", "Thu, 26 Nov 2026 01:00:01 GMT")], Some(CHANGED)),
            (&[("last-modified", "yesterday"), ("date", CHANGED)], None),
            (
                &[("etag", "\"1\""), ("last-modified", CHANGED), ("date", "Fri, 27 Nov 2026 01:00:00 GMT")],
                Some("\"1\""),
            ),
        ] {
            assert_eq!(validator(&headers(given)).as_ref().map(|value| value.to_str().unwrap()), expected, "{given:?}");
        }
    }

    #[test]
    fn a_range_has_to_make_sense() {
        for (text, from, whole) in
            [("bytes 0-0/1", 0, Some(1)), ("bytes 5-9/10", 5, Some(10)), ("bytes 5-9/*", 5, None)]
        {
            assert_eq!(part(&headers(&[("content-range", text)])), Some(Part { from, whole }), "{text}");
        }
        for text in [
            "",
            "bytes",
            "bytes */10",
            "bytes 9-5/10",
            "bytes 5-10/10",
            "bytes +5-9/10",
            "bytes 5-9/",
            "bytes -9/10",
            "items 5-9/10",
            "bytes 5-99999999999999999999/*",
        ] {
            assert_eq!(part(&headers(&[("content-range", text)])), None, "{text}");
        }
    }
}
