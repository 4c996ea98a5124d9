//! `alipay.trade.refund`: gives money of a paid trade back.

mod error;
mod records;
mod response;

use alipay_core::{Amount, OutTradeNo, TradeNo, alipay_api};

pub use self::error::RefundError;
pub use self::records::{PresetPayToolInfo, RefundGoodsDetail};
pub use self::response::RefundResponse;
pub use super::order::{
    ContributeDetail, GoodsDetail, OpenApiRoyaltyDetailInfoPojo, RefundChargeInfo, RefundSubFee, TradeFundBill,
    VoucherDetail, YesNo,
};

/// Gives money of a paid trade back, all of it or a part, the way it came.
///
/// # Repeating
///
/// [`out_request_no`](Self::out_request_no) makes it safe: under one number money goes back once, however
/// often the request is sent. Choose it before the first attempt, keep it, and repeat with exactly the same
/// request until there is an answer. **A new number for the same refund, or the same number with another
/// amount, is another refund.** Without a number the refund has that of the order, so there is only one.
///
/// # Outcome
///
/// An answer says that the refund was taken on. That money moved says
/// [`fund_change`](RefundResponse::fund_change) `Y`. On `N`, and after an error that leaves it open, ask with
/// [`FastpayRefundQuery`](super::FastpayRefundQuery). To a bank card it takes some days.
///
/// ```
/// use alipay_apis::trade::Refund;
/// use alipay_apis::trade::refund::YesNo;
/// use alipay_apis::{Amount, Client, Error};
///
/// /// Whether 10 yuan went back; `false`: ask with `FastpayRefundQuery`.
/// async fn give_back(client: &Client, order: &str) -> Result<bool, Error> {
///     let refund = Refund::new(Amount::yuan(10)).out_trade_no(order).out_request_no("HZ01RF001");
///     let answer = refund.refund_reason("came broken").call(client).await?;
///     Ok(answer.out_trade_no == order && answer.fund_change == Some(YesNo::Yes))
/// }
/// ```
#[alipay_api(
    method = "alipay.trade.refund",
    response = RefundResponse,
    error = RefundError,
    docs = "https://opendocs.alipay.com/open/6c0cdd7d_alipay.trade.refund",
    idempotent_by(out_request_no),
    at_least_one(out_trade_no, trade_no),
)]
pub struct Refund {
    /// How much goes back, in yuan: 0.01 to 100,000,000, with two decimals. All refunds of a trade
    /// together are at most what was paid.
    #[alipay(range = 0.01..=100000000, decimals = 2)]
    pub refund_amount: Amount,

    /// What was bought.
    pub goods_detail: Vec<GoodsDetail>,

    /// Your number of who refunds, up to 30 characters.
    #[alipay(max_len = 30)]
    pub operator_id: Option<String>,

    /// The institution that collects, up to 16 characters, for trades through a bank.
    #[alipay(max_len = 16)]
    pub org_pid: Option<String>,

    /// Your number of this refund, up to 64 characters, another for each refund of a trade and the same
    /// for each attempt. Needed to refund a part.
    #[alipay(max_len = 64)]
    pub out_request_no: Option<String>,

    /// Your number of the order, up to 64 characters. It or [`trade_no`](Self::trade_no) is needed.
    #[alipay(max_len = 64)]
    pub out_trade_no: Option<OutTradeNo>,

    /// What the answer shall tell in addition, such as `refund_detail_item_list` or
    /// `refund_voucher_detail_list`.
    #[alipay(max_len = 1024)]
    pub query_options: Vec<String>,

    /// The account that advances the money. Only as agreed.
    pub refund_advance_account: Option<String>,

    /// What [`refund_advance_account`](Self::refund_advance_account) is, such as `userId`.
    pub refund_advance_account_type: Option<String>,

    /// The currency of the amount, up to 8 characters. That of the trade when left out.
    #[alipay(max_len = 8)]
    pub refund_currency: Option<String>,

    /// For which goods money goes back, where the platform keeps books of them.
    pub refund_goods_detail: Vec<RefundGoodsDetail>,

    /// Why, up to 256 characters. The buyer reads it.
    #[alipay(max_len = 256)]
    pub refund_reason: Option<String>,

    /// Who gives a share back. What is left out comes from the seller.
    pub refund_royalty_parameters: Vec<OpenApiRoyaltyDetailInfoPojo>,

    /// The account from which the money goes back. Not documented; known from Alipay's SDKs.
    pub refund_trans_out: Option<String>,

    /// What [`refund_trans_out`](Self::refund_trans_out) is. Not documented; known from Alipay's SDKs.
    pub refund_trans_out_type: Option<String>,

    /// Number of the settlement that is taken back, where a trade was settled in parts.
    pub related_settle_confirm_no: Option<String>,

    /// Your number of the shop, up to 32 characters.
    #[alipay(max_len = 32)]
    pub store_id: Option<String>,

    /// Your number of the terminal, up to 32 characters.
    #[alipay(max_len = 32)]
    pub terminal_id: Option<String>,

    /// Alipay's number of the trade, up to 64 characters.
    #[alipay(max_len = 64)]
    pub trade_no: Option<TradeNo>,
}
