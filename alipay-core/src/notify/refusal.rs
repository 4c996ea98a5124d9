//! Why something that was posted is no notification.

use std::error::Error;
use std::fmt;

use crate::sign::VerifyError;

/// Holds nothing of what was posted.
pub(crate) enum Refusal {
    /// It has more bytes than the client reads, or more fields than any notification.
    TooLarge,
    Percent,
    Name,
    Duplicate,
    UnknownCharset,
    NotInCharset,
    TwoReadings,
    OtherApplication,
    Unsigned,
    NotBase64,
    SignType,
    Rejected(VerifyError),
}

impl Refusal {
    /// Whether it is its signature that speaks against it, and not its form.
    pub(crate) const fn is_of_signature(&self) -> bool {
        matches!(self, Self::Unsigned | Self::NotBase64 | Self::SignType | Self::Rejected(_))
    }

    pub(crate) fn cause(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Rejected(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "it is larger than the client reads",
            Self::Percent => "a `%` in it is not followed by two hexadecimal digits",
            Self::Name => "a name in it is empty, or not made of letters, digits, `_`, `-` and `.`",
            Self::Duplicate => "a name stands twice in it",
            Self::UnknownCharset => "it is in a charset other than UTF-8, GBK and GB18030",
            Self::NotInCharset => "its bytes are not text in the charset that it names, or not in that one alone",
            Self::TwoReadings => {
                "a value holds the name of another field behind a `&`, so what was signed is not clear"
            }
            Self::OtherApplication => "it is for another application than the client's: its `app_id` says so",
            Self::Unsigned => "it has no signature",
            Self::NotBase64 => "its `sign` is not base64",
            Self::SignType => "its `sign_type` is missing, or not the one that the client is set to",
            Self::Rejected(_) => "its signature was not accepted",
        })
    }
}
