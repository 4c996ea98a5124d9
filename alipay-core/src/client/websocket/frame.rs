//! One frame: lines of names and values, an empty line, and JSON.
//!
//! ```text
//! stream-id:c0001
//!
//! {"protocol":{"x-type":"message","x-cmd":"CONSUME","x-msgId":"1","x-sign":"…",…},
//!  "data":{"header":{"appId":"…","msgApi":"…"},"content":{…}}}
//! ```
//!
//! The lines end in CR and LF. The signature covers the text of `data` exactly as it stands there.

use std::borrow::Cow;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::value::RawValue;

use super::fault::Fault;
use crate::charset::Charset;
use crate::envelope::members;
use crate::json_text::JsonText;
use crate::message::Message;
use crate::sign::{SignType, Signed, Verifier, VerifyError};

/// What an acknowledgement repeats, in the order in which it is written.
const LINES: [&str; 3] = ["from-sys", "from-sys-ip", "stream-id"];

/// No line is longer.
const MAX_LINE: usize = 256;

const END_OF_LINES: &str = "\r\n\r\n";

/// A frame, taken apart and not verified.
pub(super) struct Frame<'t> {
    lines: [Option<&'t str>; 3],
    protocol: Protocol,
    data: Option<&'t RawValue>,
}

/// What the protocol says of a frame. Not signed.
#[derive(Default)]
struct Protocol {
    kind: Option<String>,
    command: Option<String>,
    msg_id: Option<String>,
    charset: Option<String>,
    sign_type: Option<String>,
    sign: Option<String>,
}

/// Whom a frame has to be meant for.
pub(super) struct Addressee<'a> {
    pub(super) app_id: &'a str,
    pub(super) sign_type: SignType,
    pub(super) verifier: &'a dyn Verifier,
}

impl<'t> Frame<'t> {
    pub(super) fn parse(text: &'t str) -> Result<Self, Fault> {
        let (head, body) = text.split_once(END_OF_LINES).ok_or(Fault::Lines)?;
        let lines = lines(head)?;
        let (mut protocol, mut data) = (None, None);
        for (name, value) in members(body).map_err(|_| Fault::Json)? {
            match name.as_ref() {
                "protocol" => protocol = Some(Protocol::parse(value)?),
                "data" => data = Some(value),
                _ => {}
            }
        }
        Ok(Self { lines, protocol: protocol.ok_or(Fault::Member("protocol"))?, data })
    }

    /// Whether it brings a message. Others answer something, and nothing was asked.
    pub(super) fn is_message(&self) -> bool {
        self.protocol.kind.as_deref() == Some("message") && self.protocol.command.as_deref() == Some("CONSUME")
    }

