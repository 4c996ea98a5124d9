//! Why a message was not handled.

use std::error::Error as StdError;
use std::fmt;

use crate::error::Error;

/// Why a message was not handled. Alipay is to send it again.
#[derive(Debug)]
#[non_exhaustive]
pub enum MessageError {
    /// It is no message of Alipay's to this application, or does not fit its declaration. No handler saw
    /// it.
    Refused(Error),
    /// There is no handler for its kind, and none for all others. Handlers may have been forgotten.
    NoHandler,
    /// Its handler said so, with this error.
    Failed(Box<dyn StdError + Send + Sync>),
}

impl MessageError {
    /// As a word, fit for logs.
    pub(crate) fn as_str(&self) -> &'static str {
        match self {
            Self::Refused(error) => error.kind().as_str(),
            Self::NoHandler => "no handler",
            Self::Failed(_) => "failed",
        }
    }
}

impl From<Error> for MessageError {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

impl fmt::Display for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(error) => error.fmt(f),
            Self::NoHandler => f.write_str("no handler takes this message"),
            Self::Failed(_) => f.write_str("the message's handler failed"),
        }
    }
}

impl StdError for MessageError {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match self {
            Self::Refused(error) => error.source(),
            Self::NoHandler => None,
            Self::Failed(error) => Some(error.as_ref()),
        }
    }
}
