//! What Alipay posts: form, text to verify, verified fields, typed value, message.

use std::collections::BTreeMap;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use encoding_rs::{Encoding, GB18030, GBK, UTF_8};
use serde_json::value::RawValue;

use super::oracle::Oracle;
use super::records::{Event, Everything};
use super::{APP_ID, is_set, now};
use crate::charset::Charset;
use crate::encryption::ContentKey;
use crate::message::read::Opener;
use crate::notify::{Expected, Notification, Recipient};
use crate::sign::SignType;
use crate::{Amount, json};

/// By the lowest two bits of the settings.
const CONTENT_TYPES: [Option<&str>; 4] = [
    None,
    Some("application/x-www-form-urlencoded; charset=utf-8"),
    Some("application/x-www-form-urlencoded;charset=GBK"),
    Some("application/x-www-form-urlencoded;charset=utf-16"),
];

/// How Alipay signed it.
#[derive(Clone, Copy)]
struct Rule {
    /// Bit 2 of the settings.
    with_sign_type: bool,
    /// Bit 3.
    with_empty: bool,
}

/// Reads a notification in all ways. With bit 6 of the settings the input comes without signature and
/// sign type, with bit 7 nothing counts as signed.
pub fn notification(input: &[u8]) -> bool {
    let Some((&settings, form)) = input.split_first() else { return false };
    let content_type = CONTENT_TYPES[usize::from(settings & 3)];
    let rule = Rule { with_sign_type: is_set(settings, 2), with_empty: is_set(settings, 3) };
    let charset = if is_set(settings, 4) { Charset::Gbk } else { Charset::Utf8 };
    let signed = [form, b"&sign=AA%3D%3D&sign_type=RSA2"].concat();
    let body = if is_set(settings, 6) { &signed } else { form };

    let second = Second::read(body, content_type, charset);
    let text = second.as_ref().filter(|_| !is_set(settings, 7)).map(|second| second.text(rule));
    let is_signed = text.is_some();
    Oracle::sign(move |_| text.clone());
    let verifier = &Oracle;
    let recipient = Recipient { app_id: APP_ID, sign_type: SignType::Rsa2, charset, max_bytes: 1 << 16, verifier };
    let received = now(recipient.receive(body, content_type));

    let expected = second.filter(|_| is_signed && body.len() <= 1 << 16).and_then(|second| second.fields(rule));
    let notification = match (received, expected) {
        (Ok(notification), Some(expected)) => {
            let expected = expected.iter().map(|(name, value)| (name.as_str(), value.as_str()));
            assert!(notification.fields().eq(expected), "other fields than those that were signed");
            notification
        }
        (Ok(_), None) => panic!("accepted, although it is not what was signed, or not to be taken apart"),
        (Err(error), Some(_)) => panic!("a good notification is refused: {error}"),
        (Err(error), None) => {
            let shown = format!("{error} {error:?}");
            assert!(!shown.contains(char::is_control), "a line of somebody else's in the log");
            return false;
        }
    };
    let is_message = message(&notification, charset);
    typed(&notification) || is_message
}

/// A form as others read it.
struct Second {
    /// In the form's charset.
    raw: BTreeMap<Vec<u8>, Vec<u8>>,
    texts: BTreeMap<String, String>,
}

impl Second {
    /// `None` for what can be taken apart in more than one way, or has no text in its charset.
    fn read(body: &[u8], content_type: Option<&str>, otherwise: Charset) -> Option<Self> {
        let mut raw = BTreeMap::new();
        let pairs: Vec<_> = body.split(|byte| *byte == b'&').filter(|pair| !pair.is_empty()).collect();
        for pair in &pairs {
            let mut halves = pair.splitn(2, |byte| *byte == b'=');
            let [name, value] = [halves.next(), halves.next()].map(|half| percent_decoded(half.unwrap_or_default()));
            let (name, value) = (name?, value?);
            let is_usual = |byte: &u8| byte.is_ascii_alphanumeric() || b"_-.".contains(byte);
            if name.is_empty() || !name.iter().all(is_usual) || raw.insert(name, value).is_some() {
                return None;
            }
        }
        let label = match raw.get(&b"charset"[..]).filter(|label| !label.is_empty()) {
            Some(label) => Some(String::from_utf8(label.clone()).ok()?),
            None => content_type.and_then(|text| text.split_once("charset=")).map(|(_, label)| label.to_owned()),
        };
        let encoding = match label {
            Some(label) => Encoding::for_label(label.as_bytes())?,
            None => {
                if otherwise == Charset::Gbk {
                    GBK
                } else {
                    UTF_8
                }
            }
        };
        if pairs.len() > 512 || ![UTF_8, GBK, GB18030].contains(&encoding) {
            return None;
        }
        let texts = raw.iter().map(|(name, value)| Some((text(name, UTF_8)?, text(value, encoding)?)));
        let texts: BTreeMap<_, _> = texts.collect::<Option<_>>()?;
        if encoding == UTF_8 {
            let by_others: BTreeMap<_, _> = form_urlencoded::parse(body).into_owned().collect();
            assert_eq!(by_others, texts);
        }
        Some(Self { raw, texts })
    }

