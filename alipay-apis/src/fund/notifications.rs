//! What Alipay sends about money that is frozen for a while: an authorisation, as for a deposit.
//!
//! A transfer that changed (`alipay.fund.trans.order.changed`) is a message to the application gateway and
//! no notification.

use alipay_core::{Amount, DateTime, OpenId, Record, UserId, WireEnum};

/// Money was frozen under an authorisation, or set free, or the authorisation ended.
///
/// Compare it by your own number: `Expected::text("out_order_no", …).and_amount("amount", …)`. Amounts are
/// in yuan, unless there is a [`trans_currency`](Self::trans_currency).
#[derive(Record)]
#[non_exhaustive]
pub struct AuthorizationNotification {
    /// When it was sent.
    pub notify_time: Option<DateTime>,

    /// What happened.
    pub notify_type: AuthorizationNotifyType,

    /// The number of the notification, the same each time it is repeated.
    pub notify_id: String,

    /// The application that it is for.
    pub app_id: Option<String>,

    /// The merchant's application, where you act for a merchant.
    pub auth_app_id: Option<String>,

    /// Alipay's number of the authorisation.
    pub auth_no: String,

    /// Your number of the authorisation.
    pub out_order_no: String,

    /// Alipay's number of this operation.
    pub operation_id: Option<String>,

    /// Your number of this operation.
    pub out_request_no: Option<String>,

    /// What was done.
    pub operation_type: Option<OperationType>,

    /// The amount of this operation.
    pub amount: Option<Amount>,

    /// Where this operation stands.
    pub status: Option<OperationStatus>,

    /// When this operation was created.
    pub gmt_create: Option<DateTime>,

    /// When it was carried out.
    pub gmt_trans: Option<DateTime>,

    /// The payer's account, with asterisks.
    #[alipay(secret)]
    pub payer_logon_id: Option<String>,

    /// The payer's Alipay user id.
    pub payer_user_id: Option<UserId>,

    /// The payer, as this application knows it.
    pub payer_open_id: Option<OpenId>,

    /// The account of who is to be paid.
    #[alipay(secret)]
    pub payee_logon_id: Option<String>,

    /// The Alipay user id of who is to be paid.
    pub payee_user_id: Option<UserId>,

    /// All that was frozen so far.
    pub total_freeze_amount: Option<Amount>,

    /// All that was set free so far.
    pub total_unfreeze_amount: Option<Amount>,

    /// All that was paid from it so far.
    pub total_pay_amount: Option<Amount>,

    /// What is still frozen.
    pub rest_amount: Option<Amount>,

    /// Of the amount of this operation: credit.
    pub credit_amount: Option<Amount>,

    /// Of the amount of this operation: money.
    pub fund_amount: Option<Amount>,

    /// Of what was frozen: credit.
    pub total_freeze_credit_amount: Option<Amount>,

    /// Of what was frozen: money.
    pub total_freeze_fund_amount: Option<Amount>,

    /// Of what was set free: credit.
    pub total_unfreeze_credit_amount: Option<Amount>,

    /// Of what was set free: money.
    pub total_unfreeze_fund_amount: Option<Amount>,

    /// Of what was paid: credit.
    pub total_pay_credit_amount: Option<Amount>,

    /// Of what was paid: money.
    pub total_pay_fund_amount: Option<Amount>,

    /// Of what is still frozen: credit.
    pub rest_credit_amount: Option<Amount>,

    /// Of what is still frozen: money.
    pub rest_fund_amount: Option<Amount>,

    /// `CREDIT_AUTH`: on credit, nothing is really frozen.
    pub pre_auth_type: Option<String>,

    /// The currency of the amounts.
    pub trans_currency: Option<String>,

    /// More about the credit, as JSON text.
    pub credit_merchant_ext: Option<String>,
}

/// What an [`AuthorizationNotification`] is about.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum AuthorizationNotifyType {
    /// The authorisation was created; nothing is frozen yet.
    #[alipay(rename = "fund_auth_freeze.init")]
    Created,
    /// The money is frozen.
    #[alipay(rename = "fund_auth_freeze")]
    Frozen,
    /// The authorisation was closed; nothing was frozen.
    #[alipay(rename = "fund_auth_freeze.closed")]
    Closed,
    /// Some or all was set free.
    #[alipay(rename = "fund_auth_unfreeze")]
    Unfrozen,
    /// An operation was cancelled.
    #[alipay(rename = "fund_auth_operation_cancel")]
    Cancelled,
    /// A word that is not known here.
    Unknown(String),
}

/// What was done with the money.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum OperationType {
    /// Frozen.
    Freeze,
    /// Set free.
    Unfreeze,
    /// Paid.
    Pay,
    /// A word that is not known here.
    Unknown(String),
}

/// Where an operation stands.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum OperationStatus {
    /// Created.
    Init,
    /// Carried out.
    Success,
    /// Closed, not carried out.
    Closed,
    /// A word that is not known here.
    Unknown(String),
}
