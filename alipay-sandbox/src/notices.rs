//! What the gateway tells merchants by itself: notifications and messages, posted to an address until it
//! answers `success`, or messages sent over a WebSocket until they are acknowledged.
//!
//! A [`Notice`] is what a test wants to be told, well-formed or hostile; [`sign`] makes a signed form
//! of it, [`delivery`] posts that again and again, and [`post`] once.

use std::fmt;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, SystemTime};

use alipay_core::Charset;
use alipay_core::encryption::Encryption;
use encoding_rs::{Encoding, UTF_8};
use jiff::tz::Offset;
use jiff::{Timestamp, civil};
use serde_json::Value;
use tokio::sync::watch;

use crate::demo;
use crate::desk::Desk;

mod delivery;
mod post;
mod sign;
mod trades;

pub use delivery::{Attempt, Delivery};
use delivery::{Pace, Way};

/// The platform's waits between one attempt and the next.
const RETRIES: [Duration; 7] = [
    Duration::from_secs(4 * 60),
    Duration::from_secs(10 * 60),
    Duration::from_secs(10 * 60),
    Duration::from_secs(60 * 60),
    Duration::from_secs(2 * 60 * 60),
    Duration::from_secs(6 * 60 * 60),
    Duration::from_secs(15 * 60 * 60),
];

/// The platform's waits, for a [`Builder`](crate::Builder) that is told nothing else.
pub(crate) fn platforms_retries() -> Vec<Duration> {
    RETRIES.to_vec()
}

/// Something that the gateway is to tell a merchant: a notification, as to a `notify_url`, or a message,
/// as to an application gateway.
///
/// Of what the platform writes beside it, everything that is not given is filled in: `notify_id`, the
/// times, `app_id`, `charset`, `sign_type`, in certificate mode `alipay_cert_sn`, and the signature.
///
/// ```
/// use alipay_core::Charset;
/// use alipay_sandbox::{Gateway, Notice, demo};
/// use serde_json::json;
///
/// # #[tokio::main(flavor = "current_thread")]
/// # async fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let gateway = Gateway::start_demo().await?;
/// let paid = Notice::notification([("out_trade_no", "1"), ("trade_status", "TRADE_SUCCESS")]);
/// let created = Notice::message("alipay.marketing.activity.message.created", json!({ "id": "1", "activity_id": "2" }))
///     .to(demo::CERTIFICATE_APP_ID)
///     .charset(Charset::Gbk);
///
/// let client = gateway.demo_client().build()?;
/// let received = client.notification(gateway.form(&paid).as_bytes(), None).await?;
/// assert_eq!(received.get("trade_status"), Some("TRADE_SUCCESS"));
/// let client = gateway.demo_certificate_client().build()?;
/// let received = client.message(gateway.form(&created).as_bytes(), None).await?;
/// assert_eq!(received.body(), r#"{"activity_id":"2","id":"1"}"#);
/// # Ok(())
/// # }
/// ```
#[derive(Clone)]
#[must_use = "a notice is told when it is given to a gateway"]
pub struct Notice {
    app_id: String,
    kind: Kind,
    /// Given by the test; what has a name already replaces it.
    fields: Vec<(String, String)>,
    charset: &'static Encoding,
    charset_name: &'static str,
    encryption: Encryption,
    rule: Rule,
    wrongly_signed: bool,
    other_application: bool,
    twice: bool,
    delay: Duration,
}

#[derive(Clone)]
enum Kind {
    Notification,
    Message {
        method: String,
        content: String,
    },
    /// The platform's check of an application gateway.
    Check,
}

/// What is signed: everything but `sign`, and by V1 not `sign_type` either.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rule {
    V1,
    V2,
}

impl Notice {
    /// A notification with these fields, signed by the platform's rule V1.
    pub fn notification<N: Into<String>, V: Into<String>>(fields: impl IntoIterator<Item = (N, V)>) -> Self {
        let fields = fields.into_iter().map(|(name, value)| (name.into(), value.into())).collect();
        Self { fields, ..Self::of(Kind::Notification) }
    }

    /// A message with these contents, signed by the platform's rule V2.
    pub fn message(method: &str, content: impl Into<Value>) -> Self {
        let content = match content.into() {
            // Written by hand, with the author's own spaces and digits, or no JSON at all.
            Value::String(text) => text,
            other => other.to_string(),
        };
        Self { rule: Rule::V2, ..Self::of(Kind::Message { method: method.to_owned(), content }) }
    }

    /// The request by which the platform checks an application gateway: `alipay.service.check`, in GBK.
    pub fn check() -> Self {
        Self { rule: Rule::V2, ..Self::of(Kind::Check) }.charset(Charset::Gbk)
    }

    fn of(kind: Kind) -> Self {
        Self {
            app_id: demo::APP_ID.to_owned(),
            kind,
            fields: Vec::new(),
            charset: UTF_8,
            charset_name: "utf-8",
            encryption: Encryption::Off,
            rule: Rule::V1,
            wrongly_signed: false,
            other_application: false,
            twice: false,
            delay: Duration::ZERO,
        }
    }

