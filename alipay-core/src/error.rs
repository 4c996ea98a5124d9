//! One error for everything that a call can end in.

use std::error::Error as StdError;
use std::fmt;
use std::time::Duration;

use http::StatusCode;

pub use self::business::BusinessError;
pub use self::clock::ClockSkew;
pub use self::common_code::CommonCode;
pub use self::gateway_code::GatewayCode;
use self::hints::Hints;
pub use self::kind::ErrorKind;
pub use self::signature::SignatureDifference;
pub(crate) use self::word::{Word, is_plain};
#[cfg(feature = "download")]
use crate::download::DownloadError;
use crate::envelope::{Malformed, SignatureError};
use crate::error_code::ErrorCode;
use crate::json::ReadError;
use crate::message::MessageRefusal;
use crate::notify::{Refusal, Refused};
use crate::sign::SignError;
use crate::transport::TransportError;
use crate::violation::Violations;

mod business;
mod clock;
mod common_code;
mod gateway_code;
mod hints;
mod kind;
mod mask;
mod signature;
mod word;

/// Why a call, or the making of a client, failed.
///
/// Opaque, so that it can grow; ask it with [`kind`](Error::kind) and the accessors. Its `Display`
/// is one line that holds neither secrets nor the text of any field; what lies beneath is its
/// `source()`.
///
/// ```
/// use alipay_core::{Client, ErrorKind};
///
/// let error = Client::builder("").build().unwrap_err();
/// assert_eq!(error.kind(), ErrorKind::Configuration);
/// assert_eq!(error.to_string(), "wrong configuration: the app id is empty");
/// ```
pub struct Error(Box<Inner>);

struct Inner {
    cause: Cause,
    method: Option<String>,
    trace_id: Option<String>,
    sent: Sent,
    is_repetition: bool,
    body: Option<String>,
    body_is_verified: bool,
    hints: Hints,
}

/// What happened, with everything known about it.
pub(crate) enum Cause {
    Configuration {
        problem: String,
        source: Option<Box<dyn StdError + Send + Sync>>,
    },
    Validation(Violations),
    Signing(SignError),
    /// Waited so long for its turn.
    Busy(Duration),
    Transport(TransportError),
    Status(StatusCode),
    Timeout(Duration),
    Signature(SignatureError),
    Malformed(Malformed),
    Unreadable(ReadError),
    Notification(Refused),
    Message(MessageRefusal),
    Answer(&'static str),
    Ledger {
        problem: &'static str,
        source: Option<Box<dyn StdError + Send + Sync>>,
    },
    Gateway(BusinessError),
    Business(BusinessError),
    #[cfg(feature = "download")]
    Download(DownloadError),
}

/// Whether a failed call may have had an effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Sent {
    /// The gateway cannot have processed it: it did not get the whole request.
    No,
    /// It may have been processed. Ask for its outcome, or repeat it with the same number, before
    /// doing it anew.
    Possibly,
}

impl Error {
    /// Of a call that the gateway cannot have processed.
    pub(crate) fn unsent(cause: Cause) -> Self {
        Self::new(cause, Sent::No)
    }

    pub(crate) fn new(cause: Cause, sent: Sent) -> Self {
        let (method, trace_id, body, hints) = (None, None, None, Hints::default());
        let (is_repetition, body_is_verified) = (false, false);
        Self(Box::new(Inner { cause, method, trace_id, sent, is_repetition, body, body_is_verified, hints }))
    }

    pub(crate) fn configuration(problem: impl Into<String>) -> Self {
        Self::unsent(Cause::Configuration { problem: problem.into(), source: None })
    }

    pub(crate) fn configuration_because(
        problem: impl Into<String>,
        source: impl Into<Box<dyn StdError + Send + Sync>>,
    ) -> Self {
        Self::unsent(Cause::Configuration { problem: problem.into(), source: Some(source.into()) })
    }

    /// Of a call of which an earlier attempt may have arrived.
    pub(crate) fn note_possibly_sent(&mut self) {
        self.0.sent = Sent::Possibly;
        self.0.is_repetition = true;
    }

    /// Whether an earlier attempt of the same call may have arrived.
    pub(crate) fn is_of_a_repetition(&self) -> bool {
        self.0.is_repetition
    }

    pub(crate) fn of_method(mut self, method: &str) -> Self {
        self.0.method = Some(method.to_owned());
        self
    }

