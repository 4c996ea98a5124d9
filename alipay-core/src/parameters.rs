//! The parameters of a request: their text to sign and their two encoded halves.
//!
//! On the path: *declaration → schema → validation → JSON → **text to sign → request** → answer*.

use std::fmt;

/// These go into the URL; everything else goes into the body, as the official Java client has it.
/// The gateway itself takes any split.
const IN_QUERY: [&str; 19] = [
    "alipay_root_cert_sn",
    "alipay_sdk",
    "app_cert_sn",
    "app_id",
    "auth_token",
    "charset",
    "encrypt_type",
    "format",
    "method",
    "notify_url",
    "prod_code",
    "return_url",
    "sign",
    "sign_type",
    "target_app_id",
    "terminal_info",
    "terminal_type",
    "timestamp",
    "version",
];

/// Names and values of one request, borrowed. A parameter with an empty value does not exist.
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
    entries: Vec<(&'a str, &'a str)>,
}

impl<'a> Parameters<'a> {
    /// No parameters.
    pub fn new() -> Self {
        Self { entries: Vec::with_capacity(16) }
    }

    /// Adds a parameter, unless the value is empty.
    pub fn add(&mut self, name: &'a str, value: &'a str) {
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
        let mut entries: Vec<_> = self.entries.iter().filter(|(name, _)| *name != "sign").collect();
        entries.sort_unstable_by_key(|(name, _)| *name);
        let mut text = String::with_capacity(entries.iter().map(|(name, value)| name.len() + value.len() + 2).sum());
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

    /// The parameters that go into the URL, encoded like an HTML form.
    pub fn query(&self) -> String {
        self.encode(is_in_query)
    }

    /// The parameters that go into the body, encoded like an HTML form.
    pub fn body(&self) -> String {
        self.encode(|name| !is_in_query(name))
    }

    fn encode(&self, belongs: impl Fn(&str) -> bool) -> String {
        let entries = || self.entries.iter().filter(|(name, _)| belongs(name));
        // Room for JSON as it usually is; a text that is Chinese throughout grows once. Counting exactly
        // would be as much work as encoding.
        let room = entries().map(|(name, value)| 2 * (name.len() + value.len())).sum();
        form_urlencoded::Serializer::new(String::with_capacity(room)).extend_pairs(entries().copied()).finish()
    }
}

impl fmt::Debug for Parameters<'_> {
    /// The names alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_set().entries(self.entries.iter().map(|(name, _)| name)).finish()
    }
}

fn is_in_query(name: &str) -> bool {
    IN_QUERY.contains(&name)
}
