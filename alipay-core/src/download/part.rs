//! The file beside the target that becomes it when it is whole.

use std::io::{Error, ErrorKind, Result, SeekFrom};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicU32, Ordering};

use sha2::{Digest, Sha256};
use tokio::fs::{File, OpenOptions};
use tokio::io::{AsyncSeekExt, AsyncWriteExt};

/// Tells the downloads of one process apart, which may have the same target.
static COUNTER: AtomicU32 = AtomicU32::new(0);

/// A file that is being written. Dropped before it is [finished](PartFile::finish), it is deleted.
pub(super) struct PartFile {
    target: PathBuf,
    path: PathBuf,
    /// `None` only while it is dropped.
    file: Option<File>,
    len: u64,
    hasher: Sha256,
}

/// What was written.
pub(super) struct Written {
    pub(super) path: PathBuf,
    pub(super) len: u64,
    pub(super) sha256: [u8; 32],
}

impl PartFile {
    pub(super) async fn create(target: PathBuf) -> Result<Self> {
        let Some(name) = target.file_name() else {
            return Err(Error::new(ErrorKind::InvalidInput, "the path does not name a file"));
        };
        let mut options = OpenOptions::new();
        // What is there already, a link included, is somebody else's.
        options.write(true).create_new(true);
        #[cfg(unix)]
        options.mode(0o600);
        loop {
            let mut name = name.to_owned();
            name.push(format!(".{}-{}.part", process::id(), COUNTER.fetch_add(1, Ordering::Relaxed)));
            let path = target.with_file_name(name);
            match options.open(&path).await {
                Ok(file) => {
                    return Ok(Self { path, target, file: Some(file), len: 0, hasher: Sha256::new() });
                }
                // Left behind by a process that had the same number and died.
                Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// How many bytes are there.
    pub(super) fn len(&self) -> u64 {
        self.len
    }

    pub(super) async fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.file()?.write_all(bytes).await?;
        self.hasher.update(bytes);
        self.len = self.len.saturating_add(bytes.len() as u64);
        Ok(())
    }

    /// Forgets what is there.
    pub(super) async fn start_again(&mut self) -> Result<()> {
        if self.len > 0 {
            let file = self.file()?;
            file.flush().await?;
            file.set_len(0).await?;
            file.seek(SeekFrom::Start(0)).await?;
            self.hasher = Sha256::new();
            self.len = 0;
        }
        Ok(())
    }

    /// It is whole: gives it its name, and not before the disk has it, so that a power failure leaves no
    /// half file under that name either.
    pub(super) async fn finish(mut self) -> Result<Written> {
        let file = self.file()?;
        file.flush().await?;
        file.sync_all().await?;
        // Windows renames no open file.
        self.file = None;
        tokio::fs::rename(&self.path, &self.target).await?;
        // Nothing is left to delete.
        self.path = PathBuf::new();
        let hasher = std::mem::take(&mut self.hasher);
        Ok(Written { path: std::mem::take(&mut self.target), len: self.len, sha256: hasher.finalize().into() })
    }

    fn file(&mut self) -> Result<&mut File> {
        self.file.as_mut().ok_or_else(|| Error::other("the file is closed"))
    }
}

impl Drop for PartFile {
    fn drop(&mut self) {
        self.file = None;
        if self.path != Path::new("") {
            // There is nobody to tell, and the name says what it is.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
