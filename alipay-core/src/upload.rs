//! A file that goes along with a request: where it comes from, what it is called, how it is read.
//!
//! On the path: *declaration → schema → validation → JSON → text to sign → **request** → answer*. A
//! file is neither JSON nor signed; it travels in a part of its own beside the signed parameters.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use http_body::Body;
use tokio::io::AsyncRead;

pub(crate) use self::multipart::Multipart;
pub(crate) use self::open::OpenFile;
use self::reader::ReaderBody;
use self::source::{OnDisk, Once, Source};
use crate::record::{FieldValue, Mismatch, Scalar, Slot, Token, Value, kind};
use crate::schema::Shape;

mod multipart;
mod open;
mod reader;
mod source;

/// A file to send, the value of a field of a declared request.
///
/// It is read while it is sent, piece by piece, and never held as a whole in a copy. A clone is
/// cheap and means the same file.
///
/// ```
/// use alipay_core::{Record, Upload, alipay_api};
///
/// /// Stores an image.
/// #[alipay_api(method = "alipay.offline.material.image.upload", response = ImageUploadResponse)]
/// pub struct ImageUpload {
///     /// At most 5 MiB.
///     #[alipay(max_bytes = 5_242_880)]
///     pub image_content: Upload,
/// }
///
/// /// Where it was stored.
/// #[derive(Record)]
/// pub struct ImageUploadResponse {
///     /// Number of the image.
///     pub image_id: String,
/// }
///
/// let image = Upload::from_bytes("shop.jpg", vec![0; 6_000_000]).content_type("image/jpeg");
/// assert_eq!(
///     ImageUpload::new(image).validate().unwrap_err().to_string(),
///     "image_content: has 6000000 bytes, at most 5242880 are allowed (max_bytes)",
/// );
/// ```
///
/// # How often it can be sent
/// Bytes and files as often as wanted, a stream once: a second call with it fails before anything is
/// sent.
///
/// # When reading fails
/// The request is broken off in the middle. The gateway then never gets its end and cannot process it:
/// [`Error::sent`](crate::Error::sent) says [`No`](crate::Sent::No). The same happens to a stream that
/// turns out longer than announced, or than its field's `max_bytes` allows.
#[derive(Clone)]
pub struct Upload {
    file_name: Option<String>,
    content_type: Option<String>,
    source: Source,
    progress: Option<Progress>,
}

/// What is told of how much was sent.
type Progress = Arc<dyn Fn(u64, Option<u64>) + Send + Sync>;

impl Upload {
    /// A file that is in memory already. The bytes are shared, not copied.
    pub fn from_bytes(file_name: impl Into<String>, bytes: impl Into<Bytes>) -> Self {
        Self::new(Some(file_name.into()), Source::Bytes(bytes.into()))
    }

    /// A file on disk. It is opened when the call is awaited, and goes by the name it has there unless
    /// [`file_name`](Upload::file_name) says otherwise.
    ///
    /// Its size is known from then on: `validate()` alone does not look at the disk.
    pub fn from_path(path: impl Into<PathBuf>) -> Self {
        let path = path.into();
        let file_name = path.file_name().and_then(|name| name.to_str()).map(str::to_owned);
        Self::new(file_name, Source::Path(Arc::new(OnDisk::new(path))))
    }

    /// What a reader gives until it ends. `len` is how many bytes that will be, if it is known: the
    /// request then says how long it is, which not every server can do without.
    pub fn from_reader(
        file_name: impl Into<String>,
        len: Option<u64>,
        reader: impl AsyncRead + Send + 'static,
    ) -> Self {
        Self::from_body(file_name, len, ReaderBody::new(reader))
    }

    /// What a body gives, such as the [`StreamBody`](http_body_util::StreamBody) of a stream, or one
    /// that a web server received. For `len` see [`from_reader`](Upload::from_reader).
    pub fn from_body<B>(file_name: impl Into<String>, len: Option<u64>, body: B) -> Self
    where
        B: Body<Data = Bytes, Error: Into<Box<dyn std::error::Error + Send + Sync>>> + Send + 'static,
    {
        Self::new(Some(file_name.into()), Source::Once(Arc::new(Once::new(len, body))))
    }

    fn new(file_name: Option<String>, source: Source) -> Self {
        Self { file_name, content_type: None, source, progress: None }
    }

    /// What the gateway is told the file is called. Some methods judge by the ending.
    #[must_use]
    pub fn file_name(mut self, file_name: impl Into<String>) -> Self {
        self.file_name = Some(file_name.into());
        self
    }

    /// What the file is, such as `application/pdf`. By default the ending of its name says so of a `jpg`, `jpeg`,
    /// `png`, `gif`, `bmp` or `mp4`; whatever else is `application/octet-stream`.
    #[must_use]
    pub fn content_type(mut self, content_type: impl Into<String>) -> Self {
        self.content_type = Some(content_type.into());
        self
    }

    /// Calls this after each piece, with the bytes handed to the network so far and, if known, how many
    /// there will be. It runs in the midst of sending: it should be quick and must not block.
    #[must_use]
    pub fn on_progress(mut self, progress: impl Fn(u64, Option<u64>) + Send + Sync + 'static) -> Self {
        self.progress = Some(Arc::new(progress));
        self
    }

    /// How many bytes it has, if that is known. Of a file on disk it is known once a call has opened
    /// it.
    pub fn known_len(&self) -> Option<u64> {
        self.source.known_len()
    }
}

impl fmt::Debug for Upload {
    /// How large it is; the name may say something about a person.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.known_len() {
            Some(len) => write!(f, "<file of {len} bytes>"),
            None => f.write_str("<file>"),
        }
    }
}

impl PartialEq for Upload {
    /// The same name, type and content; two streams are the same if one is the other's clone.
    fn eq(&self, other: &Self) -> bool {
        self.file_name == other.file_name && self.content_type == other.content_type && self.source == other.source
    }
}

impl From<&Path> for Upload {
    fn from(path: &Path) -> Self {
        Self::from_path(path)
    }
}

impl From<PathBuf> for Upload {
    fn from(path: PathBuf) -> Self {
        Self::from_path(path)
    }
}

impl FieldValue for Upload {
    type Kind = kind::FileKind;
    const SHAPE: Shape = Shape::File;

    fn blank() -> Self {
        Self::new(None, Source::Bytes(Bytes::new()))
    }

    fn value(&self) -> Value<'_> {
        Value::File(self)
    }

    fn slot(&mut self) -> Slot<'_> {
        Slot::Scalar(self)
    }
}

impl Scalar for Upload {
    fn read(&mut self, _: Token<'_>) -> Result<(), Mismatch> {
        Err(Mismatch { expected: "nothing: a file is sent and never read" })
    }
}

#[cfg(test)]
mod tests;
