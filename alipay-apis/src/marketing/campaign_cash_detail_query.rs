//! `alipay.marketing.campaign.cash.detail.query`: look up one cash red-packet campaign.

use alipay_core::{Amount, DateTime, ErrorCode, Record, WireEnum, alipay_api};

/// Looks up one cash red-packet campaign that the caller created.
#[alipay_api(
    method = "alipay.marketing.campaign.cash.detail.query",
    response = CampaignCashDetailQueryResponse,
    error = CampaignCashDetailQueryError,
    read_only,
    docs = "https://opendocs.alipay.com/open/02a1fa",
)]
pub struct CampaignCashDetailQuery {
    /// Number of the campaign, up to 128 characters, from the answer that created it.
    #[alipay(max_len = 128)]
    pub crowd_no: String,
}

/// A cash red-packet campaign.
#[derive(Record)]
#[non_exhaustive]
pub struct CampaignCashDetailQueryResponse {
    /// Number of the campaign, up to 128 characters.
    #[alipay(max_len = 128)]
    pub crowd_no: String,

    /// Name of the red packet, up to 64 characters.
    #[alipay(max_len = 64)]
    pub coupon_name: String,

    /// What customers read about it in their bill, up to 64 characters.
    #[alipay(max_len = 64)]
    pub prize_msg: String,

    /// How the money is divided.
    #[alipay(max_len = 6)]
    pub prize_type: PrizeType,

    /// When the campaign begins.
    pub start_time: DateTime,

    /// When the campaign ends.
    pub end_time: DateTime,

    /// Money in the campaign, in yuan.
    pub total_amount: Amount,

    /// Money already given out, in yuan. The document's sample has it above the total.
    pub send_amount: Amount,

    /// Number of red packets as the platform used to count them. Obsolete: read
    /// [`total_count`](Self::total_count).
    pub total_num: Option<i64>,

    /// Number of red packets in the campaign.
    pub total_count: i64,

    /// Number that Alipay asks for when it looks into a problem, up to 64 characters.
    #[alipay(max_len = 64)]
    pub origin_crowd_no: String,

    /// Where the campaign stands.
    #[alipay(max_len = 10)]
    pub camp_status: CampStatus,
}

/// How the money of a campaign is divided. These words are lower case on the wire.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum PrizeType {
    /// Every red packet holds the same amount.
    #[alipay(rename = "fixed")]
    Fixed,
    /// Every red packet holds a random amount.
    #[alipay(rename = "random")]
    Random,
    /// A word that the document does not list.
    Unknown(String),
}

/// Where a campaign stands.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum CampStatus {
    /// Created, not paid for.
    Created,
    /// Paid for.
    Paid,
    /// Running.
    Ready,
    /// Interrupted.
    Pause,
    /// Over.
    Closed,
    /// Settled, as the document spells it.
    Settle,
    /// Settled, as Alipay's newer libraries spell it.
    Settled,
    /// A word that the document does not list.
    Unknown(String),
}

/// Business error codes of [`CampaignCashDetailQuery`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum CampaignCashDetailQueryError {
    /// The platform is busy.
    #[alipay(remedy = "Query again after a pause.", retry = later)]
    UnknowSystemError,
    /// There is no cash campaign with this number.
    #[alipay(remedy = "Check crowd_no.", retry = fix_input)]
    CashCampaignNotExist,
    /// The request came without `biz_content`.
    #[alipay(remedy = "Send the parameters in biz_content.", retry = fix_input)]
    BizContentIsEmpty,
    /// `biz_content` is not JSON.
    #[alipay(remedy = "Send biz_content as well-formed JSON.", retry = fix_input)]
    BizContentFormatError,
    /// The account has no contract for this product.
    #[alipay(remedy = "Sign the contract for the product first.", retry = never)]
    ProductIsNotOpened,
    /// Too many calls in a short time.
    #[alipay(remedy = "Slow down, then query again.", retry = later)]
    CallTooFrequency,
    /// The campaign belongs to somebody else.
    #[alipay(remedy = "Query a campaign that the same caller created.", retry = fix_input)]
    CampOperatorIllegal,
    /// A code that the document does not list.
    Unknown(String),
}