    /// Of the names that this rule covers, `name=value`, sorted and joined by `&`.
    fn text(&self, rule: Rule) -> Vec<u8> {
        let pairs = self.raw.iter().filter(|(name, value)| rule.covers(name, value));
        let pairs: Vec<_> = pairs.map(|(name, value)| [name, &b"="[..], value].concat()).collect();
        pairs.join(&b'&')
    }

    /// What is to be handed out, if Alipay signed it by this rule for this application.
    fn fields(self, rule: Rule) -> Option<BTreeMap<String, String>> {
        let field = |name: &str| self.texts.get(name).filter(|value| !value.is_empty());
        BASE64_STANDARD.decode(field("sign")?).ok()?;
        if field("sign_type")? != "RSA2" || field("app_id").is_some_and(|app_id| app_id != APP_ID) {
            return None;
        }
        let is_other =
            |part: &str| part.split_once('=').is_some_and(|(name, _)| name != "sign" && self.texts.contains_key(name));
        let mut values = self.texts.iter().filter(|(name, _)| *name != "biz_content");
        if values.any(|(_, value)| value.split('&').skip(1).any(is_other)) {
            return None;
        }
        let fields = self.texts.into_iter();
        Some(fields.filter(|(name, value)| rule.covers(name.as_bytes(), value.as_bytes())).collect())
    }
}

impl Rule {
    fn covers(self, name: &[u8], value: &[u8]) -> bool {
        name != b"sign" && (self.with_sign_type || name != b"sign_type") && (self.with_empty || !value.is_empty())
    }
}

fn percent_decoded(half: &[u8]) -> Option<Vec<u8>> {
    let after_percent = half.split(|byte| *byte == b'%').skip(1);
    for digits in after_percent {
        digits.get(..2)?.iter().all(u8::is_ascii_hexdigit).then_some(())?;
    }
    let spaced: Vec<u8> = half.iter().map(|byte| if *byte == b'+' { b' ' } else { *byte }).collect();
    Some(percent_encoding::percent_decode(&spaced).collect())
}

/// The text of these bytes, if it has these bytes and no others, and the same ASCII as in UTF-8.
fn text(bytes: &[u8], encoding: &'static Encoding) -> Option<String> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes)?;
    let ascii = |text: &str| text.chars().filter(char::is_ascii).collect::<String>();
    if std::str::from_utf8(bytes).is_ok_and(|utf8| ascii(utf8) != ascii(&text)) {
        return None;
    }
    let comes_back = |encoding: &'static Encoding| {
        let (encoded, _, lacks) = encoding.encode(&text);
        !lacks && *encoded == *bytes
    };
    (encoding == UTF_8 || comes_back(encoding) || comes_back(GB18030)).then(|| text.clone().into_owned())
}

/// The fields as a declared type, and as what a shop expects.
fn typed(notification: &Notification) -> bool {
    let field = |name| notification.get(name).filter(|value| !value.is_empty());
    let is_expected = field("app_id").is_some()
        && field("out_trade_no") == Some("1")
        && field("total_amount").and_then(|text| text.parse().ok()) == Some(Amount::fen(8880));
    let expected = Expected::new("1", Amount::fen(8880));
    assert_eq!(notification.expect(&expected).is_ok(), is_expected);
    let _ = format!("{notification:?}");
    let Ok(verified) = notification.clone().read::<Everything>() else { return false };
    let value = verified.unchecked();
    assert_eq!(value.out_trade_no.as_deref(), field("out_trade_no"));
    let amount = field("total_amount");
    assert_eq!(value.total_amount, amount.map(|text| text.parse().expect("an amount that is none was read")));
    assert_eq!(verified.expect(&expected).is_ok(), is_expected);
    let Ok(written) = json::to_string(value) else { return false };
    let again: Everything = json::from_str(&written).expect("what was written is not read");
    assert_eq!(json::to_string(&again).unwrap(), written, "it changes on the way");
    true
}

/// The fields as a message of the application gateway.
fn message(notification: &Notification, charset: Charset) -> bool {
    #[cfg(feature = "encryption")]
    let key = ContentKey::parse(super::CONTENT_KEY).ok();
    #[cfg(not(feature = "encryption"))]
    let key: Option<ContentKey> = None;
    let message = match (Opener { charset, content_key: key.as_ref() }).open(notification) {
        Ok(message) => message,
        Err(refusal) => {
            assert!(!refusal.to_string().contains(char::is_control));
            return false;
        }
    };
    assert_eq!(Some(message.method()), notification.get("msg_method"));
    assert_eq!((message.app_id(), message.get("biz_content")), (Some(APP_ID), None));
    let whole: &RawValue = serde_json::from_str(message.body()).expect("contents that are no JSON");
    assert_eq!(whole.get(), message.body());
    let content = notification.get("biz_content").unwrap_or_default();
    if content.trim_start().starts_with('{') {
        assert_eq!(content.trim_ascii(), message.body());
    }
    let _ = (message.utc_timestamp(), message.to_value(), format!("{message:?}"));
    match message.read::<Event>() {
        Ok(event) => serde_json::from_str::<&RawValue>(event.body()).is_ok() && !event.id.contains('\0'),
        Err(error) => {
            let _ = error.to_string();
            false
        }
    }
}
