//! The answer: what goes back.

use alipay_core::{Amount, DateTime, OpenId, OutTradeNo, Record, TradeNo, UserId};

use super::{PresetPayToolInfo, RefundChargeInfo, TradeFundBill, VoucherDetail, YesNo};

/// What goes back. Amounts are in yuan.
///
/// The method's page promises your number; an answer without it is refused.
#[derive(Record)]
#[non_exhaustive]
pub struct RefundResponse {
    /// The buyer's account, with asterisks.
    #[alipay(secret)]
    pub buyer_logon_id: Option<String>,

    /// The buyer, as this application knows it.
    pub buyer_open_id: Option<OpenId>,

    /// The buyer's Alipay user id.
    pub buyer_user_id: Option<UserId>,

    /// Whether this request moved money: also `N` where an earlier attempt has moved it. Ask with
    /// [`FastpayRefundQuery`](crate::trade::FastpayRefundQuery) then.
    pub fund_change: Option<YesNo>,

    /// When the money went back.
    pub gmt_refund_pay: Option<DateTime>,

    /// Whether money goes back to a bank card.
    pub has_deposit_back: Option<YesNo>,

    /// Obsolete: read [`buyer_open_id`](Self::buyer_open_id).
    pub open_id: Option<OpenId>,

    /// Your number of the order. Compare it with the order.
    pub out_trade_no: OutTradeNo,

    /// What of a pre-authorisation was undone. Not documented; known from Alipay's SDKs.
    pub pre_auth_cancel_fee: Option<Amount>,

    /// What this refund gives to the buyer.
    pub present_refund_buyer_amount: Option<Amount>,

    /// What this refund gives back of the platform's discount.
    pub present_refund_discount_amount: Option<Amount>,

    /// What this refund gives back of the merchant's discount.
    pub present_refund_mdiscount_amount: Option<Amount>,

    /// The fee that is given back, for trades through a bank.
    pub refund_charge_amount: Option<Amount>,

    /// The fees that are given back.
    pub refund_charge_info_list: Vec<RefundChargeInfo>,

    /// The currency of the refund.
    pub refund_currency: Option<String>,

    /// To where the money goes. Only when `query_options` asks for it.
    pub refund_detail_item_list: Vec<TradeFundBill>,

    /// What all refunds of the trade together gave back, this one included.
    pub refund_fee: Option<Amount>,

    /// What was given back of Huiyingbao.
    pub refund_hyb_amount: Option<Amount>,

    /// Money that was set aside for a purpose and goes back there.
    pub refund_preset_paytool_list: Vec<PresetPayToolInfo>,

    /// Number of the clearing, for trades through a bank.
    pub refund_settlement_id: Option<String>,

    /// The vouchers that are given back. Only when `query_options` asks for it.
    pub refund_voucher_detail_list: Vec<VoucherDetail>,

    /// What the merchant really gave back.
    pub send_back_fee: Option<Amount>,

    /// The shop's name.
    pub store_name: Option<String>,

    /// Alipay's number of the trade.
    pub trade_no: Option<TradeNo>,
}