    pub(crate) fn with_trace_id(mut self, trace_id: Option<String>) -> Self {
        self.0.trace_id = trace_id;
        self
    }

    pub(crate) fn with_body(mut self, body: String, is_verified: bool) -> Self {
        self.0.body = Some(body);
        self.0.body_is_verified = is_verified;
        self
    }

    /// What kind of failure it is.
    pub fn kind(&self) -> ErrorKind {
        match &self.0.cause {
            Cause::Configuration { .. } => ErrorKind::Configuration,
            Cause::Validation(_) => ErrorKind::Validation,
            Cause::Signing(_) => ErrorKind::Signing,
            Cause::Ledger { .. } => ErrorKind::Ledger,
            Cause::Busy(_) => ErrorKind::Busy,
            Cause::Transport(error) if error.is_timeout() => ErrorKind::Timeout,
            Cause::Transport(_) | Cause::Status(_) => ErrorKind::Transport,
            Cause::Timeout(_) => ErrorKind::Timeout,
            Cause::Signature(_) => ErrorKind::Signature,
            Cause::Notification(refused) if refused.refusal().is_of_signature() => ErrorKind::Signature,
            Cause::Malformed(_) | Cause::Unreadable(_) | Cause::Notification(_) | Cause::Message(_) => {
                ErrorKind::Decode
            }
            Cause::Answer(_) => ErrorKind::Answer,
            Cause::Gateway(_) => ErrorKind::Gateway,
            Cause::Business(_) => ErrorKind::Business,
            #[cfg(feature = "download")]
            Cause::Download(error) if error.is_timeout() => ErrorKind::Timeout,
            #[cfg(feature = "download")]
            Cause::Download(_) => ErrorKind::Download,
        }
    }

    /// Whether the gateway refused the call and signed that.
    pub fn is_business(&self) -> bool {
        self.kind() == ErrorKind::Business
    }

    /// Whether the request broke rules of its declaration.
    pub fn is_validation(&self) -> bool {
        self.kind() == ErrorKind::Validation
    }

    /// Whether there was no connection or no answer in time.
    pub fn is_timeout(&self) -> bool {
        self.kind() == ErrorKind::Timeout
    }

    /// Whether the call may have had an effect all the same.
    pub fn sent(&self) -> Sent {
        self.0.sent
    }

    /// The broken rules, of a validation error.
    pub fn violations(&self) -> Option<&Violations> {
        match &self.0.cause {
            Cause::Validation(violations) => Some(violations),
            _ => None,
        }
    }

    /// What the gateway said, of a signed refusal ([`ErrorKind::Business`]).
    pub fn business(&self) -> Option<&BusinessError> {
        match &self.0.cause {
            Cause::Business(error) => Some(error),
            _ => None,
        }
    }

    /// What somebody, most likely the gateway, said without a signature ([`ErrorKind::Gateway`]).
    /// Show it to a person; do not let money depend on it.
    pub fn gateway(&self) -> Option<&BusinessError> {
        match &self.0.cause {
            Cause::Gateway(error) => Some(error),
            _ => None,
        }
    }

    /// The typed business error code, if `C` is the enum of the called method, and the gateway
    /// signed a `sub_code`.
    pub fn error_code<C: ErrorCode>(&self) -> Option<C> {
        let error = self.business()?;
        (C::TABLE == error.table()).then(|| error.sub_code().map(C::from_code))?
    }

    /// Why the gateway refused, if it gave a `sub_code` that every method may answer, such as
    /// `isv.invalid-signature`. Of signed and unsigned refusals alike.
    pub fn common_code(&self) -> Option<CommonCode> {
        self.said()?.common_code()
    }

    /// What was said, signed or not.
    fn said(&self) -> Option<&BusinessError> {
        self.business().or_else(|| self.gateway())
    }

    /// What could not be read, by JSON paths, when the answer did not fit the declared response, or a
    /// notification or message its declared type.
    pub fn unreadable(&self) -> Option<&ReadError> {
        match &self.0.cause {
            Cause::Unreadable(error) | Cause::Message(MessageRefusal::Unreadable(error)) => Some(error),
            Cause::Notification(refused) => refused.unreadable(),
            _ => None,
        }
    }

    /// Why something that was posted is refused, of a [notification](crate::notify).
    pub fn refusal(&self) -> Option<Refusal> {
        match &self.0.cause {
            Cause::Notification(refused) => Some(refused.refusal()),
            _ => None,
        }
    }

