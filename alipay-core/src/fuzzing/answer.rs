//! The answer of a gateway: envelope, signature, code, decryption, typed response, batch.

use std::cell::RefCell;
use std::sync::Arc;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use http::header::{CONTENT_TYPE, HeaderValue};
use serde_json::Value;
use serde_json::value::RawValue;

use super::oracle::{Oracle, client};
use super::records::{BatchSent, Everything, Question};
use super::second_reader::{are_distinct, members, only};
use super::{is_set, now};
use crate::charset::Charset;
use crate::encryption::{ContentKey, Encryption};
use crate::envelope::parts::{self, BETWEEN};
use crate::envelope::{EnvelopeError, Expected, Malformed, Opened, open};
use crate::error::{Error, ErrorKind};
use crate::json;
use crate::transport::{AnswerBody, RequestBody, Transport, TransportFuture};
use crate::{Answer, Client};

const RESPONSE_KEY: &str = "alipay_trade_query_response";

/// What stands in the header; by the lowest three bits of the settings.
const CONTENT_TYPES: [Option<&str>; 8] = [
    None,
    Some("text/html;charset=utf-8"),
    Some("text/html;charset=GBK"),
    Some("application/json; charset=\"gb2312\""),
    Some("text/plain;charset=GB18030"),
    Some("text/plain;charset=utf-16"),
    Some("application/json"),
    Some("text/html; x=y; CHARSET = gbk "),
];

/// How an answer is read. Bits 0 to 2 of the settings are the content type.
struct Setting {
    content_type: Option<&'static str>,
    /// Bit 3: `code` 10003 is a success.
    in_progress: bool,
    /// Bit 4. Never without the feature for it.
    content_key: Option<ContentKey>,
    /// Bit 5.
    encryption: Encryption,
    /// Bit 7: nothing counts as signed.
    is_refused: bool,
}

impl Setting {
    fn of(settings: u8) -> Self {
        Self {
            content_type: CONTENT_TYPES[usize::from(settings & 7)],
            in_progress: is_set(settings, 3),
            #[cfg(feature = "encryption")]
            content_key: is_set(settings, 4).then(|| ContentKey::parse(super::CONTENT_KEY).unwrap()),
            #[cfg(not(feature = "encryption"))]
            content_key: None,
            encryption: if is_set(settings, 5) { Encryption::AesV2 } else { Encryption::Aes },
            is_refused: is_set(settings, 7),
        }
    }

    fn expected(&self) -> Expected<'_> {
        Expected {
            response_key: RESPONSE_KEY,
            in_progress: self.in_progress,
            content_key: self.content_key.as_ref(),
            encryption: self.encryption,
        }
    }

    /// An answer whose node is this, encrypted.
    fn sealed(&self, node: &[u8]) -> Option<Vec<u8>> {
        let sealed = self.content_key.as_ref()?.encrypt(node, self.encryption).unwrap();
        Some(format!(r#"{{"{RESPONSE_KEY}":"{sealed}","sign":"AAA="}}"#).into_bytes())
    }
}

/// Reads an answer in all ways. With bit 6 of the settings the input is the node before its encryption.
pub fn answer(input: &[u8]) -> bool {
    let Some((&settings, body)) = input.split_first() else { return false };
    let setting = Setting::of(settings);
    match setting.sealed(body).filter(|_| is_set(settings, 6)) {
        Some(sealed) => read(&setting, &sealed, Some(body)),
        None => read(&setting, body, None),
    }
}

fn read(setting: &Setting, body: &[u8], plain: Option<&[u8]>) -> bool {
    let decoded = Charset::of_content_type(setting.content_type).and_then(|charset| charset.decode(body));
    let second = decoded.as_ref().and_then(|(text, charset)| Second::read(text, *charset));
    let signed = second.as_ref().filter(|_| !setting.is_refused).map(Second::as_bytes);
    Oracle::sign(move |signature| signed.clone().map(|[one, other]| if is_later(signature) { other } else { one }));
    let opened = now(open(body, setting.content_type, setting.expected(), &Oracle));
    match (&opened, &second) {
        (Ok(opened), Some(second)) => second.check(setting, opened, plain),
        (Ok(_), None) => panic!("the second reader finds no answer in it"),
        (Err(_), Some(second)) => assert!(!second.must_be_read(setting), "a good answer is refused"),
        (Err(_), None) => {}
    }
    if let Some((text, _)) = &decoded {
        split(text);
        if let Err(EnvelopeError::Malformed(Malformed::NotJson { .. })) = opened {
            assert!(members(text).is_none(), "JSON is refused as being none");
        }
    }
    call(setting, body, &opened);
    let Ok(Opened::Success { node, .. } | Opened::Failure { node, .. }) = opened else { return false };
    let batch = json::from_str::<BatchSent>(node.as_str()).ok().and_then(|batch| batch.response_body);
    typed(node.as_str()) || batch.is_some_and(|text| split(&text))
}

/// Whether a signature is one that was made before the gateway escaped slashes: so the input chooses.
fn is_later(signature: &[u8]) -> bool {
    signature.len() % 2 == 1
}

/// What a second reader finds: an answer whose outermost names are all different, with one response,
/// which is of this method.
struct Second<'t> {
    name: String,
    node: &'t str,
    sign: Option<Value>,
    cert_sn: Option<Value>,
    charset: Charset,
}