    /// The application that it is for, with the key that signs for that; the
    /// [demo application](demo::APP_ID) if nothing is said.
    pub fn to(self, app_id: &str) -> Self {
        Self { app_id: app_id.to_owned(), ..self }
    }

    /// Adds a field beside the contents, or replaces one that the gateway would write itself. An empty
    /// value is sent and not signed.
    pub fn with(mut self, name: &str, value: &str) -> Self {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The charset in which it is written and signed: UTF-8 if nothing is said.
    pub fn charset(self, charset: Charset) -> Self {
        let name = charset.as_str();
        Self { charset: Encoding::for_label(name.as_bytes()).unwrap_or(UTF_8), charset_name: name, ..self }
    }

    /// Encrypts the contents of a message with the application's content key. Without a key it has empty
    /// contents.
    pub fn encrypted(self, encryption: Encryption) -> Self {
        Self { encryption, ..self }
    }

    /// Signs by rule V1, as notifications are, without `sign_type`.
    pub fn by_v1(self) -> Self {
        Self { rule: Rule::V1, ..self }
    }

    /// Signs by rule V2, as messages are, `sign_type` included.
    pub fn by_v2(self) -> Self {
        Self { rule: Rule::V2, ..self }
    }

    /// Signs, with the right key, something other than what is sent.
    pub fn wrongly_signed(self) -> Self {
        Self { wrongly_signed: true, ..self }
    }

    /// Names another application as the one that it is for, and signs that properly.
    pub fn for_another_application(self) -> Self {
        Self { other_application: true, ..self }
    }

    /// Waits before it is told for the first time.
    pub fn delayed(self, delay: Duration) -> Self {
        Self { delay, ..self }
    }

    /// Tells it once more after it was acknowledged.
    pub fn twice(self) -> Self {
        Self { twice: true, ..self }
    }
}

impl fmt::Debug for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notice").field("app_id", &self.app_id).finish_non_exhaustive()
    }
}

/// What tells merchants, of one gateway.
pub(crate) struct Notices {
    desk: Arc<Desk>,
    retries: Vec<Duration>,
    /// How many there were, for their numbers.
    count: AtomicU64,
    deliveries: Mutex<Vec<Delivery>>,
    stopping: watch::Receiver<bool>,
}

impl Notices {
    pub(crate) fn new(desk: Arc<Desk>, retries: Vec<Duration>, stopping: watch::Receiver<bool>) -> Self {
        Self { desk, retries, count: AtomicU64::new(0), deliveries: Mutex::default(), stopping }
    }

    /// The signed form of a notice.
    pub(crate) fn form(&self, notice: &Notice) -> String {
        sign::form(notice, &self.desk, &self.stamp())
    }

    /// Begins to post a notice to this address.
    pub(crate) fn post(&self, url: &str, notice: &Notice) -> Delivery {
        let form = self.form(notice);
        let way = Way::to_address(url, &form, notice);
        self.begin(form, way, notice)
    }

    /// Begins to send a message over the application's WebSocket.
    pub(crate) fn push(&self, notice: &Notice) -> Delivery {
        let Some(parcel) = sign::parcel(notice, &self.desk) else { return self.begin(String::new(), None, notice) };
        let text = parcel.text.clone();
        let way = Way::Channel { channel: self.desk.channel.clone(), app_id: notice.app_id.clone(), parcel };
        self.begin(text, Some(way), notice)
    }

    fn begin(&self, text: String, way: Option<Way>, notice: &Notice) -> Delivery {
        let pace = Pace { delay: notice.delay, twice: notice.twice, retries: self.retries.clone() };
        let delivery = delivery::begin(text, way, pace, self.stopping.clone());
        self.with(|deliveries| deliveries.push(delivery.clone()));
        delivery
    }

    pub(crate) fn deliveries(&self) -> Vec<Delivery> {
        self.with(|deliveries| deliveries.clone())
    }

    fn stamp(&self) -> Stamp {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        Stamp::new((self.desk.clock)(), number)
    }

    fn with<T>(&self, work: impl FnOnce(&mut Vec<Delivery>) -> T) -> T {
        work(&mut self.deliveries.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What is new in each notice.
struct Stamp {
    notify_id: String,
    /// `yyyy-MM-dd HH:mm:ss` in Beijing.
    notify_time: String,
    /// Milliseconds since 1970.
    utc_timestamp: String,
}

impl Stamp {
    fn new(now: SystemTime, number: u64) -> Self {
        let now = Timestamp::try_from(now).unwrap_or(Timestamp::UNIX_EPOCH);
        let beijing: civil::DateTime = Offset::constant(8).to_datetime(now);
        Self {
            notify_id: format!("{}00222{number:021}", beijing.strftime("%Y%m%d")),
            notify_time: beijing.strftime("%Y-%m-%d %H:%M:%S").to_string(),
            utc_timestamp: now.as_millisecond().to_string(),
        }
    }
}
