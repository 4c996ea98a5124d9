//! A file that is ready to be sent: opened, measured, and kept to its measure.

use std::borrow::Cow;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, ready};

use bytes::{Buf, Bytes};
use http::HeaderValue;
use http_body::{Body, Frame};
use http_body_util::{BodyExt, Full};

use super::multipart::escaped;
use super::reader::ReaderBody;
use super::source::{FileBody, Once, Source};
use super::{Progress, Upload};
use crate::error::Error;
use crate::transport::BodyError;

/// A file whose sending can begin.
pub(crate) struct OpenFile {
    file_name: String,
    pub(super) content_type: String,
    /// How many bytes it will have.
    len: Option<u64>,
    /// What its field allows.
    max_bytes: Option<u64>,
    content: Content,
    sent: u64,
    progress: Option<Progress>,
}

enum Content {
    Body(FileBody),
    /// Taken out when the network asks for it: a call that fails before leaves the stream whole.
    Once(Arc<Once>),
    Over,
}

impl Upload {
    /// Opens the file; `field` is the name of its field, for messages.
    pub(crate) async fn open(&self, field: &str) -> Result<OpenFile, Error> {
        let file_name = self.file_name.clone().filter(|name| !name.is_empty());
        let Some(file_name) = file_name else {
            return Err(Error::configuration(format!("the file of `{field}` needs a name")));
        };
        let content_type = self.content_type.clone().unwrap_or_else(|| type_by_name(&file_name).to_owned());
        if content_type.is_empty() || HeaderValue::from_str(&content_type).is_err() {
            return Err(Error::configuration(format!("the content type of `{field}` does not fit into a header")));
        }
        let (content, len) = self.content(field).await?;
        Ok(OpenFile {
            file_name,
            content_type,
            len,
            max_bytes: None,
            content,
            sent: 0,
            progress: self.progress.clone(),
        })
    }

    async fn content(&self, field: &str) -> Result<(Content, Option<u64>), Error> {
        match &self.source {
            Source::Bytes(bytes) => {
                let body = Full::new(bytes.clone()).map_err(|never| match never {});
                Ok((Content::Body(body.boxed_unsync()), Some(bytes.len() as u64)))
            }
            Source::Path(on_disk) => {
                let unusable =
                    |error| Error::configuration_because(format!("the file of `{field}` cannot be opened"), error);
                let file = tokio::fs::File::open(on_disk.path()).await.map_err(unusable)?;
                let facts = file.metadata().await.map_err(unusable)?;
                if !facts.is_file() {
                    return Err(Error::configuration(format!("the file of `{field}` is none: use `from_reader`")));
                }
                on_disk.note_len(facts.len());
                let body = ReaderBody::new(file).map_err(BodyError::unreadable);
                Ok((Content::Body(body.boxed_unsync()), Some(facts.len())))
            }
            Source::Once(once) if once.is_there() => Ok((Content::Once(Arc::clone(once)), self.known_len())),
            Source::Once(_) => {
                let problem = format!("the stream of `{field}` was sent by an earlier call, and cannot be read again");
                Err(Error::configuration(problem))
            }
        }
    }
}

/// By the ending: the pictures and films that the platform's documents and official SDKs name.
fn type_by_name(file_name: &str) -> &'static str {
    let ending = file_name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    match ending.as_deref() {
        Some("jpg" | "jpeg") => "image/jpeg",
        Some("png") => "image/png",
        Some("gif") => "image/gif",
        Some("bmp") => "image/bmp",
        Some("mp4") => "video/mp4",
        _ => "application/octet-stream",
    }
}

impl OpenFile {
    /// The name for the head of its part, in which nothing ends the quotes or the line.
    pub(crate) fn escaped_name(&self) -> Cow<'_, str> {
        escaped(&self.file_name)
    }

    /// How many bytes are still to come.
    pub(super) fn remaining(&self) -> Option<u64> {
        self.len.map(|len| len.saturating_sub(self.sent))
    }

    /// Breaks off beyond so many bytes: what is sent by then is not the end of the request.
    pub(crate) fn at_most(self, max_bytes: Option<u64>) -> Self {
        Self { max_bytes, ..self }
    }

    /// The body, if there is anything left of it.
    fn body(&mut self) -> Result<Option<&mut FileBody>, BodyError> {
        if let Content::Once(once) = &self.content {
            self.content = Content::Body(once.take().ok_or(BodyError::Spent)?);
        }
        Ok(match &mut self.content {
            Content::Body(body) => Some(body),
            Content::Once(_) | Content::Over => None,
        })
    }

    /// Counts a piece, or refuses it.
    fn take(&mut self, piece: &Bytes) -> Result<(), BodyError> {
        self.sent = self.sent.saturating_add(piece.remaining() as u64);
        if let Some(most) = self.max_bytes.filter(|&most| self.sent > most) {
            return Err(BodyError::TooLong { most });
        }
        if let Some(len) = self.len.filter(|&len| self.sent > len) {
            return Err(BodyError::TooLong { most: len });
        }
        if let Some(progress) = &self.progress {
            progress(self.sent, self.len);
        }
        Ok(())
    }

    /// The end: not too early.
    fn end(&mut self) -> Result<(), BodyError> {
        self.content = Content::Over;
        match self.len {
            Some(announced) if self.sent < announced => Err(BodyError::TooShort { announced, found: self.sent }),
            _ => Ok(()),
        }
    }
}

impl Body for OpenFile {
    type Data = Bytes;
    type Error = BodyError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BodyError>>> {
        let this = &mut *self;
        loop {
            let body = match this.body() {
                Ok(Some(body)) => body,
                Ok(None) => return Poll::Ready(None),
                Err(error) => return Poll::Ready(Some(Err(error))),
            };
            let piece = match ready!(Pin::new(body).poll_frame(context)) {
                // Trailers are no part of a file.
                Some(Ok(frame)) => frame.into_data().unwrap_or_default(),
                Some(Err(error)) => return Poll::Ready(Some(Err(error))),
                None => return Poll::Ready(this.end().err().map(Err)),
            };
            if piece.has_remaining() {
                return Poll::Ready(Some(this.take(&piece).map(|()| Frame::data(piece))));
            }
        }
    }
}