    /// What is answered, whatever becomes of it.
    pub(super) fn acknowledgement(&self, is_success: bool) -> String {
        let mut text = String::new();
        for (name, value) in LINES.iter().zip(self.lines) {
            if let Some(value) = value {
                text.extend([name, ":", value, "\r\n"]);
            }
        }
        text.push_str(if text.is_empty() { END_OF_LINES } else { "\r\n" });
        let msg_id = self.protocol.msg_id.as_deref().unwrap_or_default();
        let msg_id = serde_json::Value::from(msg_id);
        let status = if is_success { "SUCCESS" } else { "FAIL" };
        let protocol = format!(
            r#""x-type":"message","x-cmd":"CONSUME_ACK","x-msgId":{msg_id},"x-version":"1.0","x-status":"{status}""#
        );
        text.extend([r#"{"protocol":{"#, &protocol, "}}"]);
        text
    }

    /// The message, if Alipay signed it for this application.
    pub(super) async fn message(&self, addressee: &Addressee<'_>) -> Result<Message, Fault> {
        let Protocol { charset, sign_type, sign, .. } = &self.protocol;
        // Whoever sent it chooses nothing: the configured algorithm is the only one.
        if sign_type.as_deref() != Some(addressee.sign_type.as_str()) {
            return Err(Fault::SignType);
        }
        let charset = charset.as_deref().and_then(Charset::from_name).ok_or(Fault::Charset)?;
        let sign = sign.as_deref().ok_or(Fault::Member("x-sign"))?;
        let signature = BASE64_STANDARD.decode(sign).map_err(|_| Fault::NotBase64)?;
        let data = self.data.ok_or(Fault::Member("data"))?.get();
        let bytes = charset.encode(data).ok_or(Fault::Charset)?;
        // Nobody signs the name of the charset: under another one, the signed bytes could be another text.
        if charset.decode(&bytes).is_none_or(|(text, _)| text != data) {
            return Err(Fault::Charset);
        }
        let checked: Result<(), VerifyError> = addressee.verifier.verify(Signed::new(&bytes, &signature)).await;
        checked.map_err(Fault::Rejected)?;
        opened(data, addressee.app_id)
    }
}

/// The message in verified data.
fn opened(data: &str, own_app_id: &str) -> Result<Message, Fault> {
    let (mut header, mut content) = (None, None);
    for (name, value) in members(data).map_err(|_| Fault::Json)? {
        match name.as_ref() {
            "header" => header = Some(value),
            "content" => content = Some(value),
            _ => {}
        }
    }
    let (mut app_id, mut method) = (None, None);
    for (name, value) in members(header.ok_or(Fault::Member("header"))?.get()).map_err(|_| Fault::Json)? {
        match name.as_ref() {
            "appId" => app_id = text(value),
            "msgApi" => method = text(value),
            _ => {}
        }
    }
    let app_id = app_id.ok_or(Fault::Member("appId"))?;
    if app_id != own_app_id {
        return Err(Fault::OtherApplication);
    }
    let method = method.filter(|method| !method.is_empty()).ok_or(Fault::Member("msgApi"))?;
    let content = content.ok_or(Fault::Member("content"))?.get();
    if !content.starts_with('{') {
        return Err(Fault::Member("content"));
    }
    let envelope = vec![("app_id".to_owned(), app_id), ("msg_method".to_owned(), method.clone())];
    Ok(Message::new(method, envelope, JsonText(content.into())))
}

/// The lines that are repeated; others are passed over.
fn lines(head: &str) -> Result<[Option<&str>; 3], Fault> {
    let mut found = [None; 3];
    for line in head.split("\r\n").filter(|line| !line.is_empty()) {
        let (name, value) = line.split_once(':').ok_or(Fault::Lines)?;
        let is_text = |text: &str| text.len() <= MAX_LINE && !text.contains(char::is_control);
        if !is_text(line) {
            return Err(Fault::Lines);
        }
        let Some(index) = LINES.iter().position(|known| *known == name.trim()) else { continue };
        let place = found.get_mut(index).ok_or(Fault::Lines)?;
        if place.replace(value.trim()).is_some() {
            return Err(Fault::Lines);
        }
    }
    Ok(found)
}

impl Protocol {
    fn parse(value: &RawValue) -> Result<Self, Fault> {
        let mut protocol = Self::default();
        for (name, value) in members(value.get()).map_err(|_| Fault::Json)? {
            let place = match name.as_ref() {
                "x-type" => &mut protocol.kind,
                "x-cmd" => &mut protocol.command,
                "x-msgId" => &mut protocol.msg_id,
                "x-charset" => &mut protocol.charset,
                "x-signType" => &mut protocol.sign_type,
                "x-sign" => &mut protocol.sign,
                _ => continue,
            };
            *place = text(value);
        }
        Ok(protocol)
    }
}

/// A text; nothing for any other value.
fn text(value: &RawValue) -> Option<String> {
    serde_json::from_str::<Cow<'_, str>>(value.get()).ok().map(Cow::into_owned)
}

#[cfg(all(test, any(feature = "ring", feature = "aws-lc-rs")))]
mod tests;
