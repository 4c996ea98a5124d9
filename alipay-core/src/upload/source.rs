//! Where the bytes of a file come from.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use bytes::Bytes;
use http_body::Body;
use http_body_util::BodyExt;
use http_body_util::combinators::UnsyncBoxBody;

use crate::transport::BodyError;

/// A body of bytes, whatever gives them.
pub(super) type FileBody = UnsyncBoxBody<Bytes, BodyError>;

#[derive(Clone)]
pub(super) enum Source {
    Bytes(Bytes),
    Path(Arc<OnDisk>),
    Once(Arc<Once>),
}

impl Source {
    pub(super) fn known_len(&self) -> Option<u64> {
        match self {
            Self::Bytes(bytes) => Some(bytes.len() as u64),
            Self::Path(file) => file.known_len(),
            Self::Once(stream) => stream.len,
        }
    }
}

impl PartialEq for Source {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Bytes(one), Self::Bytes(other)) => one == other,
            (Self::Path(one), Self::Path(other)) => one.path == other.path,
            (Self::Once(one), Self::Once(other)) => Arc::ptr_eq(one, other),
            _ => false,
        }
    }
}

/// A file on disk, and how long it was when it was last opened.
pub(super) struct OnDisk {
    path: PathBuf,
    len: AtomicU64,
}

impl OnDisk {
    /// No file has this length.
    const UNKNOWN: u64 = u64::MAX;

    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, len: AtomicU64::new(Self::UNKNOWN) }
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    pub(super) fn note_len(&self, len: u64) {
        self.len.store(len, Ordering::Release);
    }

    fn known_len(&self) -> Option<u64> {
        Some(self.len.load(Ordering::Acquire)).filter(|&len| len != Self::UNKNOWN)
    }
}

/// What can be read once.
pub(super) struct Once {
    len: Option<u64>,
    body: Mutex<Option<FileBody>>,
}

impl Once {
    pub(super) fn new<B>(len: Option<u64>, body: B) -> Self
    where
        B: Body<Data = Bytes, Error: Into<Box<dyn std::error::Error + Send + Sync>>> + Send + 'static,
    {
        let body = body.map_err(BodyError::unreadable).boxed_unsync();
        Self { len, body: Mutex::new(Some(body)) }
    }

    /// Whether nobody has read it yet.
    pub(super) fn is_there(&self) -> bool {
        self.body.lock().unwrap_or_else(PoisonError::into_inner).is_some()
    }

    /// The stream, the first time.
    pub(super) fn take(&self) -> Option<FileBody> {
        self.body.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}
