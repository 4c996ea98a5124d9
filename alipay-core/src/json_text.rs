//! Responses of methods that nobody declared.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::de::Error;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::json::{self, ReadError};
use crate::record::Declared;

/// Values nested deeper than this are not turned into a [`Value`].
const MAX_DEPTH: usize = 128;

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
    /// When the text is nested more than 128 levels deep.
    pub fn to_value(&self) -> Result<Value, serde_json::Error> {
        exact_value(&self.0, MAX_DEPTH)
    }
}

impl fmt::Debug for JsonText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "JsonText(<{} bytes>)", self.0.len())
    }
}

fn exact_value(json: &str, depth: usize) -> Result<Value, serde_json::Error> {
    let Some(inner) = depth.checked_sub(1) else {
        return Err(Error::custom("nested too deep"));
    };
    match json.as_bytes().first() {
        Some(b'{') => {
            let members: BTreeMap<String, &RawValue> = serde_json::from_str(json)?;
            let values = members.into_iter().map(|(name, value)| Ok((name, exact_value(value.get(), inner)?)));
            values.collect::<Result<_, _>>().map(Value::Object)
        }
        Some(b'[') => {
            let items: Vec<&RawValue> = serde_json::from_str(json)?;
            items.into_iter().map(|item| exact_value(item.get(), inner)).collect::<Result<_, _>>().map(Value::Array)
        }
        Some(b'-' | b'0'..=b'9') => Ok(match (json.parse::<u64>(), json.parse::<i64>()) {
            (Ok(whole), _) => whole.into(),
            (_, Ok(whole)) => whole.into(),
            _ => Value::String(json.to_owned()),
        }),
        _ => serde_json::from_str(json),
    }
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
    fn depth_is_bounded() {
        let nested = |depth: usize| format!("{}{}", "[".repeat(depth), "]".repeat(depth));
        assert!(value(&nested(MAX_DEPTH)).is_ok());
        assert!(value(&nested(MAX_DEPTH + 1)).is_err());
        assert!(value(&nested(100_000)).is_err());
    }
}
