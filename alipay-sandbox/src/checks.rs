//! What the gateway asks of every call before a method sees it, in the gateway's order and with
//! the platform's codes.
//!
//! The order is known where callers have met it: the application comes before its signature, and
//! neither an unknown application nor an unknown method gets a signed answer. What the platform
//! has no code of its own for is `isv.invalid-parameter`.

use std::collections::HashMap;
use std::time::{Duration, SystemTime};

use alipay_core::DateTime;
use encoding_rs::Encoding;

use crate::application::Application;
use crate::content::{Algorithm, ContentKey};
use crate::{Call, Reply};

/// What calls are measured against.
pub(crate) struct Checks {
    pub(crate) applications: HashMap<String, Application>,
    /// The `alipay_root_cert_sn` of the gateway's root certificates.
    pub(crate) roots: String,
    /// How far a call's `timestamp` may lie from the gateway's clock, to either side.
    pub(crate) timestamp_window: Duration,
}

impl Checks {
    /// The application that the call says it is.
    pub(crate) fn application(&self, call: &Call) -> Option<&Application> {
        self.applications.get(call.app_id())
    }

    /// The answer to a call that goes no further.
    pub(crate) fn refuse(
        &self,
        call: &Call,
        charset: Option<&'static Encoding>,
        knows: impl Fn(&str) -> bool,
        now: SystemTime,
    ) -> Option<Reply> {
        if call.app_id().is_empty() {
            return Some(missing("isv.missing-app-id", "app_id").unsigned());
        }
        let Some(application) = self.application(call) else {
            return Some(invalid("isv.invalid-app-id", "no application has this app_id").unsigned());
        };
        let Some(method) = present(call, "method") else {
            return Some(missing("isv.missing-method", "method").unsigned().under(ERROR_KEY));
        };
        if !knows(method) {
            return Some(invalid("isv.invalid-method", "no method has this name").unsigned().under(ERROR_KEY));
        }
        let required = [
            ("sign_type", "isv.missing-signature-type"),
            ("sign", "isv.missing-signature"),
            ("timestamp", "isv.missing-timestamp"),
            ("version", "isv.missing-version"),
        ];
        if let Some((name, sub_code)) = required.into_iter().find(|(name, _)| present(call, name).is_none()) {
            return Some(missing(sub_code, name));
        }
        let Some(charset) = charset else {
            return Some(invalid("isv.invalid-charset", "charset must be utf-8, GBK, GB2312 or GB18030"));
        };
        if call.parameter("format").is_some_and(|format| !format.is_empty() && !format.eq_ignore_ascii_case("json")) {
            return Some(invalid("isv.invalid-format", "format must be json"));
        }
        if let Some(reply) = application.refuse_sign_type(call) {
            return Some(reply);
        }
        if call.parameter("version") != Some("1.0") {
            return Some(invalid_parameter("version must be 1.0"));
        }
        self.refuse_timestamp(call, now)
            .or_else(|| application.refuse_certificates(call, &self.roots))
            .or_else(|| application.refuse_signature(call, charset))
    }

    /// Decrypts the contents of a call that was not refused, and says how its answer is to be encrypted.
    pub(crate) fn decrypt(&self, call: &mut Call, charset: &'static Encoding) -> Result<Option<Cipher>, Reply> {
        let Some(encrypt_type) = present(call, "encrypt_type") else {
            return Ok(None);
        };
        let Some(algorithm) = Algorithm::named(encrypt_type) else {
            return Err(invalid("isv.decryption-error-not-valid-encrypt-type", "encrypt_type must be AES or AES_V2"));
        };
        let Some(key) = self.application(call).and_then(|application| application.content_key.clone()) else {
            return Err(invalid("isv.decryption-error-not-valid-encrypt-key", "the application has no content key"));
        };
        if let Some(encrypted) = present(call, "biz_content") {
            let bytes = key.decrypt(algorithm, encrypted);
            let text =
                bytes.as_deref().and_then(|bytes| charset.decode_without_bom_handling_and_without_replacement(bytes));
            let Some(text) = text else {
                return Err(invalid(
                    "isv.decryption-error-unknown",
                    "biz_content is not encrypted with the content key",
                ));
            };
            call.content = Some(text.into_owned());
        }
        Ok(Some(Cipher { key, algorithm }))
    }

    fn refuse_timestamp(&self, call: &Call, now: SystemTime) -> Option<Reply> {
        let sent = call.parameter("timestamp").unwrap_or_default().parse::<DateTime>();
        let Some(sent) = sent.ok().and_then(|sent| SystemTime::try_from(sent).ok()) else {
            return Some(invalid("isv.invalid-timestamp", "timestamp must be yyyy-MM-dd HH:mm:ss"));
        };
        let distance = now.duration_since(sent).unwrap_or_else(|ahead| ahead.duration());
        (distance > self.timestamp_window)
            .then(|| invalid("isv.invalid-timestamp", "timestamp is too far from the gateway's clock (GMT+8)"))
    }
}

/// How an answer is to be encrypted.
pub(crate) struct Cipher {
    pub(crate) key: ContentKey,
    pub(crate) algorithm: Algorithm,
}

/// The key of an answer that belongs to no method.
pub(crate) const ERROR_KEY: &str = "error_response";

/// Something is wrong that has no code of its own.
pub(crate) fn invalid_parameter(reason: &str) -> Reply {
    invalid("isv.invalid-parameter", reason)
}

pub(crate) fn invalid(sub_code: &str, reason: &str) -> Reply {
    Reply::error("40002", "Invalid Arguments", sub_code, reason)
}

pub(crate) fn missing(sub_code: &str, name: &str) -> Reply {
    Reply::error("40001", "Missing Required Arguments", sub_code, &format!("the parameter {name} is missing"))
}

fn present<'a>(call: &'a Call, name: &str) -> Option<&'a str> {
    call.parameter(name).filter(|text| !text.is_empty())
}
