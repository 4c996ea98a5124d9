//! The bodies that go out and come in.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, Waker, ready};

use bytes::{Buf, Bytes, BytesMut};
use http_body::{Body, Frame, SizeHint};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt, Full};

use super::claim::Claim;
use super::{BodyError, Phase, TransportError};

/// The body of a request: a [`Body`] for HTTP clients that take one, bytes for the others.
///
/// Its end comes out once: a request whose end never left cannot have been processed, one whose end
/// left is never sent again, and after the caller has given the call up the end does not come out at
/// all. This is what [`Error::sent`](crate::Error::sent) relies on.
///
/// Nearly every body is short and comes in one piece. That of an upload comes in many, which are read
/// while they are sent.
pub struct RequestBody {
    /// What comes ahead of the end: the parts of an upload.
    ahead: Option<UnsyncBoxBody<Bytes, BodyError>>,
    /// The end, without which nothing is a request; mostly all there is.
    end: Bytes,
    is_out: bool,
    claim: Claim,
}

impl RequestBody {
    pub(crate) fn new(bytes: impl Into<Bytes>) -> (Self, Claim) {
        let end = bytes.into();
        // A body of nothing is complete before anybody asks for it.
        let is_out = end.is_empty();
        let claim = Claim::new(is_out);
        (Self { ahead: None, end, is_out, claim: claim.clone() }, claim)
    }

    /// A body that is read while it is sent. The end must not be empty: it is what is kept back.
    pub(crate) fn streaming(
        ahead: impl Body<Data = Bytes, Error = BodyError> + Send + 'static,
        end: Bytes,
    ) -> (Self, Claim) {
        let (body, claim) = Self::new(end);
        (Self { ahead: Some(ahead.boxed_unsync()), ..body }, claim)
    }

    /// All of it, for an HTTP client that takes bytes. Empty when nothing may be sent: the caller has
    /// given the call up, or it is an upload that has to be read first, by
    /// [`collect`](RequestBody::collect).
    pub fn into_bytes(mut self) -> Bytes {
        if self.ahead.is_none() {
            return self.take().unwrap_or_default();
        }
        let collecting = std::pin::pin!(self.collect(usize::MAX));
        match collecting.poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(whole) => whole.unwrap_or_default(),
            Poll::Pending => Bytes::new(),
        }
    }

    /// All of it, read to the end and held in memory, for an HTTP client that takes bytes in a program
    /// that uploads files.
    ///
    /// # Errors
    /// When there are more than `limit` bytes, a file cannot be read, or the caller has given the call
    /// up: then nothing may be sent.
    pub async fn collect(mut self, limit: usize) -> Result<Bytes, BodyError> {
        let fits = |bytes: usize, more: usize| bytes.checked_add(more).is_some_and(|sum| sum <= limit);
        let mut whole = BytesMut::new();
        while let Some(piece) = poll_fn(|context| self.poll_ahead(context)).await {
            let piece = piece?;
            if !fits(whole.len(), piece.len()) {
                return Err(self.claim.fail(BodyError::TooLong { most: limit as u64 }));
            }
            whole.extend_from_slice(&piece);
        }
        if !fits(whole.len(), self.end.len()) {
            return Err(self.claim.fail(BodyError::TooLong { most: limit as u64 }));
        }
        let end = self.take()?;
        if whole.is_empty() {
            return Ok(end);
        }
        whole.extend_from_slice(&end);
        Ok(whole.freeze())
    }

    /// The next piece of what comes ahead of the end.
    fn poll_ahead(&mut self, context: &mut Context<'_>) -> Poll<Option<Result<Bytes, BodyError>>> {
        let Some(ahead) = &mut self.ahead else {
            return Poll::Ready(None);
        };
        // The rest would be read for nothing.
        let next = if self.claim.is_kept_back() {
            Some(Err(BodyError::GivenUp))
        } else {
            ready!(Pin::new(ahead).poll_frame(context))
        };
        Poll::Ready(match next {
            Some(Ok(frame)) => Some(Ok(frame.into_data().unwrap_or_default())),
            Some(Err(error)) => {
                self.ahead = None;
                Some(Err(self.claim.fail(error)))
            }
            None => {
                self.ahead = None;
                None
            }
        })
    }

    /// The end, the first time; nothing afterwards.
    fn take(&mut self) -> Result<Bytes, BodyError> {
        if !self.is_out && !self.claim.let_out() {
            return Err(BodyError::GivenUp);
        }
        self.is_out = true;
        Ok(std::mem::take(&mut self.end))
    }
}

