//! What Alipay sends about users: that an agreement was signed or ended.

use alipay_core::{DateTime, OpenId, Record, UserId, WireEnum};

/// A user signed an agreement (such as one for recurring payments), or it ended.
///
/// There is no amount to compare: expect your own number of the agreement,
/// `Expected::text("external_agreement_no", …)`.
#[derive(Record)]
#[non_exhaustive]
pub struct AgreementNotification {
    /// When it was sent.
    pub notify_time: Option<DateTime>,

    /// Whether it was signed or ended.
    pub notify_type: AgreementNotifyType,

    /// The number of the notification, the same each time it is repeated.
    pub notify_id: String,

    /// The application that it is for.
    pub app_id: Option<String>,

    /// The merchant's application, where you act for a merchant.
    pub auth_app_id: Option<String>,

    /// Alipay's number of the agreement. Payments under it name it.
    pub agreement_no: String,

    /// Your number of the agreement, if you gave one.
    pub external_agreement_no: Option<String>,

    /// The product that was agreed to, such as `CYCLE_PAY_AUTH_P`.
    pub personal_product_code: Option<String>,

    /// The scene of the agreement, such as `INDUSTRY|SOCIALIZATION`.
    pub sign_scene: Option<String>,

    /// Where the agreement stands.
    pub status: Option<AgreementStatus>,

    /// The user's Alipay user id.
    pub alipay_user_id: Option<UserId>,

    /// The user, as this application knows it.
    pub alipay_open_id: Option<OpenId>,

    /// The user's account, with asterisks.
    #[alipay(secret)]
    pub alipay_logon_id: Option<String>,

    /// The user's account with you, if you gave one.
    #[alipay(secret)]
    pub external_logon_id: Option<String>,

    /// The user in Zhima Credit.
    pub zm_open_id: Option<String>,

    /// The merchant's Alipay user id.
    pub partner_id: Option<UserId>,

    /// When it was signed.
    pub sign_time: Option<DateTime>,

    /// When the signed agreement was changed last.
    pub sign_modify_time: Option<DateTime>,

    /// When it begins to hold.
    pub valid_time: Option<DateTime>,

    /// When it ceases to hold.
    pub invalid_time: Option<DateTime>,

    /// When it was ended.
    pub unsign_time: Option<DateTime>,

    /// `T` or `F`: whether the user may buy foreign currency for it.
    pub forex_eligible: Option<String>,
}

/// What happened to the agreement.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum AgreementNotifyType {
    /// The user signed it.
    #[alipay(rename = "dut_user_sign")]
    Signed,
    /// It was ended.
    #[alipay(rename = "dut_user_unsign")]
    Ended,
    /// A word that is not known here.
    Unknown(String),
}

/// Where an agreement stands.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum AgreementStatus {
    /// Stored, and never in force.
    Temp,
    /// In force.
    Normal,
    /// Suspended.
    Stop,
    /// Ended.
    Unsign,
    /// A word that is not known here.
    Unknown(String),
}
