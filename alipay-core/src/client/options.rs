//! What one call wants different.

use std::time::Duration;

use crate::violation::{RuleCode, Violation};

/// The options of a call, as they were given.
#[derive(Default)]
pub(crate) struct Options {
    /// `None`: the client's default.
    pub(crate) app_auth_token: Option<String>,
    pub(crate) auth_token: String,
    /// `None`: the client's default.
    pub(crate) notify_url: Option<String>,
    pub(crate) return_url: String,
    /// `None`: the client's default.
    pub(crate) timeout: Option<Duration>,
    pub(crate) parameters: Vec<(String, String)>,
    pub(crate) allowed: Vec<(String, RuleCode)>,
    pub(crate) unchecked: bool,
}

/// Parameters that have a meaning for the client itself: given twice, they would contradict it.
const OWN: [&str; 16] = [
    "alipay_root_cert_sn",
    "app_auth_token",
    "app_cert_sn",
    "app_id",
    "auth_token",
    "biz_content",
    "charset",
    "encrypt_type",
    "format",
    "method",
    "notify_url",
    "return_url",
    "sign",
    "sign_type",
    "timestamp",
    "version",
];

impl Options {
    /// Says which parameter cannot be sent.
    pub(super) fn check(&self) -> Result<(), String> {
        for (position, (name, _)) in self.parameters.iter().enumerate() {
            if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_-.".contains(&byte)) {
                return Err(
                    "the name of a parameter holds something else than letters, digits, `_`, `-` and `.`".into()
                );
            }
            if OWN.contains(&name.as_str()) {
                return Err(format!("the parameter `{name}` is set by the client"));
            }
            if self.parameters.iter().take(position).any(|(earlier, _)| earlier == name) {
                return Err(format!("the parameter `{name}` is given twice"));
            }
        }
        Ok(())
    }

    /// Whether the caller wants the request sent in spite of this.
    pub(super) fn allows(&self, violation: &Violation) -> bool {
        self.allowed.iter().any(|(path, rule)| *rule == violation.code && is_path(path, &violation.path))
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
            Options { parameters, ..Options::default() }.check()
        };
        assert_eq!(check(&["prod_code", "grant_type", "terminal-info", "a.b"]), Ok(()));
        for name in OWN {
            assert_eq!(check(&["prod_code", name]), Err(format!("the parameter `{name}` is set by the client")));
        }
        assert_eq!(check(&["code", "code"]), Err("the parameter `code` is given twice".to_owned()));
        for name in ["", "a=b", "a&b", "a b", "中"] {
            assert!(check(&[name]).is_err(), "{name}");
        }
    }
}
