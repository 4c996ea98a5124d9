//! A notice on its way: posted, and posted again, until the merchant answers `success`.

use std::error::Error;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use http::StatusCode;
use tokio::sync::watch;

use super::Notice;
use super::post::Address;
use crate::server::stopped;

/// How long the platform waits for an answer is not documented.
const PATIENCE: Duration = Duration::from_secs(15);

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
    /// The HTTP status; none if there was no answer.
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

    /// Whether the answer was exactly `success`.
    pub fn is_acknowledged(&self) -> bool {
        self.status == Some(200) && self.answer == "success"
    }
}

impl Delivery {
    /// The signed form that is posted.
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

/// Starts to post.
pub(super) fn begin(
    url: &str,
    form: String,
    notice: &Notice,
    retries: Vec<Duration>,
    stopping: watch::Receiver<bool>,
) -> Delivery {
    let (told, progress) = watch::channel(Progress::default());
    let form: Arc<str> = form.into();
    let delivery = Delivery { form: Arc::clone(&form), progress };
    let Some(address) = Address::parse(url) else {
        told.send_modify(|progress| progress.end = Some(false));
        return delivery;
    };
    let posts = Posts { address, form, charset: notice.charset_name, told };
    let twice = notice.twice;
    tokio::spawn(async move {
        let all = async {
            let mut is_acknowledged = posts.until_acknowledged(&retries).await;
            if is_acknowledged && twice {
                is_acknowledged = posts.once().await;
            }
            posts.told.send_modify(|progress| progress.end = Some(is_acknowledged));
        };
        tokio::select! {
            () = all => {}
            () = stopped(stopping) => posts.told.send_modify(|progress| progress.end = Some(false)),
        }
    });
    delivery
}

struct Posts {
    address: Address,
    form: Arc<str>,
    charset: &'static str,
    told: watch::Sender<Progress>,
}

impl Posts {
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
        let post = self.address.post(&self.form, self.charset);
        let attempt = tokio::time::timeout(PATIENCE, post)
            .await
            .unwrap_or_else(|_| Attempt { status: None, answer: "no answer in time".to_owned() });
        let is_acknowledged = attempt.is_acknowledged();
        self.told.send_modify(|progress| progress.attempts.push(attempt));
        is_acknowledged
    }
}
