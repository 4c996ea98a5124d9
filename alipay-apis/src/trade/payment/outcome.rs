//! What the answers of `alipay.trade.pay` and `alipay.trade.cancel` say about the money.

use alipay_core::{Answer, Error, Judgement, Transaction};

use crate::trade::order::YesNo;
use crate::trade::{Cancel, CancelError, CancelResponse, Pay, PayError, PayResponse};

impl Transaction for Pay {
    fn judge(&self, answer: &Answer<PayResponse>) -> Judgement {
        if answer.out_trade_no != self.out_trade_no {
            return Judgement::Doubtful("the answer is about another `out_trade_no`");
        }
        if answer.is_in_progress() {
            return Judgement::InProgress;
        }
        if answer.total_amount != Some(self.total_amount) {
            return Judgement::Doubtful("the answer does not say that the whole `total_amount` was paid");
        }
        if is_set(answer.credit_pay_mode.as_deref()) {
            return Judgement::Doubtful(ON_CREDIT);
        }
        // A payment that is collected later says so; whether it will succeed nobody knows yet.
        let mode = answer.async_payment_mode.as_deref().filter(|mode| *mode != "SYNC_DIRECT_PAY");
        if is_set(mode) || is_set(answer.async_pay_apply_status.as_deref()) {
            return Judgement::InProgress;
        }
        Judgement::Done
    }

    /// One number is one trade, so what is said about an earlier attempt is about this one: it may have
    /// been paid.
    fn leaves_open(code: &PayError) -> bool {
        matches!(code, PayError::TradeHasSuccess | PayError::ContextInconsistent)
    }
}

/// Why a trade that is called paid is none.
pub(super) const ON_CREDIT: &str = "`credit_pay_mode` says that the buyer has paid nothing yet";

/// Present and not empty.
pub(super) fn is_set(text: Option<&str>) -> bool {
    text.is_some_and(|text| !text.is_empty())
}

impl Transaction for Cancel {
    fn judge(&self, answer: &Answer<CancelResponse>) -> Judgement {
        if self.out_trade_no.as_ref().is_some_and(|number| answer.out_trade_no.as_ref() != Some(number)) {
            return Judgement::Doubtful("the answer is about another `out_trade_no`");
        }
        match answer.retry_flag {
            Some(YesNo::No) => Judgement::Done,
            Some(YesNo::Yes) => Judgement::Doubtful("`retry_flag` says that the cancellation has to be repeated"),
            _ => Judgement::Doubtful("`retry_flag` says neither `Y` nor `N`"),
        }
    }
}

/// Whether a cancellation was refused for a reason that stays: then an earlier one was refused as well, or
/// will be. That the seller's balance is too low, or that there were too many calls, may have been
/// otherwise a moment ago.
pub(super) fn is_about_the_trade(error: &Error) -> bool {
    matches!(
        error.error_code(),
        Some(
            CancelError::TradeHasFinished
                | CancelError::TradeCancelTimeOut
                | CancelError::ReasonTradeRefundFeeErr
                | CancelError::CancelNotAllowed
        )
    )
}
