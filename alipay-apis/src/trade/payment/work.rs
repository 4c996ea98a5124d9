//! The payment as it goes: pay, ask, cancel.
//!
//! ```text
//! pay ──▶ ask ◀──┐ until the deadline      ask ──▶ cancel ◀──┐ until it is certain,
//!          └─────┘                                  └──▶ ask ─┘ or the time for that is up
//! ```

use std::time::Duration;

use alipay_core::{AppAuthToken, Call, Client, Error, Outcome, RetryPolicy, Sent, TradeNo};
use tokio::time::Instant;

use super::ends::{ClosedTrade, Closing, PaidTrade, PaymentEnd, PaymentStep, Proof};
use super::look::{Seen, look};
use super::outcome::is_about_the_trade;
use super::{Order, Payment, What};
use crate::trade::cancel::CancelAction;
use crate::trade::{Cancel, Pay, Query};
use crate::waiting::{Pauses, Turn, Work, after};

pub(super) struct Paying {
    client: Client,
    order: Order,
    app_auth_token: Option<AppAuthToken>,
    notify_url: Option<String>,
    pauses: Pauses,
    /// The buyer's time is up.
    deadline: Instant,
    /// The time for a cancellation is up.
    end: Instant,
    phase: Phase,
    /// The payment was refused. What is left of it, if anything, is cancelled.
    refusal: Option<Error>,
    /// This run has tried to cancel.
    has_cancelled: bool,
    /// A cancellation may be on its way, and would give back what is paid now.
    cancel_is_open: bool,
    /// The gateway said that it had nothing to cancel.
    found_nothing: bool,
}

enum Phase {
    Pay(Box<Pay>),
    /// Ask, after this pause.
    Ask(Duration),
    Cancel,
}

impl Work for Paying {
    type Step = PaymentStep;
    type End = PaymentEnd;

    async fn turn(mut self) -> Turn<Self> {
        match std::mem::replace(&mut self.phase, Phase::Ask(Duration::ZERO)) {
            Phase::Pay(pay) => self.pay(&pay).await,
            Phase::Ask(pause) => self.ask(pause).await,
            Phase::Cancel => self.cancel().await,
        }
    }
}

impl Paying {
    pub(super) fn begin(payment: Payment) -> Self {
        let Payment { client, what, app_auth_token, notify_url, waits, cancel_for, after_cancelling } = payment;
        let (order, phase) = match what {
            What::Resume(order) => (order, Phase::Ask(Duration::ZERO)),
            What::Pay(pay) => {
                (Order { out_trade_no: pay.out_trade_no.clone(), total_amount: pay.total_amount }, Phase::Pay(pay))
            }
        };
        let start = Instant::now();
        let deadline = if after_cancelling { start } else { after(start, waits.deadline) };
        Self {
            client,
            order,
            app_auth_token,
            notify_url,
            pauses: Pauses::new(waits),
            deadline,
            end: after(deadline, cancel_for),
            phase,
            refusal: None,
            has_cancelled: false,
            cancel_is_open: after_cancelling,
            found_nothing: false,
        }
    }

    async fn pay(mut self, pay: &Pay) -> Turn<Self> {
        // Whatever the client does with other calls: this one is asked for.
        let call = self.acting(pay.call(&self.client)).retry(RetryPolicy::off());
        let call = match &self.notify_url {
            Some(url) => call.notify_url(url),
            None => call,
        };
        match call.outcome().await {
            Outcome::Success(answer) => self.paid(Proof::Pay(Box::new(answer))),
            Outcome::Failed(error) if error.sent() == Sent::No => Turn::Ends(PaymentEnd::Failed(error)),
            // A trade may be left all the same, which the buyer could pay in the app.
            Outcome::Failed(error) => {
                self.refusal = Some(error);
                self.goes(Phase::Ask(Duration::ZERO), PaymentStep::Refused)
            }
            Outcome::InProgress(_) => self.asks_later(PaymentStep::Accepted),
            // It may be known at once what became of it, and after an earlier attempt it is.
            Outcome::Unknown(error) => self.goes(Phase::Ask(Duration::ZERO), PaymentStep::Unclear(error)),
        }
    }

