//! Which function gets which message.

use std::collections::BTreeMap;
use std::error::Error as StdError;
use std::fmt;
use std::pin::Pin;
use std::sync::Arc;

use tracing::Instrument;
use tracing::field::{Empty, display};

use super::{GatewayAnswer, Message, MessageContent, MessageError};
use crate::client::Client;
use crate::error::Word;

/// What a handler ends in: anything that `?` can make of an error is taken.
type Handled = Result<(), Box<dyn StdError + Send + Sync>>;

type HandledFuture = Pin<Box<dyn Future<Output = Result<(), MessageError>> + Send>>;
type Handler = Arc<dyn Fn(Message) -> HandledFuture + Send + Sync>;

/// The handlers of an application's messages, each for one kind.
///
/// A message is acknowledged once its handler has returned `Ok`: store what it says before. To
/// everything else Alipay sends it again. The same message can come twice, also at the same time: drop
/// repeats by the number that its contents have for that, with [`once`](crate::notify::once).
///
/// A clone is cheap and has the same handlers.
///
/// ```
/// use std::sync::Arc;
///
/// use alipay_core::notify::{InMemory, once};
/// use alipay_core::{Messages, alipay_message};
///
/// /// A campaign was created.
/// #[alipay_message(method = "alipay.marketing.activity.message.created")]
/// pub struct ActivityMessageCreated {
///     /// Number of the event, for dropping repeats.
///     pub id: String,
/// }
///
/// async fn store(event: &ActivityMessageCreated) -> std::io::Result<()> {
///     println!("stored {}", event.id);
///     Ok(())
/// }
///
/// let repeats = Arc::new(InMemory::new()); // or a table of your database
/// let messages = Messages::new().on::<ActivityMessageCreated, _>(move |message| {
///     let repeats = Arc::clone(&repeats);
///     async move {
///         once(&*repeats, Some(&message.id), store(&message)).await?;
///         Ok(())
///     }
/// });
/// # let _ = messages;
/// ```
///
/// What a handler answers with `?` is told to nobody but the trace: the message comes again.
///
/// ```
/// use alipay_core::{Messages, alipay_message};
///
/// /// A user's voucher has expired.
/// #[alipay_message(method = "alipay.marketing.activity.message.expired")]
/// pub struct ActivityMessageExpired {
///     /// The voucher.
///     pub voucher_id: String,
/// }
///
/// let messages = Messages::new().on::<ActivityMessageExpired, _>(|message| async move {
///     let number: u64 = message.voucher_id.parse()?; // an error: Alipay sends the message again
///     println!("voucher {number} has expired");
///     Ok(())
/// });
/// # let _ = messages;
/// ```
#[derive(Clone, Default)]
pub struct Messages {
    handlers: BTreeMap<&'static str, Handler>,
    otherwise: Option<Handler>,
}

impl Messages {
    /// No handlers.
    pub fn new() -> Self {
        Self::default()
    }

    /// Hands messages of this kind to this function, in the place of one that did before.
    #[must_use]
    pub fn on<T, F>(mut self, handler: impl Fn(Message<T>) -> F + Send + Sync + 'static) -> Self
    where
        T: MessageContent,
        F: Future<Output = Handled> + Send + 'static,
    {
        let read = move |message: Message| -> HandledFuture {
            match message.read::<T>() {
                Ok(message) => handled(handler(message)),
                Err(error) => Box::pin(std::future::ready(Err(MessageError::Refused(error)))),
            }
        };
        self.handlers.insert(T::METHOD, Arc::new(read));
        self
    }

    /// Hands all other messages to this function. Without one they are not acknowledged, so that
    /// nothing is lost that somebody forgot to handle.
    #[must_use]
    pub fn otherwise<F>(mut self, handler: impl Fn(Message) -> F + Send + Sync + 'static) -> Self
    where
        F: Future<Output = Handled> + Send + 'static,
    {
        self.otherwise = Some(Arc::new(move |message| handled(handler(message))));
        self
    }

    /// Hands a message to its handler and waits for that.
    ///
    /// # Errors
    /// When there is no handler, the contents do not fit their declaration, or the handler failed: the
    /// message is not to be acknowledged.
    pub async fn handle(&self, message: Message) -> Result<(), MessageError> {
        let span = tracing::info_span!(
            "alipay.message",
            method = %Word(message.method()),
            error = Empty,
        );
        let handler = self.handlers.get(message.method()).or(self.otherwise.as_ref());
        let outcome = match handler {
            Some(handler) => handler(message).instrument(span.clone()).await,
            None => Err(MessageError::NoHandler),
        };
        if let Err(error) = &outcome {
            span.record("error", display(error.as_str()));
        }
        outcome
    }

    /// Reads what was posted to the application gateway, hands it to its handler, and says what to answer:
    /// `success` if the handler succeeded and `fail` if not. Also answers the request by which the
    /// platform [checks the gateway](GatewayAnswer#the-check-of-the-gateway).
    ///
    /// `body` and `content_type` as for [`Client::message`]. What went wrong is traced, in the spans
    /// `alipay.notification` and `alipay.message`; to see it as a value, use [`Client::message`] and
    /// [`handle`](Self::handle).
    pub async fn answer(&self, client: &Client, body: &[u8], content_type: Option<&str>) -> GatewayAnswer {
        GatewayAnswer::to_post(self, client, body, content_type).await
    }
}

fn handled<F: Future<Output = Handled> + Send + 'static>(handling: F) -> HandledFuture {
    Box::pin(async move { handling.await.map_err(MessageError::Failed) })
}

impl fmt::Debug for Messages {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Messages")
            .field("methods", &self.handlers.keys().collect::<Vec<_>>())
            .field("otherwise", &self.otherwise.is_some())
            .finish()
    }
}
