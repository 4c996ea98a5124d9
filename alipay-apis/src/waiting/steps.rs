//! Work that goes step by step: all at once for who only wants its end, or as a stream.

use std::fmt;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll, ready};

use futures_core::Stream;

/// Work that reports each of its steps and then ends.
pub(crate) trait Work: Sized + Send + 'static {
    type Step: From<Self::End> + Send + 'static;
    type End: Send + 'static;

    /// One step. It sends at most one request.
    fn turn(self) -> impl Future<Output = Turn<Self>> + Send;
}

/// What a step came to.
pub(crate) enum Turn<W: Work> {
    Goes(W, W::Step),
    Ends(W::End),
}

/// Works to the end.
pub(crate) async fn run<W: Work>(mut work: W) -> W::End {
    loop {
        match work.turn().await {
            Turn::Goes(on, _) => work = on,
            Turn::Ends(end) => return end,
        }
    }
}

/// What is happening, step by step. The last step is how it ended.
///
/// A [`Stream`]; without another crate, call [`next`](Self::next) in a loop. Nothing happens unless
/// somebody asks for the next step, and each sends at most one request.
///
/// # Cancellation
/// May be dropped after any step, and in the middle of one: what it worked on is asked for again under
/// its number.
#[must_use = "nothing is sent unless somebody asks for the steps"]
pub struct Steps<T> {
    state: Option<Turning<T>>,
}

/// A step that is being taken.
type Turning<T> = Pin<Box<dyn Future<Output = Taken<T>> + Send>>;

/// A step, and what goes on after it.
struct Taken<T> {
    step: T,
    rest: Option<Turning<T>>,
}

fn turning<W: Work>(work: W) -> Turning<W::Step> {
    Box::pin(async move {
        match work.turn().await {
            Turn::Goes(work, step) => Taken { step, rest: Some(turning(work)) },
            Turn::Ends(end) => Taken { step: end.into(), rest: None },
        }
    })
}

impl<T> Steps<T> {
    pub(crate) fn of<W: Work<Step = T>>(work: W) -> Self {
        Self { state: Some(turning(work)) }
    }

    /// The next step; `None` after the last. It may be dropped and called again: the step goes on.
    pub async fn next(&mut self) -> Option<T> {
        poll_fn(|context| Pin::new(&mut *self).poll_next(context)).await
    }
}

impl<T> Stream for Steps<T> {
    type Item = T;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<T>> {
        let Some(turning) = &mut self.state else { return Poll::Ready(None) };
        let Taken { step, rest } = ready!(turning.as_mut().poll(context));
        self.state = rest;
        Poll::Ready(Some(step))
    }
}

impl<T> fmt::Debug for Steps<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Steps").field("has_ended", &self.state.is_none()).finish_non_exhaustive()
    }
}
