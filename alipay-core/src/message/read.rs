//! From verified fields to the contents of a message.

use std::borrow::Cow;

use serde_json::value::RawValue;

use super::{Message, MessageRefusal};
use crate::charset::Charset;
use crate::encryption::{ContentKey, Encryption};
use crate::json_text::JsonText;
use crate::notify::Notification;

/// What opens the contents of a message.
pub(crate) struct Opener<'a> {
    /// The charset in which the message came, in which its contents were encrypted.
    pub(crate) charset: Charset,
    pub(crate) content_key: Option<&'a ContentKey>,
}

impl Opener<'_> {
    /// The message that these fields are, decrypted.
    pub(crate) fn open(&self, posted: &Notification) -> Result<Message, MessageRefusal> {
        let present = |name| posted.get(name).filter(|value| !value.is_empty());
        let method = present("msg_method").ok_or(MessageRefusal::NoMethod)?.to_owned();
        // That it is the client's was seen when the fields were verified.
        present("app_id").ok_or(MessageRefusal::NoApplication)?;
        let content = present("biz_content").ok_or(MessageRefusal::NoContent)?;
        let text = self.decrypted(content, present("encrypt_type"))?;
        let text = object(&text)?;
        let envelope = posted.fields().filter(|(name, _)| *name != "biz_content");
        let envelope = envelope.map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
        Ok(Message::new(method, envelope, text))
    }

    /// Contents in the clear are taken as they are, whatever `encrypt_type` says: they were signed like
    /// this, and ciphertext never begins like JSON.
    fn decrypted<'a>(&self, content: &'a str, encrypt_type: Option<&str>) -> Result<Cow<'a, str>, MessageRefusal> {
        let encryption = match encrypt_type {
            None => return Ok(Cow::Borrowed(content)),
            Some("AES") => Encryption::Aes,
            Some("AES_V2") => Encryption::AesV2,
            Some(_) => return Err(MessageRefusal::UnknownEncryption),
        };
        if content.trim_start().starts_with('{') {
            return Ok(Cow::Borrowed(content));
        }
        let key = self.content_key.ok_or(MessageRefusal::NoContentKey)?;
        let bytes = key.decrypt(content, encryption).ok_or(MessageRefusal::Undecryptable)?;
        let (text, _) = self.charset.decode(&bytes).ok_or(MessageRefusal::NotInCharset)?;
        Ok(Cow::Owned(text.into_owned()))
    }
}

/// The one JSON object that a text is.
pub(crate) fn object(text: &str) -> Result<JsonText, MessageRefusal> {
    // Looked through without recursion, and nothing of it is built.
    let whole: &RawValue = serde_json::from_str(text).map_err(|_| MessageRefusal::NoObject)?;
    if !whole.get().starts_with('{') {
        return Err(MessageRefusal::NoObject);
    }
    Ok(JsonText(whole.get().into()))
}
