//! The answers inside the answer to a batch: JSON objects in one text, with `#S#` between them.
//!
//! The signature of the outer answer covers that text, so what comes out of it is as verified as the
//! text itself.

use serde_json::value::RawValue;

use super::VerifiedText;
use super::error::{EnvelopeError, Malformed};
use super::head::Head;
use super::members::Members;

/// What stands between two parts.
pub(crate) const BETWEEN: &str = "#S#";

/// What the gateway said to one request of a batch.
pub(crate) struct Part {
    pub(crate) head: Head,
    pub(crate) node: VerifiedText,
    pub(crate) is_success: bool,
}

/// The parts in their order; the empty text where there is none between two separators.
///
/// Only a separator outside of JSON counts: the texts of a part may hold anything.
pub(crate) fn split(verified: &str) -> Result<Vec<&str>, Malformed> {
    let (mut parts, mut rest) = (Vec::new(), verified.trim_ascii_start());
    loop {
        let part = if rest.is_empty() || rest.starts_with(BETWEEN) { "" } else { first_value(rest)? };
        parts.push(part);
        rest = rest.strip_prefix(part).unwrap_or_default().trim_ascii_start();
        if rest.is_empty() {
            return Ok(parts);
        }
        rest = rest.strip_prefix(BETWEEN).ok_or(Malformed::Parts)?.trim_ascii_start();
    }
}

fn first_value(text: &str) -> Result<&str, Malformed> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<&RawValue>();
    match values.next() {
        Some(Ok(value)) => Ok(value.get()),
        _ => Err(Malformed::Parts),
    }
}

/// Opens a part, which must come out of a verified text: it has no signature of its own.
pub(crate) fn open(part: &str, response_key: &str, in_progress: bool) -> Result<Part, Malformed> {
    let members = Members::parse(part, response_key).map_err(|error| match error {
        EnvelopeError::Malformed(malformed) => malformed,
        EnvelopeError::Signature(_) => Malformed::Parts,
    })?;
    let node = VerifiedText(members.node.get().to_owned());
    let head = Head::read(node.as_str())?;
    let is_success = head.is_success(in_progress);
    if members.is_error_response && head.claims_success() {
        return Err(Malformed::SuccessInErrorResponse);
    }
    Ok(Part { head, node, is_success })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_separators_outside_of_json_count() {
        for (text, expected) in [
            (r#"{"a":1}"#, Ok(vec![r#"{"a":1}"#])),
            (r#"{"a":1}#S#{"b":2}"#, Ok(vec![r#"{"a":1}"#, r#"{"b":2}"#])),
            (r##"{"a":"#S#"}#S#{"b":"}#S#{"}"##, Ok(vec![r##"{"a":"#S#"}"##, r#"{"b":"}#S#{"}"#])),
            (r##"{"a":"\"#S#"}#S#{"#S#":2}"##, Ok(vec![r##"{"a":"\"#S#"}"##, r##"{"#S#":2}"##])),
            (" {\"a\":1}\n#S#\r\n{\"b\":2} ", Ok(vec![r#"{"a":1}"#, r#"{"b":2}"#])),
            (r#"{"a":1}#S##S#{"b":2}"#, Ok(vec![r#"{"a":1}"#, "", r#"{"b":2}"#])),
            (r#"{"a":1}#S#"#, Ok(vec![r#"{"a":1}"#, ""])),
            (r#"#S#{"a":1}"#, Ok(vec!["", r#"{"a":1}"#])),
            ("", Ok(vec![""])),
            (r#"{"a":1}{"b":2}"#, Err(Malformed::Parts)),
            (r#"{"a":1}#S{"b":2}"#, Err(Malformed::Parts)),
            (r#"{"a":1}#S#{"b":"#, Err(Malformed::Parts)),
            ("x#S#{}", Err(Malformed::Parts)),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
    }
}
