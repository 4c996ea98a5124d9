//! From a reply to the bytes of an answer: the node under its key, and the signature over exactly
//! the node's bytes.

use bytes::Bytes;
use encoding_rs::{Encoding, GBK};
use http::StatusCode;
use serde_json::Value;

use crate::Call;
use crate::checks::ERROR_KEY;
use crate::reply::{Content, Reply, Seal};
use crate::signing::GatewayKey;

/// An answer, ready to be sent.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) content_type: String,
    pub(crate) body: Bytes,
}

impl Answer {
    /// Nothing where the reply is not to be answered at all.
    pub(crate) fn seal(
        reply: Reply,
        call: Option<&Call>,
        charset: &'static Encoding,
        key: &GatewayKey,
    ) -> Option<Self> {
        match reply.content {
            Content::Node { text, key: name, gbk } => {
                let charset = if gbk { GBK } else { charset };
                let name = name.unwrap_or_else(|| response_key(call));
                Some(Self {
                    status: StatusCode::OK,
                    // As the real gateway says it, although the body is JSON.
                    content_type: format!("text/html;charset={}", charset.name()),
                    body: envelope(&name, &charset.encode(&text).0, reply.seal, key).into(),
                })
            }
            Content::Raw { status, content_type, body } => Some(Self { status, content_type, body }),
            Content::Disconnect | Content::Silence => None,
        }
    }
}

/// `alipay.trade.pay` is answered under `alipay_trade_pay_response`.
fn response_key(call: Option<&Call>) -> String {
    match call.map(Call::method) {
        None | Some("") => ERROR_KEY.to_owned(),
        Some(method) => format!("{}_response", method.replace('.', "_")),
    }
}

fn envelope(name: &str, node: &[u8], seal: Seal, key: &GatewayKey) -> Vec<u8> {
    let name = Value::from(name).to_string();
    let sign = match seal {
        Seal::Unsigned => return [b"{", name.as_bytes(), b":", node, b"}"].concat(),
        Seal::Wrong => key.sign(b"something else"),
        Seal::Signed | Seal::SignedAhead => key.sign(node),
    };
    let sign = format!(r#""sign":"{sign}""#);
    if seal == Seal::SignedAhead {
        [b"{", sign.as_bytes(), b",", name.as_bytes(), b":", node, b"}"].concat()
    } else {
        [b"{", name.as_bytes(), b":", node, b",", sign.as_bytes(), b"}"].concat()
    }
}
