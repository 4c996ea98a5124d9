//! The answer: the trade.

use alipay_core::{Amount, DateTime, OpenId, OutTradeNo, Record, TradeNo, UserId};

use super::{
    BkAgentRespInfo, ChargeInfo, EnterprisePayInfo, ExternalPayerInfo, FulfillmentDetail, GoodsDetail, HbFqPayInfo,
    IntactChargeInfo, PaymentInfoWithId, TapPayInfo, TradeFundBill, TradeSettleInfo, TradeStatus, VoucherDetail,
};

/// A trade. Amounts are in yuan unless they have a currency of their own.
///
/// The method's page promises your number, the amount and the status; an answer without one of them is
/// refused.
#[derive(Record)]
#[non_exhaustive]
pub struct QueryResponse {
    /// More about the status: `SELLER_NOT_RECEIVED`, paid by the buyer and not yet received by the
    /// seller.
    pub additional_status: Option<String>,

    /// Alipay's number of the shop.
    pub alipay_store_id: Option<String>,

    /// Alipay's number of the merchant, for trades through a bank.
    pub alipay_sub_merchant_id: Option<String>,

    /// `S`: the payment was accepted and will be carried out later. Any other: unknown, query
    /// again. Only with `async_pay_info` in `query_options`.
    pub async_pay_apply_status: Option<String>,

    /// How a pre-authorisation is paid: `CREDIT_PREAUTH_PAY`, by credit.
    pub auth_trade_pay_mode: Option<String>,

    /// That the order is settled only at the end of a period.
    pub biz_settle_mode: Option<String>,

    /// What the institution gets to know, for trades through a bank.
    pub bkagent_resp_info: Option<BkAgentRespInfo>,

    /// What the order was described with, for trades through a bank.
    pub body: Option<String>,

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

    /// Not documented; known from Alipay's SDKs.
    pub cashier_type: Option<String>,

    /// The fee that the one who is paid bears, in yuan, for trades through a bank.
    pub charge_amount: Option<Amount>,

    /// Marks a special rate of the fee, such as `bluesea_1`, for trades through an institution.
    pub charge_flags: Option<String>,

    /// The fees.
    pub charge_info_list: Vec<ChargeInfo>,

    /// Number of the order at the credit service, in a payment with credit.
    pub credit_biz_order_id: Option<String>,

    /// How the buyer pays with credit, such as `creditAdvanceV2`. The buyer has paid nothing yet,
    /// then. Take a word that you do not know for a failure.
    pub credit_pay_mode: Option<String>,

    /// The platform's discount, in yuan.
    pub discount_amount: Option<Amount>,

    /// The goods with a voucher of their own, as JSON text. Only when `query_options` asks for it.
    pub discount_goods_detail: Option<String>,

    /// What an enterprise paid.
    pub enterprise_pay_info: Option<EnterprisePayInfo>,

    /// More about the trade, as JSON text, as agreed with Alipay.
    pub ext_infos: Option<String>,

    /// Who paid from outside of Alipay. Not documented; known from Alipay's SDKs.
    pub external_payer_info: Option<ExternalPayerInfo>,

    /// What was carried out of the trade. Only when `query_options` asks for it.
    pub fulfillment_detail_list: Vec<FulfillmentDetail>,

    /// From where the money came. Only as agreed, or when `query_options` asks for it.
    pub fund_bill_list: Vec<TradeFundBill>,

    /// The instalments of Huabei. Only as agreed.
    pub hb_fq_pay_info: Option<HbFqPayInfo>,

    /// The amount of Huiyingbao, in yuan.
    pub hyb_amount: Option<Amount>,

    /// Data of an industry, for instance of a payment by medical insurance. Never printed.
    #[alipay(secret)]
    pub industry_sepc_detail: Option<String>,

    /// The same about a personal account. Never printed.
    #[alipay(secret)]
    pub industry_sepc_detail_acc: Option<String>,

    /// The same about public funds. Never printed.
    #[alipay(secret)]
    pub industry_sepc_detail_gov: Option<String>,

    /// All that was charged.
    pub intact_charge_info_list: Vec<IntactChargeInfo>,

    /// What can be invoiced to the buyer, in yuan.
    pub invoice_amount: Option<Amount>,

    /// The merchant's discount, in yuan.
    pub mdiscount_amount: Option<Amount>,

    /// The medical insurance. Only when `query_options` asks for it. Never printed.
    #[alipay(secret)]
    pub medical_insurance_info: Option<String>,

    /// Obsolete: read [`buyer_open_id`](Self::buyer_open_id).
    pub open_id: Option<OpenId>,

    /// Your number of the order. Compare it with the order.
    pub out_trade_no: OutTradeNo,

    /// What was sent with the order.
    pub passback_params: Option<String>,

    /// The amount in the currency of [`pay_currency`](Self::pay_currency).
    pub pay_amount: Option<Amount>,

    /// The currency in which was paid.
    pub pay_currency: Option<String>,

    /// Information with payment ids. Not open to the public.
    pub payment_info_with_id_list: Vec<PaymentInfoWithId>,

    /// The scene of a settlement at the end of a period.
    pub period_scene: Option<String>,

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

    /// What was bought.
    pub req_goods_detail: Vec<GoodsDetail>,

    /// When the money was paid to the seller.
    pub send_pay_date: Option<DateTime>,

    /// The amount in the currency of [`settle_currency`](Self::settle_currency).
    pub settle_amount: Option<Amount>,

    /// The currency in which is settled.
    pub settle_currency: Option<String>,

    /// The rate from the currency of settlement to that of the price.
    pub settle_trans_rate: Option<String>,

    /// Number of the clearing, for trades through a bank.
    pub settlement_id: Option<String>,

    /// Your number of the shop.
    pub store_id: Option<String>,

    /// The shop's name.
    pub store_name: Option<String>,

    /// The order's title, for trades through a bank.
    pub subject: Option<String>,

    /// A payment by touching a device. Not documented; known from Alipay's SDKs.
    pub tap_pay_info: Option<TapPayInfo>,

    /// Your number of the terminal.
    pub terminal_id: Option<String>,

    /// The amount of the order, in yuan. Compare it with the order.
    pub total_amount: Amount,

    /// Alipay's number of the trade. There is none before the trade really exists.
    pub trade_no: Option<TradeNo>,

    /// How the trade was settled and shared out. Only when `query_options` asks for it.
    pub trade_settle_info: Option<TradeSettleInfo>,

    /// Where the trade stands.
    pub trade_status: TradeStatus,

    /// The currency of the price.
    pub trans_currency: Option<String>,

    /// The rate from the currency of the price to that of payment.
    pub trans_pay_rate: Option<String>,

    /// Why it was not paid. Not documented; known from Alipay's SDKs.
    pub unpaid_reason: Option<String>,

    /// The vouchers that were used. Only when `query_options` asks for it.
    pub voucher_detail_list: Vec<VoucherDetail>,
}
