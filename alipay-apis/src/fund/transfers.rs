//! A transfer, from the number that was chosen for it to a certain end.
//!
//! [`transfer_and_wait`] notes the transfer in a [ledger](crate::ledger), sends it once, and while its
//! outcome is not certain asks `alipay.fund.trans.common.query` with growing pauses. There is no
//! cancellation: when the time is up, the outcome is [unknown](Settled::Unknown), and the very same
//! transfer is to be repeated later.
//!
//! # What to store before you transfer
//!
//! Nothing that the ledger does not hold, if the ledger is on disk: the request with its `out_biz_no`.
//! At the start of your program call [`transfer_and_wait`] again, with the same request, for each transfer
//! that you have not marked as ended: it is asked for before it is sent, and sent only if Alipay does not
//! have it.

use std::sync::Arc;
use std::time::Duration;

use alipay_core::ledger::Ledger;
use alipay_core::{Answer, AppAuthToken, Client, Error, Judgement, Transaction};

use super::transfer::TransferStatus;
use super::{
    TransCommonQuery, TransCommonQueryError, TransCommonQueryResponse, TransUniTransfer, TransUniTransferError,
    TransUniTransferResponse,
};
use crate::waiting::{Found, Movement, Sending};
pub use crate::waiting::{Settled, Step, Steps};

/// Transfers money and waits until the outcome is certain. Repeating it does no harm: the same request
/// is the same transfer, and another one under its `out_biz_no` (another amount, another payee) is refused
/// before it is sent.
///
/// The transfer needs its `biz_scene`, without which it could not be asked for.
///
/// ```
/// use alipay_apis::fund::TransUniTransfer;
/// use alipay_apis::fund::transfers::{Settled, transfer_and_wait};
/// use alipay_apis::fund::trans_uni_transfer::{BizScene, IdentityType, Participant, ProductCode};
/// use alipay_apis::ledger::Ledger;
/// use alipay_apis::{Amount, Client};
///
/// async fn pay_out(client: &Client, ledger: impl Ledger + 'static, number: &str, open_id: &str) {
///     let payee = Participant::new(open_id, IdentityType::AlipayOpenId);
///     let transfer = TransUniTransfer::new(number, Amount::yuan(23), ProductCode::TransAccountNoPwd, payee)
///         .biz_scene(BizScene::DirectTransfer)
///         .order_title("Commission for May");
///     match transfer_and_wait(client, ledger, transfer).await {
///         Settled::Done(_) => println!("{number} is transferred"),
///         Settled::Failed(error) => println!("{number} is not transferred: {error}"),
///         Settled::Unknown(error) => println!("repeat exactly {number} later: {error}"),
///     }
/// }
/// ```
///
/// By default it asks every 3 to 15 seconds for a minute.
pub fn transfer_and_wait(
    client: &Client,
    ledger: impl Ledger + 'static,
    transfer: TransUniTransfer,
) -> Sending<TransUniTransfer> {
    Sending::new(client, Arc::new(ledger), transfer)
}

/// The answer that says that a transfer was carried out.
#[derive(Debug)]
pub enum Transferred {
    /// That of `alipay.fund.trans.uni.transfer`.
    Now(Box<Answer<TransUniTransferResponse>>),
    /// That of `alipay.fund.trans.common.query`.
    Found(Box<Answer<TransCommonQueryResponse>>),
}

impl Transaction for TransUniTransfer {
    fn judge(&self, answer: &Answer<TransUniTransferResponse>) -> Judgement {
        if answer.out_biz_no.as_ref() != Some(&self.out_biz_no) {
            return Judgement::Doubtful("the answer is about another `out_biz_no`");
        }
        stands(answer.status.as_ref())
    }
}

/// What a state says about the money.
fn stands(status: Option<&TransferStatus>) -> Judgement {
    match status {
        Some(TransferStatus::Success) => Judgement::Done,
        Some(TransferStatus::Fail) => Judgement::Failed("the transfer has failed (`status` is `FAIL`)"),
        Some(TransferStatus::Closed) => Judgement::Failed("the transfer is closed (`status` is `CLOSED`)"),
        Some(TransferStatus::Refund) => Judgement::Failed("the bank sent the money back (`status` is `REFUND`)"),
        Some(_) | None => Judgement::InProgress,
    }
}

impl Movement for TransUniTransfer {
    type Done = Transferred;

    const WAITS: (Duration, Duration, Duration) =
        (Duration::from_secs(60), Duration::from_secs(3), Duration::from_secs(15));

    fn unaskable(&self) -> Option<&'static str> {
        self.biz_scene.is_none().then_some("the transfer has no `biz_scene`, without which it could not be asked for")
    }

    fn is_of_another(refusal: &Error) -> bool {
        refusal.error_code() == Some(TransUniTransferError::PaymentInfoInconsistency)
    }

    fn done(answer: Answer<TransUniTransferResponse>) -> Transferred {
        Transferred::Now(Box::new(answer))
    }

    async fn ask(&self, client: &Client, app_auth_token: Option<AppAuthToken>) -> Found<Transferred> {
        let mut query = TransCommonQuery::new().out_biz_no(&self.out_biz_no).product_code(self.product_code.clone());
        query.biz_scene.clone_from(&self.biz_scene);
        let call = query.call(client);
        let call = match app_auth_token {
            Some(token) => call.app_auth_token(token),
            None => call,
        };
        match call.await {
            Ok(answer) => found(answer, self),
            Err(error) if error.error_code() == Some(TransCommonQueryError::OrderNotExist) => Found::Missing(error),
            Err(error) => Found::Unclear(error),
        }
    }
}

fn found(answer: Answer<TransCommonQueryResponse>, transfer: &TransUniTransfer) -> Found<Transferred> {
    if answer.out_biz_no.as_ref() != Some(&transfer.out_biz_no) {
        return Found::Unclear(answer.into_error::<TransCommonQuery>("the answer is about another `out_biz_no`"));
    }
    if answer.trans_amount.is_some_and(|amount| amount != transfer.trans_amount) {
        let why = "the transfer of this `out_biz_no` has another `trans_amount`";
        return Found::Foreign(answer.into_error::<TransCommonQuery>(why));
    }
    match stands(answer.status.as_ref()) {
        Judgement::Done => Found::Done(Transferred::Found(Box::new(answer))),
        Judgement::Failed(why) => Found::Failed(answer.into_error::<TransCommonQuery>(why)),
        Judgement::InProgress | Judgement::Doubtful(_) => {
            Found::InProgress(answer.into_error::<TransCommonQuery>("the transfer is being worked on"))
        }
    }
}
