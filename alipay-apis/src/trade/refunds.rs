//! A refund, from the number that was chosen for it to a certain end.
//!
//! [`refund_and_wait`] notes the refund in a [ledger](crate::ledger), sends it once, and while its outcome
//! is not certain asks `alipay.trade.fastpay.refund.query`. The same refund under the same
//! `out_request_no` gives money back once, however often it is repeated; another one under that number is
//! refused before it is sent.
//!
//! # What to store before you refund
//!
//! Nothing that the ledger does not hold, if the ledger is on disk: the request with its `out_request_no`.
//! At the start of your program call [`refund_and_wait`] again, with the same request, for each refund that
//! you have not marked as ended: it is asked for before it is sent, and sent only if Alipay does not have
//! it.

use std::sync::Arc;
use std::time::Duration;

use alipay_core::ledger::Ledger;
use alipay_core::{Answer, AppAuthToken, Client, Error, Judgement, OutTradeNo, TradeNo, Transaction};

use super::fastpay_refund_query::{FastpayRefundQueryError, RefundStatus};
use super::order::YesNo;
use super::{FastpayRefundQuery, FastpayRefundQueryResponse, Refund, RefundError, RefundResponse};
use crate::waiting::{Found, Movement, Sending};
pub use crate::waiting::{Settled, Step, Steps};

/// Refunds all or a part of a trade and waits until the outcome is certain. Repeating it does no harm.
///
/// The refund needs an `out_request_no`, also one of the whole amount. Take it from your own numbering
/// of refunds, not from the order's number: an order may be refunded in parts.
///
/// ```
/// use alipay_apis::ledger::Ledger;
/// use alipay_apis::trade::Refund;
/// use alipay_apis::trade::refunds::{Settled, refund_and_wait};
/// use alipay_apis::{Amount, Client};
///
/// async fn give_back(client: &Client, ledger: impl Ledger + 'static, order: &str, number: &str) {
///     let refund = Refund::new(Amount::fen(880)).out_trade_no(order).out_request_no(number);
///     match refund_and_wait(client, ledger, refund).await {
///         Settled::Done(_) => println!("{number} is refunded"),
///         Settled::Failed(error) => println!("{number} is not refunded: {error}"),
///         Settled::Unknown(error) => println!("repeat exactly {number} later: {error}"),
///     }
/// }
/// ```
///
/// By default it asks after 10 seconds, which the platform wants to be left between a refund and a
/// question, and then every 10 to 15 seconds until a minute has passed.
pub fn refund_and_wait(client: &Client, ledger: impl Ledger + 'static, refund: Refund) -> Sending<Refund> {
    Sending::new(client, Arc::new(ledger), refund)
}

/// The answer that says that a refund was carried out.
#[derive(Debug)]
pub enum Refunded {
    /// That of `alipay.trade.refund`: the money has moved by this very call.
    Now(Box<Answer<RefundResponse>>),
    /// That of `alipay.trade.fastpay.refund.query`: by this call or an earlier one.
    Found(Box<Answer<FastpayRefundQueryResponse>>),
}

impl Transaction for Refund {
    /// The answer does not repeat the `out_request_no`, so only the trade can be compared.
    fn judge(&self, answer: &Answer<RefundResponse>) -> Judgement {
        if !self.is_of(Some(&answer.out_trade_no), answer.trade_no.as_ref()) {
            return Judgement::Doubtful("the answer is about another trade");
        }
        match answer.fund_change {
            Some(YesNo::Yes) => Judgement::Done,
            // No money has moved by this call: an earlier one did it, or it is not done yet.
            Some(YesNo::No | YesNo::Unknown(_)) | None => Judgement::InProgress,
        }
    }
}

impl Refund {
    /// Whether these are the numbers of the trade that is refunded. Where both were sent, Alipay goes by
    /// its own.
    fn is_of(&self, out_trade_no: Option<&OutTradeNo>, trade_no: Option<&TradeNo>) -> bool {
        match (&self.trade_no, &self.out_trade_no) {
            (Some(own), _) => trade_no == Some(own),
            (None, own) => out_trade_no == own.as_ref(),
        }
    }
}

impl Movement for Refund {
    type Done = Refunded;

    const WAITS: (Duration, Duration, Duration) =
        (Duration::from_secs(60), Duration::from_secs(15), Duration::from_secs(15));

    fn unaskable(&self) -> Option<&'static str> {
        None
    }

    fn is_refusal(refusal: &Error) -> bool {
        matches!(
            refusal.error_code(),
            Some(
                RefundError::TradeStatusError
                    | RefundError::TradeNotAllowRefund
                    | RefundError::TradeHasClose
                    | RefundError::ReasonTradeStatusInvalid
            )
        )
    }

    fn is_of_another(refusal: &Error) -> bool {
        refusal.error_code() == Some(RefundError::DiscordantRepeatRequest)
    }

    fn done(answer: Answer<RefundResponse>) -> Refunded {
        Refunded::Now(Box::new(answer))
    }

    async fn ask(&self, client: &Client, app_auth_token: Option<AppAuthToken>) -> Found<Refunded> {
        let mut query = FastpayRefundQuery::new(self.out_request_no.as_deref().unwrap_or_default());
        query.out_trade_no.clone_from(&self.out_trade_no);
        query.trade_no.clone_from(&self.trade_no);
        query.org_pid.clone_from(&self.org_pid);
        let call = query.call(client);
        let call = match app_auth_token {
            Some(token) => call.app_auth_token(token),
            None => call,
        };
        match call.await {
            Ok(answer) => found(answer, self),
            Err(error) => match error.error_code() {
                Some(FastpayRefundQueryError::TradeNotExist | FastpayRefundQueryError::BareTradeNotExist) => {
                    Found::Missing(error)
                }
                _ => Found::Unclear(error),
            },
        }
    }
}

/// An answer that names no refund says that there is none.
fn found(answer: Answer<FastpayRefundQueryResponse>, refund: &Refund) -> Found<Refunded> {
    let because = |answer: Answer<_>, why| Answer::into_error::<FastpayRefundQuery>(answer, why);
    match answer.refund_status {
        None => Found::Missing(because(answer, "there is no such refund, or it has failed")),
        Some(RefundStatus::Unknown(_)) => {
            Found::InProgress(because(answer, "`refund_status` is a word that nobody lists"))
        }
        Some(RefundStatus::RefundSuccess) => {
            if answer.out_request_no != refund.out_request_no
                || !refund.is_of(answer.out_trade_no.as_ref(), answer.trade_no.as_ref())
            {
                return Found::Unclear(because(answer, "the answer is about another refund"));
            }
            if answer.refund_amount != Some(refund.refund_amount) {
                let why = "another amount was refunded under this `out_request_no`";
                return Found::Foreign(because(answer, why));
            }
            Found::Done(Refunded::Found(Box::new(answer)))
        }
    }
}
