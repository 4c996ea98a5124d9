//! What went wrong on the way.

use std::error::Error;
use std::fmt;

use super::BodyError;

/// The request or the answer got lost on the way.
#[derive(Debug)]
pub struct TransportError {
    phase: Phase,
    source: Box<dyn Error + Send + Sync>,
}

impl TransportError {
    /// An error of an HTTP client, and how far the request had come.
    pub fn new(phase: Phase, source: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self { phase, source: source.into() }
    }

    /// How far the request had come.
    pub const fn phase(&self) -> Phase {
        self.phase
    }

    pub(crate) fn is_timeout(&self) -> bool {
        self.phase == Phase::ConnectTimeout
    }
}

impl From<BodyError> for TransportError {
    fn from(error: BodyError) -> Self {
        Self::new(Phase::Upload, error)
    }
}

impl fmt::Display for TransportError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.phase {
            Phase::Connect => "no connection to the gateway",
            Phase::ConnectTimeout => "no connection to the gateway in time",
            Phase::Tls => "no secure connection to the gateway",
            Phase::Upload => "the upload broke off before all of it was sent",
            Phase::Send => "the connection broke before an answer came",
            Phase::Read => "the connection broke in the middle of the answer",
            Phase::TooLarge => "the answer is too large",
        })
    }
}

impl Error for TransportError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.source.as_ref())
    }
}

/// How far a request had come when it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Phase {
    /// Finding and reaching the host. Nothing was sent.
    Connect,
    /// The same, given up after the time for it. Nothing was sent.
    ConnectTimeout,
    /// Agreeing on TLS, for example because of an untrusted certificate. Nothing was sent.
    Tls,
    /// Reading what is to be sent: a file failed, or was longer than announced. The gateway has only a
    /// part of the request.
    Upload,
    /// Sending, or waiting for the first byte of the answer.
    Send,
    /// Reading the answer.
    Read,
    /// The answer is larger than the client takes.
    TooLarge,
}

impl Phase {
    /// Whether a request that came this far may have reached the gateway.
    pub(crate) const fn may_have_sent(self) -> bool {
        matches!(self, Self::Upload | Self::Send | Self::Read | Self::TooLarge)
    }
}
