//! What one call wants different.

use std::time::Duration;

use super::common::{self, CommonParameters};
use super::retry::RetryPolicy;
use crate::charset::Charset;
use crate::encryption::Encryption;
use crate::violation::{RuleCode, Violation};

/// The options of a call, as they were given. `None`: as the client has it.
#[derive(Default)]
pub(crate) struct Options {
    pub(crate) common: CommonParameters,
    pub(crate) charset: Option<Charset>,
    pub(crate) encryption: Option<Encryption>,
    pub(crate) timeout: Option<Duration>,
    pub(crate) retry: Option<RetryPolicy>,
    pub(crate) parameters: Vec<(String, String)>,
    pub(crate) allowed: Vec<(String, RuleCode)>,
    pub(crate) unchecked: bool,
}

/// The setters of a builder that holds its [`Options`] in the field `options`: what every request may
/// want different, whichever way it travels.
macro_rules! option_setters {
    () => {
        $crate::client::common_setters!(options.common);

        /// The charset of this request, in place of the client's.
        pub fn charset(mut self, charset: $crate::Charset) -> Self {
            self.options.charset = Some(charset);
            self
        }

        /// Encrypts `biz_content` or sends it as it is, whatever the client and the method have by
        /// default. Needs the client's [`content_key`](crate::ClientBuilder::content_key).
        #[cfg(feature = "encryption")]
        pub fn encryption(mut self, encryption: $crate::encryption::Encryption) -> Self {
            self.options.encryption = Some(encryption);
            self
        }

        /// Adds a parameter beside `biz_content` that has no setter here. Those that the client sets
        /// itself (`sign`, `timestamp`, …) are refused when the request is made.
        pub fn parameter(mut self, name: impl Into<String>, value: impl Into<String>) -> Self {
            self.options.parameters.push((name.into(), value.into()));
            self
        }
    };
}

/// The setters about the rules of a declaration, for the same builders.
macro_rules! rule_setters {
    () => {
        /// Sends the request although it breaks this rule at this wire path, for when you know better
        /// than the declaration. Numbers of list items are left out: `items.amount`.
        pub fn allow(mut self, path: impl Into<String>, rule: $crate::violation::RuleCode) -> Self {
            self.options.allowed.push((path.into(), rule));
            self
        }

        /// Sends the request without validating it at all. **Every mistake that validation would have
        /// found is left to the gateway, which finds fewer of them, later, and sometimes only after the
        /// money has moved.** Prefer [`allow`](Self::allow).
        pub fn unchecked(mut self) -> Self {
            self.options.unchecked = true;
            self
        }
    };
}

pub(crate) use {option_setters, rule_setters};

/// Parameters that have a meaning for the client itself: given twice, they would contradict it.
const OWN: [&str; 12] = [
    "alipay_root_cert_sn",
    "app_cert_sn",
    "app_id",
    "biz_content",
    "charset",
    "encrypt_type",
    "format",
    "method",
    "sign",
    "sign_type",
    "timestamp",
    "version",
];

impl Options {
    /// Says which parameter cannot be sent; `declared` are those that the request itself has.
    pub(super) fn check(&self, declared: &[&str]) -> Result<(), String> {
        for (position, (name, _)) in self.parameters.iter().enumerate() {
            if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte)) {
                return Err(
                    "the name of a parameter holds something else than letters, digits, `_`, `-` and `.`".into()
                );
            }
            if OWN.contains(&name.as_str()) {
                return Err(format!("the parameter `{name}` is set by the client"));
            }
            if common::NAMES.contains(&name.as_str()) {
                return Err(format!("the parameter `{name}` has a setter of its own: use `.{name}(…)`"));
            }
            if declared.contains(&name.as_str()) {
                return Err(format!("the parameter `{name}` is a field of the request: set it there"));
            }
            if self.parameters.iter().take(position).any(|(earlier, _)| earlier == name) {
                return Err(format!("the parameter `{name}` is given twice"));
            }
        }
        Ok(())
    }

    /// Whether the caller wants the request sent in spite of this.
    pub(super) fn allows(&self, violation: &Violation) -> bool {
        self.allows_at(&violation.path, violation.code)
    }

    /// Whether the caller lets this rule be broken at this place.
    pub(super) fn allows_at(&self, place: &str, code: RuleCode) -> bool {
        self.allowed.iter().any(|(path, rule)| *rule == code && is_path(path, place))
    }
}

/// `items.amount` is the path of `items[3].amount`.
fn is_path(path: &str, with_indexes: &str) -> bool {
    let mut parts = with_indexes.split('[');
    let mut rest = parts.next().and_then(|start| path.strip_prefix(start));
    for part in parts {
        let after_index = part.split_once(']').map_or("", |(_, after)| after);
        rest = rest.and_then(|rest| rest.strip_prefix(after_index));
    }
    rest == Some("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_match_whatever_the_index() {
        for (path, found, expected) in [
            ("amount", "amount", true),
            ("items.amount", "items[3].amount", true),
            ("items", "items[3]", true),
            ("a.b.c", "a[0].b[12].c", true),
            ("a.b", "a[0][1].b", true),
            ("items.amount", "items.amount", true),
            ("items", "items[3].amount", false),
            ("items.amount", "items", false),
            ("items.amount", "items[3].amounts", false),
            ("amount", "items[3].amount", false),
            ("", "amount", false),
        ] {
            assert_eq!(is_path(path, found), expected, "{path} {found}");
        }
    }

    #[test]
    fn parameters_of_the_client_cannot_be_replaced() {
        let check = |names: &[&str]| {
            let parameters = names.iter().map(|name| ((*name).to_owned(), "x".to_owned())).collect();
            Options { parameters, ..Options::default() }.check(&[])
        };
        assert_eq!(check(&["grant_type", "terminal-info", "a.b"]), Ok(()));
        for name in OWN {
            assert_eq!(check(&["grant_type", name]), Err(format!("the parameter `{name}` is set by the client")));
        }
        for name in common::NAMES {
            let message = format!("the parameter `{name}` has a setter of its own: use `.{name}(…)`");
            assert_eq!(check(&[name]), Err(message));
        }
        assert_eq!(check(&["code", "code"]), Err("the parameter `code` is given twice".to_owned()));
        for name in ["", "a=b", "a&b", "a b", "中"] {
            assert!(check(&[name]).is_err(), "{name}");
        }
    }
}
