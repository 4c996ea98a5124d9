//! Handling each notification once, although Alipay sends it again until it reads `success`.

use std::error::Error;
use std::fmt;
use std::pin::Pin;
use std::time::Duration;

pub use self::in_memory::InMemory;

mod in_memory;

/// Remembers which notifications are in hand and which are handled.
///
/// [`InMemory`] forgets all at a restart, and knows of one process alone. With a database that all
/// processes share, implement this over a table with the number as its key; the example
/// `notification_server` does it with `SQLite`. [`once`] is the one who asks.
///
/// A mark of something *in hand* lapses after a while, so that a process that ended in the middle, or a
/// connection that broke, does not keep the repeat from being handled. Let it last a little longer
/// than [`lease`](Self::lease): then no two handlers of one notification ever run at once.
pub trait Repeats: Send + Sync {
    /// How long a handler may take.
    fn lease(&self) -> Duration {
        Duration::from_secs(60)
    }

    /// Marks the notification as in hand, if it is neither that nor handled. Of two callers at the same
    /// time, one is told [`Seen::New`].
    fn begin<'a>(&'a self, notify_id: &'a str) -> RepeatsFuture<'a, Seen>;

    /// Marks it as handled. Keep that for at least two days: Alipay repeats for one.
    fn commit<'a>(&'a self, notify_id: &'a str) -> RepeatsFuture<'a, ()>;

    /// Takes the mark away if it is in hand, so that the repeat is handled.
    fn forget<'a>(&'a self, notify_id: &'a str) -> RepeatsFuture<'a, ()>;
}

/// What a store of [`Repeats`] answers with.
pub type RepeatsFuture<'a, T> = Pin<Box<dyn Future<Output = Result<T, RepeatsError>> + Send + 'a>>;

/// What is known of a notification.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// It was not seen, or was forgotten: it is in your hands now.
    New,
    /// Somebody else has it in hand.
    InHand,
    /// It is handled.
    Handled,
}

/// The store could not say or note what was seen.
#[derive(Debug)]
pub struct RepeatsError(Box<dyn Error + Send + Sync>);

impl RepeatsError {
    /// Wraps what the store said.
    pub fn new(cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self(cause.into())
    }
}

impl fmt::Display for RepeatsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("whether the notification was seen before could not be asked or noted")
    }
}

impl Error for RepeatsError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        Some(self.0.as_ref())
    }
}

/// Runs a handler unless this notification was handled before.
///
/// Give the outcome to [`Reply::from`](super::Reply): `success` for what is handled, now or before;
/// `fail` for all else, so that Alipay sends it again. While somebody has it in hand, a repeat is answered
/// with `fail` too: nobody knows yet whether that succeeds.
///
/// A handler that fails, or takes longer than the [`lease`](Repeats::lease) (it is dropped then), is run
/// again at the next repeat; and so it is, in the end, where the process ends between the handler and
/// the mark. Make it such that this does no harm: what it stores and the mark in one transaction, or
/// a change that has an effect once, such as `UPDATE … WHERE state = 'unpaid'`.
///
/// ```
/// use alipay_core::notify::{InMemory, Once, Reply, once};
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() {
/// let repeats = InMemory::new();
/// let store = || async { Ok::<_, std::io::Error>("stored") };
/// for expected in [Once::Handled("stored"), Once::Repeat] {
///     let outcome = once(&repeats, Some("2026112300222155624"), store()).await;
///     assert_eq!(outcome.as_ref().ok(), Some(&expected));
///     assert_eq!(Reply::from(outcome), Reply::Success);
/// }
/// # }
/// ```
///
/// # Errors
/// [`OnceError`]: it is to come again.
pub async fn once<T, E>(
    repeats: &dyn Repeats,
    notify_id: Option<&str>,
    handler: impl Future<Output = Result<T, E>>,
) -> Result<Once<T>, OnceError<E>> {
    let notify_id = notify_id.filter(|number| !number.is_empty()).ok_or(OnceError::NoNumber)?;
    match repeats.begin(notify_id).await.map_err(OnceError::Store)? {
        Seen::New => {}
        Seen::InHand => return Err(OnceError::InHand),
        Seen::Handled => return Ok(Once::Repeat),
    }
    match tokio::time::timeout(repeats.lease(), handler).await {
        Ok(Ok(value)) => {
            repeats.commit(notify_id).await.map_err(OnceError::Store)?;
            Ok(Once::Handled(value))
        }
        Ok(Err(error)) => {
            // If this fails as well, the mark lapses by itself.
            let _ = repeats.forget(notify_id).await;
            Err(OnceError::Handler(error))
        }
        Err(_) => Err(OnceError::TooSlow),
    }
}

/// A notification is handled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Once<T> {
    /// By this call: what the handler gave back.
    Handled(T),
    /// Before. The handler did not run.
    Repeat,
}

/// A notification is not handled, and is to come again.
#[derive(Debug)]
#[non_exhaustive]
pub enum OnceError<E> {
    /// It has no `notify_id`. What the browser brings to a `return_url` has none.
    NoNumber,
    /// Somebody else has it in hand at this moment.
    InHand,
    /// The handler took longer than the lease, and was dropped.
    TooSlow,
    /// The store failed. If that was after the handler, it will run again.
    Store(RepeatsError),
    /// The handler failed.
    Handler(E),
}

impl<E> fmt::Display for OnceError<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoNumber => "the notification has no number (`notify_id`), so a repeat could not be known",
            Self::InHand => "the notification is in hand at this moment",
            Self::TooSlow => "the handler of the notification took too long",
            Self::Store(_) => "whether the notification was seen before could not be asked or noted",
            Self::Handler(_) => "the handler of the notification failed",
        })
    }
}

impl<E: Error + 'static> Error for OnceError<E> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match self {
            Self::Store(error) => error.source(),
            Self::Handler(error) => Some(error),
            Self::NoNumber | Self::InHand | Self::TooSlow => None,
        }
    }
}

#[cfg(test)]
mod tests;
