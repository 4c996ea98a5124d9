//! What became of a call that moves money: four answers, and none of them can be forgotten.
//!
//! On the path it stands behind *answer or error*: an [`Outcome`] is made of what a call gave, and of what
//! its method knows about answers and error codes.

use std::fmt;

use crate::answer::Answer;
use crate::api::Callable;
use crate::call::Call;
use crate::error::{Error, Sent};
use crate::error_code::Retry;

/// What became of a call that moves money.
///
/// Match it: there is no fifth case and no wildcard is needed, so that a program that forgets one does
/// not compile.
///
/// ```
/// use alipay_core::{Outcome, Sent};
///
/// fn next<T>(outcome: &Outcome<T>) -> &'static str {
///     match outcome {
///         Outcome::Success(_) => "hand over the goods",
///         Outcome::InProgress(_) | Outcome::Unknown(_) => "ask for the outcome, and do nothing else before",
///         Outcome::Failed(error) if error.sent() == Sent::No => "it never left: the same request may be sent again",
///         Outcome::Failed(_) => "it was refused: no money has moved",
///     }
/// }
/// ```
///
/// ```compile_fail
/// use alipay_core::Outcome;
///
/// fn next<T>(outcome: &Outcome<T>) -> &'static str {
///     match outcome {
///         Outcome::Success(_) => "hand over the goods",
///         Outcome::InProgress(_) => "ask for the outcome",
///         Outcome::Failed(_) => "no money has moved",
///     }
/// }
/// ```
///
/// # What counts as what
///
/// | what a call gave | outcome |
/// |---|---|
/// | a verified answer (`code` 10000) that says that it was done | [`Success`](Self::Success) |
/// | `code` 10003, or an answer that says that it is not done yet | [`InProgress`](Self::InProgress) |
/// | `code` 20000, and every code that leaves the outcome open, such as `ACQ.SYSTEM_ERROR` | [`Unknown`](Self::Unknown) |
/// | a code that speaks of an earlier attempt under the same number, such as `ACQ.TRADE_HAS_SUCCESS` | [`Unknown`](Self::Unknown) |
/// | a signed refusal with a code that nobody lists | [`Unknown`](Self::Unknown) |
/// | a refusal without a signature: anybody may have written it | [`Unknown`](Self::Unknown) |
/// | no answer, half an answer, one that cannot be verified or read, or is about another order | [`Unknown`](Self::Unknown) |
/// | a signed refusal with a code that is known to change nothing | [`Failed`](Self::Failed) |
/// | a verified answer that says that it failed | [`Failed`](Self::Failed) |
/// | a refusal after an attempt that may have arrived, of a call that a [`RetryPolicy`](crate::RetryPolicy) made again | [`Unknown`](Self::Unknown) |
/// | nothing was sent: a broken rule, no connection, … ([`Sent::No`]) | [`Failed`](Self::Failed) |
#[derive(Debug)]
#[must_use = "money may have moved"]
pub enum Outcome<T> {
    /// It was done: the money has moved.
    Success(Answer<T>),
    /// The gateway has the request and has not, or not provably, carried it out: ask for the outcome.
    InProgress(Answer<T>),
    /// Nobody knows whether the money has moved: ask for the outcome. The error says why.
    Unknown(Error),
    /// No money has moved, and by this request none will. The error says why.
    Failed(Error),
}

/// The request of a method that moves money, for which an [`Outcome`] can be told.
///
/// Implemented in `alipay-apis` for payments, refunds and transfers. Implement it for methods that you
/// declare; what it says decides about money, so when in doubt say
/// [`InProgress`](Judgement::InProgress) or [`Doubtful`](Judgement::Doubtful).
#[diagnostic::on_unimplemented(
    message = "`{Self}` does not say how its outcome is told",
    note = "implement `Transaction` for the request of a method that moves money; others need no outcome"
)]
pub trait Transaction: Callable {
    /// What a verified answer (`code` 10000) says about this request. Compare the numbers and amounts in
    /// it with those that were sent: the platform's signature does not bind an answer to its question.
    fn judge(&self, answer: &Answer<Self::Response>) -> Judgement;

    /// Whether a signed refusal with this code leaves the outcome open although it sounds final, for
    /// example because it speaks of an earlier attempt under the same number.
    fn leaves_open(_code: &Self::ErrorCode) -> bool {
        false
    }
}