    async fn ask(mut self, pause: Duration) -> Turn<Self> {
        tokio::time::sleep(pause).await;
        let seen = look(&self.client, self.app_auth_token.as_ref(), &self.order).await;
        let is_over = self.has_cancelled && Instant::now() >= self.end;
        let (step, error) = match seen {
            Seen::Paid(answer) if self.cancel_is_open => (None, answer.into_error::<Query>(TOO_LATE)),
            Seen::Paid(answer) => return self.paid(Proof::Query(Box::new(answer))),
            Seen::Closed(answer) => {
                let trade_no = answer.trade_no.clone();
                return self.closed(trade_no, Closing::FoundClosed(Box::new(answer)));
            }
            // To cancel it would be to cancel somebody else's order.
            Seen::Foreign(error) => return Turn::Ends(PaymentEnd::Unknown(error)),
            Seen::Missing(error) if !self.has_cancelled && self.refusal.is_some() => {
                return Turn::Ends(PaymentEnd::Failed(self.refusal.unwrap_or(error)));
            }
            Seen::Missing(_) if is_over && self.found_nothing => {
                return self.closed(None, Closing::NeverArrived);
            }
            Seen::Missing(error) => (Some(PaymentStep::NotFound), error),
            Seen::Waits(error) => (Some(PaymentStep::WaitsForBuyer), error),
            Seen::Unclear(error) => (None, error),
        };
        if is_over {
            return Turn::Ends(PaymentEnd::Unknown(error));
        }
        if self.refusal.is_some() && matches!(step, Some(PaymentStep::WaitsForBuyer)) {
            self.end_the_buyers_time();
        }
        if Instant::now() < self.deadline {
            return self.asks_later(step.unwrap_or(PaymentStep::Unclear(error)));
        }
        // Right after the question, so that as little as possible can happen in between.
        self.goes(Phase::Cancel, PaymentStep::Cancelling)
    }

    async fn cancel(mut self) -> Turn<Self> {
        self.has_cancelled = true;
        let cancel = Cancel::new().out_trade_no(&self.order.out_trade_no);
        let error = match self.acting(cancel.call(&self.client)).retry(RetryPolicy::off()).outcome().await {
            Outcome::Success(answer) | Outcome::InProgress(answer) => match &answer.action {
                Some(CancelAction::Close) => {
                    return self.closed(answer.trade_no.clone(), Closing::Cancelled(Box::new(answer)));
                }
                Some(CancelAction::Refund) => {
                    return self.closed(answer.trade_no.clone(), Closing::Refunded(Box::new(answer)));
                }
                None => {
                    self.found_nothing = true;
                    return self.asks_later(PaymentStep::NothingToCancel);
                }
                Some(_) => {
                    self.cancel_is_open = true;
                    answer.into_error::<Cancel>("`action` is a word that nobody lists")
                }
            },
            Outcome::Unknown(error) | Outcome::Failed(error) if is_about_the_trade(&error) => {
                self.cancel_is_open = false;
                error
            }
            Outcome::Unknown(error) => {
                self.cancel_is_open = true;
                error
            }
            Outcome::Failed(error) => error,
        };
        self.asks_later(PaymentStep::CancelUnclear(error))
    }

    fn acting<'c, R>(&self, call: Call<'c, R>) -> Call<'c, R> {
        match &self.app_auth_token {
            Some(token) => call.app_auth_token(token),
            None => call,
        }
    }

    fn end_the_buyers_time(&mut self) {
        let now = Instant::now();
        if let Some(early) = self.deadline.checked_duration_since(now) {
            self.deadline = now;
            self.end = self.end.checked_sub(early).unwrap_or(now);
        }
    }

    fn asks_later(mut self, step: PaymentStep) -> Turn<Self> {
        let until = if self.has_cancelled { self.end } else { self.deadline };
        let pause = self.pauses.next_until(until);
        self.goes(Phase::Ask(pause), step)
    }

    fn goes(mut self, phase: Phase, step: PaymentStep) -> Turn<Self> {
        self.phase = phase;
        Turn::Goes(self, step)
    }

    fn paid(self, proof: Proof) -> Turn<Self> {
        let Order { out_trade_no, total_amount } = self.order;
        let trade_no = match &proof {
            Proof::Pay(answer) => answer.trade_no.clone(),
            Proof::Query(answer) => answer.trade_no.clone(),
        };
        Turn::Ends(PaymentEnd::Paid(PaidTrade { out_trade_no, trade_no, total_amount, proof }))
    }

    fn closed(self, trade_no: Option<TradeNo>, how: Closing) -> Turn<Self> {
        Turn::Ends(PaymentEnd::Closed(ClosedTrade { out_trade_no: self.order.out_trade_no, trade_no, how }))
    }
}

const TOO_LATE: &str = "the trade is paid, but a cancellation may be on its way that gives the money back";
