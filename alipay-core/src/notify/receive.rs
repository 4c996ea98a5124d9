//! From the bytes that came to the fields that Alipay signed.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use tracing::Instrument;
use tracing::field::{Empty, display};

use super::form::Form;
use super::{Notification, Refusal, Refused};
use crate::charset::Charset;
use crate::error::Error;
use crate::sign::{SignType, Signed, Verifier, VerifyError};

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
        self.read(body, content_type).instrument(span.clone()).await.map_err(|refused| {
            let error = refused.into_error();
            span.record("error", display(error.kind().as_str()));
            error
        })
    }

    async fn read(&self, body: &[u8], content_type: Option<&str>) -> Result<Notification, Refused> {
        if body.len() > self.max_bytes {
            return Err(Refusal::TooLarge.into());
        }
        let form = Form::read(body, content_type, self.charset)?;
        let sign = form.find("sign").ok_or(Refusal::Unsigned)?;
        let signature = BASE64_STANDARD.decode(sign).map_err(|_| Refusal::NotBase64)?;
        // Whoever sent it chooses nothing: the configured algorithm is the only one.
        if form.find("sign_type") != Some(self.sign_type.as_str()) {
            return Err(Refusal::SignType.into());
        }
        // A service provider's notifications have its own number here, and the merchant's application in
        // `auth_app_id`.
        if form.find("app_id").is_some_and(|app_id| app_id != self.app_id) {
            return Err(Refusal::OtherApplication.into());
        }
        let rule = self.verify(&form, &signature).await?;
        if has_two_readings(&form) {
            return Err(Refusal::TwoReadings.into());
        }
        Ok(Notification { fields: form.into_texts(|name, value| rule.covers(name, value)) })
    }

    /// The rule by which Alipay signed the fields. Only what that covers may be handed out.
    async fn verify(&self, form: &Form, signature: &[u8]) -> Result<Rule, Refused> {
        let sn = form.find("alipay_cert_sn");
        for rule in Rule::to_try(form) {
            let text = rule.text(form);
            match self.verifier.verify(Signed::new(&text, signature).alipay_cert_sn(sn)).await {
                Ok(()) => return Ok(rule),
                Err(VerifyError::Mismatch) => {}
                Err(unchecked) => return Err(Refused::Rejected(unchecked)),
            }
        }
        Err(Refused::Rejected(VerifyError::Mismatch))
    }
}

/// Which fields the text to verify is made of. `sign` never is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rule {
    /// Alipay's rule V2 has `sign_type` in the text, V1 has not.
    pub(super) with_sign_type: bool,
    pub(super) with_empty: bool,
}

impl Rule {
    /// At most four. Trade notifications and the `return_url` are signed by V1, messages of the
    /// application gateway and a few older notifications by V2; and some are signed with their empty
    /// values. Nothing in them says so reliably.
    ///
    /// To try all is safe: each is a signature of Alipay's over every field that is handed out, and
    /// `sign_type`, which V1 leaves open, was compared with the configuration.
    fn to_try(form: &Form) -> impl Iterator<Item = Self> {
        let is_message = form.find("msg_method").is_some();
        let has_empty = form.has_empty();
        [is_message, !is_message].into_iter().flat_map(move |with_sign_type| {
            let with_empty = has_empty.then_some(true);
            [Some(false), with_empty].into_iter().flatten().map(move |with_empty| Self { with_sign_type, with_empty })
        })
    }

    fn covers(self, name: &[u8], value: &[u8]) -> bool {
        let is_named = match name {
            b"sign" => false,
            b"sign_type" => self.with_sign_type,
            _ => true,
        };
        is_named && (self.with_empty || !value.is_empty())
    }

    /// Sorted by name, as `name=value` joined by `&`, the values as they are, in the charset that they
    /// came in. A name cannot begin with `{` or `"`, so no answer that Alipay signed is such a text.
    pub(super) fn text(self, form: &Form) -> Vec<u8> {
        let mut text = Vec::with_capacity(form.capacity());
        for (name, value) in form.raw().filter(|(name, value)| self.covers(name, value)) {
            if !text.is_empty() {
                text.push(b'&');
            }
            text.extend_from_slice(name);
            text.push(b'=');
            text.extend_from_slice(value);
        }
        text
    }
}

/// Whether a value holds `&name=` of a field that is there as well.
///
/// The signed text does not say where a value ends. Whoever has a hand in one of the values could
/// write other fields into it, and take the text apart in another way than Alipay put it together.
/// `biz_content` is JSON, which breaks when it is cut, and may hold links.
fn has_two_readings(form: &Form) -> bool {
    let is_other = |part: &str| part.split_once('=').is_some_and(|(name, _)| name != "sign" && form.has(name));
    let mut texts = form.texts().filter(|(name, _)| *name != "biz_content");
    form.holds_ampersand() && texts.any(|(_, text)| text.split('&').skip(1).any(is_other))
}
