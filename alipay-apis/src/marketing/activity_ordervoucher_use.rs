//! `alipay.marketing.activity.ordervoucher.use`: tell that a voucher was spent.

use alipay_core::{Amount, DateTime, ErrorCode, Record, TradeNo, alipay_api};

use super::voucher::{MerchantAccessMode, TradeChannel, VoucherUseDetailResultInfo};

/// Tells Alipay that a voucher was spent, by its code.
///
/// [`ActivityOrdervoucherRefund`](super::ActivityOrdervoucherRefund) takes it back.
///
/// Repeating a call with the same [`out_biz_no`](Self::out_biz_no) and the same content gives the same
/// answer again and spends nothing more.
///
/// ```
/// use alipay_apis::marketing::ActivityOrdervoucherUse;
/// use alipay_apis::marketing::voucher::TradeChannel;
/// use alipay_apis::{Amount, Client, DateTime, Error};
///
/// async fn spend(client: &Client, activity: &str, code: &str, price: Amount) -> Result<(), Error> {
///     let channel = TradeChannel::OtherTradeChannel;
///     ActivityOrdervoucherUse::new(activity, code, "use-1", DateTime::now(), price, channel).call(client).await?;
///     Ok(())
/// }
/// ```
#[alipay_api(
    method = "alipay.marketing.activity.ordervoucher.use",
    response = ActivityOrdervoucherUseResponse,
    error = ActivityOrdervoucherUseError,
    docs = "https://opendocs.alipay.com/open/3ffce87f_alipay.marketing.activity.ordervoucher.use",
    idempotent_by(out_biz_no),
)]
pub struct ActivityOrdervoucherUse {
    /// Number of the activity.
    pub activity_id: String,

    /// The voucher's code.
    #[alipay(secret)]
    pub voucher_code: String,

    /// Your number of this request. The same number with the same content is the same request again.
    pub out_biz_no: String,

    /// When it was spent, by your clock.
    pub biz_dt: DateTime,

    /// What the order comes to before anything is taken off, in yuan: 0.01 to 100,000,000, up to two
    /// decimals.
    #[alipay(range = 0.01..=100_000_000, decimals = 2)]
    pub total_fee: Amount,

    /// How the order was paid.
    pub trade_channel: TradeChannel,

    /// Alipay's number of the trade, where it was paid with Alipay.
    #[alipay(advise(required_if(trade_channel == TradeChannel::ZhifubaoTradeChannel)))]
    pub trade_no: Option<TradeNo>,

    /// The shop where it was spent, one of the activity's: Alipay's shop id, from
    /// `ant.merchant.expand.shop.create`.
    pub store_id: Option<String>,

    /// The shop where it was spent, one of the activity's that an agent runs: the `real_shop_id`, from
    /// `alipay.business.relation.shop.create`.
    pub real_shop_id: Option<String>,

    /// What was bought; better given where it is known.
    pub goods_detail: Vec<GoodsDetailDTO>,

    /// How much, or how many times, of a voucher that can be spent more than once.
    pub voucher_use_detail_info: Option<VoucherUseDetailInfo>,

    /// Who connects the merchant.
    pub merchant_access_mode: Option<MerchantAccessMode>,
}

/// Goods that were bought with a voucher. The platform calls them so.
#[derive(Record)]
#[non_exhaustive]
pub struct GoodsDetailDTO {
    /// Your number of the goods.
    pub goods_id: Option<String>,

    /// What they are called.
    pub goods_name: Option<String>,

    /// How many.
    pub quantity: Option<i64>,

    /// The price of one, in yuan.
    pub price: Option<Amount>,
}

/// What of a voucher was spent.
#[derive(Record)]
#[non_exhaustive]
pub struct VoucherUseDetailInfo {
    /// How much it took off, in yuan.
    pub voucher_use_amount: Option<Amount>,

    /// How many times it was spent now, without those that were taken back.
    pub voucher_use_times: Option<i64>,
}

/// The voucher was spent.
#[derive(Record)]
#[non_exhaustive]
pub struct ActivityOrdervoucherUseResponse {
    /// Number of the activity.
    pub activity_id: Option<String>,

    /// How often it can still be spent.
    pub voucher_use_detail_result_info: Option<VoucherUseDetailResultInfo>,
}

/// Business error codes of [`ActivityOrdervoucherUse`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum ActivityOrdervoucherUseError {
    /// Something failed inside the platform.
    #[alipay(remedy = "Send the very same request again after a pause, with the same out_biz_no.", retry = later)]
    SystemError,
    /// A parameter is wrong.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    InvalidParameter,
    /// The voucher cannot be spent: it was, has expired, or is not good for this shop.
    #[alipay(remedy = "Read sub_msg, and do not take the voucher.", retry = never)]
    BizError,
    /// The activity is not the caller's.
    #[alipay(remedy = "Call for the merchant that owns the activity.", retry = never)]
    ActivityNotPermission,
    /// A code that the document does not list.
    Unknown(String),
}
