//! The objects of the answer, in its order.

use alipay_core::{Amount, DateTime, Record, UserId};

/// What the institution gets to know, for trades through a bank.
#[derive(Clone, PartialEq, Record)]
#[non_exhaustive]
pub struct BkAgentRespInfo {
    /// Who clears: `01`, `02`, `03` and others.
    pub bindclrissr_id: Option<String>,

    /// The payer's institution, by the number that the clearing organisation gave it.
    pub bindpyeracctbk_id: Option<String>,

    /// Number of the original payment.
    pub bindtrx_id: Option<String>,

    /// A token for the payer's account at the bank.
    #[alipay(secret)]
    pub bkpyeruser_code: Option<String>,

    /// Where the device probably is.
    #[alipay(secret)]
    pub estter_location: Option<String>,
}

/// One fee.
#[derive(Clone, PartialEq, Record)]
#[non_exhaustive]
pub struct ChargeInfo {
    /// The fee, in yuan.
    pub charge_fee: Option<Amount>,

    /// What it is for: `trade` the payment, `hbfq` the instalments, `charge` something else.
    pub charge_type: Option<String>,

    /// `Y` or `N`: whether the account that the contract names pays it.
    pub is_rating_on_switch: Option<String>,

    /// `Y` or `N`: whether the account that receives the money pays it.
    pub is_rating_on_trade_receiver: Option<String>,

    /// The fee before reductions, in yuan.
    pub original_charge_fee: Option<Amount>,

    /// The parts of the fee, where several means paid.
    pub sub_fee_detail_list: Vec<SubFee>,

    /// The rate of the contract.
    pub switch_fee_rate: Option<String>,
}

/// A part of a fee.
#[derive(Clone, PartialEq, Record)]
#[non_exhaustive]
pub struct SubFee {
    /// The part, in yuan.
    pub charge_fee: Option<Amount>,

    /// The part before reductions, in yuan.
    pub original_charge_fee: Option<Amount>,

    /// The rate of the contract.
    pub switch_fee_rate: Option<String>,
}

/// What an enterprise paid.
#[derive(Clone, PartialEq, Record)]
#[non_exhaustive]
pub struct EnterprisePayInfo {
    /// More about it, as JSON text.
    pub biz_info: Option<String>,

    /// What can be invoiced, in yuan.
    pub invoice_amount: Option<Amount>,

    /// Whether the enterprise paid.
    pub is_use_enterprise_pay: Option<bool>,
}

/// Who paid from outside of Alipay. Never printed.
#[derive(Clone, PartialEq, Record)]
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
#[derive(Clone, PartialEq, Record)]
#[non_exhaustive]
pub struct FulfillmentDetail {
    /// Its amount, in yuan.
    pub fulfillment_amount: Option<Amount>,

    /// When it was paid.
    pub gmt_payment: Option<String>,

    /// Your number of the request.
    pub out_request_no: Option<String>,
}

/// A source of the money.
#[derive(Clone, PartialEq, Record)]
#[non_exhaustive]
pub struct TradeFundBill {
    /// How much came from it, in yuan.
    pub amount: Option<Amount>,

    /// The bank.
    pub bank_code: Option<String>,

    /// The source, such as `ALIPAYACCOUNT`.
    pub fund_channel: Option<String>,

    /// Kind of the bank card, for `BANKCARD`.
    pub fund_type: Option<String>,

    /// How much of it was really paid, in yuan.
    pub real_amount: Option<Amount>,
}

/// Instalments of Huabei.
#[derive(Clone, PartialEq, Record)]
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
#[derive(Clone, PartialEq, Record)]
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
#[derive(Clone, PartialEq, Record)]
#[non_exhaustive]
pub struct PaymentInfoWithId {
    /// The ids.
    pub payment_ids: Vec<String>,

    /// Kind of the information.
    pub r#type: Option<String>,
}

/// A payment by touching a device. Not documented; known from Alipay's SDKs.
#[derive(Clone, PartialEq, Record)]
#[non_exhaustive]
pub struct TapPayInfo {
    /// The medium.
    pub payment_medium_type: Option<String>,

    /// All discounts, in yuan.
    pub total_discount_amount: Option<Amount>,

    /// Their name.
    pub total_discount_name: Option<String>,
}

/// How the trade was settled and shared out.
#[derive(Clone, PartialEq, Record)]
#[non_exhaustive]
pub struct TradeSettleInfo {
    /// What was done.
    pub trade_settle_detail_list: Vec<TradeSettleDetail>,

    /// What is not settled yet, in yuan.
    pub trade_unsettled_amount: Option<Amount>,
}

/// One step of the settlement.
#[derive(Clone, PartialEq, Record)]
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

/// A voucher that was used.
#[derive(Clone, PartialEq, Record)]
#[non_exhaustive]
pub struct VoucherDetail {
    /// What it is worth, in yuan: what all contribute together.
    pub amount: Option<Amount>,

    /// The voucher's number.
    pub id: Option<String>,

    /// A remark.
    pub memo: Option<String>,

    /// What the merchant contributes, in yuan.
    pub merchant_contribute: Option<Amount>,

    /// The voucher's name.
    pub name: Option<String>,

    /// What others contribute, in yuan.
    pub other_contribute: Option<Amount>,

    /// Who those others are.
    pub other_contribute_detail: Vec<ContributeDetail>,

    /// What the platform had contributed when the buyer bought the voucher, in yuan.
    pub purchase_ant_contribute: Option<Amount>,

    /// What the buyer had paid for the voucher, in yuan.
    pub purchase_buyer_contribute: Option<Amount>,

    /// What the merchant had contributed when the buyer bought the voucher, in yuan.
    pub purchase_merchant_contribute: Option<Amount>,

    /// Number of the voucher's template.
    pub template_id: Option<String>,

    /// Kind of the voucher.
    pub r#type: Option<String>,
}

/// Who contributes to a voucher.
#[derive(Clone, PartialEq, Record)]
#[non_exhaustive]
pub struct ContributeDetail {
    /// How much, in yuan.
    pub contribute_amount: Option<Amount>,

    /// Who.
    pub contribute_type: Option<String>,
}