impl<'t> Second<'t> {
    fn read(text: &'t str, charset: Charset) -> Option<Self> {
        let members = members(text)?;
        let responses: Vec<_> = members.iter().filter(|(name, _)| name.ends_with("_response")).collect();
        let [(name, node)] = *responses else { return None };
        if !are_distinct(&members) || !matches!(name.as_str(), RESPONSE_KEY | "error_response") {
            return None;
        }
        // What is no value for serde_json, such as half of a character, is no text either.
        let value = |name| only(&members, name).map(|value| serde_json::from_str(value).unwrap_or(Value::Bool(true)));
        Some(Self { name: name.clone(), node, sign: value("sign"), cert_sn: value("alipay_cert_sn"), charset })
    }

    /// The node as it stands, and as it was before its slashes were escaped.
    fn as_bytes(&self) -> [Vec<u8>; 2] {
        [self.node, &self.node.replace("\\/", "/")].map(|text| self.charset.encode(text).unwrap().into_owned())
    }

    /// The signature, if there is one.
    fn sign(&self) -> Option<&str> {
        self.sign.as_ref().and_then(Value::as_str).filter(|sign| !sign.is_empty())
    }

    fn signed_text(&self) -> Option<String> {
        let signature = BASE64_STANDARD.decode(self.sign()?).ok()?;
        Some(if is_later(&signature) { self.node.replace("\\/", "/") } else { self.node.to_owned() })
    }

    fn check(&self, setting: &Setting, opened: &Opened, plain: Option<&[u8]>) {
        let (head, node, is_success) = match opened {
            Opened::Success { head, node } => (head, node.as_str(), true),
            Opened::Failure { head, node } => (head, node.as_str(), false),
            Opened::UnverifiedFailure { head, node } => {
                assert_eq!(node, self.node);
                assert!(self.sign().is_none(), "a signature was passed over");
                let is_success = matches!(head.code.as_deref(), None | Some("10000" | "10003"));
                assert!(!is_success, "a success is believed without a signature");
                return;
            }
        };
        assert!(!setting.is_refused, "what nobody signed is believed");
        let signed = self.signed_text().expect("without a signature nothing is signed");
        if signed.starts_with('"') {
            assert!(setting.content_key.is_some());
            if let Some(plain) = plain {
                assert_eq!(self.charset.decode(plain).unwrap().0, node);
            }
        } else {
            assert_eq!(node, signed);
        }
        if let Some(code) = code(node) {
            assert_eq!(head.code.as_deref().unwrap_or_default(), code);
        }
        let codes: &[_] = if setting.in_progress { &["10000", "10003"] } else { &["10000"] };
        let means_success = head.code.as_deref().map_or(head.sub_code.is_none(), |code| codes.contains(&code));
        assert_eq!(is_success, means_success);
        assert!(!is_success || self.name == RESPONSE_KEY, "an error that succeeds");
    }

    /// Whether it is an answer like those that the gateway gives: refusing it would lose a payment.
    fn must_be_read(&self, setting: &Setting) -> bool {
        let Some(node) = self.signed_text().filter(|_| !setting.is_refused) else { return false };
        let Some(members) = members(&node) else { return false };
        let is_word = |name: &&str| match members.iter().filter(|(known, _)| known == name).collect::<Vec<_>>()[..] {
            [] => true,
            [(_, value)] => {
                matches!(serde_json::from_str(value), Ok(Value::String(_) | Value::Null))
                    || value.starts_with(|first: char| first.is_ascii_digit())
            }
            _ => false,
        };
        let has_words = ["code", "msg", "sub_code", "sub_msg"].iter().all(is_word);
        let has_sn = matches!(self.cert_sn, None | Some(Value::Null | Value::String(_)));
        self.name == RESPONSE_KEY && has_words && has_sn
    }
}

