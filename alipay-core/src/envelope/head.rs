//! `code` and its companions, which every response starts with.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::error::Malformed;

/// Success, for every method.
const SUCCESS: &str = "10000";
/// Accepted, in progress; for some methods.
const IN_PROGRESS: &str = "10003";

/// What the gateway says about the call itself.
#[derive(Clone, Default, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) code: Option<String>,
    pub(crate) msg: Option<String>,
    pub(crate) sub_code: Option<String>,
    pub(crate) sub_msg: Option<String>,
}

impl Head {
    /// Reads a node that is an object.
    pub(crate) fn read(node: &str) -> Result<Self, Malformed> {
        if node.starts_with('"') {
            return Err(Malformed::Encrypted);
        }
        serde_json::from_str(node).map_err(|_| Malformed::Head)
    }

    /// A few methods (OAuth) answer success without any code.
    pub(crate) fn is_success(&self, in_progress: bool) -> bool {
        match self.code.as_deref() {
            None => self.sub_code.is_none(),
            Some(SUCCESS) => true,
            Some(IN_PROGRESS) => in_progress,
            Some(_) => false,
        }
    }

    /// Whether the code is one of those that nobody may believe unsigned.
    pub(crate) fn claims_success(&self) -> bool {
        matches!(self.code.as_deref(), None | Some(SUCCESS | IN_PROGRESS))
    }

    pub(crate) fn is_in_progress(&self) -> bool {
        self.code.as_deref() == Some(IN_PROGRESS)
    }
}

impl<'de> Deserialize<'de> for Head {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(HeadVisitor)
    }
}

struct HeadVisitor;

impl<'de> Visitor<'de> for HeadVisitor {
    type Value = Head;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut words: [Option<&RawValue>; 4] = [None; 4];
        while let Some(name) = map.next_key()? {
            let [code, msg, sub_code, sub_msg] = &mut words;
            let place = match name {
                Name::Code => code,
                Name::Msg => msg,
                Name::SubCode => sub_code,
                Name::SubMsg => sub_msg,
                Name::Other => {
                    map.next_value::<IgnoredAny>()?;
                    continue;
                }
            };
            // Two codes are two answers.
            if place.replace(map.next_value()?).is_some() {
                return Err(A::Error::custom("twice"));
            }
        }
        let [code, msg, sub_code, sub_msg] = words.map(|value| value.and_then(word).transpose());
        // Nothing is decided by the messages, so an odd one must not cost an answer.
        let (msg, sub_msg) = (msg.unwrap_or_default(), sub_msg.unwrap_or_default());
        Ok(Head { code: code.map_err(A::Error::custom)?, msg, sub_code: sub_code.map_err(A::Error::custom)?, sub_msg })
    }
}

enum Name {
    Code,
    Msg,
    SubCode,
    SubMsg,
    Other,
}

impl<'de> Deserialize<'de> for Name {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct NameVisitor;

        impl Visitor<'_> for NameVisitor {
            type Value = Name;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_str<E: Error>(self, name: &str) -> Result<Name, E> {
                Ok(match name {
                    "code" => Name::Code,
                    "msg" => Name::Msg,
                    "sub_code" => Name::SubCode,
                    "sub_msg" => Name::SubMsg,
                    _ => Name::Other,
                })
            }
        }

        deserializer.deserialize_str(NameVisitor)
    }
}

/// A code or message: text, or a number where the platform forgot the quotes. Empty is nothing.
fn word(value: &RawValue) -> Option<Result<String, serde_json::Error>> {
    match value.get().as_bytes().first() {
        Some(b'0'..=b'9') => Some(Ok(value.get().to_owned())),
        _ => serde_json::from_str::<Option<String>>(value.get()).transpose(),
    }
    .filter(|word| !word.as_ref().is_ok_and(String::is_empty))
}