impl Body for RequestBody {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = self.get_mut();
        if let Some(piece) = ready!(this.poll_ahead(context)) {
            return Poll::Ready(Some(piece.map(Frame::data)));
        }
        Poll::Ready(match this.take() {
            Ok(end) => end.has_remaining().then(|| Ok(Frame::data(end))),
            Err(given_up) => Some(Err(given_up)),
        })
    }

    fn is_end_stream(&self) -> bool {
        self.ahead.is_none() && self.end.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        let ahead = self.ahead.as_ref().map_or_else(|| SizeHint::with_exact(0), Body::size_hint);
        let end = self.end.len() as u64;
        let mut whole = SizeHint::new();
        if let Some(upper) = ahead.upper().and_then(|upper| upper.checked_add(end)) {
            whole.set_upper(upper);
        }
        whole.set_lower(ahead.lower().saturating_add(end));
        whole
    }
}

impl fmt::Debug for RequestBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.size_hint().exact() {
            Some(length) => write!(f, "RequestBody(<{length} bytes>)"),
            None => f.write_str("RequestBody(<stream>)"),
        }
    }
}

/// The body of an answer, read piece by piece.
pub struct AnswerBody(UnsyncBoxBody<Bytes, TransportError>);

impl AnswerBody {
    /// Wraps the body of an HTTP client.
    pub fn new(body: impl Body<Data = Bytes, Error = TransportError> + Send + 'static) -> Self {
        Self(body.boxed_unsync())
    }

    /// The next bytes, at least one. `None`: that was all.
    pub(crate) async fn next(&mut self) -> Option<Result<Bytes, TransportError>> {
        loop {
            match self.0.frame().await?.map(Frame::into_data) {
                Ok(Ok(data)) if data.has_remaining() => return Some(Ok(data)),
                // Nothing, or trailers.
                Ok(_) => {}
                Err(error) => return Some(Err(error)),
            }
        }
    }

