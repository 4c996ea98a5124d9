//! From a notice to its signed form.
//!
//! Written for the gateway and not shared with the client, so that a mistake in one shows at the other.

use encoding_rs::Encoding;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_encode};

use super::{Kind, Notice, Rule, Stamp};
use crate::channel::{self, Parcel};
use crate::content::Algorithm;
use crate::desk::Desk;

/// What a form keeps as it is, beside letters and digits.
const IN_FORM: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b'*');

/// An application that is nobody's.
const OTHER_APPLICATION: &str = "2021999999999999";

/// A message as it goes over a WebSocket, signed with the key for the application; nothing for what is no
/// message.
pub(super) fn parcel(notice: &Notice, desk: &Desk) -> Option<Parcel> {
    let Kind::Message { method, content } = &notice.kind else { return None };
    let key = desk.keys.for_application(desk.checks.applications.get(&notice.app_id));
    let app_id = if notice.other_application { OTHER_APPLICATION } else { &notice.app_id };
    let data = channel::data(app_id, method, content);
    let signed = if notice.wrongly_signed { "something else" } else { &data };
    let sign = key.sign(&notice.charset.encode(signed).0);
    Some(Parcel::new(desk.channel.number(), &data, notice.charset_name, key.sign_type().as_str(), &sign))
}

/// The fields as a form, signed with the key for the application.
pub(super) fn form(notice: &Notice, desk: &Desk, stamp: &Stamp) -> String {
    let application = desk.checks.applications.get(&notice.app_id);
    let key = desk.keys.for_application(application);
    let mut fields = fields(notice, desk, stamp);
    add(&mut fields, "sign_type", key.sign_type().as_str());
    if let Some(number) = &key.certificate {
        add(&mut fields, "alipay_cert_sn", number);
    }
    for (name, value) in &notice.fields {
        fields.retain(|(known, _)| known != name);
        add(&mut fields, name, value);
    }
    let text = text_to_sign(&fields, notice.rule);
    let sign =
        if notice.wrongly_signed { key.sign(b"something else") } else { key.sign(&notice.charset.encode(&text).0) };
    if !fields.iter().any(|(name, _)| name == "sign") {
        add(&mut fields, "sign", &sign);
    }
    encoded(&fields, notice.charset)
}

fn fields(notice: &Notice, desk: &Desk, stamp: &Stamp) -> Vec<(String, String)> {
    let app_id = if notice.other_application { OTHER_APPLICATION } else { &notice.app_id };
    let mut fields = Vec::new();
    add(&mut fields, "charset", notice.charset_name);
    match &notice.kind {
        Kind::Check => {
            add(&mut fields, "service", "alipay.service.check");
            add(&mut fields, "biz_content", &check(app_id));
        }
        Kind::Notification => {
            add(&mut fields, "app_id", app_id);
            add(&mut fields, "notify_id", &stamp.notify_id);
            add(&mut fields, "notify_time", &stamp.notify_time);
            add(&mut fields, "version", "1.0");
        }
        Kind::Message { method, content } => {
            add(&mut fields, "app_id", app_id);
            add(&mut fields, "notify_id", &stamp.notify_id);
            add(&mut fields, "utc_timestamp", &stamp.utc_timestamp);
            add(&mut fields, "version", "1.1");
            add(&mut fields, "msg_method", method);
            add(&mut fields, "biz_content", &contents(notice, desk, content));
            if let Some(encryption) = Algorithm::named(notice.encryption.as_str()) {
                add(&mut fields, "encrypt_type", encryption.name());
            }
        }
    }
    fields
}

fn add(fields: &mut Vec<(String, String)>, name: &str, value: &str) {
    fields.push((name.to_owned(), value.to_owned()));
}

/// As they are, or as the base64 of what they are encrypted to.
fn contents(notice: &Notice, desk: &Desk, content: &str) -> String {
    let Some(algorithm) = Algorithm::named(notice.encryption.as_str()) else {
        return content.to_owned();
    };
    let application = desk.checks.applications.get(&notice.app_id);
    let key = application.and_then(|application| application.content_key.as_ref());
    key.and_then(|key| key.encrypt(algorithm, &notice.charset.encode(content).0)).unwrap_or_default()
}

/// The contents of the platform's check, which are XML.
fn check(app_id: &str) -> String {
    format!(
        "<XML><AppId><![CDATA[{app_id}]]></AppId><MsgType><![CDATA[event]]></MsgType>\
         <EventType><![CDATA[verifygw]]></EventType></XML>"
    )
}

fn text_to_sign(fields: &[(String, String)], rule: Rule) -> String {
    let is_signed = |name: &str| name != "sign" && (rule == Rule::V2 || name != "sign_type");
    let mut pairs: Vec<String> = fields
        .iter()
        .filter(|(name, value)| is_signed(name) && !value.is_empty())
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    // By name: a name ends before its `=`, which sorts before every character of names but `-` and `.`.
    pairs.sort_by(|one, other| name_of(one).cmp(name_of(other)));
    pairs.join("&")
}

fn name_of(pair: &str) -> &str {
    pair.split_once('=').map_or(pair, |(name, _)| name)
}

fn encoded(fields: &[(String, String)], charset: &'static Encoding) -> String {
    let encode = |text: &str| {
        let bytes = charset.encode(text).0;
        percent_encode(&bytes, IN_FORM).to_string().replace("%20", "+")
    };
    let pairs: Vec<String> = fields.iter().map(|(name, value)| format!("{}={}", encode(name), encode(value))).collect();
    pairs.join("&")
}
