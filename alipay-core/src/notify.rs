//! What Alipay posts by itself: read once, from the bytes that came, and verified.
//!
//! It stands beside the path of a call: *form → **text to verify → verified fields***.

use std::fmt;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use tracing::Instrument;
use tracing::field::{Empty, display};

use self::form::Field;
pub(crate) use self::refusal::Refusal;
use crate::charset::Charset;
use crate::error::{Cause, Error, Sent};
use crate::sign::{SignType, Signed, Verifier, VerifyError};

mod form;
mod refusal;

/// What Alipay posted to the `notify_url` or to the application gateway, or gave to the user's browser
/// for the `return_url`: the fields that it signed, and no others.
///
/// Comes from [`Client::notification`](crate::Client::notification), which says what is still to be
/// checked. The values may be personal data, so `Debug` shows the names alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Notification {
    /// Sorted by name, each once.
    fields: Vec<(String, String)>,
}

impl Notification {
    /// The value of a field, if Alipay signed one of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        let index = self.fields.binary_search_by(|(known, _)| known.as_str().cmp(name)).ok()?;
        self.fields.get(index).map(|(_, value)| value.as_str())
    }

    /// Names and values, sorted by name.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The notification's number, the same each time it is repeated. A `return_url` has none.
    pub fn notify_id(&self) -> Option<&str> {
        self.get("notify_id")
    }

    /// The application that it is for: the client's, if it names one.
    pub fn app_id(&self) -> Option<&str> {
        self.get("app_id")
    }
}

impl fmt::Debug for Notification {
    /// The names alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notification")
            .field("fields", &self.fields().map(|(name, _)| name).collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

/// What a client knows of the notifications that are meant for it.
pub(crate) struct Recipient<'a> {
    pub(crate) app_id: &'a str,
    pub(crate) sign_type: SignType,
    /// For a notification that names no charset.
    pub(crate) charset: Charset,
    pub(crate) max_bytes: usize,
    pub(crate) verifier: &'a dyn Verifier,
}

impl Recipient<'_> {
    /// Reads and verifies it inside a span of its own.
    pub(crate) async fn receive(&self, body: &[u8], content_type: Option<&str>) -> Result<Notification, Error> {
        let span = tracing::info_span!("alipay.notification", app_id = %self.app_id, error = Empty);
        self.read(body, content_type).instrument(span.clone()).await.map_err(|refusal| {
            // The payment that it speaks of may well have happened.
            let error = Error::new(Cause::Notification(refusal), Sent::Possibly);
            span.record("error", display(error.kind().as_str()));
            error
        })
    }

    async fn read(&self, body: &[u8], content_type: Option<&str>) -> Result<Notification, Refusal> {
        if body.len() > self.max_bytes {
            return Err(Refusal::TooLarge);
        }
        let fields = form::read(body, content_type, self.charset)?;
        let sign = form::find(&fields, "sign").ok_or(Refusal::Unsigned)?;
        let signature = BASE64_STANDARD.decode(sign).map_err(|_| Refusal::NotBase64)?;
        // Whoever sent it chooses nothing: the configured algorithm is the only one.
        if form::find(&fields, "sign_type") != Some(self.sign_type.as_str()) {
            return Err(Refusal::SignType);
        }
        // A service provider's notifications have its own number here, and the merchant's application in
        // `auth_app_id`.
        if form::find(&fields, "app_id").is_some_and(|app_id| app_id != self.app_id) {
            return Err(Refusal::OtherApplication);
        }
        let rule = self.verify(&fields, &signature).await?;
        if has_two_readings(&fields) {
            return Err(Refusal::TwoReadings);
        }
        let signed = fields.into_iter().filter(|field| rule.covers(field));
        Ok(Notification { fields: signed.map(|field| (field.name, field.text)).collect() })
    }

    /// The rule by which Alipay signed the fields. Only what that covers may be handed out.
    async fn verify(&self, fields: &[Field], signature: &[u8]) -> Result<Rule, Refusal> {
        let sn = form::find(fields, "alipay_cert_sn");
        for rule in Rule::to_try(fields) {
            let text = rule.text(fields);
            match self.verifier.verify(Signed::new(&text, signature).alipay_cert_sn(sn)).await {
                Ok(()) => return Ok(rule),
                Err(VerifyError::Mismatch) => {}
                Err(unchecked) => return Err(Refusal::Rejected(unchecked)),
            }
        }
        Err(Refusal::Rejected(VerifyError::Mismatch))
    }
}

/// Which fields the text to verify is made of. `sign` never is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rule {
    /// Alipay's rule V2 has `sign_type` in the text, V1 has not.
    with_sign_type: bool,
    with_empty: bool,
}

impl Rule {
    /// At most four. Trade notifications and the `return_url` are signed by V1, messages of the
    /// application gateway and a few older notifications by V2; and some are signed with their empty
    /// values. Nothing in them says so reliably.
    ///
    /// To try all is safe: each is a signature of Alipay's over every field that is handed out, and
    /// `sign_type`, which V1 leaves open, was compared with the configuration.
    fn to_try(fields: &[Field]) -> impl Iterator<Item = Self> {
        let is_message = form::find(fields, "msg_method").is_some();
        let has_empty = fields.iter().any(|field| field.bytes.is_empty());
        [is_message, !is_message].into_iter().flat_map(move |with_sign_type| {
            let with_empty = has_empty.then_some(true);
            [Some(false), with_empty].into_iter().flatten().map(move |with_empty| Self { with_sign_type, with_empty })
        })
    }

    fn covers(self, field: &Field) -> bool {
        let is_named = match field.name.as_str() {
            "sign" => false,
            "sign_type" => self.with_sign_type,
            _ => true,
        };
        is_named && (self.with_empty || !field.bytes.is_empty())
    }

    /// Sorted by name, as `name=value` joined by `&`, the values as they are, in the charset that they
    /// came in. A name cannot begin with `{` or `"`, so no answer that Alipay signed is such a text.
    fn text(self, fields: &[Field]) -> Vec<u8> {
        let mut text = Vec::new();
        for field in fields.iter().filter(|field| self.covers(field)) {
            if !text.is_empty() {
                text.push(b'&');
            }
            text.extend_from_slice(field.name.as_bytes());
            text.push(b'=');
            text.extend_from_slice(&field.bytes);
        }
        text
    }
}

/// Whether a value holds `&name=` of a field that is there as well.
///
/// The signed text does not say where a value ends. Whoever has a hand in one of the values could
/// write other fields into it, and take the text apart in another way than Alipay put it together.
/// `biz_content` is JSON, which breaks when it is cut, and may hold links.
fn has_two_readings(fields: &[Field]) -> bool {
    let is_name = |name: &str| fields.binary_search_by(|field| field.name.as_str().cmp(name)).is_ok();
    fields.iter().filter(|field| field.name != "biz_content").any(|field| {
        let parts = field.text.split('&').skip(1);
        parts.filter_map(|part| part.split_once('=')).any(|(name, _)| name != "sign" && is_name(name))
    })
}

#[cfg(all(test, any(feature = "ring", feature = "aws-lc-rs")))]
mod tests;
