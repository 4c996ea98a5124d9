//! One transfer.

use std::time::SystemTime;

use serde_json::Value;

use crate::money::Fen;
use crate::{Reply, Transfer, clock};

#[derive(Debug, Clone)]
pub(super) struct Order {
    pub(super) out_biz_no: String,
    pub(super) amount: Fen,
    /// Who gets the money, and by which product: what must be the same when it is sent again.
    terms: [Value; 3],
    pub(super) state: State,
    /// The transfer's place among all, and when it was made: both are in its number.
    pub(super) place: (usize, SystemTime),
}

#[derive(Debug, Clone, Copy)]
pub(super) enum State {
    /// With what time will bring.
    Dealing(Option<Plan>),
    Done(SystemTime),
    Failed,
}

#[derive(Debug, Clone, Copy)]
pub(super) enum Plan {
    Succeed(SystemTime),
    Fail(SystemTime),
}

impl Order {
    pub(super) fn read(content: &Value) -> Result<Self, Reply> {
        let fields = super::fields(content);
        let out_biz_no = fields.required("out_biz_no", 64)?.to_owned();
        let amount = fields.amount("trans_amount")?;
        fields.required("product_code", 64)?;
        let payee = content.get("payee_info").unwrap_or(&Value::Null);
        super::fields(payee).required("identity", 64)?;
        let terms = [payee.get("identity"), payee.get("identity_type"), content.get("product_code")];
        let terms = terms.map(|term| term.cloned().unwrap_or_default());
        Ok(Self { out_biz_no, amount, terms, state: State::Dealing(None), place: (0, SystemTime::UNIX_EPOCH) })
    }

    pub(super) fn is_same(&self, other: &Self) -> bool {
        (self.amount, &self.terms) == (other.amount, &other.terms)
    }

    /// `order_id` and `pay_fund_order_id`, shaped like those of the platform: the day, then 24 digits.
    pub(super) fn order_id(&self) -> String {
        let (index, made) = self.place;
        format!("{}110070000006{:012}", clock::beijing(made).strftime("%Y%m%d"), index + 1)
    }
}

impl State {
    /// Nothing where it is refused.
    pub(super) fn of(transfer: Transfer, now: SystemTime) -> Result<Self, Reply> {
        match transfer {
            Transfer::Succeeds => Ok(Self::Done(now)),
            Transfer::SucceedsAfter(time) => Ok(Self::Dealing(now.checked_add(time).map(Plan::Succeed))),
            Transfer::FailsAfter(time) => Ok(Self::Dealing(now.checked_add(time).map(Plan::Fail))),
            Transfer::StaysInProgress => Ok(Self::Dealing(None)),
            Transfer::PayeeUnknown => Err(Reply::business_error("PAYEE_NOT_EXIST", "there is no such payee")),
            Transfer::BalanceTooLow => Err(balance_too_low()),
        }
    }

    /// When something becomes of it.
    pub(super) fn due(self) -> Option<SystemTime> {
        match self {
            Self::Dealing(Some(Plan::Succeed(at) | Plan::Fail(at))) => Some(at),
            Self::Dealing(None) | Self::Done(_) | Self::Failed => None,
        }
    }

    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Dealing(_) => "DEALING",
            Self::Done(_) => "SUCCESS",
            Self::Failed => "FAIL",
        }
    }
}

pub(super) fn balance_too_low() -> Reply {
    Reply::business_error("PAYER_BALANCE_NOT_ENOUGH", "the balance does not suffice")
}
