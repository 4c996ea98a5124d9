//! `alipay.fund.trans.common.query`: what became of a transfer.

use alipay_core::{Amount, DateTime, ErrorCode, OpenId, Record, UserId, alipay_api};

pub use super::transfer::{BizScene, ProductCode, TransferStatus, TransferSubStatus};

/// Asks what became of a transfer: when the outcome is unknown, and while it is not final. Asking
/// changes nothing, so it may be repeated at any time.
///
/// Of several numbers Alipay takes [`pay_fund_order_id`](Self::pay_fund_order_id) before
/// [`order_id`](Self::order_id), and that before [`out_biz_no`](Self::out_biz_no).
///
/// ```
/// use alipay_apis::fund::TransCommonQuery;
/// use alipay_apis::fund::trans_common_query::{BizScene, ProductCode, TransferStatus};
/// use alipay_apis::{Client, Error};
///
/// async fn is_paid_out(client: &Client, number: &str) -> Result<bool, Error> {
///     let transfer = TransCommonQuery::new()
///         .out_biz_no(number)
///         .product_code(ProductCode::TransAccountNoPwd)
///         .biz_scene(BizScene::DirectTransfer)
///         .call(client)
///         .await?;
///     Ok(transfer.status == Some(TransferStatus::Success))
/// }
/// ```
#[alipay_api(
    method = "alipay.fund.trans.common.query",
    response = TransCommonQueryResponse,
    error = TransCommonQueryError,
    read_only,
    docs = "https://opendocs.alipay.com/open/58a29899_alipay.fund.trans.common.query",
    at_least_one(out_biz_no, order_id, pay_fund_order_id),
)]
pub struct TransCommonQuery {
    /// What the transfer was for. Needed with [`out_biz_no`](Self::out_biz_no).
    #[alipay(required_if(present(out_biz_no) && absent(order_id) && absent(pay_fund_order_id)))]
    pub biz_scene: Option<BizScene>,

    /// Alipay's number of the transfer.
    pub order_id: Option<String>,

    /// Your number of the transfer.
    pub out_biz_no: Option<String>,

    /// Alipay's number of the movement of money.
    pub pay_fund_order_id: Option<String>,

    /// The product that was used. Needed with [`out_biz_no`](Self::out_biz_no).
    #[alipay(required_if(present(out_biz_no) && absent(order_id) && absent(pay_fund_order_id)))]
    pub product_code: Option<ProductCode>,
}

/// What became of a transfer.
#[derive(Record)]
#[non_exhaustive]
pub struct TransCommonQueryResponse {
    /// When the money should arrive, for a transfer to a bank card. An estimate, and no more.
    pub arrival_time_end: Option<DateTime>,

    /// What a collection was described with, as it was sent.
    pub deduct_bill_info: Option<String>,

    /// Why it failed or came back, as a code.
    pub error_code: Option<String>,

    /// The bank's own code for why it failed.
    pub fail_inst_error_code: Option<String>,

    /// The bank at which it failed.
    pub fail_inst_name: Option<String>,

    /// Why it failed there.
    pub fail_inst_reason: Option<String>,

    /// Why it failed or came back.
    pub fail_reason: Option<String>,

    /// The number by which the institution settles what came in, 31 characters.
    pub inflow_settle_serial_no: Option<String>,

    /// The fee, in yuan, for a transfer to a bank card. An estimate.
    pub order_fee: Option<Amount>,

    /// Alipay's number of the transfer.
    pub order_id: Option<String>,

    /// Your number of the transfer. Compare it with the one that you asked for.
    pub out_biz_no: Option<String>,

    /// What was sent with the transfer.
    pub passback_params: Option<String>,

    /// When it was paid. Absent if it failed.
    pub pay_date: Option<DateTime>,

    /// Alipay's number of the movement of money. Absent if it failed.
    pub pay_fund_order_id: Option<String>,

    /// The payee, as this application knows it.
    pub receiver_open_id: Option<OpenId>,

    /// The payee's Alipay user id.
    pub receiver_user_id: Option<UserId>,

    /// The number by which the institution settles it, 31 characters.
    pub settle_serial_no: Option<String>,

    /// Where the transfer stands.
    pub status: Option<TransferStatus>,

    /// Why a part of it failed, as a code, where the whole failed or came back for that reason.
    pub sub_order_error_code: Option<String>,

    /// The same in words.
    pub sub_order_fail_reason: Option<String>,

    /// Where a part of a refund stands that failed.
    pub sub_order_status: Option<String>,

    /// The number of the payment of a part, for a transfer in two steps.
    pub sub_pay_fund_order_id: Option<String>,

    /// Where its second step stands, for a transfer that the payee has to take.
    pub sub_status: Option<TransferSubStatus>,

    /// What was paid, in yuan, where a person paid it at the cashier. Only with
    /// [`Success`](TransferStatus::Success).
    pub trans_amount: Option<Amount>,

    /// What a transfer on behalf of others was described with, as it was sent.
    pub transfer_bill_info: Option<String>,
}

/// Business error codes of [`TransCommonQuery`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum TransCommonQueryError {
    /// There is no such transfer. Right after the call it may be on its way still.
    #[alipay(
        remedy = "Check number, product and scene; query again after a pause, then send the very same transfer.",
        retry = later
    )]
    OrderNotExist,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then query again.", retry = fix_input)]
    InvalidParameter,
    /// Something failed inside the platform. It says nothing about the transfer.
    #[alipay(remedy = "Query again after a pause.", retry = later)]
    SystemError,
    /// The transfer is not this merchant's.
    #[alipay(remedy = "Check the number and the merchant who asks.", retry = fix_input)]
    NoOrderPermission,
    /// A code that the document does not list.
    Unknown(String),
}
