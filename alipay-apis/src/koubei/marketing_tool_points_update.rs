//! `koubei.marketing.tool.points.update`: change the points on a customer's loyalty card.

use alipay_core::{ErrorCode, Record, WireEnum, alipay_api};

/// Adds, freezes or spends the points on a customer's loyalty card.
///
/// A freeze is settled by a second call: `COMMIT` spends the frozen points, `CANCEL` gives them
/// back; both name the freeze by its [`point_log_no`](MarketingToolPointsUpdateResponse::point_log_no)
/// in [`biz_no`](Self::biz_no). Repeating a call with the same [`req_id`](Self::req_id) changes
/// nothing more.
///
/// The platform retired this method on 2022-11-01; accounts that still have it may go on.
#[alipay_api(
    method = "koubei.marketing.tool.points.update",
    response = MarketingToolPointsUpdateResponse,
    error = MarketingToolPointsUpdateError,
    docs = "https://developer.alibaba.com/docs/api.htm?apiId=1208&docType=4",
    retired = "2022-11-01",
    idempotent_by(req_id),
)]
pub struct MarketingToolPointsUpdate {
    /// Your serial number of this change, up to 32 characters. The same number again is the same
    /// change again, and is not carried out twice.
    #[alipay(max_len = 32)]
    pub req_id: String,

    /// The customer's Alipay user id, up to 32 characters, from user authorisation.
    #[alipay(max_len = 32)]
    pub user_id: String,

    /// The point account of the activity, up to 32 characters, from the activity's detail query.
    #[alipay(max_len = 32)]
    pub activity_account: String,

    /// What to do with the points.
    #[alipay(max_len = 16)]
    pub trans_type: Option<TransType>,

    /// How many points: a whole number above zero as text, up to 16 digits.
    #[alipay(max_len = 16, positive)]
    pub trans_amount: Option<String>,

    /// The shop where the points are earned, up to 32 characters. Belongs to a `DEPOSIT`.
    #[alipay(max_len = 32, advise(required_if(trans_type == TransType::Deposit)))]
    pub shop_id: Option<String>,

    /// What the change refers to, up to 32 characters: for `DEPOSIT` the trade number of the
    /// payment, for `COMMIT` and `CANCEL` the log number of the freeze; never for `CONSUME` and
    /// `FREEZE`.
    #[alipay(
        max_len = 32,
        advise(required_if(trans_type == TransType::Deposit)),
        required_if(trans_type in [TransType::Commit, TransType::Cancel]),
        forbidden_if(trans_type in [TransType::Consume, TransType::Freeze]),
    )]
    pub biz_no: Option<String>,

    /// A remark, up to 256 characters.
    #[alipay(max_len = 256)]
    pub memo: Option<String>,

    /// Additional data as text, up to 2,000 characters. The platform does not read it as JSON.
    #[alipay(max_len = 2000)]
    pub ext_info: Option<String>,
}

/// What [`MarketingToolPointsUpdate`] does with the points.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum TransType {
    /// Adds points.
    Deposit,
    /// Sets points aside.
    Freeze,
    /// Spends points that were set aside.
    Commit,
    /// Gives back points that were set aside.
    Cancel,
    /// Spends points.
    Consume,
    /// A word that the document does not list.
    Unknown(String),
}

/// The recorded change.
#[derive(Record)]
#[non_exhaustive]
pub struct MarketingToolPointsUpdateResponse {
    /// Log number of the change, up to 32 characters. A later `COMMIT` or `CANCEL` needs it.
    #[alipay(max_len = 32)]
    pub point_log_no: String,
}

/// Business error codes of [`MarketingToolPointsUpdate`].
#[derive(ErrorCode)]
#[non_exhaustive]
pub enum MarketingToolPointsUpdateError {
    /// A parameter is wrong: the point account, the log number or the request number, for instance.
    #[alipay(remedy = "Correct the parameter that sub_msg names, then send again.", retry = fix_input)]
    InvalidParameter,
    /// The platform is busy.
    #[alipay(remedy = "Send the same request again after a pause.", retry = later)]
    SystemError,
    /// A business condition does not hold, such as too few points.
    #[alipay(remedy = "Send again once the condition that sub_msg names holds.", retry = later)]
    BizError,
    /// A code that the document does not list.
    Unknown(String),
}
