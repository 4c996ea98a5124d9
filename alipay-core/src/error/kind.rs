//! What kind of failure it is.

/// The kinds of [`Error`](super::Error).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum ErrorKind {
    /// The client, or an option of the call, is set up wrongly. Nothing was sent.
    Configuration,
    /// The request breaks rules of its declaration. Nothing was sent.
    Validation,
    /// The request could not be signed. Nothing was sent.
    Signing,
    /// The [ledger](crate::ledger) says that another request was made under this number, or could not be
    /// asked. Nothing was sent.
    Ledger,
    /// As many calls as may be ([`max_in_flight`](crate::ClientBuilder::max_in_flight)) were on their way, and
    /// the turn of this one did not come in time. Nothing was sent.
    Busy,
    /// The request or the answer got lost, or something that is no gateway answered.
    Transport,
    /// There was no answer in time.
    Timeout,
    /// The signature of an answer or a notification is missing or wrong: nobody knows who wrote it.
    Signature,
    /// An answer or a notification is not what the protocol or the declaration says.
    Decode,
    /// Alipay signed an answer that is not what was asked for: it is about another order, or says that
    /// what was asked for did not happen.
    Answer,
    /// The gateway refused the call without signing that: believable, but not proven.
    Gateway,
    /// The gateway refused the call, and signed that.
    Business,
    /// A file could not be downloaded, or not be written.
    Download,
}

impl ErrorKind {
    /// The kind as a word, fit for logs.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Configuration => "configuration",
            Self::Validation => "validation",
            Self::Signing => "signing",
            Self::Ledger => "ledger",
            Self::Busy => "busy",
            Self::Transport => "transport",
            Self::Timeout => "timeout",
            Self::Signature => "signature",
            Self::Decode => "decode",
            Self::Answer => "answer",
            Self::Gateway => "gateway",
            Self::Business => "business",
            Self::Download => "download",
        }
    }
}
