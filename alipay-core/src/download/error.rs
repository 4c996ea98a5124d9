//! Why a download did not come to its end.

use std::error::Error;
use std::fmt;
use std::io;
use std::time::Duration;

use crate::transport::{Phase, TransportError};

/// Why a file could not be downloaded. Nothing is left of it; a file that had its name is as it was.
#[derive(Debug)]
#[non_exhaustive]
pub enum DownloadError {
    /// The link is none that is followed; nothing was requested. Why, without the link.
    Link(&'static str),
    /// The server could not be reached, or the connection broke.
    Transport(TransportError),
    /// Nothing came for so long.
    Stalled(Duration),
    /// The server answered with this HTTP status. Redirects are not followed; a link that has expired
    /// needs a new one.
    Status(u16),
    /// The server's answer cannot be used. Why.
    Answer(&'static str),
    /// The file has more bytes than are taken.
    TooLarge {
        /// So many are.
        most: u64,
    },
    /// The file has another length than was announced.
    Length {
        /// So many bytes were announced.
        announced: u64,
        /// So many came.
        found: u64,
    },
    /// The file could not be written.
    Disk(io::Error),
}

impl DownloadError {
    pub(crate) fn is_timeout(&self) -> bool {
        match self {
            Self::Stalled(_) => true,
            Self::Transport(error) => error.is_timeout(),
            _ => false,
        }
    }

    /// Whether another connection may bring the rest.
    pub(super) fn is_interruption(&self) -> bool {
        match self {
            Self::Stalled(_) => true,
            Self::Transport(error) => {
                matches!(error.phase(), Phase::Connect | Phase::ConnectTimeout | Phase::Send | Phase::Read)
            }
            Self::Length { announced, found } => found < announced,
            _ => false,
        }
    }
}

impl fmt::Display for DownloadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Link(problem) => write!(f, "the link is not followed: {problem}"),
            Self::Transport(error) => f.write_str(match error.phase() {
                Phase::Connect => "no connection to the server of the link",
                Phase::ConnectTimeout => "no connection to the server of the link in time",
                Phase::Tls => "no secure connection to the server of the link",
                Phase::Upload | Phase::Send => "the connection broke before an answer came",
                Phase::Read | Phase::TooLarge => "the connection broke in the middle of the file",
            }),
            Self::Stalled(limit) => write!(f, "nothing came for {limit:?}"),
            Self::Status(status) => write!(f, "the server of the link answered HTTP status {status}"),
            Self::Answer(problem) => write!(f, "the answer of the link's server cannot be used: {problem}"),
            Self::TooLarge { most } => write!(f, "the file has more than the {most} bytes that are taken"),
            Self::Length { announced, found } => {
                write!(f, "{found} bytes came of a file that was announced with {announced}")
            }
            Self::Disk(_) => f.write_str("the file could not be written"),
        }
    }
}

impl Error for DownloadError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Transport(error) => error.source(),
            Self::Disk(error) => Some(error),
            _ => None,
        }
    }
}
