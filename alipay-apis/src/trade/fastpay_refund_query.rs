//! `alipay.trade.fastpay.refund.query`: whether a refund was carried out.

use alipay_core::{Amount, DateTime, ErrorCode, OutTradeNo, Record, TradeNo, WireEnum, alipay_api};

pub use super::order::{
    ContributeDetail, EnterprisePayInfo, RefundChargeInfo, RefundSubFee, TradeFundBill, VoucherDetail, YesNo,
};

/// Asks whether a [`Refund`](super::Refund) was carried out. Asking changes nothing, so it may be repeated at
/// any time; wait some ten seconds after the refund.
///
/// It was if [`refund_status`](FastpayRefundQueryResponse::refund_status) says so. If it says nothing, the
/// refund is still going on or has failed: send the very same refund again, with its number.
///
/// ```
/// use alipay_apis::trade::FastpayRefundQuery;
/// use alipay_apis::trade::fastpay_refund_query::RefundStatus;
/// use alipay_apis::{Client, Error};
///
/// async fn went_back(client: &Client, order: &str, refund: &str) -> Result<bool, Error> {
///     let answer = FastpayRefundQuery::new(refund).out_trade_no(order).call(client).await?;
///     Ok(answer.refund_status == Some(RefundStatus::RefundSuccess))
/// }
/// ```
#[alipay_api(
    method = "alipay.trade.fastpay.refund.query",
    response = FastpayRefundQueryResponse,
    error = FastpayRefundQueryError,
    read_only,
    docs = "https://opendocs.alipay.com/open/8c776df6_alipay.trade.fastpay.refund.query",
    at_least_one(out_trade_no, trade_no),
)]
pub struct FastpayRefundQuery {
    /// Your number of the refund, up to 64 characters; your number of the order for a refund without one.
    #[alipay(max_len = 64)]
    pub out_request_no: String,

    /// The institution that collects, up to 16 characters, for trades through a bank.
    #[alipay(max_len = 16)]
    pub org_pid: Option<String>,

    /// Your number of the order, up to 64 characters. It or [`trade_no`](Self::trade_no) is needed.
    #[alipay(max_len = 64)]
    pub out_trade_no: Option<OutTradeNo>,

    /// What the answer shall tell in addition, such as `refund_detail_item_list`, `gmt_refund_pay` or
    /// `deposit_back_info`.
    #[alipay(max_len = 1024)]
    pub query_options: Vec<String>,

    /// Alipay's number of the trade, up to 64 characters.
    #[alipay(max_len = 64)]
    pub trade_no: Option<TradeNo>,
}

/// A refund. Amounts are in yuan. Empty but for its code where there is no such refund.
#[derive(Record)]
#[non_exhaustive]
pub struct FastpayRefundQueryResponse {
    /// What becomes of money that goes back to a bank card. Only when `query_options` asks for it.
    pub deposit_back_info: Option<DepositBackInfo>,

    /// The same for several cards.
    pub deposit_back_info_list: Vec<DepositBackInfo>,

    /// What an enterprise paid.
    pub enterprise_pay_info: Option<EnterprisePayInfo>,

    /// Why the refund failed.
    pub error_code: Option<String>,

    /// When the money went back. Only when `query_options` asks for it.
    pub gmt_refund_pay: Option<DateTime>,

    /// Data of an industry, for instance of a payment by medical insurance. Never printed.
    #[alipay(secret)]
    pub industry_sepc_detail: Option<String>,

    /// Your number of the refund.
    pub out_request_no: Option<String>,

    /// Your number of the order. Compare it with the order.
    pub out_trade_no: Option<OutTradeNo>,

    /// What of a pre-authorisation was undone. Not documented; known from Alipay's SDKs.
    pub pre_auth_cancel_fee: Option<Amount>,

    /// What this refund gave to the buyer.
    pub present_refund_buyer_amount: Option<Amount>,

    /// What this refund gave back of the platform's discount.
    pub present_refund_discount_amount: Option<Amount>,

    /// What this refund gave back of the merchant's discount.
    pub present_refund_mdiscount_amount: Option<Amount>,

    /// How much this refund gives back.
    pub refund_amount: Option<Amount>,

    /// The channels to which money goes back. Not documented; known from Alipay's SDKs.
    pub refund_channel_list: Option<String>,

    /// How far they are. Not documented; known from Alipay's SDKs.
    pub refund_channel_status: Option<String>,

