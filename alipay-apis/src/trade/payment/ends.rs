//! How a payment ends, and what happens before.

use std::fmt;

use alipay_core::{Amount, Answer, Error, OutTradeNo, TradeNo};

use crate::trade::{CancelResponse, PayResponse, QueryResponse};

/// How a payment ended. Match it: there is no fifth case.
#[derive(Debug)]
#[must_use = "money may have moved"]
pub enum PaymentEnd {
    /// The money was paid. Hand over the goods.
    Paid(PaidTrade),
    /// `alipay.trade.pay` never left, or it was refused and has left no trade behind. Nothing was paid. After
    /// the buyer has shown another code, the order may be paid under the same number.
    Failed(Error),
    /// Nothing was paid, or all of it was given back, and under this number nothing will be.
    Closed(ClosedTrade),
    /// It is not certain whether something was paid. **Do not pay anew**: [`resume`](super::resume) later.
    /// The error is what the last question or cancellation gave.
    Unknown(Error),
}

/// A paid trade. Numbers and amount are those of the order: that was checked.
#[derive(Debug)]
#[non_exhaustive]
pub struct PaidTrade {
    /// Your number of the order.
    pub out_trade_no: OutTradeNo,
    /// Alipay's number of the trade.
    pub trade_no: Option<TradeNo>,
    /// The amount of the order, in yuan.
    pub total_amount: Amount,
    /// The answer that says that it was paid, with all its fields.
    pub proof: Proof,
}

/// The answer that says that a trade was paid.
#[derive(Debug)]
pub enum Proof {
    /// That of `alipay.trade.pay`.
    Pay(Box<Answer<PayResponse>>),
    /// That of `alipay.trade.query`.
    Query(Box<Answer<QueryResponse>>),
}

/// A trade of which no money was kept.
#[derive(Debug)]
#[non_exhaustive]
pub struct ClosedTrade {
    /// Your number of the order.
    pub out_trade_no: OutTradeNo,
    /// Alipay's number of the trade, if there ever was one.
    pub trade_no: Option<TradeNo>,
    /// How it was closed.
    pub how: Closing,
}

/// How a trade was closed.
#[derive(Debug)]
#[non_exhaustive]
pub enum Closing {
    /// Cancelled at the deadline. The buyer had not paid.
    Cancelled(Box<Answer<CancelResponse>>),
    /// Cancelled at the deadline. The buyer had paid in the meantime, and got the money back.
    Refunded(Box<Answer<CancelResponse>>),
    /// The trade was found closed: by a cancellation whose answer was lost, by the platform because it
    /// was not paid in time or not with the right password, or because all of it was refunded.
    FoundClosed(Box<Answer<QueryResponse>>),
    /// The request to pay never came to the gateway: up to the end it knew of no such trade, and had
    /// nothing to cancel. The buyer's code is no longer valid by then.
    NeverArrived,
}

/// What is happening to a payment. Its `Display` is one line for people who look at a log.
#[derive(Debug)]
#[non_exhaustive]
pub enum PaymentStep {
    /// The gateway has the request; the buyer confirms on the phone.
    Accepted,
    /// The trade waits for the buyer.
    WaitsForBuyer,
    /// The gateway does not know the trade, up to now.
    NotFound,
    /// Nobody knows whether the request or the question arrived. It is asked for again.
    Unclear(Error),
    /// The gateway refused the payment. It is asked whether a trade was left that the buyer could pay in
    /// the app; that is cancelled.
    Refused,
    /// The time is up, or the payment was refused: the next step cancels. Store this before you ask for that step.
    Cancelling,
    /// The gateway had nothing to cancel: it does not know the trade. It is asked for again, in case
    /// that the request to pay is late.
    NothingToCancel,
    /// Nobody knows whether the cancellation was carried out, or it was refused. It is asked for.
    CancelUnclear(Error),
    /// It ended. The last step.
    Ended(PaymentEnd),
}

impl From<PaymentEnd> for PaymentStep {
    fn from(end: PaymentEnd) -> Self {
        Self::Ended(end)
    }
}

impl fmt::Display for PaymentStep {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Accepted => f.write_str("accepted: the buyer confirms on the phone"),
            Self::WaitsForBuyer => f.write_str("waiting for the buyer"),
            Self::NotFound => f.write_str("the gateway does not know the trade yet"),
            Self::Unclear(error) => write!(f, "unclear, asking again: {error}"),
            Self::Refused => f.write_str("refused: asking whether a trade was left"),
            Self::Cancelling => f.write_str("cancelling"),
            Self::NothingToCancel => f.write_str("the gateway has nothing to cancel"),
            Self::CancelUnclear(error) => write!(f, "the cancellation is unclear, asking: {error}"),
            Self::Ended(PaymentEnd::Paid(_)) => f.write_str("paid"),
            Self::Ended(PaymentEnd::Failed(error)) => write!(f, "failed, nothing was paid: {error}"),
            Self::Ended(PaymentEnd::Closed(_)) => f.write_str("closed, nothing was paid or all was given back"),
            Self::Ended(PaymentEnd::Unknown(error)) => write!(f, "still unknown, resume later: {error}"),
        }
    }
}
