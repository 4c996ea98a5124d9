//! The top level of an answer, strictly: each name once, one response, nothing after it.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::error::{EnvelopeError, Malformed, SignatureError};

/// The members that matter. The node is the exact span of the body.
pub(super) struct Members<'b> {
    pub(super) node: &'b RawValue,
    pub(super) is_error_response: bool,
    pub(super) sign: Option<String>,
    pub(super) alipay_cert_sn: Option<String>,
}

impl<'b> Members<'b> {
    pub(super) fn parse(body: &'b str, response_key: &str) -> Result<Self, EnvelopeError> {
        let All(all) = serde_json::from_str(body)
            .map_err(|cause| Malformed::NotJson { line: cause.line(), column: cause.column() })?;
        // Names are compared as what they mean: `\u0073ign` is `sign`.
        if has_repeated(&all) {
            return Err(Malformed::Duplicate.into());
        }
        let (mut responses, mut sign, mut alipay_cert_sn) = (Vec::with_capacity(1), None, None);
        for (name, value) in &all {
            match name.as_ref() {
                "sign" => sign = text(value).map_err(|NotText| SignatureError::NotText)?,
                "alipay_cert_sn" => alipay_cert_sn = text(value).map_err(|NotText| Malformed::CertificateNumber)?,
                name if name == response_key || name.ends_with("_response") => responses.push((name, *value)),
                _ => {}
            }
        }
        let (name, node) = match *responses {
            [] => return Err(Malformed::NoResponse.into()),
            [response] => response,
            _ => return Err(Malformed::SecondResponse.into()),
        };
        let is_error_response = name == "error_response";
        if name != response_key && !is_error_response {
            return Err(Malformed::OtherMethod.into());
        }
        Ok(Self { node, is_error_response, sign, alipay_cert_sn })
    }
}

/// The members of one JSON object, each name once, the values as they stand.
#[cfg(feature = "websocket")]
pub(crate) fn members(text: &str) -> Result<Vec<(Cow<'_, str>, &RawValue)>, NotOneObject> {
    let All(all) = serde_json::from_str(text).map_err(|_| NotOneObject)?;
    if has_repeated(&all) { Err(NotOneObject) } else { Ok(all) }
}

/// The text is no JSON object, or one in which a name stands twice.
#[cfg(feature = "websocket")]
pub(crate) struct NotOneObject;

/// Whether a name stands there twice. An answer has three; somebody else's text may have any number.
fn has_repeated(all: &[(Cow<'_, str>, &RawValue)]) -> bool {
    if all.len() <= 8 {
        let mut places = all.iter().enumerate();
        return places.any(|(place, (name, _))| all.iter().skip(place + 1).any(|(other, _)| other == name));
    }
    let mut seen = HashSet::with_capacity(all.len());
    !all.iter().all(|(name, _)| seen.insert(name.as_ref()))
}

struct NotText;

/// `null` is the same as nothing.
fn text(value: &RawValue) -> Result<Option<String>, NotText> {
    serde_json::from_str(value.get()).map_err(|_| NotText)
}

/// All members in their order, names unescaped, values untouched.
struct All<'b>(Vec<(Cow<'b, str>, &'b RawValue)>);

impl<'de> Deserialize<'de> for All<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(AllVisitor)
    }
}

struct AllVisitor;

impl<'de> Visitor<'de> for AllVisitor {
    type Value = All<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let mut all = Vec::with_capacity(3);
        while let Some(Name(name)) = map.next_key()? {
            all.push((name, map.next_value()?));
        }
        Ok(All(all))
    }
}

/// A name, borrowed where it holds no escape.
struct Name<'b>(Cow<'b, str>);

impl<'de> Deserialize<'de> for Name<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(NameVisitor)
    }
}

struct NameVisitor;

impl<'de> Visitor<'de> for NameVisitor {
    type Value = Name<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a name")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'de str) -> Result<Self::Value, E> {
        Ok(Name(Cow::Borrowed(name)))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Self::Value, E> {
        Ok(Name(Cow::Owned(name.to_owned())))
    }
}
