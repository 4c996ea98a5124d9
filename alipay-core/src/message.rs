//! What Alipay tells an application by itself: messages to its application gateway, read, verified and
//! decrypted, and handed to the function for their kind.
//!
//! They stand beside the path of a call: *form → text to verify → verified fields → **contents →
//! message → handler***.
//!
//! - [`alipay_message`](macro@crate::alipay_message) declares the contents of a message.
//! - [`Messages`] has a handler for each kind, and one for all others.
//! - [`Client::message`](crate::Client::message) reads one by itself.
//!
//! # The application gateway
//!
//! The address is set on the application's page. Alipay posts each message there until it is answered
//! with exactly `success`, for about a day. [`Messages::answer`] says what to answer, whatever the web
//! framework:
//!
//! ```
//! use alipay_core::{Client, Messages, alipay_message};
//!
//! /// A campaign was created.
//! #[alipay_message(method = "alipay.marketing.activity.message.created")]
//! pub struct ActivityMessageCreated {
//!     /// Number of the event, for dropping repeats.
//!     pub id: String,
//!     /// The campaign.
//!     pub activity_id: String,
//! }
//!
//! fn messages() -> Messages {
//!     Messages::new()
//!         .on::<ActivityMessageCreated, _>(|message| async move {
//!             println!("{} exists, by event {}", message.activity_id, message.id); // store both, once
//!             Ok(())
//!         })
//!         .otherwise(|message| async move {
//!             println!("nobody waits for {}", message.method());
//!             Ok(())
//!         })
//! }
//!
//! /// What a server does with a post to the application gateway.
//! async fn posted(messages: &Messages, client: &Client, body: &[u8], content_type: Option<&str>) -> Vec<u8> {
//!     let answer = messages.answer(client, body, content_type).await;
//!     println!("Content-Type: {}", answer.content_type());
//!     answer.into_body()
//! }
//! # let _ = (messages, posted);
//! ```

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;
use std::time::{Duration, SystemTime};

pub use self::answer::GatewayAnswer;
pub use self::error::MessageError;
pub use self::handlers::Messages;
pub(crate) use self::refusal::MessageRefusal;
use crate::error::{Cause, Error, Sent};
use crate::json;
use crate::json_text::JsonText;
use crate::record::Declared;

mod answer;
mod check;
mod error;
mod handlers;
pub(crate) mod read;
mod refusal;

/// The contents of one kind of message. Implemented by [`alipay_message`](macro@crate::alipay_message).
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not the contents of a message of Alipay's",
    note = "declare it with `#[alipay_message(method = \"…\")]`"
)]
pub trait MessageContent: Declared {
    /// The message's `msg_method`, such as `alipay.marketing.activity.message.created`.
    const METHOD: &'static str;

    /// Where the platform documents it.
    const DOCS: Option<&'static str>;
}

/// A verified message: its contents, and what came along with them.
///
/// It dereferences to the contents: the declared struct, or for one that nobody declared its
/// [`JsonText`]. The envelope's fields are those that Alipay signed; what the platform calls required is
/// an `Option` here because a message lacks it all the same now and then.
#[derive(Clone)]
pub struct Message<T = JsonText> {
    content: T,
    facts: Arc<Facts>,
}

/// What is known of a message whatever its type.
struct Facts {
    method: String,
    /// What was signed beside the contents.
    envelope: Vec<(String, String)>,
    /// `biz_content`, decrypted.
    text: JsonText,
}

impl Message {
    /// From fields that were verified.
    pub(crate) fn new(method: String, envelope: Vec<(String, String)>, text: JsonText) -> Self {
        Self { content: text.clone(), facts: Arc::new(Facts { method, envelope, text }) }
    }

    /// The message with its contents as this type, whatever its method.
    ///
    /// # Errors
    /// [`Decode`](crate::ErrorKind::Decode), with every field that does not fit
    /// ([`Error::unreadable`]), and with the contents ([`Error::body`]).
    pub fn read<T: MessageContent>(&self) -> Result<Message<T>, Error> {
        match json::from_str(self.body()) {
            Ok(content) => Ok(Message { content, facts: Arc::clone(&self.facts) }),
            Err(error) => Err(Error::new(Cause::Message(MessageRefusal::Unreadable(error)), Sent::Possibly)
                .of_method(self.method())
                .with_body(self.body().to_owned(), true)),
        }
    }
}

impl<T> Message<T> {
    /// The contents alone.
    pub fn into_inner(self) -> T {
        self.content
    }

    /// Which message it is: `msg_method`.
    pub fn method(&self) -> &str {
        &self.facts.method
    }

    /// The number of the notification, the same each time it is repeated.
    pub fn notify_id(&self) -> Option<&str> {
        self.get("notify_id")
    }

    /// When Alipay sent it: `utc_timestamp`, to the millisecond. `None` also if it is no number.
    pub fn utc_timestamp(&self) -> Option<SystemTime> {
        let milliseconds = self.get("utc_timestamp")?.parse().ok()?;
        SystemTime::UNIX_EPOCH.checked_add(Duration::from_millis(milliseconds))
    }

    /// The application that it is for: the client's.
    pub fn app_id(&self) -> Option<&str> {
        self.get("app_id")
    }

    /// The version of its form, `1.0` or `1.1`.
    pub fn version(&self) -> Option<&str> {
        self.get("version")
    }

    /// Who sends it: `sys` for the platform.
    pub fn msg_type(&self) -> Option<&str> {
        self.get("msg_type")
    }

    /// The merchant that it is about.
    pub fn msg_uid(&self) -> Option<&str> {
        self.get("msg_uid")
    }

    /// The application that it is about, where the receiver acts for others.
    pub fn msg_app_id(&self) -> Option<&str> {
        self.get("msg_app_id")
    }

    /// Any field beside the contents, if Alipay signed one of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.facts.envelope.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// The contents as JSON, exactly as they were signed, or what they were decrypted to: with the fields
    /// that are not declared. It may hold personal data.
    pub fn body(&self) -> &str {
        self.facts.text.as_str()
    }
}

impl<T> Deref for Message<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.content
    }
}

impl<T: fmt::Debug> fmt::Debug for Message<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Message")
            .field("method", &self.method())
            .field("notify_id", &self.notify_id())
            .field("content", &self.content)
            .finish_non_exhaustive()
    }
}

#[cfg(all(test, any(feature = "ring", feature = "aws-lc-rs")))]
mod tests;
