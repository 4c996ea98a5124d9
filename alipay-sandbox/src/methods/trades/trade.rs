//! One trade: waits for its buyer, is paid, refunded, closed.

use std::time::{Duration, SystemTime};

use serde_json::Value;

use super::order::Order;
use crate::Buyer;
use crate::money::Fen;

/// After this time a paid trade is over and can no longer be refunded.
const REFUNDABLE: Duration = Duration::from_secs(365 * 24 * 3600);

/// A trade, with all that has happened to it.
#[derive(Debug, Clone)]
pub(crate) struct Trade {
    pub(crate) app_id: String,
    /// `trade_no`, the platform's.
    pub(crate) number: String,
    pub(crate) order: Order,
    pub(crate) created: SystemTime,
    pub(crate) paid: Option<SystemTime>,
    pub(crate) closed: Option<SystemTime>,
    pub(crate) refunds: Vec<Refund>,
    pub(super) settlements: Vec<Settlement>,
    state: State,
    /// What has happened and nobody was told yet.
    news: Vec<News>,
}

/// Where a trade stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    Waiting(Plan),
    Paid,
    Finished,
    Closed,
}

/// What the buyer of a trade that waits is about to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Plan {
    Nothing,
    Pay(SystemTime),
    Fail(SystemTime),
}

/// Something that happened to a trade.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum News {
    /// The buyer has paid.
    Paid,
    /// It can no longer be refunded.
    Finished,
    /// It was closed unpaid, or all of it was refunded.
    Closed,
    /// This was refunded. Where nothing is left, [`Closed`](Self::Closed) follows.
    Refunded(Refund),
}

/// Money that went back to the buyer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refund {
    /// The merchant's number of the refund; that of the order if it gave none.
    pub(crate) out_request_no: String,
    pub(crate) amount: Fen,
    pub(crate) at: SystemTime,
    pub(crate) reason: Option<String>,
    /// By `alipay.trade.cancel`.
    pub(super) by_cancel: bool,
}

/// Money of a trade that went on to others.
#[derive(Debug, Clone)]
pub(super) struct Settlement {
    pub(super) out_request_no: String,
    pub(super) royalties: Value,
    pub(super) amount: Fen,
    pub(super) settle_no: String,
}

impl Trade {
    pub(super) fn new(app_id: &str, number: String, order: Order, now: SystemTime) -> Self {
        Self {
            app_id: app_id.to_owned(),
            number,
            order,
            created: now,
            paid: None,
            closed: None,
            refunds: Vec::new(),
            settlements: Vec::new(),
            state: State::Waiting(Plan::Nothing),
            news: Vec::new(),
        }
    }

    /// The platform's word for where the trade stands.
    pub(crate) fn status(&self) -> &'static str {
        match self.state {
            State::Waiting(_) => "WAIT_BUYER_PAY",
            State::Paid => "TRADE_SUCCESS",
            State::Finished => "TRADE_FINISHED",
            State::Closed => "TRADE_CLOSED",
        }
    }

    /// All refunds together.
    pub(crate) fn refunded(&self) -> Fen {
        self.refunds.iter().map(|refund| refund.amount).sum()
    }

    pub(super) fn state(&self) -> State {
        self.state
    }

    /// What a refund can still take.
    pub(super) fn rest(&self) -> Fen {
        self.order.total_amount.minus(self.refunded()).unwrap_or_default()
    }

    /// A buyer comes to a trade that waits, unless one is there who is about to do something.
    pub(super) fn come(&mut self, buyer: Buyer, now: SystemTime) {
        if self.state == State::Waiting(Plan::Nothing) {
            self.meet(buyer, now);
        }
    }

    /// A buyer takes the place of the one before at a trade that waits.
    pub(super) fn meet(&mut self, buyer: Buyer, now: SystemTime) {
        let State::Waiting(_) = self.state else { return };
        let plan = match buyer {
            Buyer::Pays => return self.pay(now),
            Buyer::PaysAfter(time) => now.checked_add(time).map_or(Plan::Nothing, Plan::Pay),
            Buyer::WrongPassword => Plan::Fail(now),
            Buyer::NeverPays | Buyer::InvalidCode | Buyer::BalanceTooLow => Plan::Nothing,
        };
        self.state = State::Waiting(plan);
    }

    /// Closes a trade that waits.
    pub(super) fn close(&mut self, at: SystemTime) {
        self.state = State::Closed;
        self.closed = Some(at);
        self.news.push(News::Closed);
    }

    /// Gives money back; once all is given back, the trade is closed.
    pub(super) fn refund(&mut self, refund: Refund) {
        let at = refund.at;
        self.refunds.push(refund.clone());
        self.news.push(News::Refunded(refund));
        if self.rest().is_zero() {
            self.close(at);
        }
    }

    /// Lets happen what time brings.
    pub(super) fn catch_up(&mut self, now: SystemTime) {
        while let Some(when) = self.next().filter(|when| *when <= now) {
            match self.state {
                State::Waiting(Plan::Pay(at)) if at == when => self.pay(when),
                State::Waiting(_) => self.close(when),
                State::Paid => {
                    self.state = State::Finished;
                    self.news.push(News::Finished);
                }
                State::Finished | State::Closed => {}
            }
        }
    }

    /// When something happens by itself.
    pub(super) fn next(&self) -> Option<SystemTime> {
        match self.state {
            State::Waiting(Plan::Pay(at) | Plan::Fail(at)) => Some(at.min(self.order.expires)),
            State::Waiting(Plan::Nothing) => Some(self.order.expires),
            State::Paid => self.paid?.checked_add(REFUNDABLE),
            State::Finished | State::Closed => None,
        }
    }

    pub(super) fn take_news(&mut self) -> Vec<News> {
        std::mem::take(&mut self.news)
    }

    fn pay(&mut self, at: SystemTime) {
        self.state = State::Paid;
        self.paid = Some(at);
        self.news.push(News::Paid);
    }
}
