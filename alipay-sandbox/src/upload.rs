//! The body of an upload: `multipart/form-data`, text parts and file parts.

use std::fmt;

use bytes::Bytes;
use http::HeaderValue;
use multer::Multipart;

/// A file as it was uploaded, from [`Call::files`](crate::Call::files).
///
/// `Debug` prints neither the file's name nor what is in it.
#[derive(Clone)]
pub struct FilePart {
    name: String,
    file_name: String,
    content_type: String,
    bytes: Bytes,
}

impl FilePart {
    /// The parameter that the file is, such as `image_content`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What the file is called where it came from.
    pub fn file_name(&self) -> &str {
        &self.file_name
    }

    /// Its `Content-Type` as the caller gave it; empty if it gave none.
    pub fn content_type(&self) -> &str {
        &self.content_type
    }

    /// What is in it.
    pub fn bytes(&self) -> &Bytes {
        &self.bytes
    }
}

impl fmt::Debug for FilePart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("FilePart").field("name", &self.name).field("len", &self.bytes.len()).finish_non_exhaustive()
    }
}

/// The parts of a body, each kind in its order.
#[derive(Debug, Default)]
pub(crate) struct Upload {
    /// Name and text, in the charset of the request.
    pub(crate) texts: Vec<(String, Bytes)>,
    pub(crate) files: Vec<FilePart>,
}

impl Upload {
    /// Reads a whole body. A part with a file name is a file, any other a text.
    pub(crate) async fn read(content_type: &HeaderValue, body: Bytes) -> Result<Self, multer::Error> {
        let boundary = multer::parse_boundary(content_type.to_str().unwrap_or_default())?;
        let mut parts = Multipart::with_reader(body.as_ref(), boundary);
        let mut upload = Self::default();
        while let Some(part) = parts.next_field().await? {
            let name = part.name().unwrap_or_default().to_owned();
            let content_type = part.headers().get(http::header::CONTENT_TYPE);
            let content_type = content_type.and_then(|value| value.to_str().ok()).unwrap_or_default().to_owned();
            match part.file_name().map(str::to_owned) {
                Some(file_name) => {
                    upload.files.push(FilePart { name, file_name, content_type, bytes: part.bytes().await? });
                }
                None => upload.texts.push((name, part.bytes().await?)),
            }
        }
        Ok(upload)
    }
}
