//! A request that is noted, sent at most once, and asked for until its outcome is certain.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use alipay_core::ledger::{self, Kept, Ledger};
use alipay_core::{Answer, AppAuthToken, Client, Error, Outcome, RetryPolicy, Transaction};
use tokio::time::Instant;

use super::{Pauses, Steps, Turn, Waits, Work, after, run};

/// How a refund or transfer ended. Match it: there is no fourth case.
#[derive(Debug)]
#[must_use = "money may have moved"]
pub enum Settled<T> {
    /// It was carried out, now or by an earlier attempt.
    Done(T),
    /// It was not carried out, and by this request it will not be. The error says why. What was refused
    /// for a reason that passes (too low a balance, too many calls) may be repeated as it is.
    Failed(Error),
    /// Nobody knows yet. **Repeat exactly this request, under the same number, later**: it is asked for
    /// first, and sent only if the gateway says that it does not have it. The error is what the last
    /// question gave.
    ///
    /// Also where the gateway has another request under this number, of another amount for instance. The
    /// error says so, and a person has to look: it may have been meant to be this one.
    Unknown(Error),
}

/// What is happening to a refund or transfer.
#[derive(Debug)]
#[non_exhaustive]
pub enum Step<T> {
    /// The ledger has noted it: it is sent next.
    Noted,
    /// The ledger knows it: it may have been sent before, and is asked for next.
    Known,
    /// The gateway has it and has not finished it.
    InProgress,
    /// The gateway does not know it. If it was not sent yet, it is sent next.
    NotFound,
    /// The gateway refused it. It is asked for all the same: an earlier attempt may have been carried out,
    /// and be the reason.
    Refused,
    /// Nobody knows whether the request or the question arrived. It is asked for again.
    Unclear(Error),
    /// It ended. The last step.
    Ended(Settled<T>),
}

impl<T> From<Settled<T>> for Step<T> {
    fn from(end: Settled<T>) -> Self {
        Self::Ended(end)
    }
}

/// A request that moves money once, however often it is repeated under its number: a refund, a transfer.
///
/// Implemented for those of this crate, not for your own.
pub trait Movement: Transaction + Clone {
    /// What proves that it was carried out.
    type Done: Send + 'static;

    /// When it is asked for.
    #[doc(hidden)]
    const WAITS: (Duration, Duration, Duration);

    /// Says what keeps its outcome from being asked for, if anything.
    #[doc(hidden)]
    fn unaskable(&self) -> Option<&'static str>;

    /// Whether a signed refusal that is no proof by itself becomes one when the gateway says afterwards that
    /// there is no such refund or transfer.
    #[doc(hidden)]
    fn is_refusal(_refusal: &Error) -> bool {
        false
    }

    /// Whether a signed refusal says that the gateway has another request under this number.
    #[doc(hidden)]
    fn is_of_another(refusal: &Error) -> bool;

    #[doc(hidden)]
    fn done(answer: Answer<Self::Response>) -> Self::Done;

    /// Asks what became of it. Changes nothing.
    #[doc(hidden)]
    fn ask(
        &self,
        client: &Client,
        app_auth_token: Option<AppAuthToken>,
    ) -> impl Future<Output = Found<Self::Done>> + Send;
}

/// What a question gave.
#[doc(hidden)]
#[derive(Debug)]
pub enum Found<T> {
    Done(T),
    Failed(Error),
    /// The gateway knows it and has not finished it.
    InProgress(Error),
    /// The gateway says, signed, that it does not know it.
    Missing(Error),
    /// The gateway has another request under this number.
    Foreign(Error),
    Unclear(Error),
}

/// A refund or transfer that is being prepared; `.await` sends it and waits for its outcome.
///
/// # Cancellation
/// Dropping the future gives it up at once. Repeat exactly this request later, as after
/// [`Settled::Unknown`].
#[must_use = "it is sent when it is awaited"]
pub struct Sending<M> {
    client: Client,
    ledger: Arc<dyn Ledger>,
    request: M,
    app_auth_token: Option<AppAuthToken>,
    waits: Waits,
}

impl<M: Movement> Sending<M> {
    pub(crate) fn new(client: &Client, ledger: Arc<dyn Ledger>, request: M) -> Self {
        let (deadline, first, longest) = M::WAITS;
        let waits = Waits { deadline, first, longest };
        Self { client: client.clone(), ledger, request, app_auth_token: None, waits }
    }

    /// How long to wait for a certain outcome. After that it is [`Settled::Unknown`].
    pub fn deadline(mut self, deadline: Duration) -> Self {
        self.waits.deadline = deadline;
        self
    }

    /// How long to wait before the first question, and how far the pauses between questions grow.
    pub fn pauses(mut self, first: Duration, longest: Duration) -> Self {
        (self.waits.first, self.waits.longest) = (first, longest);
        self
    }

    /// Acts for the merchant who gave this token to the application (`app_auth_token`).
    pub fn app_auth_token(mut self, token: impl Into<AppAuthToken>) -> Self {
        self.app_auth_token = Some(token.into());
        self
    }