    /// The fee that was given back, for trades through a bank.
    pub refund_charge_amount: Option<Amount>,

    /// The fees that were given back.
    pub refund_charge_info_list: Vec<RefundChargeInfo>,

    /// To where the money went. Only when `query_options` asks for it.
    pub refund_detail_item_list: Vec<TradeFundBill>,

    /// What was given back of Huiyingbao.
    pub refund_hyb_amount: Option<Amount>,

    /// Why it was refunded.
    pub refund_reason: Option<String>,

    /// Who gave a share back. Only when `query_options` asks for it.
    pub refund_royaltys: Vec<RefundRoyaltyResult>,

    /// Number of the clearing, for trades through a bank.
    pub refund_settlement_id: Option<String>,

    /// Whether the refund was carried out. Absent while it goes on, and when it failed.
    pub refund_status: Option<RefundStatus>,

    /// The vouchers that were given back. Only when `query_options` asks for it.
    pub refund_voucher_detail_list: Vec<VoucherDetail>,

    /// What the merchant really gave back. Only when `query_options` asks for it.
    pub send_back_fee: Option<Amount>,

    /// The amount of the order.
    pub total_amount: Option<Amount>,

    /// Alipay's number of the trade.
    pub trade_no: Option<TradeNo>,
}

/// Whether a refund was carried out.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum RefundStatus {
    /// It was.
    RefundSuccess,
    /// A word that the document does not list.
    Unknown(String),
}

/// What becomes of money that goes back to a bank card.
#[derive(Record)]
#[non_exhaustive]
pub struct DepositBackInfo {
    /// When the bank answered: a date and time as text.
    pub bank_ack_time: Option<String>,

    /// How much, in yuan.
    pub dback_amount: Option<Amount>,

    /// Where it stands.
    pub dback_status: Option<DepositBackStatus>,

    /// When the money is expected at the card: a date and time as text.
    pub est_bank_receipt_time: Option<String>,

    /// Whether money goes back to a bank card.
    pub has_deposit_back: Option<String>,
}

/// Where money stands that goes back to a bank card.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum DepositBackStatus {
    /// It arrived.
    #[alipay(rename = "S")]
    Succeeded,
    /// It did not arrive.
    #[alipay(rename = "F")]
    Failed,
    /// It is on its way.
    #[alipay(rename = "P")]
    Pending,
    /// A word that the document does not list.
    Unknown(String),
}

/// A share that was given back.
#[derive(Record)]
#[non_exhaustive]
pub struct RefundRoyaltyResult {
    /// To which account, as it was asked for.
    pub ori_trans_in: Option<String>,

    /// From which account, as it was asked for.
    pub ori_trans_out: Option<String>,

    /// How much, in yuan.
    pub refund_amount: Option<Amount>,

    /// What became of it: `SUCCESS`, or why not.
    pub result_code: Option<String>,

    /// What was done, such as `transfer`.
    pub royalty_type: Option<String>,

    /// To which account.
    pub trans_in: Option<String>,

    /// That account's login name.
    #[alipay(secret)]
    pub trans_in_email: Option<String>,

    /// From which account.
    pub trans_out: Option<String>,

    /// That account's login name.
    #[alipay(secret)]
    pub trans_out_email: Option<String>,
}

/// Business error codes of [`FastpayRefundQuery`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum FastpayRefundQueryError {
    /// Something failed inside the platform. It says nothing about the refund.
    #[alipay(code = "ACQ.SYSTEM_ERROR", remedy = "Query again after a pause.", retry = later)]
    SystemError,
    /// A parameter is wrong.
    #[alipay(code = "ACQ.INVALID_PARAMETER", remedy = "Correct the parameter that sub_msg names.", retry = fix_input)]
    InvalidParameter,
    /// There is no such trade, as some answers write it.
    #[alipay(code = "TRADE_NOT_EXIST", remedy = "Correct the number.", retry = fix_input)]
    BareTradeNotExist,
    /// There is no such trade.
    #[alipay(code = "ACQ.TRADE_NOT_EXIST", remedy = "Correct the number.", retry = fix_input)]
    TradeNotExist,
    /// Something failed at the payment by an enterprise. It says nothing about the refund.
    #[alipay(
        code = "ACQ.ENTERPRISE_PAY_BIZ_ERROR",
        remedy = "Read sub_msg, then query again after a pause.",
        retry = later,
    )]
    EnterprisePayBizError,
    /// A code that the document does not list.
    Unknown(String),
}
