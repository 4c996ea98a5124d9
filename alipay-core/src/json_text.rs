//! Responses of methods that nobody declared.

use std::fmt;
use std::sync::Arc;

use serde_json::Value;

use crate::json::{self, ReadError};
use crate::record::Declared;

/// A response as its exact, verified JSON text.
#[derive(Clone, PartialEq, Eq)]
pub struct JsonText(pub(crate) Arc<str>);

impl JsonText {
    /// The text, as it was signed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads the text as a declared response.
    ///
    /// # Errors
    /// Everything in it that does not fit, by JSON path.
    pub fn read<T: Declared>(&self) -> Result<T, ReadError> {
        json::from_str(&self.0)
    }

    /// The text as a [`Value`]. Numbers that are not whole come as texts with their digits, because
    /// a [`Value`] would hold `88.80` as the binary float next to it.
    ///
    /// # Errors
    /// When the text is nested more than 127 levels deep.
    pub fn to_value(&self) -> Result<Value, serde_json::Error> {
        serde_json::from_str(&with_exact_numbers(&self.0))
    }
}

impl fmt::Debug for JsonText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JsonText(<{} bytes>)", self.0.len())
    }
}

/// The same JSON, in which each number that is not whole, or too large, has become a text with its digits. One pass,
/// whatever the text: who nests a million lists costs no more than who lists a million numbers.
fn with_exact_numbers(json: &str) -> String {
    let mut exact = String::with_capacity(json.len() + 16);
    let mut rest = json;
    while let Some(at) = rest.find(|sign: char| matches!(sign, '"' | '-' | '0'..='9')) {
        let (before, from_here) = rest.split_at_checked(at).unwrap_or_default();
        exact.push_str(before);
        let is_text = from_here.starts_with('"');
        let end = if is_text { end_of_text(from_here) } else { end_of_number(from_here) };
        let (token, after) = from_here.split_at_checked(end).unwrap_or((from_here, ""));
        if is_text || token.parse::<u64>().is_ok() {
            exact.push_str(token);
        } else if let Ok(whole) = token.parse::<i64>() {
            // `-0` would become a float.
            exact.push_str(&whole.to_string());
        } else {
            exact.extend(["\"", token, "\""]);
        }
        rest = after;
    }
    exact.push_str(rest);
    exact
}

/// Behind the closing quote.
fn end_of_text(text: &str) -> usize {
    let mut is_escaped = true; // the opening quote closes nothing
    let end = text.bytes().position(|byte| {
        let is_end = byte == b'"' && !is_escaped;
        is_escaped = byte == b'\\' && !is_escaped;
        is_end
    });
    end.map_or(text.len(), |end| end + 1)
}

fn end_of_number(text: &str) -> usize {
    let is_of_it = |sign: char| sign.is_ascii_digit() || matches!(sign, '-' | '+' | '.' | 'e' | 'E');
    text.find(|sign| !is_of_it(sign)).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn value(json: &str) -> Result<Value, serde_json::Error> {
        JsonText(json.into()).to_value()
    }

    #[test]
    fn a_value_keeps_the_digits_of_money() {
        let text = r#"{"amount":20000.00,"n":[1,-2,1e3,18446744073709551615,18446744073709551616],"t":"88.80","b":true,"z":null,"o":{"a":0.10}}"#;
        let expected = json!({
            "amount": "20000.00", "n": [1, -2, "1e3", 18_446_744_073_709_551_615_u64, "18446744073709551616"], "t": "88.80", "b": true, "z": null,
            "o": {"a": "0.10"},
        });
        assert_eq!(value(text).unwrap(), expected);
        assert_eq!(format!("{:?}", JsonText(text.into())), format!("JsonText(<{} bytes>)", text.len()));
    }

    #[test]
    fn digits_in_a_text_are_no_number_and_a_quote_in_it_does_not_end_it() {
        let text = r#"{"1.5":"1.5 \" 2.5 \\","\\":[-0.5,"\\\"",1.5E+2],"a":-0,"b":""}"#;
        let expected = json!({ "1.5": "1.5 \" 2.5 \\", "\\": ["-0.5", "\\\"", "1.5E+2"], "a": 0, "b": "" });
        assert_eq!(value(text).unwrap(), expected);
        for broken in [r#"{"a":1.5"#, r#""1.5"#, r#""\"#, "1.5.5.", "-"] {
            // It was well-formed when it was verified; whatever this becomes, nothing panics.
            let _ = value(broken);
        }
    }

    #[test]
    fn depth_is_bounded() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(value(&nested(127)).is_ok());
        assert!(value(&nested(128)).is_err());
        assert!(value(&nested(100_000)).is_err());
    }
}