/// What a verified answer says about the money.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Judgement {
    /// It has moved.
    Done,
    /// It has not moved yet, or nobody says so.
    InProgress,
    /// It has not moved and will not. The text says how the answer puts it.
    Failed(&'static str),
    /// The answer proves nothing, for example because it is about another order. The text says why.
    Doubtful(&'static str),
}

impl<T> Outcome<T> {
    /// What became of this request, by what its call gave.
    ///
    /// [`Call::outcome`] does this for a call that is still to be sent.
    pub fn of<R: Transaction<Response = T>>(request: &R, given: Result<Answer<T>, Error>) -> Self {
        match given {
            Ok(answer) if answer.is_in_progress() => match request.judge(&answer) {
                Judgement::Doubtful(why) => Self::Unknown(answer.into_error::<R>(why)),
                _ => Self::InProgress(answer),
            },
            Ok(answer) => match request.judge(&answer) {
                Judgement::Done => Self::Success(answer),
                Judgement::InProgress => Self::InProgress(answer),
                Judgement::Failed(why) => Self::Failed(answer.into_error::<R>(why)),
                Judgement::Doubtful(why) => Self::Unknown(answer.into_error::<R>(why)),
            },
            Err(error) if error.sent() == Sent::No => Self::Failed(error),
            Err(error) if is_final::<R>(&error) => Self::Failed(error),
            Err(error) => Self::Unknown(error),
        }
    }

    /// Whether the money has moved, certainly.
    pub fn is_success(&self) -> bool {
        matches!(self, Self::Success(_))
    }

    /// Whether somebody has to ask what became of it before anything else is done.
    pub fn must_be_queried(&self) -> bool {
        matches!(self, Self::InProgress(_) | Self::Unknown(_))
    }

    /// The answer, of a success and of one in progress.
    pub fn answer(&self) -> Option<&Answer<T>> {
        match self {
            Self::Success(answer) | Self::InProgress(answer) => Some(answer),
            Self::Unknown(_) | Self::Failed(_) => None,
        }
    }

    /// The error, of a failure and of an unknown outcome.
    pub fn error(&self) -> Option<&Error> {
        match self {
            Self::Success(_) | Self::InProgress(_) => None,
            Self::Unknown(error) | Self::Failed(error) => Some(error),
        }
    }
}

/// Whether the gateway has refused, signed that, and the code is known to change nothing.
fn is_final<R: Transaction>(error: &Error) -> bool {
    // What the last attempt was refused, the first one may have been granted.
    if error.is_of_a_repetition() {
        return false;
    }
    let Some(refusal) = error.business() else { return false };
    if is_open_by_name(refusal.code(), refusal.sub_code()) {
        return false;
    }
    if error.error_code().is_some_and(|code| R::leaves_open(&code)) {
        return false;
    }
    // That the same request may be sent again at once is said of requests that a repetition does not
    // carry out twice. It may have been carried out once.
    matches!(refusal.retry(), Some(Retry::Later | Retry::FixInput | Retry::Never))
}

/// Codes that leave the outcome open whatever a table says about repeating: for the money it is not
/// enough that a repetition would do no harm.
fn is_open_by_name(code: &str, sub_code: Option<&str>) -> bool {
    let is_of_the_system = |sub_code: &str| sub_code.ends_with("SYSTEM_ERROR") || sub_code.ends_with("unknow-error");
    matches!(code, "10003" | "20000") || sub_code.is_some_and(is_of_the_system)
}

impl<'a, R: Transaction> Call<'a, &'a R> {
    /// Sends the call, and tells what became of the money instead of an answer or an error.
    ///
    /// ```no_run
    /// # use alipay_core::{Client, Outcome, Transaction};
    /// # async fn example<R: Transaction>(client: &Client, request: &R) {
    /// match client.call(request).outcome().await {
    ///     Outcome::Success(answer) => println!("done: {:?}", answer.trace_id()),
    ///     Outcome::InProgress(_) => println!("ask again in a few seconds"),
    ///     Outcome::Unknown(error) => println!("ask before anything else is done: {error}"),
    ///     Outcome::Failed(error) => println!("no money has moved: {error}"),
    /// }
    /// # }
    /// ```
    ///
    /// # Cancellation
    /// Dropping the future gives the call up at once; its outcome is unknown then.
    pub async fn outcome(self) -> Outcome<R::Response> {
        let request = self.request();
        Outcome::of(request, self.await)
    }
}

impl fmt::Display for Judgement {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Done => "done",
            Self::InProgress => "in progress",
            Self::Failed(why) | Self::Doubtful(why) => why,
        })
    }
}

#[cfg(all(test, any(feature = "ring", feature = "aws-lc-rs")))]
mod tests;
