//! The bodies that go out and come in.

use std::convert::Infallible;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::task::{Context, Poll};

use bytes::{Buf, Bytes};
use http_body::{Body, Frame, SizeHint};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full};

use super::{Phase, TransportError};

/// The body of a request: a [`Body`] for HTTP clients that take one, bytes for the others.
///
/// It remembers whether anybody asked for it. A request whose body never left cannot have been
/// processed, which decides what [`Error::sent`](crate::Error::sent) says after a failure.
pub struct RequestBody {
    bytes: Bytes,
    handed: Handed,
}

impl RequestBody {
    pub(crate) fn new(bytes: impl Into<Bytes>) -> (Self, Handed) {
        let bytes = bytes.into();
        // A body of nothing is complete before anybody asks for it.
        let handed = Handed(Arc::new(AtomicBool::new(bytes.is_empty())));
        (Self { bytes, handed: handed.clone() }, handed)
    }

    /// All of it.
    pub fn into_bytes(self) -> Bytes {
        self.handed.set();
        self.bytes
    }
}

impl Body for RequestBody {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let body = self.get_mut();
        body.handed.set();
        let bytes = std::mem::take(&mut body.bytes);
        Poll::Ready(bytes.has_remaining().then(|| Ok(Frame::data(bytes))))
    }

    fn is_end_stream(&self) -> bool {
        self.bytes.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.bytes.len() as u64)
    }
}

impl fmt::Debug for RequestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "RequestBody(<{} bytes>)", self.bytes.len())
    }
}

/// Whether the body of a request was handed to the network.
#[derive(Clone)]
pub(crate) struct Handed(Arc<AtomicBool>);

impl Handed {
    pub(crate) fn get(&self) -> bool {
        self.0.load(Ordering::Acquire)
    }

    fn set(&self) {
        self.0.store(true, Ordering::Release);
    }
}

/// The body of an answer, read piece by piece.
pub struct AnswerBody(UnsyncBoxBody<Bytes, TransportError>);

impl AnswerBody {
    /// Wraps the body of an HTTP client.
    pub fn new(body: impl Body<Data = Bytes, Error = TransportError> + Send + 'static) -> Self {
        Self(body.boxed_unsync())
    }
}

impl<T: Into<Bytes>> From<T> for AnswerBody {
    /// A body that is already there.
    fn from(bytes: T) -> Self {
        Self::new(Full::new(bytes.into()).map_err(|never| match never {}))
    }
}

impl fmt::Debug for AnswerBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AnswerBody").finish_non_exhaustive()
    }
}

/// Reads to the end, or fails at the first byte beyond the limit: an answer is whole or no answer.
pub(crate) async fn read_limited(AnswerBody(mut body): AnswerBody, limit: usize) -> Result<Vec<u8>, TransportError> {
    let too_large = || TransportError::new(Phase::TooLarge, format!("the answer has more than {limit} bytes"));
    let announced = usize::try_from(body.size_hint().lower()).unwrap_or(usize::MAX);
    if announced > limit {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(announced);
    while let Some(frame) = body.frame().await {
        if let Ok(data) = frame?.into_data() {
            if data.len() > limit - bytes.len() {
                return Err(too_large());
            }
            bytes.extend_from_slice(&data);
        }
    }
    Ok(bytes)
}
