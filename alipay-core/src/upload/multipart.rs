//! The body of an upload: `multipart/form-data` (RFC 7578), written piece by piece.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::fmt::Write as _;
use std::hash::{BuildHasher, RandomState};
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use bytes::{Bytes, BytesMut};
use http_body::{Body, Frame, SizeHint};

use super::OpenFile;
use crate::transport::BodyError;

/// The parts, all but the delimiter that closes the last one.
pub(crate) struct Multipart {
    boundary: String,
    pieces: VecDeque<Piece>,
}

enum Piece {
    Bytes(Bytes),
    File(OpenFile),
}

impl Multipart {
    pub(crate) fn new() -> Self {
        Self { boundary: boundary(), pieces: VecDeque::new() }
    }

    /// What announces the body.
    pub(crate) fn content_type(&self, charset: &str) -> String {
        format!("multipart/form-data; boundary={}; charset={charset}", self.boundary)
    }

    /// Adds a text, in the bytes of its charset.
    pub(crate) fn text(&mut self, name: &str, value: &[u8]) {
        let mut part = self.head(name, None, "text/plain");
        part.extend_from_slice(value);
        self.pieces.push_back(Piece::Bytes(part.freeze()));
    }

    /// Adds a file, with its [escaped](OpenFile::escaped_name) name in the bytes of the charset.
    pub(crate) fn file(&mut self, name: &str, escaped_name: &[u8], file: OpenFile) {
        let head = self.head(name, Some(escaped_name), &file.content_type);
        self.pieces.push_back(Piece::Bytes(head.freeze()));
        self.pieces.push_back(Piece::File(file));
    }

    /// What comes after the parts, and makes them a request.
    pub(crate) fn end(&self) -> Bytes {
        format!("\r\n--{}--\r\n", self.boundary).into()
    }

    fn head(&self, name: &str, file_name: Option<&[u8]>, content_type: &str) -> BytesMut {
        let mut head = BytesMut::with_capacity(256);
        let line_end: &[u8] = if self.pieces.is_empty() { b"" } else { b"\r\n" };
        for part in [line_end, b"--", self.boundary.as_bytes(), b"\r\nContent-Disposition: form-data; name=\""] {
            head.extend_from_slice(part);
        }
        head.extend_from_slice(escaped(name).as_bytes());
        head.extend_from_slice(b"\"");
        if let Some(file_name) = file_name {
            head.extend_from_slice(b"; filename=\"");
            head.extend_from_slice(file_name);
            head.extend_from_slice(b"\"");
        }
        head.extend_from_slice(b"\r\nContent-Type: ");
        head.extend_from_slice(content_type.as_bytes());
        head.extend_from_slice(b"\r\n\r\n");
        head
    }
}

impl Body for Multipart {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        while let Some(piece) = self.pieces.front_mut() {
            match piece {
                Piece::Bytes(bytes) => {
                    let bytes = std::mem::take(bytes);
                    self.pieces.pop_front();
                    return Poll::Ready(Some(Ok(Frame::data(bytes))));
                }
                Piece::File(file) => match ready!(Pin::new(file).poll_frame(context)) {
                    None => drop(self.pieces.pop_front()),
                    piece => return Poll::Ready(piece),
                },
            }
        }
        Poll::Ready(None)
    }

    fn is_end_stream(&self) -> bool {
        self.pieces.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        let lengths = self.pieces.iter().map(|piece| match piece {
            Piece::Bytes(bytes) => Some(bytes.len() as u64),
            Piece::File(file) => file.remaining(),
        });
        lengths.sum::<Option<u64>>().map_or_else(SizeHint::default, SizeHint::with_exact)
    }
}

/// 128 bits that nobody can foresee, as no file should be able to hold them by design: the keys of
/// the standard library's hash maps come from the system's source of randomness.
fn boundary() -> String {
    let mut boundary = String::from("alipay-");
    for half in 0..2 {
        // Cannot fail: a string takes everything.
        let _ = write!(boundary, "{:016x}", RandomState::new().hash_one(half));
    }
    boundary
}

/// A name as browsers write it in quotes: what would end the quotes or the line is percent-encoded. The
/// backslash too, because some servers take it for an escape. Other characters stand as they are.
pub(crate) fn escaped(name: &str) -> Cow<'_, str> {
    let ends_something = |character: char| character.is_control() || matches!(character, '"' | '\\');
    if !name.contains(ends_something) {
        return Cow::Borrowed(name);
    }
    let mut escaped = String::with_capacity(name.len() + 8);
    for character in name.chars() {
        if ends_something(character) {
            let mut utf8 = [0; 4];
            // Cannot fail: a string takes everything.
            let _ = character.encode_utf8(&mut utf8).bytes().try_for_each(|byte| write!(escaped, "%{byte:02X}"));
        } else {
            escaped.push(character);
        }
    }
    Cow::Owned(escaped)
}
