//! Messages about a campaign: it was created, changed, or is over.

use alipay_core::alipay_message;

/// A campaign was created.
///
/// The answer to `alipay.marketing.activity.ordervoucher.create` says only that the request was accepted;
/// this says that it was carried out.
#[alipay_message(
    method = "alipay.marketing.activity.message.created",
    docs = "https://opendocs.alipay.com/open/f28e36e2_alipay.marketing.activity.message.created"
)]
pub struct ActivityMessageCreated {
    /// Number of the event, for dropping repeats.
    #[alipay(max_len = 128)]
    pub id: String,
    /// The campaign.
    #[alipay(max_len = 128)]
    pub activity_id: String,
    /// When the event happened: a Unix time as text, in milliseconds by the documents, whose own example
    /// is in seconds. For putting messages in order.
    #[alipay(max_len = 64)]
    pub event_time: Option<String>,
}

/// A campaign was changed.
#[alipay_message(
    method = "alipay.marketing.activity.message.modified",
    docs = "https://opendocs.alipay.com/open/f80939f9_alipay.marketing.activity.message.modified"
)]
pub struct ActivityMessageModified {
    /// Number of the event, for dropping repeats.
    #[alipay(max_len = 128)]
    pub id: String,
    /// The campaign.
    #[alipay(max_len = 128)]
    pub activity_id: String,
    /// When the event happened, as text; see [`ActivityMessageCreated`].
    #[alipay(max_len = 64)]
    pub event_time: Option<String>,
}

/// A campaign got more vouchers to send.
#[alipay_message(
    method = "alipay.marketing.activity.message.appended",
    docs = "https://opendocs.alipay.com/open/d4697d94_alipay.marketing.activity.message.appended"
)]
pub struct ActivityMessageAppended {
    /// Number of the event, for dropping repeats.
    #[alipay(max_len = 128)]
    pub id: String,
    /// The campaign.
    #[alipay(max_len = 128)]
    pub activity_id: String,
    /// When the event happened, as text; see [`ActivityMessageCreated`].
    #[alipay(max_len = 64)]
    pub event_time: Option<String>,
}

/// A campaign was stopped.
#[alipay_message(
    method = "alipay.marketing.activity.message.stopped",
    docs = "https://opendocs.alipay.com/open/a055ad21_alipay.marketing.activity.message.stopped"
)]
pub struct ActivityMessageStopped {
    /// Number of the event, for dropping repeats.
    #[alipay(max_len = 128)]
    pub id: String,
    /// The campaign.
    #[alipay(max_len = 128)]
    pub activity_id: String,
    /// When the event happened, as text; see [`ActivityMessageCreated`].
    #[alipay(max_len = 64)]
    pub event_time: Option<String>,
    /// Your number of the request that led to this.
    pub out_biz_no: Option<String>,
}

/// A campaign has come to its end.
///
/// Of this one only the name is known, and what all messages of the kind have.
#[alipay_message(method = "alipay.marketing.activity.message.finished")]
pub struct ActivityMessageFinished {
    /// Number of the event, for dropping repeats.
    #[alipay(max_len = 128)]
    pub id: String,
    /// The campaign.
    #[alipay(max_len = 128)]
    pub activity_id: String,
    /// When the event happened, as text; see [`ActivityMessageCreated`].
    #[alipay(max_len = 64)]
    pub event_time: Option<String>,
}
