//! The bodies that go out and come in.

use std::error::Error;
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
/// It comes out once: a request whose body never left cannot have been processed, one whose body
/// left is never sent again, and after the caller has given the call up it does not come out at all.
/// This is what [`Error::sent`](crate::Error::sent) relies on.
pub struct RequestBody {
    bytes: Bytes,
    is_out: bool,
    claim: Claim,
}

impl RequestBody {
    pub(crate) fn new(bytes: impl Into<Bytes>) -> (Self, Claim) {
        let bytes = bytes.into();
        // A body of nothing is complete before anybody asks for it.
        let is_out = bytes.is_empty();
        let claim = Claim(Arc::new(AtomicBool::new(is_out)));
        (Self { bytes, is_out, claim: claim.clone() }, claim)
    }

    /// All of it. Empty if the caller has given the call up: then nothing may be sent.
    pub fn into_bytes(mut self) -> Bytes {
        self.take().unwrap_or_default()
    }

    /// The bytes, the first time; nothing afterwards.
    fn take(&mut self) -> Result<Bytes, GivenUp> {
        if !self.is_out && !self.claim.first() {
            return Err(GivenUp);
        }
        self.is_out = true;
        Ok(std::mem::take(&mut self.bytes))
    }
}

impl Body for RequestBody {
    type Data = Bytes;
    type Error = GivenUp;

    fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, GivenUp>>> {
        Poll::Ready(match self.get_mut().take() {
            Ok(bytes) => bytes.has_remaining().then(|| Ok(Frame::data(bytes))),
            Err(given_up) => Some(Err(given_up)),
        })
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

/// The caller has given the call up; its body is not sent any more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct GivenUp;

impl fmt::Display for GivenUp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the call was given up before its body was sent")
    }
}

impl Error for GivenUp {}

/// Who comes first: the network, which wants the body, or the caller, who gives the call up. They
/// may be on different threads, and the loser must know that it lost.
#[derive(Clone)]
pub(crate) struct Claim(Arc<AtomicBool>);

impl Claim {
    /// Keeps the body back. `false`: the network already has it.
    pub(crate) fn keep_back(&self) -> bool {
        self.first()
    }

    fn first(&self) -> bool {
        !self.0.swap(true, Ordering::AcqRel)
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
    // An announcement is only that, and the limit may be any number.
    let mut bytes = Vec::with_capacity(announced.min(1 << 20));
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

#[cfg(test)]
mod tests {
    use super::*;

    async fn frame(body: &mut RequestBody) -> Option<Result<Bytes, GivenUp>> {
        Some(body.frame().await?.map(|frame| frame.into_data().unwrap_or_default()))
    }

    #[tokio::test]
    async fn a_body_leaves_once_or_is_kept_back() {
        let (mut body, claim) = RequestBody::new("a=1");
        assert_eq!(frame(&mut body).await, Some(Ok("a=1".into())));
        assert!(!claim.keep_back(), "it is out");
        assert_eq!(frame(&mut body).await, None);
        assert!(body.into_bytes().is_empty(), "it is not sent again");

        let (mut body, claim) = RequestBody::new("a=1");
        assert!(claim.keep_back());
        assert_eq!(frame(&mut body).await, Some(Err(GivenUp)));
        assert!(body.into_bytes().is_empty());

        let (body, claim) = RequestBody::new("a=1");
        assert_eq!(body.into_bytes(), "a=1");
        assert!(!claim.keep_back());

        let (mut body, claim) = RequestBody::new("");
        assert!(!claim.keep_back(), "all of it may be in the URL");
        assert_eq!(frame(&mut body).await, None);
    }
}
