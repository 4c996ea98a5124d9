//! A reader as a body: pieces of a bounded size, one at a time.

use std::io;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::Bytes;
use http_body::{Body, Frame};
use tokio::io::{AsyncRead, ReadBuf};

/// How much is read and held at a time, in bytes.
pub(super) const PIECE: usize = 64 << 10;

/// Reads only when the network asks for more, and so holds one piece at most.
pub(super) struct ReaderBody<R> {
    reader: Pin<Box<R>>,
    /// Where the next piece is read into. Empty, or of full length.
    piece: Vec<u8>,
}

impl<R: AsyncRead> ReaderBody<R> {
    pub(super) fn new(reader: R) -> Self {
        Self { reader: Box::pin(reader), piece: Vec::new() }
    }
}

impl<R: AsyncRead> Body for ReaderBody<R> {
    type Data = Bytes;
    type Error = io::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, io::Error>>> {
        let Self { reader, piece } = &mut *self;
        piece.resize(PIECE, 0);
        let mut buffer = ReadBuf::new(piece);
        if let Err(error) = ready!(reader.as_mut().poll_read(context, &mut buffer)) {
            return Poll::Ready(Some(Err(error)));
        }
        let read = buffer.filled().len();
        piece.truncate(read);
        // What is left free of the last, shorter piece is held for as long as the piece is.
        let piece = Bytes::from(std::mem::take(piece));
        Poll::Ready((read > 0).then(|| Ok(Frame::data(piece))))
    }
}
