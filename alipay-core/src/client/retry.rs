//! Making a call again that failed: when, how often, and never what must not happen twice.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::Duration;

use backon::{BackoffBuilder, ExponentialBackoff, ExponentialBuilder};
use tokio::time::Instant;

use crate::error::{BusinessError, Error, ErrorKind, Sent};
use crate::error_code::Retry;
use crate::transport::{Phase, TransportError};

/// Which failed calls the client makes again by itself, and how often.
///
/// Off unless you say otherwise, with [`ClientBuilder::retry`](crate::ClientBuilder::retry) for all calls
/// or [`Call::retry`](crate::Call::retry) for one:
///
/// ```no_run
/// use std::time::Duration;
///
/// use alipay_core::{Client, RetryPolicy};
///
/// # fn example(private_key: &str, alipay_public_key: &str) -> Result<(), alipay_core::Error> {
/// let client = Client::builder("2021000000000001")
///     .private_key(private_key)
///     .alipay_public_key(alipay_public_key)
///     .retry(RetryPolicy::standard().deadline(Duration::from_secs(20)))
///     .build()?;
/// # Ok(())
/// # }
/// ```
///
/// # What is made again
///
/// | the call failed | any request | one that may be repeated |
/// |---|---|---|
/// | certainly unsent, for want of a connection | again | again |
/// | on its way there or back, or by HTTP status 429 or 5xx | no | again |
/// | by a signed code that allows it ([`Retry::SameRequest`], [`Retry::Later`]) | no | again |
/// | by its rules, for want of a turn, by its signature, its answer, or a code that says anything else | no | no |
///
/// A request *may be repeated* if its declaration says that it changes nothing (`read_only`), or if it
/// holds the number by which the platform knows a repetition (`idempotent_by`, such as `out_request_no`)
/// and its method always answers with an outcome. Requests whose answer may be that they are in
/// progress, payments above all, are never repeated once they may have arrived: their outcome is to be
/// asked for. So are batches, uploads and [`call_json`](crate::Client::call_json) never.
///
/// A repetition has the same content and number, and a timestamp and signature of its own. If an earlier
/// attempt may have arrived, the error of the last one says so: [`Error::sent`].
#[derive(Clone)]
#[must_use]
pub struct RetryPolicy {
    attempts: u32,
    first: Duration,
    longest: Duration,
    deadline: Duration,
    budget: Arc<Budget>,
}

impl RetryPolicy {
    /// Every call is made once.
    pub fn off() -> Self {
        Self { attempts: 1, ..Self::standard() }
    }

    /// Three attempts within a minute, with pauses of about 0.2 and 0.4 seconds, and a budget of 10
    /// repetitions.
    pub fn standard() -> Self {
        Self {
            attempts: 3,
            first: Duration::from_millis(200),
            longest: Duration::from_secs(5),
            deadline: Duration::from_secs(60),
            budget: Arc::new(Budget::new(10)),
        }
    }

    /// How often a call is made at most, the first time included.
    pub fn attempts(self, attempts: u32) -> Self {
        Self { attempts, ..self }
    }

    /// How long the first pause is, and how far the pauses grow: each is twice the one before, and up to
    /// as much again by chance, so that clients that failed together do not come back together.
    pub fn pauses(self, first: Duration, longest: Duration) -> Self {
        Self { first, longest, ..self }
    }

    /// Time for all attempts and pauses of a call together. Each attempt has the call's own time limit
    /// besides.
    pub fn deadline(self, deadline: Duration) -> Self {
        Self { deadline, ..self }
    }

    fn pauses_between(&self) -> ExponentialBackoff {
        ExponentialBuilder::new()
            .with_min_delay(self.first.min(self.longest))
            .with_max_delay(self.longest)
            .with_factor(2.0)
            .with_jitter()
            .without_max_times()
            .build()
    }

    /// How many repetitions there may be before calls have to succeed again: each takes one, and ten
    /// successful calls give one back. So a gateway that is down gets little more than the calls
    /// themselves. All calls of a client, and all clones of this policy, share the budget.
    pub fn budget(self, repetitions: u32) -> Self {
        Self { budget: Arc::new(Budget::new(repetitions)), ..self }
    }
}

