//! The body of a request, which has a connection as soon as anybody asks for the body.

use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use http_body::{Body, Frame, SizeHint};

use super::hosts::Waiting;
use crate::transport::{BodyError, RequestBody};

pub(super) struct Sending {
    body: RequestBody,
    waiting: Option<Waiting>,
}

impl Sending {
    pub(super) const fn new(body: RequestBody, waiting: Option<Waiting>) -> Self {
        Self { body, waiting }
    }
}

impl Body for Sending {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        self.waiting = None;
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
