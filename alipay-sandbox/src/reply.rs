//! What a handler wants to be answered, in good order or in any of the ways in which answers go
//! wrong.

use std::time::Duration;

use bytes::Bytes;
use http::StatusCode;
use serde_json::{Map, Value};

/// What the gateway shall answer to one call.
///
/// ```
/// use std::time::Duration;
///
/// use alipay_sandbox::Reply;
/// use serde_json::json;
///
/// let reply = Reply::success(json!({ "point_log_no": "2016041200032000000001132000" }));
/// let late = reply.clone().delayed(Duration::from_millis(5));
/// let forged = reply.wrongly_signed();
/// let refused = Reply::business_error("BIZ_ERROR", "not enough points");
/// # drop((late, forged, refused));
/// ```
#[derive(Debug, Clone)]
#[must_use = "a reply does nothing until a handler returns it"]
pub struct Reply {
    pub(crate) content: Content,
    pub(crate) seal: Seal,
    pub(crate) delay: Duration,
    pub(crate) truncated: bool,
}

#[derive(Debug, Clone)]
pub(crate) enum Content {
    Node {
        text: String,
        key: Option<String>,
        gbk: bool,
    },
    Raw {
        status: StatusCode,
        content_type: String,
        body: Bytes,
    },
    /// Close the connection without an answer.
    Disconnect,
    /// Never answer.
    Silence,
}

/// How the answer's node is signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Seal {
    Signed,
    /// With `sign` in front of the node.
    SignedAhead,
    Unsigned,
    /// With a well-made signature over something else.
    Wrong,
}

impl Reply {
    /// `code` 10000 and the method's own fields, a JSON object.
    pub fn success(fields: impl Into<Value>) -> Self {
        Self::with_fields("10000", "Success", fields.into())
    }

    /// `code` 10003: accepted, the payment is in progress.
    pub fn in_progress(fields: impl Into<Value>) -> Self {
        Self::with_fields("10003", "order success pay inprocess", fields.into())
    }

    /// `code` 40004: the method itself failed, for example with `BIZ_ERROR`.
    pub fn business_error(sub_code: &str, sub_msg: &str) -> Self {
        Self::error("40004", "Business Failed", sub_code, sub_msg)
    }

    /// `code` 20000: the service is not available, and the outcome of the call is unknown.
    pub fn unavailable() -> Self {
        Self::error("20000", "Service Currently Unavailable", "isp.unknow-error", "系统繁忙")
    }

    /// Any error of the gateway.
    pub fn error(code: &str, msg: &str, sub_code: &str, sub_msg: &str) -> Self {
        let fields = [("sub_code", sub_code), ("sub_msg", sub_msg)].map(|(name, text)| (name.to_owned(), text.into()));
        Self::with_fields(code, msg, Value::Object(Map::from_iter(fields)))
    }

    /// The answer's node exactly as written here: JSON with the author's own spaces, digits and
    /// escapes, a text in quotes, or something that is no JSON at all.
    pub fn node(text: impl Into<String>) -> Self {
        Self::of(Content::Node { text: text.into(), key: None, gbk: false })
    }

    /// This body and nothing else, for answers of hostile or broken shapes.
    pub fn raw(status: StatusCode, content_type: impl Into<String>, body: impl Into<Bytes>) -> Self {
        Self::of(Content::Raw { status, content_type: content_type.into(), body: body.into() })
    }

    /// Closes the connection instead of answering.
    pub fn disconnect() -> Self {
        Self::of(Content::Disconnect)
    }

    /// Reads the call and never answers, until the caller goes or the gateway stops.
    pub fn silence() -> Self {
        Self::of(Content::Silence)
    }

    /// Leaves out `sign`, as the real gateway does for an unknown application or method.
    pub fn unsigned(self) -> Self {
        Self { seal: Seal::Unsigned, ..self }
    }

    /// Signs, with the right key, something other than what is sent.
    pub fn wrongly_signed(self) -> Self {
        Self { seal: Seal::Wrong, ..self }
    }

    /// Writes `sign` in front of the node.
    pub fn signed_ahead(self) -> Self {
        Self { seal: Seal::SignedAhead, ..self }
    }

    /// Puts the node under this key, such as `error_response`, in the place of the method's own.
    pub fn under(mut self, name: &str) -> Self {
        if let Content::Node { key, .. } = &mut self.content {
            *key = Some(name.to_owned());
        }
        self
    }

    /// Answers in GBK, and says so, whatever charset the call asked for.
    pub fn in_gbk(mut self) -> Self {
        if let Content::Node { gbk, .. } = &mut self.content {
            *gbk = true;
        }
        self
    }

    /// Waits before answering.
    pub fn delayed(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }

    /// Announces the whole body, sends its first half and breaks off.
    pub fn truncated(self) -> Self {
        Self { truncated: true, ..self }
    }

    /// `code` and `msg` in front of `fields`, as the gateway writes them.
    fn with_fields(code: &str, msg: &str, fields: Value) -> Self {
        let own = match fields {
            Value::Object(fields) => fields,
            Value::Null => Map::new(),
            other => return Self::node(other.to_string()),
        };
        let head = [("code", code), ("msg", msg)].map(|(name, text)| (name.to_owned(), Value::from(text)));
        let pairs: Vec<_> =
            head.into_iter().chain(own).map(|(name, value)| format!("{}:{value}", Value::from(name))).collect();
        Self::node(format!("{{{}}}", pairs.join(",")))
    }

    fn of(content: Content) -> Self {
        Self { content, seal: Seal::Signed, delay: Duration::ZERO, truncated: false }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_node_begins_with_code_and_msg() {
        for (reply, expected) in [
            (Reply::success(json!({"a": "x\"", "b": 1})), r#"{"code":"10000","msg":"Success","a":"x\"","b":1}"#),
            (Reply::success(Value::Null), r#"{"code":"10000","msg":"Success"}"#),
            (Reply::in_progress(json!({})), r#"{"code":"10003","msg":"order success pay inprocess"}"#),
            (
                Reply::business_error("BIZ_ERROR", "no \"points\""),
                r#"{"code":"40004","msg":"Business Failed","sub_code":"BIZ_ERROR","sub_msg":"no \"points\""}"#,
            ),
            (Reply::success("ciphertext"), r#""ciphertext""#),
        ] {
            let Content::Node { text, .. } = reply.content else { panic!("no node") };
            assert_eq!(text, expected);
        }
    }
}
