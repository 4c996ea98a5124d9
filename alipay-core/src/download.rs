//! Files that Alipay hands out by a link, such as bills: fetched piece by piece, and whole or not there.
//!
//! Beside the path of a call: *response → **link → file***. What is in the file is not looked at.

use std::fmt;
use std::path::{Path, PathBuf};
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use http::HeaderValue;
use tracing::Instrument;
use tracing::field::{Empty, display};

pub use self::error::DownloadError;
use self::fetch::Fetch;
use crate::certificate::hex;
use crate::error::{Cause, Error};
use crate::transport::Transport;

mod error;
mod fetch;
mod link;
mod part;
mod range;

/// What is told of how much is there.
type Progress = Arc<dyn Fn(u64, Option<u64>) + Send + Sync>;

/// A download that is being prepared; `.await` runs it. See [`Client::download`](crate::Client::download).
///
/// # Never half a file
/// What comes is written beside the target, into a file of another name that ends in `.part` and that on
/// Unix only its owner can read. When all of it is there and on the disk, it is renamed; a file that had
/// the name is replaced in the same moment. When the download fails or its future is dropped, the `.part`
/// is deleted. Only a process that dies leaves one, which nothing uses again.
///
/// # When it breaks off
/// A connection that breaks, or over which nothing comes for the [idle time](Download::idle_timeout), is
/// made [anew](Download::resumes). If the server named the version of the file (`ETag` or
/// `Last-Modified`), the rest is asked for, on condition that it is still that version, else all of it.
/// A server that does not say where the file ends is refused: half a file would look like a whole one.
///
/// # Which links are followed
/// An answer is signed, but a link in it is a request that your server makes, so it goes nowhere else:
///
/// - `https` only, with a certificate for the host, however the link came here;
/// - to a host of `alipay.com` (for a client of [`Gateway::Sandbox`](crate::Gateway::Sandbox) also of
///   `alipaydev.com`) at the usual port, or to [one that you name](Download::also_from);
/// - no redirect is followed, and nothing of the application goes along.
///
/// A link holds a token. It is in no error, no trace and no `Debug` of this crate.
#[must_use = "a download runs when it is awaited"]
pub struct Download<'a> {
    source: Source<'a>,
    link: &'a str,
    path: PathBuf,
    also_from: Option<String>,
    max_bytes: u64,
    idle_timeout: Duration,
    resumes: u32,
    progress: Option<Progress>,
}

/// What a download has from its client.
#[derive(Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) transport: &'a dyn Transport,
    pub(crate) user_agent: &'a HeaderValue,
    pub(crate) app_id: &'a str,
    pub(crate) is_sandbox: bool,
}

impl<'a> Download<'a> {
    pub(crate) fn new(source: Source<'a>, link: &'a str, path: PathBuf) -> Self {
        Self {
            source,
            link,
            path,
            also_from: None,
            max_bytes: 1 << 30,
            idle_timeout: Duration::from_secs(30),
            resumes: 3,
            progress: None,
        }
    }

    /// Also follows a link to this `host` or `host:port`, for a server of your own. Plain `http` is taken
    /// for this computer only.
    pub fn also_from(mut self, authority: impl Into<String>) -> Self {
        self.also_from = Some(authority.into());
        self
    }

    /// The largest file that is taken; default 1 GiB. One that is announced to be larger is not begun, one
    /// that turns out to be is given up.
    pub fn max_bytes(mut self, bytes: u64) -> Self {
        self.max_bytes = bytes;
        self
    }

    /// How long nothing may come before the connection counts as broken; default 30 s. The whole may take
    /// as long as it likes: to limit it, wrap it into a timeout of your runtime.
    pub fn idle_timeout(mut self, timeout: Duration) -> Self {
        self.idle_timeout = timeout;
        self
    }

    /// How often a connection is made anew, at once, after one broke; default 3. The links of Alipay's
    /// bills can be used for 30 seconds: later attempts need a new link.
    pub fn resumes(mut self, times: u32) -> Self {
        self.resumes = times;
        self
    }

    /// Calls this after each piece, with the bytes that are there and, if the server said it, how many
    /// there will be. Where the file has to be fetched from its beginning again, the count starts anew. It
    /// should be quick and must not block.
    pub fn on_progress(mut self, progress: impl Fn(u64, Option<u64>) + Send + Sync + 'static) -> Self {
        self.progress = Some(Arc::new(progress));
        self
    }

    async fn run(self) -> Result<Downloaded, Error> {
        tokio::runtime::Handle::try_current()
            .map_err(|error| Error::configuration_because("a download needs a Tokio runtime", error))?;
        let span = tracing::info_span!("alipay.download", app_id = %self.source.app_id, bytes = Empty, error = Empty);
        let outcome = self.fetch().instrument(span.clone()).await;
        outcome
            .inspect(|file| {
                span.record("bytes", file.len);
            })
            .map_err(|error| {
                let error = Error::unsent(Cause::Download(error));
                span.record("error", display(error.kind().as_str()));
                error
            })
    }

    async fn fetch(self) -> Result<Downloaded, DownloadError> {
        let Self { source, link, path, also_from, max_bytes, idle_timeout, resumes, progress } = self;
        let link = link::check(link, source.is_sandbox, also_from.as_deref()).map_err(DownloadError::Link)?;
        let fetch = Fetch { source, link, max_bytes, idle_timeout, progress };
        fetch.to_file(path, resumes).await
    }
}

impl<'a> IntoFuture for Download<'a> {
    type Output = Result<Downloaded, Error>;
    type IntoFuture = DownloadFuture<'a>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(self.run())
    }
}

/// A download on its way. Completes with what was written.
pub type DownloadFuture<'a> = Pin<Box<dyn Future<Output = Result<Downloaded, Error>> + Send + 'a>>;

impl fmt::Debug for Download<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Download").field("max_bytes", &self.max_bytes).finish_non_exhaustive()
    }
}

/// A file that was downloaded, whole and in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Downloaded {
    path: PathBuf,
    len: u64,
    sha256: [u8; 32],
    content_type: Option<String>,
}

impl Downloaded {
    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// How many bytes it has.
    #[expect(clippy::len_without_is_empty, reason = "it is the length of a file and not of a collection")]
    pub fn len(&self) -> u64 {
        self.len
    }

    /// SHA-256 over what was written. Alipay publishes none: it is for you to keep, to know later whether
    /// the file is still the same.
    pub fn sha256(&self) -> &[u8; 32] {
        &self.sha256
    }

    /// The same as 64 lowercase hex digits, as `sha256sum` prints it.
    pub fn sha256_hex(&self) -> String {
        hex(&self.sha256)
    }

    /// What the server calls it, such as `application/zip`. A server may answer with a page that says what
    /// is wrong and call that a success.
    pub fn content_type(&self) -> Option<&str> {
        self.content_type.as_deref()
    }
}

#[cfg(all(test, feature = "hyper", any(feature = "ring", feature = "aws-lc-rs")))]
mod tests;
