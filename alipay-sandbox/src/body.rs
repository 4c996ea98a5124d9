//! The body of an answer, whole or torn off in the middle.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

/// Bytes that are sent in one piece, and then perhaps a failure that ends the connection.
pub(crate) struct AnswerBody {
    bytes: Option<Bytes>,
    announced: u64,
    torn: bool,
}

impl AnswerBody {
    pub(crate) fn whole(bytes: Bytes) -> Self {
        Self { announced: bytes.len() as u64, bytes: Some(bytes), torn: false }
    }

    /// Announces all of the bytes and sends half of them.
    pub(crate) fn torn(bytes: &Bytes) -> Self {
        Self { announced: bytes.len() as u64, bytes: Some(bytes.slice(..bytes.len() / 2)), torn: true }
    }
}

impl Body for AnswerBody {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        Poll::Ready(match self.bytes.take() {
            Some(bytes) => Some(Ok(Frame::data(bytes))),
            None if self.torn => Some(Err(io::ErrorKind::ConnectionAborted.into())),
            None => None,
        })
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_none() && !self.torn
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.announced)
    }
}
