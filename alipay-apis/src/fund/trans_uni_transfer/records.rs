//! The other objects of the request, in its order.

use alipay_core::{Amount, Record, UserId};

/// Amounts and currencies of a transfer, each amount in units of its currency.
#[derive(Record)]
#[non_exhaustive]
pub struct MutipleCurrencyDetail {
    /// More, as agreed with Alipay.
    pub ext_info: Option<String>,

    /// What the payer pays.
    pub payment_amount: Option<Amount>,

    /// Its currency, such as `CNY`.
    pub payment_currency: Option<String>,

    /// What is settled.
    pub settlement_amount: Option<Amount>,

    /// Its currency.
    pub settlement_currency: Option<String>,

    /// What is transferred.
    pub trans_amount: Option<Amount>,

    /// Its currency.
    pub trans_currency: Option<String>,
}

/// Another merchant's signature that allows the transfer.
#[derive(Record)]
#[non_exhaustive]
pub struct SignData {
    /// The application of the merchant who signed.
    pub ori_app_id: Option<String>,

    /// The charset of what was signed. Upper and lower case matter.
    pub ori_char_set: Option<String>,

    /// That merchant's number of the transfer.
    pub ori_out_biz_no: Option<String>,

    /// The signature. Never printed, because it allows a transfer.
    #[alipay(secret)]
    pub ori_sign: Option<String>,

    /// How it was signed, such as `RSA2`. Upper and lower case matter.
    pub ori_sign_type: Option<String>,

    /// The Alipay user id of the merchant who signed.
    pub partner_id: Option<UserId>,
}

/// One thing that has to be reported about the scene of a transfer.
#[derive(Record)]
#[non_exhaustive]
pub struct TransferSceneReportInfo {
    /// What is reported, in your words.
    pub info_content: Option<String>,

    /// What kind of thing it is, by the Chinese name that the scene prescribes. Each kind once.
    pub info_type: Option<String>,
}
