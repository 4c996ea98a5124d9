//! The objects of the answer that no other method has, in its order.

use alipay_core::{Amount, DateTime, Record, UserId};

/// Who paid from outside of Alipay. Never printed.
#[derive(Record)]
#[non_exhaustive]
pub struct ExternalPayerInfo {
    /// The card.
    #[alipay(secret)]
    pub out_inst_card_no: Option<String>,

    /// The payer's institution.
    pub out_inst_payer_inst_id: Option<String>,

    /// The payer's name.
    #[alipay(secret)]
    pub out_payer_account_name: Option<String>,
}

/// A part of the trade that was carried out.
#[derive(Record)]
#[non_exhaustive]
pub struct FulfillmentDetail {
    /// Its amount, in yuan.
    pub fulfillment_amount: Option<Amount>,

    /// When it was paid.
    pub gmt_payment: Option<String>,

    /// Your number of the request.
    pub out_request_no: Option<String>,
}

/// Instalments of Huabei.
#[derive(Record)]
#[non_exhaustive]
pub struct HbFqPayInfo {
    /// The amount that is paid in instalments, in yuan.
    pub fq_amount: Option<Amount>,

    /// The institution that lends.
    pub fq_inst_id: Option<String>,

    /// How many instalments.
    pub user_install_num: Option<String>,
}

/// Something that was charged.
#[derive(Record)]
#[non_exhaustive]
pub struct IntactChargeInfo {
    /// What was charged, in yuan.
    pub actual_amount: Option<Amount>,

    /// Kind of the charge.
    pub bill_type: Option<String>,

    /// When.
    pub gmt_pay: Option<String>,

    /// Whether it was given back.
    pub is_refund: Option<bool>,

    /// Number of the request outside.
    pub out_biz_no: Option<String>,

    /// What was to be charged, in yuan.
    pub plan_amount: Option<Amount>,

    /// The product.
    pub product_name: Option<String>,

    /// Number of the charge.
    pub service_target: Option<String>,

    /// Kind of the service.
    pub service_type: Option<String>,

    /// Where it stands.
    pub status: Option<String>,

    /// The account that was charged.
    #[alipay(secret)]
    pub target_account_no: Option<String>,

    /// The Alipay user id that was charged.
    pub target_user_id: Option<UserId>,
}

/// Information with payment ids. Not open to the public.
#[derive(Record)]
#[non_exhaustive]
pub struct PaymentInfoWithId {
    /// The ids.
    pub payment_ids: Vec<String>,

    /// Kind of the information.
    pub r#type: Option<String>,
}

/// How the trade was settled and shared out.
#[derive(Record)]
#[non_exhaustive]
pub struct TradeSettleInfo {
    /// What was done.
    pub trade_settle_detail_list: Vec<TradeSettleDetail>,

    /// What is not settled yet, in yuan.
    pub trade_unsettled_amount: Option<Amount>,
}

/// One step of the settlement.
#[derive(Record)]
#[non_exhaustive]
pub struct TradeSettleDetail {
    /// The amount, in yuan.
    pub amount: Option<Amount>,

    /// When.
    pub operation_dt: Option<DateTime>,

    /// Your number of the request.
    pub operation_serial_no: Option<String>,

    /// What was done, such as `transfer` shared out, `transfer_refund` taken back, `settle`
    /// settled.
    pub operation_type: Option<String>,

    /// To which account, as it was asked for.
    pub ori_trans_in: Option<String>,

    /// From which account, as it was asked for.
    pub ori_trans_out: Option<String>,

    /// To which account.
    pub trans_in: Option<String>,

    /// From which account.
    pub trans_out: Option<String>,
}
