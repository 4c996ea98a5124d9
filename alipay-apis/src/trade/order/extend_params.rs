//! `extend_params`: what some kinds of business need beside the order.

use alipay_core::Record;

/// What some kinds of business need beside the order.
#[derive(Record)]
#[non_exhaustive]
pub struct ExtendParams {
    /// Kind of card.
    pub card_type: Option<String>,

    /// Parameters of a credit service, as agreed with it.
    pub credit_ext_info: Option<String>,

    /// In how many instalments of Huabei the buyer pays.
    pub hb_fq_num: Option<String>,

    /// How much of the instalments' fee the seller bears, in percent: `100` or `0`.
    pub hb_fq_seller_percent: Option<String>,

    /// Data of an industry, as JSON text, for instance of a metro.
    pub industry_reflux_info: Option<String>,

    /// `true` freezes the money so that it can be shared out later; `false`, or nothing, does not.
    pub royalty_freeze: Option<String>,

    /// The seller's name that is shown with the trade, in special cases.
    pub specified_seller_name: Option<String>,

    /// The service provider that gets a commission: its PID.
    pub sys_service_provider_id: Option<String>,

    /// Number of the instalment order, from `alipay.open.mini.order.installment.create`.
    pub tc_installment_order_id: Option<String>,

    /// Number of the order in the trade component of mini programs.
    pub trade_component_order_id: Option<String>,

    /// Not documented; known from Alipay's SDKs, where its type is not.
    pub fq_channels: Option<String>,

    /// Not documented; known from Alipay's SDKs, where its type is not.
    pub fq_num: Option<String>,

    /// Not documented; known from Alipay's SDKs, where its type is not.
    pub fq_seller_percent: Option<String>,
}
