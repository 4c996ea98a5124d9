//! Why an answer was not believed.

use std::error::Error;
use std::fmt;

use super::head::Head;
use crate::sign::VerifyError;

/// Why an answer was not believed, or could not be.
pub(crate) enum EnvelopeError {
    /// It is not what a gateway answers.
    Malformed(Malformed),
    /// Nobody can say that Alipay wrote it.
    Signature(SignatureError),
}

impl From<Malformed> for EnvelopeError {
    fn from(malformed: Malformed) -> Self {
        Self::Malformed(malformed)
    }
}

impl From<SignatureError> for EnvelopeError {
    fn from(error: SignatureError) -> Self {
        Self::Signature(error)
    }
}

/// What is wrong with the signature of an answer.
pub(crate) enum SignatureError {
    /// There is none, and the answer is no error.
    Missing,
    /// `sign` is no text.
    NotText,
    /// `sign` is no base64.
    NotBase64,
    /// It was not accepted. `claimed` is what the answer would have said.
    Rejected { cause: VerifyError, claimed: Option<Head> },
}

impl SignatureError {
    /// What the answer would have said; nobody knows who wrote it.
    pub(crate) fn claimed(&self) -> Option<&Head> {
        match self {
            Self::Rejected { claimed, .. } => claimed.as_ref(),
            _ => None,
        }
    }

    pub(crate) fn cause(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Rejected { cause, .. } => Some(cause),
            _ => None,
        }
    }

    pub(crate) const fn describe(&self) -> &'static str {
        match self {
            Self::Missing => "it has none",
            Self::NotText => "its `sign` is not text",
            Self::NotBase64 => "its `sign` is not base64",
            Self::Rejected { .. } => "it was not accepted",
        }
    }
}

/// An answer that breaks the protocol. Holds no text of the answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Malformed {
    UnknownCharset,
    NotInCharset,
    NotJson { line: usize, column: usize },
    Duplicate,
    NoResponse,
    SecondResponse,
    OtherMethod,
    CertificateNumber,
    Encrypted,
    Undecryptable,
    Head,
    SuccessInErrorResponse,
    Parts,
    PartCount { sent: usize, came: usize },
    NoPart,
}

impl Error for Malformed {}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotJson { line, column } => {
                return write!(f, "it is not one JSON object (line {line}, column {column})");
            }
            Self::PartCount { sent, came } => {
                return write!(f, "it answers {came} requests of a batch of {sent}, so nobody knows which");
            }
            Self::Parts => "its `response_body` is not JSON objects with `#S#` between them",
            Self::NoPart => "it has nothing to say to this part of the batch",
            Self::UnknownCharset => "it is in a charset other than UTF-8, GBK and GB18030",
            Self::NotInCharset => "its bytes are not text in the charset that it names, or not in that one alone",
            Self::Duplicate => "a name stands twice in it",
            Self::NoResponse => "it holds no response",
            Self::SecondResponse => "it holds a second response",
            Self::OtherMethod => "it holds the response of another method",
            Self::CertificateNumber => "its `alipay_cert_sn` is not text",
            Self::Encrypted => "it is encrypted, and the client has no content key",
            Self::Undecryptable => "it is encrypted, and not with the client's content key",
            Self::Head => "its response is not an object with at most one `code` and `sub_code`, both text",
            Self::SuccessInErrorResponse => "it is an `error_response` that claims success",
        })
    }
}
