//! Parameters: the text to sign, and the forms that carry it, written and read back.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use encoding_rs::{Encoding, GB18030, GBK, UTF_8};
use serde_json::Value;

use super::oracle::Oracle;
use super::{APP_ID, now};
use crate::Form;
use crate::charset::Charset;
use crate::notify::Recipient;
use crate::parameters::Parameters;
use crate::sign::SignType;

/// By the lowest two bits of the settings.
const CHARSETS: [(Charset, &Encoding); 4] =
    [(Charset::Utf8, UTF_8), (Charset::Gbk, GBK), (Charset::Gb2312, GBK), (Charset::Gb18030, GB18030)];

/// Between two parameters stands a byte that is in no text.
pub(super) const END: u8 = 0xff;

/// Makes a request of parameters that stand as `name=value` in the input, and reads it back.
pub fn form(input: &[u8]) -> bool {
    let Some((&settings, input)) = input.split_first() else { return false };
    let (charset, encoding) = CHARSETS[usize::from(settings & 3)];
    let texts: Vec<_> = input.split(|byte| *byte == END).map(String::from_utf8_lossy).collect();
    let mut parameters = Parameters::in_charset(charset);
    for (name, value) in [("app_id", APP_ID), ("charset", charset.as_str()), ("sign_type", "RSA2")] {
        parameters.add(name, value);
    }
    for (name, value) in texts.iter().filter_map(|text| text.split_once('=')) {
        if is_name(name) && name != "sign" && !parameters.contains(name) {
            parameters.add(name, value);
        }
    }
    let all: BTreeMap<_, _> = parameters.signed().into_iter().map(|(name, value)| (name, value.to_owned())).collect();
    let text = joined(&all, str::to_owned);
    assert_eq!(parameters.text_to_sign(), text);
    let Some(signed) = signed(&parameters, &all, &text, encoding) else { return false };

    let mut parameters = parameters.clone();
    parameters.add("sign", "AA==");
    assert_eq!(parameters.text_to_sign(), text, "the signature is signed");
    let mut sent = all.clone();
    sent.insert("sign", "AA==".to_owned());
    encoded(&parameters, &sent, encoding);
    html(&parameters, charset);
    let json: Value = serde_json::from_str(&parameters.to_json().unwrap()).unwrap();
    let members = json.as_object().unwrap();
    assert!(members.len() == sent.len() && sent.iter().all(|(name, value)| members[*name] == **value));
    posted(&parameters, &all, charset, signed)
}

/// Names are the platform's: nothing else is ever added as one.
fn is_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

fn joined(pairs: &BTreeMap<&str, String>, write: impl Fn(&str) -> String) -> String {
    let pairs: Vec<_> = pairs.iter().map(|(name, value)| format!("{name}={}", write(value))).collect();
    pairs.join("&")
}

/// The bytes to sign, which hold the whole text, or are refused for a character that the charset lacks.
fn signed(
    parameters: &Parameters<'_>,
    all: &BTreeMap<&str, String>,
    text: &str,
    encoding: &'static Encoding,
) -> Option<Vec<u8>> {
    let (bytes, _, lacks) = encoding.encode(text);
    match parameters.bytes_to_sign() {
        Ok(signed) => {
            assert!(!lacks && signed == *bytes);
            Some(signed)
        }
        Err(unmappable) => {
            assert_ne!(parameters.charset(), Charset::Utf8);
            let character = all[unmappable.parameter()].chars().nth(unmappable.position() - 1).unwrap().to_string();
            let (bytes, _, lacks) = encoding.encode(&character);
            let comes_back = !lacks && encoding.decode_without_bom_handling(&bytes).0 == character;
            assert!(!comes_back || parameters.charset() == Charset::Gb2312, "it has that character");
            None
        }
    }
}

