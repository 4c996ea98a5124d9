//! The parameters of a request: their text to sign and their two encoded halves.
//!
//! On the path: *declaration → schema → validation → JSON → **text to sign → request** → answer*.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

use form_urlencoded::byte_serialize;
use serde::{Serialize, Serializer};

use crate::charset::Charset;

/// Names and values of one request, in the charset in which it is sent. A parameter with an empty
/// value does not exist.
///
/// ```
/// use alipay_core::parameters::Parameters;
///
/// let mut parameters = Parameters::new();
/// parameters.add("method", "alipay.trade.query");
/// parameters.add("biz_content", r#"{"out_trade_no":"a b"}"#);
/// parameters.add("notify_url", "");
/// assert_eq!(parameters.text_to_sign(), r#"biz_content={"out_trade_no":"a b"}&method=alipay.trade.query"#);
/// assert_eq!(parameters.query(), "method=alipay.trade.query");
/// assert_eq!(parameters.body(), "biz_content=%7B%22out_trade_no%22%3A%22a+b%22%7D");
/// ```
#[derive(Clone, Default)]
pub struct Parameters<'a> {
    entries: Vec<(&'a str, Cow<'a, str>)>,
    charset: Charset,
}

impl<'a> Parameters<'a> {
    /// No parameters, in UTF-8.
    pub fn new() -> Self {
        Self::in_charset(Charset::Utf8)
    }

    /// No parameters, in this charset.
    pub fn in_charset(charset: Charset) -> Self {
        Self { entries: Vec::with_capacity(16), charset }
    }

    /// The charset.
    pub fn charset(&self) -> Charset {
        self.charset
    }

    /// Adds a parameter, unless the value is empty.
    pub fn add(&mut self, name: &'a str, value: impl Into<Cow<'a, str>>) {
        let value = value.into();
        if !value.is_empty() {
            self.entries.push((name, value));
        }
    }

    /// Whether there is a parameter of this name.
    pub fn contains(&self, name: &str) -> bool {
        self.entries.iter().any(|(known, _)| *known == name)
    }

    /// What is signed: all parameters but `sign`, sorted by name, as `name=value` joined by `&`,
    /// the values as they are.
    pub fn text_to_sign(&self) -> String {
        let entries = self.to_sign();
        let mut text = String::with_capacity(length(&entries));
        for (name, value) in entries {
            if !text.is_empty() {
                text.push('&');
            }
            text.push_str(name);
            text.push('=');
            text.push_str(value);
        }
        text
    }

    /// The bytes of the text to sign, in the charset.
    ///
    /// # Errors
    /// When the charset lacks a character of a value.
    pub fn bytes_to_sign(&self) -> Result<Vec<u8>, Unmappable> {
        if self.charset == Charset::Utf8 {
            return Ok(self.text_to_sign().into_bytes());
        }
        let entries = self.to_sign();
        let mut bytes = Vec::with_capacity(length(&entries));
        for (name, value) in entries {
            if !bytes.is_empty() {
                bytes.push(b'&');
            }
            bytes.extend_from_slice(name.as_bytes());
            bytes.push(b'=');
            let encoded = self.charset.encode(value).ok_or_else(|| Unmappable {
                charset: self.charset,
                parameter: (*name).to_owned(),
                position: self.charset.first_lacking(value).unwrap_or_default(),
            })?;
            bytes.extend_from_slice(&encoded);
        }
        Ok(bytes)
    }

    /// The parameters that go into the URL of a call, encoded like an HTML form.
    pub fn query(&self) -> String {
        self.url("")
    }

    /// The URL of a call: the gateway's, with the query behind it.
    pub(crate) fn url(&self, gateway: &str) -> String {
        self.encode(gateway, self.entries.iter().filter(|(name, _)| is_in_query(name)))
    }

    /// The parameters that go into the body of a call, encoded like an HTML form.
    pub fn body(&self) -> String {
        self.encode("", self.in_body())
    }

    /// All parameters, sorted by name, encoded like an HTML form: for a link, and for an app.
    pub fn all(&self) -> String {
        self.link("")
    }

    /// The gateway's URL with everything behind it.
    pub(crate) fn link(&self, gateway: &str) -> String {
        let mut entries: Vec<_> = self.entries.iter().collect();
        entries.sort_unstable_by_key(|(name, _)| *name);
        self.encode(gateway, entries.into_iter())
    }

    /// The parameters that go into the body, as they are.
    pub(crate) fn in_body(&self) -> impl Iterator<Item = &(&'a str, Cow<'a, str>)> + Clone {
        self.entries.iter().filter(|(name, _)| !is_in_query(name))
    }

    /// What is signed, name by name.
    pub(crate) fn signed(&self) -> Vec<(&str, &str)> {
        self.to_sign().into_iter().map(|(name, value)| (*name, value.as_ref())).collect()
    }

    /// All parameters as one JSON object, in the order in which they were added.
    pub(crate) fn to_json(&self) -> Result<String, serde_json::Error> {
        struct Object<'p, 'a>(&'p [(&'a str, Cow<'a, str>)]);

        impl Serialize for Object<'_, '_> {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
            }
        }

        serde_json::to_string(&Object(&self.entries))
    }

    fn to_sign(&self) -> Vec<&(&'a str, Cow<'a, str>)> {
        let mut entries = Vec::with_capacity(self.entries.len());
        entries.extend(self.entries.iter().filter(|(name, _)| *name != "sign"));
        entries.sort_unstable_by_key(|(name, _)| *name);
        entries
    }