impl fmt::Debug for RetryPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("RetryPolicy")
            .field("attempts", &self.attempts)
            .field("first", &self.first)
            .field("longest", &self.longest)
            .field("deadline", &self.deadline)
            .field("budget", &self.budget.left())
            .finish()
    }
}

/// Repetitions that are left, in tenths.
struct Budget {
    most: u32,
    left: AtomicU32,
}

const A_REPETITION: u32 = 10;

impl Budget {
    fn new(repetitions: u32) -> Self {
        let most = repetitions.saturating_mul(A_REPETITION);
        Self { most, left: AtomicU32::new(most) }
    }

    fn left(&self) -> u32 {
        self.left.load(Ordering::Relaxed) / A_REPETITION
    }

    fn take(&self) -> bool {
        let less = |left: u32| left.checked_sub(A_REPETITION);
        self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, less).is_ok()
    }

    fn give_back(&self) {
        let more = |left: u32| (left < self.most).then_some(left + 1);
        // Full is as good as fuller.
        let _ = self.left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, more);
    }
}

/// What is known of a request that may be made again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Repetition {
    /// It must not be carried out twice, or nobody knows.
    OnlyUnsent,
    /// It may be carried out twice without harm.
    Harmless,
}

/// The attempts of one call.
pub(super) struct Attempts<'a> {
    policy: &'a RetryPolicy,
    repetition: Repetition,
    /// Once there was a failure.
    pauses: Option<ExponentialBackoff>,
    end: Option<Instant>,
    made: u32,
    /// Of all attempts so far.
    sent: Sent,
}

impl<'a> Attempts<'a> {
    pub(super) fn new(policy: &'a RetryPolicy, repetition: Repetition) -> Self {
        let end = Instant::now().checked_add(policy.deadline);
        Self { policy, repetition, pauses: None, end, made: 0, sent: Sent::No }
    }

    /// How long the next attempt may take, whose own limit is this.
    pub(super) fn limit(&mut self, own: Duration) -> Duration {
        self.made += 1;
        // The first has the time that a call has without a policy.
        if self.made == 1 { own } else { own.min(self.left()) }
    }

    fn left(&self) -> Duration {
        self.end.map_or(Duration::MAX, |end| end.saturating_duration_since(Instant::now()))
    }

    pub(super) fn succeeded(&self) {
        self.policy.budget.give_back();
    }

    /// The pause before the next attempt, or the error that the call ends in.
    pub(super) fn failed(&mut self, mut error: Error) -> Result<Duration, Error> {
        if self.sent == Sent::Possibly {
            error.note_possibly_sent();
        }
        self.sent = error.sent();
        if self.made >= self.policy.attempts || !self.may_repeat(&error) {
            return Err(error);
        }
        let pauses = self.pauses.get_or_insert_with(|| self.policy.pauses_between());
        let pause = pauses.next().unwrap_or(self.policy.longest).min(self.policy.longest);
        if pause >= self.left() || !self.policy.budget.take() {
            return Err(error);
        }
        Ok(pause)
    }

    fn may_repeat(&self, error: &Error) -> bool {
        let phase = error.transport().map(TransportError::phase);
        if matches!(phase, Some(Phase::Connect | Phase::ConnectTimeout)) && error.sent() == Sent::No {
            return true;
        }
        self.repetition == Repetition::Harmless && may_pass(error, phase)
    }
}

/// Whether the same request can succeed later.
fn may_pass(error: &Error, phase: Option<Phase>) -> bool {
    if let Some(status) = error.http_status() {
        return status == 429 || (500..600).contains(&status);
    }
    match error.kind() {
        ErrorKind::Timeout => true,
        ErrorKind::Transport => {
            matches!(phase, Some(Phase::Connect | Phase::ConnectTimeout | Phase::Send | Phase::Read))
        }
        ErrorKind::Business => {
            let retry = error.business().and_then(BusinessError::retry);
            matches!(retry, Some(Retry::SameRequest | Retry::Later))
        }
        _ => false,
    }
}
