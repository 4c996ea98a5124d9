//! Why something that was posted is no notification.

use std::error::Error;
use std::fmt;

use crate::json::ReadError;
use crate::sign::VerifyError;

/// Why something that was posted is refused. [`Error::refusal`](crate::Error::refusal) says it.
///
/// It holds nothing of what was posted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Refusal {
    /// It has more than [`MAX_BYTES`](super::MAX_BYTES), or more fields than any notification.
    TooLarge,
    /// The connection broke before all of it was there.
    Interrupted,
    /// A `%` without two hexadecimal digits behind it.
    PercentEncoding,
    /// A name that is empty or has unusual signs: this is no form of Alipay's.
    Name,
    /// A name stands twice: which value would count?
    RepeatedName,
    /// It is in a charset other than UTF-8, GBK and GB18030.
    UnknownCharset,
    /// Its bytes are not text in its charset.
    NotInCharset,
    /// The signed text could be taken apart in another way.
    TwoReadings,
    /// Its `app_id` is not the client's.
    OtherApplication,
    /// There is no `sign`.
    Unsigned,
    /// Its `sign` is not base64.
    NotBase64,
    /// Its `sign_type` is missing, or not that of the client: nothing that is posted chooses the
    /// algorithm.
    SignType,
    /// Alipay did not sign this text: somebody else did, or the text was altered or decoded twice.
    WrongSignature,
    /// The signature could not be checked: the certificate that it names could not be had.
    Unchecked,
    /// Alipay signed it, but it does not fit the type that it was to be read as.
    /// [`Error::unreadable`](crate::Error::unreadable) says where.
    Unfit,
}

impl Refusal {
    /// Whether it is its signature that speaks against it, and not its form.
    pub(crate) const fn is_of_signature(self) -> bool {
        matches!(self, Self::Unsigned | Self::NotBase64 | Self::SignType | Self::WrongSignature | Self::Unchecked)
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge => "it is larger than any notification",
            Self::Interrupted => "the connection broke before all of it was there",
            Self::PercentEncoding => "a `%` in it is not followed by two hexadecimal digits",
            Self::Name => "a name in it is empty, or not made of letters, digits, `_`, `-` and `.`",
            Self::RepeatedName => "a name stands twice in it",
            Self::UnknownCharset => "it is in a charset other than UTF-8, GBK and GB18030",
            Self::NotInCharset => "its bytes are not text in the charset that it names, or not in that one alone",
            Self::TwoReadings => {
                "a value holds the name of another field behind a `&`, so what was signed is not clear"
            }
            Self::OtherApplication => "it is for another application than the client's: its `app_id` says so",
            Self::Unsigned => "it has no signature",
            Self::NotBase64 => "its `sign` is not base64",
            Self::SignType => "its `sign_type` is missing, or not the one that the client is set to",
            Self::WrongSignature | Self::Unchecked => "its signature was not accepted",
            Self::Unfit => "it does not fit the declared type",
        })
    }
}

/// A refusal with what is beneath it.
pub(crate) enum Refused {
    Plainly(Refusal),
    Rejected(VerifyError),
    Unfit(ReadError),
}

impl Refused {
    pub(crate) const fn refusal(&self) -> Refusal {
        match self {
            Self::Plainly(refusal) => *refusal,
            Self::Rejected(VerifyError::Mismatch) => Refusal::WrongSignature,
            Self::Rejected(VerifyError::Unchecked(_)) => Refusal::Unchecked,
            Self::Unfit(_) => Refusal::Unfit,
        }
    }

    pub(crate) fn cause(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Plainly(_) => None,
            Self::Rejected(error) => Some(error),
            Self::Unfit(error) => Some(error),
        }
    }

    pub(crate) fn unreadable(&self) -> Option<&ReadError> {
        match self {
            Self::Unfit(error) => Some(error),
            _ => None,
        }
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self::Plainly(refusal)
    }
}