    /// Sends it and reports what is happening, step by step.
    pub fn steps(self) -> Steps<Step<M::Done>> {
        Steps::of(self.begin())
    }

    fn begin(self) -> Once<M> {
        let start = Instant::now();
        let end = after(start, self.waits.deadline);
        Once {
            pauses: Pauses::new(self.waits),
            end,
            phase: Phase::Note,
            was_known: false,
            was_sent: false,
            refusal: None,
            what: self,
        }
    }
}

impl<M: Movement> IntoFuture for Sending<M> {
    type Output = Settled<M::Done>;
    type IntoFuture = Pin<Box<dyn Future<Output = Settled<M::Done>> + Send>>;

    fn into_future(self) -> Self::IntoFuture {
        Box::pin(async move { run(self.begin()).await })
    }
}

impl<M: Movement> fmt::Debug for Sending<M> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Sending").field("method", &M::METHOD).finish_non_exhaustive()
    }
}

struct Once<M> {
    what: Sending<M>,
    pauses: Pauses,
    end: Instant,
    phase: Phase,
    /// It may have been sent by an earlier run.
    was_known: bool,
    /// By this run. It sends once.
    was_sent: bool,
    /// This run was refused, unless an earlier one was carried out.
    refusal: Option<Error>,
}

enum Phase {
    Note,
    Send,
    /// Ask, after this pause.
    Ask(Duration),
}

impl<M: Movement> Work for Once<M> {
    type Step = Step<M::Done>;
    type End = Settled<M::Done>;

    async fn turn(self) -> Turn<Self> {
        match self.phase {
            Phase::Note => self.note().await,
            Phase::Send => self.send().await,
            Phase::Ask(pause) => self.ask(pause).await,
        }
    }
}

impl<M: Movement> Once<M> {
    async fn note(mut self) -> Turn<Self> {
        let Sending { client, ledger, request, .. } = &self.what;
        if let Some(problem) = request.unaskable() {
            return Turn::Ends(Settled::Failed(ledger::refuse::<M>(problem)));
        }
        match ledger::keep(&**ledger, client, request).await {
            Ok(Kept::New) => self.goes(Phase::Send, Step::Noted),
            Ok(Kept::Before) => {
                self.was_known = true;
                self.goes(Phase::Ask(Duration::ZERO), Step::Known)
            }
            Err(error) => Turn::Ends(Settled::Failed(error)),
        }
    }

    async fn send(mut self) -> Turn<Self> {
        self.was_sent = true;
        let Sending { client, request, app_auth_token, .. } = &self.what;
        // Whatever the client does with other calls: this one is asked for before it is repeated.
        let call = client.call(request).retry(RetryPolicy::off());
        let call = match app_auth_token {
            Some(token) => call.app_auth_token(token),
            None => call,
        };
        let step = match call.outcome().await {
            Outcome::Success(answer) => return Turn::Ends(Settled::Done(M::done(answer))),
            Outcome::Failed(error) | Outcome::Unknown(error) if M::is_of_another(&error) => {
                return Turn::Ends(Settled::Unknown(error));
            }
            // The earlier attempt may have arrived after it was asked for.
            Outcome::Failed(error) if self.was_known => {
                self.refusal = Some(error);
                Step::Refused
            }
            Outcome::Failed(error) => return Turn::Ends(Settled::Failed(error)),
            Outcome::InProgress(_) => Step::InProgress,
            Outcome::Unknown(error) if M::is_refusal(&error) => {
                self.refusal = Some(error);
                Step::Refused
            }
            Outcome::Unknown(error) => Step::Unclear(error),
        };
        self.asks_later(step)
    }

    async fn ask(self, pause: Duration) -> Turn<Self> {
        tokio::time::sleep(pause).await;
        let Sending { client, request, app_auth_token, .. } = &self.what;
        let (step, error) = match request.ask(client, app_auth_token.clone()).await {
            Found::Done(done) => return Turn::Ends(Settled::Done(done)),
            Found::Failed(error) => return Turn::Ends(Settled::Failed(error)),
            Found::Foreign(error) => return Turn::Ends(Settled::Unknown(error)),
            Found::Missing(_) if !self.was_sent => return self.goes(Phase::Send, Step::NotFound),
            Found::Missing(error) => match self.refusal {
                Some(refusal) => return Turn::Ends(Settled::Failed(refusal)),
                None => (Some(Step::NotFound), error),
            },
            Found::InProgress(error) => (Some(Step::InProgress), error),
            Found::Unclear(error) => (None, error),
        };
        if Instant::now() >= self.end {
            return Turn::Ends(Settled::Unknown(error));
        }
        self.asks_later(step.unwrap_or(Step::Unclear(error)))
    }

    fn asks_later(mut self, step: Step<M::Done>) -> Turn<Self> {
        let pause = self.pauses.next_until(self.end);
        self.goes(Phase::Ask(pause), step)
    }

    fn goes(mut self, phase: Phase, step: Step<M::Done>) -> Turn<Self> {
        self.phase = phase;
        Turn::Goes(self, step)
    }
}
