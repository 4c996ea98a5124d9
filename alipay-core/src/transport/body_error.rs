//! Why the body of a request did not come to its end.

use std::error::Error;
use std::fmt;
use std::sync::Arc;

/// The body of a request broke off. Its end was not sent and will not be, so nobody can process it.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub enum BodyError {
    /// The caller has given the call up.
    GivenUp,
    /// A file could not be read to its end.
    Unreadable(Arc<dyn Error + Send + Sync>),
    /// There is more than was announced or is allowed.
    TooLong {
        /// So many bytes.
        most: u64,
    },
    /// A file ended too early.
    TooShort {
        /// How many bytes it was to have.
        announced: u64,
        /// How many there were.
        found: u64,
    },
    /// A stream can be read once, and another call was faster.
    Spent,
}

impl BodyError {
    pub(crate) fn unreadable(error: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Unreadable(error.into().into())
    }
}

impl fmt::Display for BodyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::GivenUp => f.write_str("the call was given up before all of its body was sent"),
            Self::Unreadable(_) => f.write_str("a file could not be read to its end"),
            Self::TooLong { most } => {
                write!(f, "there are more bytes than the {most} that were announced or are allowed")
            }
            Self::TooShort { announced, found } => {
                write!(f, "a file ended after {found} bytes and was to have {announced}")
            }
            Self::Spent => f.write_str("another call sent the stream of a file, which can be read once"),
        }
    }
}

impl Error for BodyError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Unreadable(error) => Some(&**error),
            _ => None,
        }
    }
}