    /// Encoded like an HTML form, behind the gateway's URL, if there is one.
    fn encode<'b>(&self, gateway: &str, entries: impl Iterator<Item = &'b (&'a str, Cow<'a, str>)> + Clone) -> String
    where
        'a: 'b,
    {
        // Room for JSON as it usually is; a text that is Chinese throughout grows once. Counting exactly
        // would be as much work as encoding.
        let room: usize = entries.clone().map(|(name, value)| 2 * (name.len() + value.len())).sum();
        let mut text = String::with_capacity(gateway.len() + 1 + room);
        text.push_str(gateway);
        let mut before = if gateway.is_empty() { None } else { Some('?') };
        for (name, value) in entries {
            text.extend(before);
            text.extend(byte_serialize(name.as_bytes()));
            text.push('=');
            match self.charset {
                Charset::Utf8 => text.extend(byte_serialize(value.as_bytes())),
                // What the charset lacks was refused when the text was signed.
                charset => text.extend(byte_serialize(&charset.encode(value).unwrap_or_default())),
            }
            before = Some('&');
        }
        text
    }
}

impl fmt::Debug for Parameters<'_> {
    /// The names alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.entries.iter().map(|(name, _)| name)).finish()
    }
}

/// The charset lacks a character of a parameter's value. Holds nothing of the value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unmappable {
    charset: Charset,
    parameter: String,
    position: usize,
}

impl Unmappable {
    /// The parameter's name.
    pub fn parameter(&self) -> &str {
        &self.parameter
    }

    /// Which character of the value it is, counted from 1.
    pub fn position(&self) -> usize {
        self.position
    }
}

impl fmt::Display for Unmappable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { charset, parameter, position } = self;
        write!(f, "{} lacks character {position} of `{parameter}`", charset.as_str())
    }
}

impl Error for Unmappable {}

/// How many bytes the entries take at least when joined.
fn length(entries: &[&(&str, Cow<'_, str>)]) -> usize {
    entries.iter().map(|(name, value)| name.len() + value.len() + 2).sum()
}

/// These go into the URL; everything else goes into the body, as the official Java client has it.
/// The gateway itself takes any split.
fn is_in_query(name: &str) -> bool {
    matches!(
        name,
        "alipay_root_cert_sn"
            | "alipay_sdk"
            | "app_cert_sn"
            | "app_id"
            | "auth_token"
            | "charset"
            | "encrypt_type"
            | "format"
            | "method"
            | "notify_url"
            | "prod_code"
            | "return_url"
            | "sign"
            | "sign_type"
            | "target_app_id"
            | "terminal_info"
            | "terminal_type"
            | "timestamp"
            | "version"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameters(charset: Charset, entries: &[(&'static str, &'static str)]) -> Parameters<'static> {
        let mut parameters = Parameters::in_charset(charset);
        for (name, value) in entries {
            parameters.add(name, *value);
        }
        parameters
    }

    #[test]
    fn the_text_to_sign_is_sorted_raw_and_without_what_is_empty() {
        for (entries, text) in [
            (&[][..], ""),
            (&[("sign", "S")], ""),
            (&[("b", "2")], "b=2"),
            (&[("b", "2"), ("sign", "S"), ("a", "1 +&=%中"), ("c", "")], "a=1 +&=%中&b=2"),
            // By bytes, not as words are sorted.
            (&[("a_b", "3"), ("aa", "4"), ("a", "2"), ("B", "1")], "B=1&a=2&a_b=3&aa=4"),
            (&[("sign_type", "RSA2"), ("sign", "S")], "sign_type=RSA2"),
        ] {
            for charset in [Charset::Utf8, Charset::Gbk, Charset::Gb18030] {
                let parameters = parameters(charset, entries);
                assert_eq!(parameters.text_to_sign(), text);
                assert_eq!(parameters.bytes_to_sign().unwrap(), *charset.encode(text).unwrap(), "{charset:?} {text}");
            }
        }
    }

    #[test]
    fn what_the_charset_lacks_is_not_signed() {
        let lacking = parameters(Charset::Gbk, &[("a", "中"), ("subject", "ab😀"), ("z", "😀")]);
        let error = lacking.bytes_to_sign().unwrap_err();
        assert_eq!((error.parameter(), error.position()), ("subject", 3));
        assert_eq!(error.to_string(), "GBK lacks character 3 of `subject`");
    }

    #[test]
    fn each_parameter_is_in_the_query_or_in_the_body() {
        let entries =
            [("sign", "a+b/c="), ("biz_content", r#"{"a":"中 *"}"#), ("app_auth_token", "T"), ("app_id", "1")];
        for (charset, chinese) in [(Charset::Utf8, "%E4%B8%AD"), (Charset::Gbk, "%D6%D0")] {
            let parameters = parameters(charset, &entries);
            let content = format!("biz_content=%7B%22a%22%3A%22{chinese}+*%22%7D");
            assert_eq!(parameters.query(), "sign=a%2Bb%2Fc%3D&app_id=1");
            assert_eq!(parameters.body(), format!("{content}&app_auth_token=T"));
            assert_eq!(parameters.all(), format!("app_auth_token=T&app_id=1&{content}&sign=a%2Bb%2Fc%3D"));
        }
    }

    #[test]
    fn debug_shows_names_alone() {
        assert_eq!(format!("{:?}", parameters(Charset::Utf8, &[("b", "2"), ("a", "1")])), r#"{"b", "a"}"#);
    }
}
