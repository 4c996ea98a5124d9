//! A notice on its way: posted, and posted again, until the merchant answers `success`.

use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use tokio::sync::watch;

use super::Notice;
use super::post::Address;
use crate::channel::{Channel, Parcel};
use crate::server::stopped;

/// How long the platform waits for an answer is not documented.
const PATIENCE: Duration = Duration::from_secs(15);

/// The acknowledgement over a WebSocket.
const SUCCESS: &str = "SUCCESS";

/// A notice that a gateway is telling or has told. Clones are the same delivery.
#[derive(Clone)]
pub struct Delivery {
    form: Arc<str>,
    progress: watch::Receiver<Progress>,
}

#[derive(Debug, Default)]
struct Progress {
    attempts: Vec<Attempt>,
    /// Whether it was acknowledged, once it is over.
    end: Option<bool>,
}

/// One post of a notice, and what the merchant answered.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Attempt {
    /// The HTTP status; none if there was no answer, and over a WebSocket.
    pub status: Option<u16>,
    /// The answer's body, or why there was none.
    pub answer: String,
}

impl Attempt {
    pub(super) fn answered(status: StatusCode, body: &[u8]) -> Self {
        Self { status: Some(status.as_u16()), answer: String::from_utf8_lossy(body).into_owned() }
    }

    #[expect(clippy::needless_pass_by_value, reason = "it is what a closed-over `map_err` gives")]
    pub(super) fn failed(error: Box<dyn Error + Send + Sync>) -> Self {
        Self { status: None, answer: error.to_string() }
    }

    /// Whether the answer was exactly `success`, or over a WebSocket `SUCCESS`.
    pub fn is_acknowledged(&self) -> bool {
        match self.status {
            Some(status) => status == 200 && self.answer == "success",
            None => self.answer == SUCCESS,
        }
    }
}

impl Delivery {
    /// The signed form that is posted, or the frame that is sent.
    pub fn form(&self) -> &str {
        &self.form
    }

    /// The posts so far.
    pub fn attempts(&self) -> Vec<Attempt> {
        self.progress.borrow().attempts.clone()
    }

    /// Waits until there were so many posts, or it is over.
    pub async fn attempted(&self, count: usize) -> Vec<Attempt> {
        self.wait(|progress| progress.attempts.len() >= count || progress.end.is_some()).await;
        self.attempts()
    }

    /// Waits until it is over, and says whether the merchant acknowledged it. It is over as well when the
    /// last attempt has failed, when the gateway stops, and at once for an address that is not on this
    /// computer or not plain HTTP.
    pub async fn is_acknowledged(&self) -> bool {
        self.wait(|progress| progress.end.is_some()).await;
        self.progress.borrow().end == Some(true)
    }

    async fn wait(&self, until: impl FnMut(&Progress) -> bool) {
        // An error: the gateway is gone, and nothing more will come.
        let _ = self.progress.clone().wait_for(until).await;
    }
}

impl fmt::Debug for Delivery {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Delivery").field("attempts", &self.attempts()).finish_non_exhaustive()
    }
}

/// Where to a notice goes.
pub(super) enum Way {
    Address { address: Address, form: String, charset: &'static str },
    Channel { channel: Channel, app_id: String, parcel: Parcel },
}

impl Way {
    /// Nothing for an address that is not posted to.
    pub(super) fn to_address(url: &str, form: &str, notice: &Notice) -> Option<Self> {
        let address = Address::parse(url)?;
        Some(Self::Address { address, form: form.to_owned(), charset: notice.charset_name })
    }

    async fn go(&self) -> Attempt {
        match self {
            Self::Address { address, form, charset } => address.post(form, charset).await,
            Self::Channel { channel, app_id, parcel } => {
                let answer = match channel.send(app_id, parcel).await {
                    Some(true) => SUCCESS,
                    Some(false) => "FAIL",
                    None => "the connection was lost",
                };
                Attempt { status: None, answer: answer.to_owned() }
            }
        }
    }
}

/// When it goes, and how often.
pub(super) struct Pace {
    pub(super) delay: Duration,
    pub(super) twice: bool,
    pub(super) retries: Vec<Duration>,
}

/// Sets off.
pub(super) fn begin(text: String, way: Option<Way>, pace: Pace, stopping: watch::Receiver<bool>) -> Delivery {
    let (told, progress) = watch::channel(Progress::default());
    let delivery = Delivery { form: text.into(), progress };
    let Some(way) = way else {
        told.send_modify(|progress| progress.end = Some(false));
        return delivery;
    };
    tokio::spawn(async move {
        let journey = Journey { way, told };
        let all = async {
            tokio::time::sleep(pace.delay).await;
            let mut is_acknowledged = journey.until_acknowledged(&pace.retries).await;
            if is_acknowledged && pace.twice {
                is_acknowledged = journey.once().await;
            }
            is_acknowledged
        };
        let is_acknowledged = tokio::select! {
            is_acknowledged = all => is_acknowledged,
            () = stopped(stopping) => false,
        };
        journey.told.send_modify(|progress| progress.end = Some(is_acknowledged));
    });
    delivery
}

struct Journey {
    way: Way,
    told: watch::Sender<Progress>,
}

impl Journey {
    async fn until_acknowledged(&self, retries: &[Duration]) -> bool {
        let mut waits = retries.iter();
        loop {
            if self.once().await {
                return true;
            }
            match waits.next() {
                Some(wait) => tokio::time::sleep(*wait).await,
                None => return false,
            }
        }
    }

    async fn once(&self) -> bool {
        let attempt = tokio::time::timeout(PATIENCE, self.way.go())
            .await
            .unwrap_or_else(|_| Attempt { status: None, answer: "no answer in time".to_owned() });
        let is_acknowledged = attempt.is_acknowledged();
        self.told.send_modify(|progress| progress.attempts.push(attempt));
        is_acknowledged
    }
}
