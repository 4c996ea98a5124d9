//! Why a frame is not handed on.

use std::error::Error;
use std::fmt;

use crate::sign::VerifyError;

/// Holds nothing of the frame.
#[derive(Debug)]
pub(super) enum Fault {
    /// It has no empty line, or a line before it that is none.
    Lines,
    /// What follows the empty line is no JSON of the protocol.
    Json,
    /// A member that the protocol asks for is missing, or stands twice.
    Member(&'static str),
    SignType,
    Charset,
    NotBase64,
    Rejected(VerifyError),
    OtherApplication,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Lines => "its first lines are not those of the protocol",
            Self::Json => "it holds no JSON object, or one with a name twice",
            Self::Member(name) => return write!(f, "`{name}` is missing in it"),
            Self::SignType => "its `x-signType` is missing, or not the one that the client is set to",
            Self::Charset => "its `x-charset` is missing, or not one that its data can be written in",
            Self::NotBase64 => "its `x-sign` is not base64",
            Self::Rejected(_) => "its signature was not accepted",
            Self::OtherApplication => "it is for another application than the client's",
        })
    }
}

impl Error for Fault {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Rejected(error) => Some(error),
            _ => None,
        }
    }
}