/// The request as it is sent, beside an encoder of a few lines and another decoder.
fn encoded(parameters: &Parameters<'_>, sent: &BTreeMap<&str, String>, encoding: &'static Encoding) {
    let percent = |text: &str| {
        encoding.encode(text).0.iter().fold(String::new(), |mut to, byte| {
            match byte {
                b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => to.push(char::from(*byte)),
                b' ' => to.push('+'),
                _ => write!(to, "%{byte:02X}").unwrap(),
            }
            to
        })
    };
    let all = parameters.all();
    assert_eq!(all, joined(sent, percent));
    let (query, body) = (parameters.query(), parameters.body());
    let mut halves: Vec<_> = query.split('&').chain(body.split('&')).filter(|pair| !pair.is_empty()).collect();
    // Sorted by name, and `=` comes after the letters' neighbours.
    halves.sort_unstable_by_key(|pair| pair.split_once('=').map(|(name, _)| name));
    assert_eq!(halves.join("&"), all, "the two halves are not the whole");
    if encoding == UTF_8 {
        let read: BTreeMap<_, _> = form_urlencoded::parse(all.as_bytes()).into_owned().collect();
        assert!(
            read.iter().map(|(name, value)| (name.as_str(), value)).eq(sent.iter().map(|(name, value)| (*name, value)))
        );
    }
}

/// The form for the browser, read back as a browser reads it.
fn html(parameters: &Parameters<'_>, charset: Charset) {
    let inputs: Vec<_> = parameters.in_body().map(|(name, value)| ((*name).to_owned(), value.to_string())).collect();
    let has_control = inputs.iter().any(|(_, value)| value.contains(char::is_control));
    let action = format!("https://example.com/gateway.do?{}", parameters.query());
    let Ok(form) = Form::new(action.clone(), charset, inputs.clone()) else { return assert!(has_control) };
    assert!(!has_control);
    let html = form.to_string();
    assert!(html.is_ascii());
    let mut tags = html.split('<').filter_map(|tag| tag.split_once(' '));
    let Some(("form", form)) = tags.next() else { panic!("no form") };
    assert_eq!(attribute(form, "action"), action);
    let hidden = tags.filter(|(tag, rest)| *tag == "input" && rest.contains(r#"type="hidden""#));
    let read: Vec<_> = hidden.map(|(_, rest)| (attribute(rest, "name"), attribute(rest, "value"))).collect();
    assert_eq!(read, inputs);
}

/// The value of an attribute, its references resolved.
fn attribute(tag: &str, name: &str) -> String {
    let (_, rest) = tag.split_once(&format!(" {name}=\"")).unwrap();
    let mut parts = rest.split_once('"').unwrap().0.split('&');
    let mut text = parts.next().unwrap().to_owned();
    for part in parts {
        let (reference, after) = part.split_once(';').expect("a bare &");
        text.push(match reference {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            number => char::from_u32(number.strip_prefix('#').unwrap().parse().unwrap()).unwrap(),
        });
        text.push_str(after);
    }
    text
}

/// Posted back and signed, it is read as what it was.
fn posted(parameters: &Parameters<'_>, all: &BTreeMap<&str, String>, charset: Charset, signed: Vec<u8>) -> bool {
    Oracle::sign(move |_| Some(signed.clone()));
    let (sign_type, max_bytes, verifier) = (SignType::Rsa2, 1 << 20, &Oracle);
    let recipient = Recipient { app_id: APP_ID, sign_type, charset: Charset::Utf8, max_bytes, verifier };
    match now(recipient.receive(parameters.all().as_bytes(), None)) {
        Ok(notification) => {
            let sent = all.iter().map(|(name, value)| (*name, value.as_str()));
            assert!(notification.fields().eq(sent), "other fields than were sent");
            true
        }
        Err(error) => {
            let has_two_readings = all.values().any(|value| value.contains('&'));
            // The same bytes may be other text in UTF-8.
            let is_ambiguous = charset != Charset::Utf8;
            assert!(has_two_readings || is_ambiguous || all.len() >= 512, "{error}");
            false
        }
    }
}