    /// How many bytes it has, if that is known.
    #[cfg(feature = "download")]
    pub(crate) fn known_len(&self) -> Option<u64> {
        self.0.size_hint().exact()
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
pub(crate) async fn read_limited(mut body: AnswerBody, limit: usize) -> Result<Vec<u8>, TransportError> {
    let too_large = || TransportError::new(Phase::TooLarge, format!("the answer has more than {limit} bytes"));
    let announced = usize::try_from(body.0.size_hint().lower()).unwrap_or(usize::MAX);
    if announced > limit {
        return Err(too_large());
    }
    // An announcement is only that, and the limit may be any number.
    let mut bytes = Vec::with_capacity(announced.min(1 << 20));
    while let Some(data) = body.next().await {
        let data = data?;
        if data.len() > limit - bytes.len() {
            return Err(too_large());
        }
        bytes.extend_from_slice(&data);
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use std::collections::VecDeque;

    use super::*;

    async fn frame(body: &mut RequestBody) -> Option<Result<Bytes, String>> {
        let frame = body.frame().await?.map(|frame| frame.into_data().unwrap_or_default());
        Some(frame.map_err(|error| error.to_string()))
    }

    fn given_up() -> Result<Bytes, String> {
        Err(BodyError::GivenUp.to_string())
    }

    /// Pieces that come at once, in front of the end `.`.
    fn streaming(pieces: &[Result<&'static str, BodyError>]) -> (RequestBody, Claim) {
        let pieces: VecDeque<_> = pieces.to_vec().into();
        RequestBody::streaming(Pieces(pieces), Bytes::from("."))
    }

    struct Pieces(VecDeque<Result<&'static str, BodyError>>);

    impl Body for Pieces {
        type Data = Bytes;
        type Error = BodyError;

        fn poll_frame(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
            Poll::Ready(self.0.pop_front().map(|piece| piece.map(|text| Frame::data(text.into()))))
        }
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
        assert!(claim.keep_back(), "and stays so");
        assert_eq!(frame(&mut body).await, Some(given_up()));
        assert!(body.into_bytes().is_empty());

        let (body, claim) = RequestBody::new("a=1");
        assert_eq!(body.into_bytes(), "a=1");
        assert!(!claim.keep_back());

        let (mut body, claim) = RequestBody::new("");
        assert!(!claim.keep_back(), "all of it may be in the URL");
        assert_eq!(frame(&mut body).await, None);
    }

    #[tokio::test]
    async fn a_stream_is_sent_when_its_end_is_and_can_be_given_up_until_then() {
        let (mut body, claim) = streaming(&[Ok("a"), Ok("b")]);
        for piece in ["a", "b", "."] {
            assert_eq!(frame(&mut body).await, Some(Ok(piece.into())));
        }
        assert!(!claim.keep_back(), "it is out");
        assert_eq!(frame(&mut body).await, None);

        let (mut body, claim) = streaming(&[Ok("a"), Ok("b")]);
        assert_eq!(frame(&mut body).await, Some(Ok("a".into())));
        assert!(claim.keep_back(), "a part is no request");
        assert_eq!(frame(&mut body).await, Some(given_up()), "the rest is not read any more");
        assert_eq!(frame(&mut body).await, Some(given_up()), "nor does the end come");
        assert!(claim.failure().is_none());
    }

    #[tokio::test]
    async fn a_stream_that_breaks_off_never_comes_to_its_end() {
        let (mut body, claim) = streaming(&[Ok("a"), Err(BodyError::Spent), Ok("b")]);
        assert_eq!(frame(&mut body).await, Some(Ok("a".into())));
        assert_eq!(frame(&mut body).await, Some(Err(BodyError::Spent.to_string())));
        assert_eq!(frame(&mut body).await, Some(given_up()));
        assert!(claim.keep_back(), "it cannot be processed");
        assert!(matches!(claim.failure(), Some(BodyError::Spent)));
    }

    #[tokio::test]
    async fn all_of_a_stream_can_be_had_as_bytes() {
        let (body, claim) = streaming(&[Ok("a"), Ok("b")]);
        assert_eq!(body.collect(3).await.unwrap(), "ab.");
        assert!(!claim.keep_back());

        // What is in memory is there at once.
        let (body, _) = streaming(&[Ok("a"), Ok("b")]);
        assert_eq!(body.into_bytes(), "ab.");

        for limit in [0, 1, 2] {
            let (body, claim) = streaming(&[Ok("a"), Ok("b")]);
            assert!(matches!(body.collect(limit).await, Err(BodyError::TooLong { .. })), "{limit}");
            assert!(claim.keep_back(), "{limit}");
        }
        let (body, claim) = streaming(&[Err(BodyError::Spent)]);
        assert!(body.into_bytes().is_empty());
        assert!(claim.keep_back() && claim.failure().is_some());

        let (body, _) = RequestBody::new("a=1");
        assert_eq!(body.collect(3).await.unwrap(), "a=1");
        let (body, claim) = RequestBody::new("a=1");
        assert!(body.collect(2).await.is_err() && claim.keep_back());
    }

    struct Never;

    impl Body for Never {
        type Data = Bytes;
        type Error = BodyError;

        fn poll_frame(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
            Poll::Pending
        }
    }

    #[test]
    fn what_has_to_be_read_first_cannot_be_had_at_once() {
        let (body, claim) = RequestBody::streaming(Never, Bytes::from("."));
        assert!(body.into_bytes().is_empty());
        assert!(claim.keep_back());
    }
}
