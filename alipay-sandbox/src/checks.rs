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

use crate::script::Methods;
use crate::signing::ApplicationKey;
use crate::{Call, Reply};

/// What calls are measured against.
pub(crate) struct Checks {
    pub(crate) applications: HashMap<String, ApplicationKey>,
    /// How far a call's `timestamp` may lie from the gateway's clock, to either side.
    pub(crate) timestamp_window: Duration,
}

impl Checks {
    /// The answer to a call that goes no further.
    pub(crate) fn refuse(
        &self,
        call: &Call,
        charset: Option<&'static Encoding>,
        methods: &Methods,
        now: SystemTime,
    ) -> Option<Reply> {
        let Some(app_id) = present(call, "app_id") else {
            return Some(missing("isv.missing-app-id", "app_id").unsigned());
        };
        let Some(key) = self.applications.get(app_id) else {
            return Some(invalid("isv.invalid-app-id", "no application has this app_id").unsigned());
        };
        let Some(method) = present(call, "method") else {
            return Some(missing("isv.missing-method", "method").unsigned().under(ERROR_KEY));
        };
        if !methods.knows(method) {
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
        if call.parameter("sign_type") != Some("RSA2") {
            return Some(invalid("isv.invalid-signature-type", "this gateway verifies sign_type RSA2 only"));
        }
        if call.parameter("version") != Some("1.0") {
            return Some(invalid_parameter("version must be 1.0"));
        }
        self.refuse_timestamp(call, now).or_else(|| key.refuse(call, charset))
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

/// The key of an answer that belongs to no method.
pub(crate) const ERROR_KEY: &str = "error_response";

/// Something is wrong that has no code of its own.
pub(crate) fn invalid_parameter(reason: &str) -> Reply {
    invalid("isv.invalid-parameter", reason)
}

pub(crate) fn invalid(sub_code: &str, reason: &str) -> Reply {
    Reply::error("40002", "Invalid Arguments", sub_code, reason)
}

fn missing(sub_code: &str, name: &str) -> Reply {
    Reply::error("40001", "Missing Required Arguments", sub_code, &format!("the parameter {name} is missing"))
}

fn present<'a>(call: &'a Call, name: &str) -> Option<&'a str> {
    call.parameter(name).filter(|text| !text.is_empty())
}
