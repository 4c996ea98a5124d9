//! Why something that Alipay signed is no message that can be read.

use std::error::Error;
use std::fmt;

use crate::json::ReadError;

/// Holds nothing of what was posted.
pub(crate) enum MessageRefusal {
    NoMethod,
    NoApplication,
    NoContent,
    UnknownEncryption,
    NoContentKey,
    Undecryptable,
    NotInCharset,
    NoObject,
    Unreadable(ReadError),
}

impl MessageRefusal {
    pub(crate) fn cause(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Unreadable(error) => Some(error),
            _ => None,
        }
    }
}

impl fmt::Display for MessageRefusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoMethod => "it has no `msg_method`, so it is no message; a notification has none",
            Self::NoApplication => "it does not say for which application it is: it has no `app_id`",
            Self::NoContent => "it has no `biz_content`",
            Self::UnknownEncryption => "its `encrypt_type` is neither AES nor AES_V2",
            #[cfg(feature = "encryption")]
            Self::NoContentKey => "it is encrypted, and the client has no content key: set `content_key`",
            #[cfg(not(feature = "encryption"))]
            Self::NoContentKey => "it is encrypted, and `encryption` is not among the features",
            Self::Undecryptable => "it was not encrypted with the client's content key",
            Self::NotInCharset => "what it was decrypted to is not text in its charset",
            Self::NoObject => "its contents are no JSON object",
            Self::Unreadable(_) => "its contents do not fit their declaration",
        })
    }
}
