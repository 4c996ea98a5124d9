//! Messages about a voucher that a user has: it was received, used, or has expired.

use alipay_core::alipay_message;

/// A user has received a voucher.
#[alipay_message(
    method = "alipay.marketing.activity.message.received",
    docs = "https://opendocs.alipay.com/open/0ed08444_alipay.marketing.activity.message.received"
)]
pub struct ActivityMessageReceived {
    /// Number of the event, for dropping repeats.
    #[alipay(max_len = 128)]
    pub id: String,
    /// The campaign.
    #[alipay(max_len = 128)]
    pub activity_id: String,
    /// When the event happened, as text; see [`ActivityMessageCreated`](super::ActivityMessageCreated).
    #[alipay(max_len = 64)]
    pub event_time: Option<String>,
    /// The voucher of the user.
    #[alipay(max_len = 32)]
    pub voucher_id: Option<String>,
    /// The voucher's code.
    pub voucher_code: Option<String>,
    /// The user, in an older form of the message.
    pub receive_user_id: Option<String>,
    /// The user. Newer merchants get [`open_id`](Self::open_id) in its place.
    #[alipay(max_len = 32)]
    pub user_id: Option<String>,
    /// The user, as your application knows them.
    pub open_id: Option<String>,
}

/// A user has used a voucher.
///
/// What it was used for is in fields that are not declared here.
#[alipay_message(
    method = "alipay.marketing.activity.message.used",
    docs = "https://opendocs.alipay.com/open/6a0f4680_alipay.marketing.activity.message.used"
)]
pub struct ActivityMessageUsed {
    /// Number of the event, for dropping repeats.
    #[alipay(max_len = 128)]
    pub id: String,
    /// The campaign.
    #[alipay(max_len = 128)]
    pub activity_id: String,
    /// When the event happened, as text; see [`ActivityMessageCreated`](super::ActivityMessageCreated).
    #[alipay(max_len = 64)]
    pub event_time: Option<String>,
    /// The voucher of the user.
    #[alipay(max_len = 32)]
    pub voucher_id: Option<String>,
    /// The user. Newer merchants get [`open_id`](Self::open_id) in its place.
    #[alipay(max_len = 32)]
    pub user_id: Option<String>,
    /// The user, as your application knows them.
    pub open_id: Option<String>,
}

/// A user's voucher has expired.
#[alipay_message(
    method = "alipay.marketing.activity.message.expired",
    docs = "https://opendocs.alipay.com/open/ac03373c_alipay.marketing.activity.message.expired"
)]
pub struct ActivityMessageExpired {
    /// Number of the event, for dropping repeats.
    #[alipay(max_len = 128)]
    pub id: String,
    /// The campaign.
    #[alipay(max_len = 128)]
    pub activity_id: String,
    /// When the event happened, as text; see [`ActivityMessageCreated`](super::ActivityMessageCreated).
    #[alipay(max_len = 64)]
    pub event_time: String,
    /// The voucher of the user.
    #[alipay(max_len = 32)]
    pub voucher_id: String,
    /// The user. Newer merchants get [`open_id`](Self::open_id) in its place.
    #[alipay(max_len = 32)]
    pub user_id: Option<String>,
    /// The user, as your application knows them.
    pub open_id: Option<String>,
}