/// The code of a node, empty for none, if `serde_json` can say: a text or a whole number.
fn code(node: &str) -> Option<String> {
    let node: Value = serde_json::from_str(node).ok()?;
    match node.get("code") {
        None | Some(Value::Null) => Some(String::new()),
        Some(Value::String(code)) => Some(code.clone()),
        Some(code) => code.as_u64().map(|code| code.to_string()),
    }
}

/// The parts of a batch: each is JSON, and between them stands nothing but separators.
fn split(text: &str) -> bool {
    let Ok(parts) = parts::split(text) else { return false };
    let mut rest = text;
    for (at, part) in parts.iter().enumerate() {
        if at > 0 {
            rest = rest.trim_ascii_start().strip_prefix(BETWEEN).unwrap();
        }
        rest = rest.trim_ascii_start().strip_prefix(part).unwrap();
        assert!(part.is_empty() || serde_json::from_str::<&RawValue>(part).is_ok_and(|value| value.get() == *part));
    }
    assert_eq!(rest.trim_ascii_start(), "");
    parts.iter().any(|part| {
        let Ok(part) = parts::open(part, RESPONSE_KEY, false) else { return false };
        let is_success = part.head.code.as_deref().map_or(part.head.sub_code.is_none(), |code| code == "10000");
        assert_eq!(part.is_success, is_success);
        typed(part.node.as_str())
    })
}

/// The node as a declared response: what was read and written is read as the same.
fn typed(node: &str) -> bool {
    let read = json::from_str::<Everything>(node);
    if let Ok(value) = serde_json::from_str::<Value>(node) {
        // Through floats: other values, but no panic.
        let _ = json::deserialize::<Everything, _>(&value);
        if let Ok(everything) = &read {
            everything.check(&value);
        }
    }
    let Ok(everything) = read else { return false };
    let Ok(written) = json::to_string(&everything) else { return false };
    // As text: an empty list is left out, and is not there when it is read again.
    let again: Everything = json::from_str(&written).expect("what was written is not read");
    assert_eq!(json::to_string(&again).unwrap(), written, "it changes on the way");
    serde_json::from_str::<Value>(&written).expect("what is written is not JSON");
    let _ = format!("{everything:?}");
    true
}

/// The same answer to a whole call, which must come to the same end.
fn call(setting: &Setting, body: &[u8], opened: &Result<Opened, EnvelopeError>) {
    if setting.in_progress || setting.encryption != Encryption::Aes {
        return;
    }
    ANSWER.set((body.to_vec(), setting.content_type));
    let called: Result<Answer<Everything>, Error> = CALLER.with(|(runtime, clients)| {
        let client = &clients[usize::from(setting.content_key.is_some())];
        runtime.block_on(async { Question::new("1").call(client).await })
    });
    let error = match (called, opened) {
        (Ok(answer), Ok(Opened::Success { node, .. })) => return assert_eq!(answer.body(), node.as_str()),
        (Ok(_), _) => panic!("a call succeeds without a success"),
        (Err(error), _) => error,
    };
    let (kind, is_verified) = match opened {
        Ok(Opened::Success { .. }) => (ErrorKind::Decode, true),
        Ok(Opened::Failure { .. }) => (ErrorKind::Business, true),
        Ok(Opened::UnverifiedFailure { .. }) => (ErrorKind::Gateway, false),
        Err(EnvelopeError::Signature(_)) => (ErrorKind::Signature, false),
        Err(EnvelopeError::Malformed(_)) => (ErrorKind::Decode, false),
    };
    assert_eq!((error.kind(), error.body_is_verified()), (kind, is_verified));
    let shown = format!("{error} {error:?}");
    assert!(!shown.contains(char::is_control), "a line of somebody else's in the log");
}

thread_local! {
    /// What the gateway answers in this thread.
    static ANSWER: RefCell<(Vec<u8>, Option<&'static str>)> = const { RefCell::new((Vec::new(), None)) };

    /// Clients without and with a content key.
    static CALLER: (tokio::runtime::Runtime, [Client; 2]) = {
        let client = || client().transport(Arc::new(Parrot));
        #[cfg(feature = "encryption")]
        let with_key = client().content_key(super::CONTENT_KEY).encryption(Encryption::Aes);
        #[cfg(not(feature = "encryption"))]
        let with_key = client();
        let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build().unwrap();
        (runtime, [client(), with_key].map(|builder| builder.build().unwrap()))
    };
}

/// A gateway that answers with what it was told.
struct Parrot;

impl Transport for Parrot {
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
        Box::pin(async move {
            request.into_body().collect(1 << 20).await?;
            let (body, content_type) = ANSWER.take();
            let mut answer = http::Response::new(AnswerBody::from(body));
            if let Some(content_type) = content_type {
                answer.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
            }
            Ok(answer)
        })
    }
}
