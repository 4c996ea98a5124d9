//! The requests of a download, and what comes back.

use std::path::PathBuf;
use std::time::Duration;

use http::header::{
    ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, IF_RANGE, RANGE, TRANSFER_ENCODING, USER_AGENT,
};
use http::response::Parts;
use http::{HeaderValue, Request, StatusCode, Uri, Version};

use super::part::PartFile;
use super::{DownloadError, Downloaded, Progress, Source, range};
use crate::transport::{AnswerBody, RequestBody};

/// A download whose link was checked.
pub(super) struct Fetch<'a> {
    pub(super) source: Source<'a>,
    pub(super) link: Uri,
    pub(super) max_bytes: u64,
    pub(super) idle_timeout: Duration,
    pub(super) progress: Option<Progress>,
}

/// What is known of the file since an answer began it.
#[derive(Default)]
struct Begun {
    /// How long it will be.
    whole: Option<u64>,
    /// Names its version.
    validator: Option<HeaderValue>,
    content_type: Option<String>,
}

impl Fetch<'_> {
    pub(super) async fn to_file(&self, path: PathBuf, resumes: u32) -> Result<Downloaded, DownloadError> {
        let mut part = PartFile::create(path).await.map_err(DownloadError::Disk)?;
        let mut begun = Begun::default();
        let mut left = resumes;
        while let Err(error) = self.attempt(&mut part, &mut begun).await {
            if left == 0 || !error.is_interruption() {
                return Err(error);
            }
            left -= 1;
            tracing::debug!(bytes = part.len(), "a download broke off and is resumed");
        }
        let written = part.finish().await.map_err(DownloadError::Disk)?;
        Ok(Downloaded {
            path: written.path,
            len: written.len,
            sha256: written.sha256,
            content_type: begun.content_type,
        })
    }

    /// One connection; what it brought stays in `part`.
    async fn attempt(&self, part: &mut PartFile, begun: &mut Begun) -> Result<(), DownloadError> {
        let validator = begun.validator.as_ref().filter(|_| part.len() > 0);
        let request = self.request(validator.map(|validator| (part.len(), validator)));
        let is_resumed = validator.is_some();
        let answer = self.in_time(self.source.transport.send(request)).await?.map_err(DownloadError::Transport)?;
        let (head, body) = answer.into_parts();
        if head.headers.get(CONTENT_ENCODING).is_some_and(|encoding| encoding != "identity") {
            return Err(DownloadError::Answer("it is compressed, which nobody asked for"));
        }
        match head.status {
            // Also where the rest was asked for: the file is another by now, or the server has no parts.
            StatusCode::OK => {
                part.start_again().await.map_err(DownloadError::Disk)?;
                *begun = Begun::of(&head, &body)?;
            }
            StatusCode::PARTIAL_CONTENT if is_resumed => begun.go_on(&head, part.len())?,
            status => return Err(DownloadError::Status(status.as_u16())),
        }
        if begun.whole.is_some_and(|whole| whole > self.max_bytes) {
            return Err(DownloadError::TooLarge { most: self.max_bytes });
        }
        self.receive(body, part, begun.whole).await
    }

    /// Asks for the file, or for what is missing of it.
    fn request(&self, missing: Option<(u64, &HeaderValue)>) -> Request<RequestBody> {
        let (body, _) = RequestBody::new("");
        let mut request = Request::new(body);
        *request.uri_mut() = self.link.clone();
        let headers = request.headers_mut();
        headers.insert(USER_AGENT, self.source.user_agent.clone());
        // Lengths and ranges are then those of the file.
        headers.insert(ACCEPT_ENCODING, HeaderValue::from_static("identity"));
        if let Some((from, validator)) = missing
            && let Ok(range) = HeaderValue::try_from(format!("bytes={from}-"))
        {
            headers.insert(RANGE, range);
            headers.insert(IF_RANGE, validator.clone());
        }
        request
    }

    async fn receive(
        &self,
        mut body: AnswerBody,
        part: &mut PartFile,
        whole: Option<u64>,
    ) -> Result<(), DownloadError> {
        while let Some(piece) = self.in_time(body.next()).await? {
            let piece = piece.map_err(DownloadError::Transport)?;
            let found = part.len().saturating_add(piece.len() as u64);
            if found > self.max_bytes {
                return Err(DownloadError::TooLarge { most: self.max_bytes });
            }
            if let Some(announced) = whole.filter(|&whole| found > whole) {
                return Err(DownloadError::Length { announced, found });
            }
            part.write(&piece).await.map_err(DownloadError::Disk)?;
            if let Some(progress) = &self.progress {
                progress(found, whole);
            }
        }
        match whole {
            Some(announced) if part.len() < announced => Err(DownloadError::Length { announced, found: part.len() }),
            _ => Ok(()),
        }
    }

    async fn in_time<T>(&self, awaited: impl Future<Output = T>) -> Result<T, DownloadError> {
        tokio::time::timeout(self.idle_timeout, awaited).await.map_err(|_| DownloadError::Stalled(self.idle_timeout))
    }
}

impl Begun {
    /// From the answer that begins the file.
    fn of(head: &Parts, body: &AnswerBody) -> Result<Self, DownloadError> {
        let text = |name| head.headers.get(name).and_then(|value: &HeaderValue| value.to_str().ok());
        let whole = text(CONTENT_LENGTH).and_then(range::number).or(body.known_len());
        let is_chunked = text(TRANSFER_ENCODING).is_some_and(|coding| coding.to_ascii_lowercase().ends_with("chunked"));
        if whole.is_none() && head.version < Version::HTTP_2 && !is_chunked {
            return Err(DownloadError::Answer("it does not say where the file ends"));
        }
        Ok(Self {
            whole,
            validator: range::validator(&head.headers),
            content_type: text(CONTENT_TYPE).map(str::to_owned),
        })
    }

    /// From the answer that holds the rest: it must be just that.
    fn go_on(&mut self, head: &Parts, from: u64) -> Result<(), DownloadError> {
        let unusable = || DownloadError::Answer("it is not the rest of the file that was asked for");
        let part = range::part(&head.headers).filter(|part| part.from == from).ok_or_else(unusable)?;
        let is_other = |before: Option<u64>| before.is_some_and(|before| part.whole.is_some_and(|now| now != before));
        let version = range::validator(&head.headers);
        if is_other(self.whole) || version.is_some_and(|version| Some(version) != self.validator) {
            return Err(unusable());
        }
        // A part says where it ends, and only the length of the whole that this is the end.
        self.whole = Some(self.whole.or(part.whole).ok_or_else(unusable)?);
        Ok(())
    }
}
