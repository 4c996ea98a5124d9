//! Where a trade stands, as far as a payment that waits has to know.

use alipay_core::{Answer, AppAuthToken, Client, Error};

use super::Order;
use super::outcome::{ON_CREDIT, is_set};
use crate::trade::query::TradeStatus;
use crate::trade::{Query, QueryError, QueryResponse};

/// What `alipay.trade.query` gave.
pub(super) enum Seen {
    Paid(Answer<QueryResponse>),
    Closed(Answer<QueryResponse>),
    /// It waits for the buyer.
    Waits(Error),
    /// The gateway says, signed, that there is none.
    Missing(Error),
    /// There is one, and it is not this order's.
    Foreign(Error),
    /// No answer, or none that proves anything.
    Unclear(Error),
}

/// Asks. Changes nothing.
pub(super) async fn look(client: &Client, app_auth_token: Option<&AppAuthToken>, order: &Order) -> Seen {
    let query = Query::new().out_trade_no(&order.out_trade_no);
    let call = query.call(client);
    let call = match app_auth_token {
        Some(token) => call.app_auth_token(token),
        None => call,
    };
    match call.await {
        Ok(answer) => judge(answer, order),
        Err(error) if error.error_code() == Some(QueryError::TradeNotExist) => Seen::Missing(error),
        Err(error) => Seen::Unclear(error),
    }
}

fn judge(answer: Answer<QueryResponse>, order: &Order) -> Seen {
    if answer.out_trade_no != order.out_trade_no {
        return Seen::Unclear(answer.into_error::<Query>("the answer is about another `out_trade_no`"));
    }
    if answer.total_amount != order.total_amount {
        return Seen::Foreign(
            answer.into_error::<Query>("the trade of this `out_trade_no` has another `total_amount`"),
        );
    }
    match answer.trade_status {
        TradeStatus::TradeSuccess | TradeStatus::TradeFinished if is_set(answer.credit_pay_mode.as_deref()) => {
            Seen::Unclear(answer.into_error::<Query>(ON_CREDIT))
        }
        TradeStatus::TradeSuccess | TradeStatus::TradeFinished => Seen::Paid(answer),
        TradeStatus::TradeClosed => Seen::Closed(answer),
        TradeStatus::WaitBuyerPay => Seen::Waits(answer.into_error::<Query>("the trade waits for the buyer")),
        TradeStatus::Unknown(_) => {
            Seen::Unclear(answer.into_error::<Query>("`trade_status` is a word that nobody lists"))
        }
    }
}
