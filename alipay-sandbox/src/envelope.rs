//! From a reply to the bytes of an answer: the node under its key, encrypted if the call was, and the
//! signature over exactly the node's bytes.

use std::sync::Arc;

use bytes::Bytes;
use encoding_rs::{Encoding, GBK};
use http::StatusCode;
use serde_json::Value;

use crate::Call;
use crate::checks::{Cipher, ERROR_KEY};
use crate::reply::{Content, Reply, Seal};
use crate::signing::GatewayKey;

/// What an answer needs to know of the call that it answers.
pub(crate) struct Context {
    /// Nothing if the request could not be read.
    pub(crate) call: Option<Call>,
    pub(crate) charset: &'static Encoding,
    pub(crate) key: Arc<GatewayKey>,
    pub(crate) cipher: Option<Cipher>,
}

/// An answer, ready to be sent.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) content_type: String,
    pub(crate) body: Bytes,
}

impl Answer {
    /// Nothing where the reply is not to be answered at all.
    pub(crate) fn seal(reply: Reply, context: &Context) -> Option<Self> {
        match reply.content {
            Content::Node { text, key: name, gbk } => {
                let charset = if gbk { GBK } else { context.charset };
                let name = name.unwrap_or_else(|| response_key(context.call.as_ref()));
                let node = match &context.cipher {
                    Some(cipher) if !is_error(&text) => encrypted(&charset.encode(&text).0, cipher),
                    _ => charset.encode(&text).0.into_owned(),
                };
                Some(Self {
                    status: StatusCode::OK,
                    // As the real gateway says it, although the body is JSON.
                    content_type: format!("text/html;charset={}", charset.name()),
                    body: envelope(&name, &node, reply.seal, &context.key).into(),
                })
            }
            Content::Raw { status, content_type, body } => Some(Self { status, content_type, body }),
            Content::Disconnect | Content::Silence => None,
        }
    }
}

/// `alipay.trade.pay` is answered under `alipay_trade_pay_response`.
pub(crate) fn response_key(call: Option<&Call>) -> String {
    match call.map(Call::method) {
        None | Some("") => ERROR_KEY.to_owned(),
        Some(method) => format!("{}_response", method.replace('.', "_")),
    }
}

/// Errors stay readable in the answer to an encrypted call.
fn is_error(node: &str) -> bool {
    let node: Value = serde_json::from_str(node).unwrap_or_default();
    node.get("code").and_then(Value::as_str).is_some_and(|code| !["10000", "10003"].contains(&code))
}

/// A JSON text of base64; the quotes belong to what is signed.
fn encrypted(node: &[u8], cipher: &Cipher) -> Vec<u8> {
    let text = cipher.key.encrypt(cipher.algorithm, node).unwrap_or_default();
    format!("\"{text}\"").into_bytes()
}

fn envelope(name: &str, node: &[u8], seal: Seal, key: &GatewayKey) -> Vec<u8> {
    let name = Value::from(name).to_string();
    let sign = match seal {
        Seal::Unsigned => return [b"{", name.as_bytes(), b":", node, b"}"].concat(),
        Seal::Wrong => key.sign(b"something else"),
        Seal::Signed | Seal::SignedAhead => key.sign(node),
    };
    let sign = match &key.certificate {
        Some(number) => format!(r#""alipay_cert_sn":"{number}","sign":"{sign}""#),
        None => format!(r#""sign":"{sign}""#),
    };
    if seal == Seal::SignedAhead {
        [b"{", sign.as_bytes(), b",", name.as_bytes(), b":", node, b"}"].concat()
    } else {
        [b"{", name.as_bytes(), b":", node, b",", sign.as_bytes(), b"}"].concat()
    }
}