    /// How far the request came, when the way to the gateway failed.
    pub fn transport(&self) -> Option<&TransportError> {
        match &self.0.cause {
            Cause::Transport(error) => Some(error),
            _ => None,
        }
    }

    /// Why a download failed.
    #[cfg(feature = "download")]
    pub fn download(&self) -> Option<&DownloadError> {
        match &self.0.cause {
            Cause::Download(error) => Some(error),
            _ => None,
        }
    }

    /// The HTTP status, when it was not 200.
    pub fn http_status(&self) -> Option<u16> {
        match &self.0.cause {
            Cause::Status(status) => Some(status.as_u16()),
            _ => None,
        }
    }

    /// The called method.
    pub fn method(&self) -> Option<&str> {
        self.0.method.as_deref()
    }

    /// What Alipay's support asks for; [`console_link`](Error::console_link) leads to it.
    pub fn trace_id(&self) -> Option<&str> {
        self.0.trace_id.as_deref()
    }

    /// The text that came: the response node where there was one, else the whole body, bytes that
    /// are no text replaced. It may hold personal data; the crate never prints it.
    pub fn body(&self) -> Option<&str> {
        self.0.body.as_deref()
    }

    /// Whether Alipay signed the [`body`](Error::body).
    pub fn body_is_verified(&self) -> bool {
        self.0.body_is_verified
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(method) = self.method() {
            write!(f, "{}: ", Word(method))?;
        }
        self.write_cause(f)?;
        self.write_hints(f)
    }
}

impl Error {
    fn write_cause(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0.cause {
            Cause::Configuration { problem, .. } => write!(f, "wrong configuration: {problem}"),
            Cause::Validation(violations) => match violations.len() {
                1 => f.write_str("the request breaks a rule and was not sent"),
                count => write!(f, "the request breaks {count} rules and was not sent"),
            },
            Cause::Signing(_) => f.write_str("the request could not be signed"),
            Cause::Busy(waited) => {
                write!(f, "too many calls are on their way: this one was not sent within {waited:?}")
            }
            Cause::Transport(error) => write!(f, "{error}"),
            Cause::Status(status) => write!(f, "the gateway's host answered HTTP status {}", status.as_u16()),
            Cause::Timeout(limit) => write!(f, "no answer within {limit:?}"),
            Cause::Signature(error) => {
                write!(f, "the answer's signature cannot be trusted: {}", error.describe())?;
                match error.claimed().and_then(|head| head.code.as_deref()) {
                    Some(code) => write!(f, " (the answer claims code {})", Word(code)),
                    None => Ok(()),
                }
            }
            Cause::Malformed(malformed) => write!(f, "the answer breaks the protocol: {malformed}"),
            Cause::Notification(refused) => write!(f, "the notification is refused: {}", refused.refusal()),
            Cause::Message(refusal) => write!(f, "the message is refused: {refusal}"),
            Cause::Unreadable(_) => f.write_str("the answer does not fit the declared response"),
            Cause::Answer(why) => f.write_str(why),
            Cause::Ledger { problem, .. } => f.write_str(problem),
            Cause::Gateway(error) => write!(f, "the gateway refused, unsigned: {error}"),
            Cause::Business(error) => write!(f, "{error}"),
            #[cfg(feature = "download")]
            Cause::Download(error) => write!(f, "{error}"),
        }
    }
}

impl StdError for Error {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        match &self.0.cause {
            Cause::Configuration { source, .. } | Cause::Ledger { source, .. } => {
                source.as_deref().map(|source| source as _)
            }
            Cause::Validation(violations) => Some(violations),
            Cause::Signing(error) => error.source(),
            Cause::Transport(error) => error.source(),
            Cause::Signature(error) => error.cause(),
            Cause::Unreadable(error) => Some(error),
            Cause::Notification(refused) => refused.cause(),
            Cause::Message(refusal) => refusal.cause(),
            #[cfg(feature = "download")]
            Cause::Download(error) => error.source(),
            Cause::Busy(_)
            | Cause::Status(_)
            | Cause::Timeout(_)
            | Cause::Malformed(_)
            | Cause::Answer(_)
            | Cause::Gateway(_)
            | Cause::Business(_) => None,
        }
    }
}

impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Error")
            .field("kind", &self.kind())
            .field("message", &format_args!("{self}"))
            .field("source", &self.source())
            .field("trace_id", &self.trace_id())
            .field("sent", &self.sent())
            .finish_non_exhaustive()
    }
}
