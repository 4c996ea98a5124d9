//! The answer: what was paid, or that it is not decided yet.

use alipay_core::{Amount, DateTime, OpenId, OutTradeNo, Record, TradeNo, UserId};

use super::{BkAgentRespInfo, ChargeInfo, EnterprisePayInfo, TapPayInfo, TradeFundBill, VoucherDetail};

/// What was paid, or that it is not decided yet ([outcome](super::Pay#outcome)). Amounts are in yuan unless
/// they have a currency of their own.
///
/// The method's page promises your number; an answer without it is refused.
#[derive(Record)]
#[non_exhaustive]
pub struct PayResponse {
    /// What was paid in advance for the buyer, in yuan.
    pub advance_amount: Option<Amount>,

    /// `S`: a payment that is carried out later was accepted.
    pub async_pay_apply_status: Option<String>,

    /// When the payment is carried out: `ASYNC_DELAY_PAY` later, `ASYNC_REALTIME_PAY` soon,
    /// `SYNC_DIRECT_PAY` at once.
    pub async_payment_mode: Option<String>,

    /// How a pre-authorisation is paid: `CREDIT_PREAUTH_PAY`, by credit.
    pub auth_trade_pay_mode: Option<String>,

    /// What the institution gets to know, for trades through a bank.
    pub bkagent_resp_info: Option<BkAgentRespInfo>,

    /// Business data, as JSON text.
    pub business_params: Option<String>,

    /// The buyer's account, with asterisks.
    #[alipay(secret)]
    pub buyer_logon_id: Option<String>,

    /// The buyer, as this application knows it.
    pub buyer_open_id: Option<OpenId>,

    /// What the buyer paid, in yuan, without the discounts of the merchant.
    pub buyer_pay_amount: Option<Amount>,

    /// The buyer's Alipay user id.
    pub buyer_user_id: Option<UserId>,

    /// The buyer's name, or the enterprise's. Only as agreed with Alipay.
    #[alipay(secret)]
    pub buyer_user_name: Option<String>,

    /// `CORPORATE` for an enterprise, `PRIVATE` for a person.
    pub buyer_user_type: Option<String>,

    /// Whether the buyer can pay in the app what could not be taken. Not documented; known from Alipay's
    /// SDKs.
    pub can_turn_to_app_pay: Option<String>,

    /// What is left on the card of Alipay, in yuan.
    pub card_balance: Option<Amount>,

    /// The fee that the one who is paid bears, in yuan, for trades through a bank.
    pub charge_amount: Option<Amount>,

    /// Marks a special rate of the fee, such as `bluesea_1`, for trades through an institution.
    pub charge_flags: Option<String>,

    /// The fees.
    pub charge_info_list: Vec<ChargeInfo>,

    /// Number of the order at the credit service, in a payment with credit.
    pub credit_biz_order_id: Option<String>,

    /// Where that order stands. Not documented; known from Alipay's SDKs, where its type is not.
    pub credit_biz_order_status: Option<String>,

    /// How the buyer pays with credit, such as `creditAdvanceV2`. The buyer has paid nothing yet,
    /// then. Take a word that you do not know for a failure.
    pub credit_pay_mode: Option<String>,

    /// The platform's discount, in yuan.
    pub discount_amount: Option<Amount>,

    /// The goods with a voucher of their own, as JSON text. Only when `query_options` asks for it.
    pub discount_goods_detail: Option<String>,

    /// What an enterprise paid.
    pub enterprise_pay_info: Option<EnterprisePayInfo>,

    /// From where the money came. Only as agreed, or when `query_options` asks for it.
    pub fund_bill_list: Vec<TradeFundBill>,

    /// When it was paid.
    pub gmt_payment: Option<DateTime>,

    /// The amount of Huiyingbao, in yuan.
    pub hyb_amount: Option<Amount>,

    /// What can be invoiced to the buyer, in yuan.
    pub invoice_amount: Option<Amount>,

    /// The merchant's discount, in yuan.
    pub mdiscount_amount: Option<Amount>,

    /// Obsolete: read [`buyer_open_id`](Self::buyer_open_id).
    pub open_id: Option<OpenId>,

    /// Your number of the order. Compare it with the order.
    pub out_trade_no: OutTradeNo,

    /// The amount in the currency of [`pay_currency`](Self::pay_currency).
    pub pay_amount: Option<Amount>,

    /// The currency in which was paid.
    pub pay_currency: Option<String>,

    /// What was paid with points, in yuan.
    pub point_amount: Option<Amount>,

    /// What a pre-authorisation paid, in yuan. Not documented; known from Alipay's SDKs.
    pub pre_auth_pay_amount: Option<Amount>,

    /// Not documented; known from Alipay's SDKs.
    pub purchase_entity: Option<String>,

    /// What the merchant really receives, in yuan.
    pub receipt_amount: Option<Amount>,

    /// `DC` when the merchant receives digital yuan.
    pub receipt_currency_type: Option<String>,

    /// The amount in the currency of [`settle_currency`](Self::settle_currency).
    pub settle_amount: Option<Amount>,

    /// The currency in which is settled.
    pub settle_currency: Option<String>,

    /// The rate from the currency of settlement to that of the price.
    pub settle_trans_rate: Option<String>,

    /// Number of the clearing, for trades through a bank.
    pub settlement_id: Option<String>,

    /// The shop's name.
    pub store_name: Option<String>,

    /// A payment by touching a device. Not documented; known from Alipay's SDKs.
    pub tap_pay_info: Option<TapPayInfo>,

    /// The amount of the order, in yuan. Compare it with the order.
    pub total_amount: Option<Amount>,

    /// Alipay's number of the trade.
    pub trade_no: Option<TradeNo>,

    /// The currency of the price.
    pub trans_currency: Option<String>,

    /// The rate from the currency of the price to that of payment.
    pub trans_pay_rate: Option<String>,

    /// The vouchers that were used. Only as agreed, or when `query_options` asks for it.
    pub voucher_detail_list: Vec<VoucherDetail>,
}
