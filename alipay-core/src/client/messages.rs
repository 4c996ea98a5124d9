//! What a client does with messages: it reads those that were posted to its application.

use super::Client;
use crate::charset::Charset;
use crate::error::{Cause, Error, Sent, Word};
use crate::message::Message;
use crate::message::read::Opener;
use crate::notify::Notification;
use crate::sign::Signer;

impl Client {
    /// Verifies, decrypts and reads a message that Alipay posted to the application gateway: the body
    /// exactly as it came, and the header `Content-Type`. [`Messages`](crate::Messages) hands it on.
    ///
    /// It is verified as a [notification](Self::notification) is. What is encrypted needs the feature
    /// `encryption` and the application's `content_key`.
    ///
    /// # Errors
    /// - [`Signature`](crate::ErrorKind::Signature): nobody knows who posted it.
    /// - [`Decode`](crate::ErrorKind::Decode): it is no message, not for this application, cannot be
    ///   decrypted, or its contents are no JSON object.
    pub async fn message(&self, body: &[u8], content_type: Option<&str>) -> Result<Message, Error> {
        let posted = self.notification(body, content_type).await?;
        self.opened_message(&posted, content_type)
    }

    /// The message that these verified fields are.
    pub(crate) fn opened_message(&self, posted: &Notification, content_type: Option<&str>) -> Result<Message, Error> {
        // In no other charset could it be read, or it would have been refused.
        let charset = posted.get("charset").or_else(|| content_type.and_then(Charset::named_in));
        let charset = charset.and_then(Charset::from_name).unwrap_or(self.shared.charset);
        let method = posted.get("msg_method").unwrap_or_default();
        let opener = Opener { charset, content_key: self.shared.content_key.as_ref() };
        opener.open(posted).map_err(|refusal| {
            tracing::info!(method = %Word(method), error = %refusal, "a message was refused");
            let error = Error::new(Cause::Message(refusal), Sent::Possibly);
            if method.is_empty() { error } else { error.of_method(method) }
        })
    }

    pub(crate) fn signer(&self) -> &dyn Signer {
        &*self.shared.signer
    }
}
