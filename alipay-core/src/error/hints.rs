//! What an error knows beside its cause: hints for whoever has to repair something.

use std::fmt;

use super::Error;
use super::business::BusinessError;
use super::clock::ClockSkew;
use super::common_code::CommonCode;
use super::signature::{SignatureDifference, compare};

/// Where the platform's console explains a failed call. Its gateway writes such links itself.
const CONSOLE: &str = "https://open.alipay.com/api/errCheck?";

/// Found out after the call had failed.
#[derive(Default)]
pub(super) struct Hints {
    signature: Option<SignatureDifference>,
    clock: Option<ClockSkew>,
}

impl Error {
    /// Notes how far apart the clocks are.
    pub(crate) fn with_clock_skew(mut self, skew: Option<ClockSkew>) -> Self {
        self.0.hints.clock = skew;
        self
    }

    /// Compares the text that was signed with the gateway's, if it did not accept the signature.
    /// `signed` gives the parameters, sorted as they were signed.
    pub(crate) fn with_signed<'a>(mut self, signed: impl FnOnce() -> Vec<(&'a str, &'a str)>) -> Self {
        if self.common_code() == Some(CommonCode::InvalidSignature) {
            let sub_msg = self.said().and_then(BusinessError::sub_msg);
            self.0.hints.signature = sub_msg.and_then(|sub_msg| compare(&signed(), sub_msg));
        }
        self
    }

    /// Where the text that was signed and the gateway's differ, if the gateway did not accept the
    /// request's signature and showed its own text.
    pub fn signature_difference(&self) -> Option<&SignatureDifference> {
        self.0.hints.signature.as_ref()
    }

    /// How far this computer's clock is from the gateway's, if the gateway did not accept the request's
    /// `timestamp`, or the two are three minutes apart or more.
    pub fn clock_skew(&self) -> Option<ClockSkew> {
        let is_cause = || self.common_code() == Some(CommonCode::InvalidTimestamp);
        self.0.hints.clock.filter(|skew| skew.is_considerable() || is_cause())
    }

    /// The page of the platform's console that explains the call with this
    /// [`trace_id`](Error::trace_id). It is for who owns the application, and knows production only: the
    /// sandbox gives no such links.
    pub fn console_link(&self) -> Option<String> {
        let mut link = form_urlencoded::Serializer::for_suffix(CONSOLE.to_owned(), CONSOLE.len());
        Some(link.append_pair("traceId", self.trace_id()?).append_pair("source", "openapi").finish())
    }

    /// The hints, for the end of the message.
    pub(super) fn write_hints(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(difference) = self.signature_difference() {
            write!(f, " ({difference})")?;
        }
        if let Some(skew) = self.clock_skew() {
            write!(f, " ({skew})")?;
        }
        Ok(())
    }
}
