//! A certificate of Alipay that an answer names and nobody knows yet: asked for, proven, kept.
//!
//! Each is downloaded once, in a task of its own, for all calls that wait for it: a call that is given
//! up takes nothing from the others.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use tokio::runtime::Handle;
use tokio::sync::watch;
use tokio::time::Instant;
use tracing::Instrument;

use super::budget::Budget;
use crate::certificate::{CertificateBundle, CertificateError, CertificateVerifier};
use crate::client::common::CommonParameters;
use crate::client::{Client, Shared};
use crate::encryption::Encryption;
use crate::json;
use crate::sign::{Signed, Verifier, VerifyError, VerifyFuture};
use crate::time::DateTime;
use crate::{Record, alipay_api};

/// A certificate that could not be had is not asked for again so soon.
const PAUSE: Duration = Duration::from_secs(5);
/// So many failures are remembered.
const MAX_FAILURES: usize = 64;
/// A chain of a few certificates is a twentieth of this.
const MAX_CONTENT_BYTES: usize = 128 << 10;

/// Asks for a certificate of Alipay by its number.
#[alipay_api(method = "alipay.open.app.alipaycert.download", response = DownloadedCertificate)]
struct CertificateDownload {
    alipay_cert_sn: String,
}

#[derive(Record)]
struct DownloadedCertificate {
    /// Base64 of PEM.
    alipay_cert_content: String,
}

impl DownloadedCertificate {
    fn chain(&self) -> Result<CertificateBundle, Problem> {
        let content = &self.alipay_cert_content;
        if content.len() > MAX_CONTENT_BYTES {
            return Err("the certificate in the answer is too large".into());
        }
        let pem = BASE64_STANDARD.decode(content).map_err(|_| "the certificate in the answer is not base64")?;
        Ok(CertificateBundle::parse(pem)?)
    }
}

type Problem = Box<dyn std::error::Error + Send + Sync>;

/// Verifies an answer, or what was posted, with the certificate that it names, and gets that from the
/// gateway if need be.
pub(in crate::client) struct ByCertificate {
    inner: Arc<Inner>,
    /// For what anybody may post; an answer comes from the gateway's host.
    budget: Option<Budget>,
}

struct Inner {
    known: CertificateVerifier,
    /// The same client, but that it takes no other certificate than that which it asks for.
    client: Client,
    /// Downloads that run or failed, by the number of the certificate.
    downloads: Mutex<HashMap<String, State>>,
}

enum State {
    Running(Download),
    Failed { until: Instant, error: Arc<CertificateError> },
}

/// Shows the outcome as soon as there is one.
type Download = watch::Receiver<Option<Outcome>>;

type Outcome = Result<(), Arc<CertificateError>>;

impl ByCertificate {
    /// Lets a client in certificate mode get certificates that it does not know.
    pub(in crate::client) fn added_to(shared: Shared) -> Shared {
        let Some(mode) = &shared.certificates else { return shared };
        let known = mode.verifier.clone();
        let client = Client {
            shared: Arc::new(Shared {
                // A call that waits for a certificate keeps its turn.
                in_flight: None,
                verifier: Arc::new(Vouched { known: known.clone(), clock: Arc::clone(&shared.clock) }),
                common: CommonParameters::default(),
                encryption: Some(Encryption::Off),
                ..shared.clone()
            }),
        };
        let inner = Arc::new(Inner { known, client, downloads: Mutex::default() });
        let for_posts = Arc::new(Self { inner: Arc::clone(&inner), budget: Some(Budget::default()) });
        Shared { verifier: Arc::new(Self { inner, budget: None }), verifier_of_posts: for_posts, ..shared }
    }
}

impl Verifier for ByCertificate {
    fn verify<'a>(&'a self, signed: Signed<'a>) -> VerifyFuture<'a> {
        Box::pin(async move {
            if let Some(sn) = signed.alipay_cert_sn
                && self.inner.known.find(Some(sn)).is_none()
            {
                self.inner
                    .get(sn, self.budget.as_ref())
                    .await
                    .map_err(|error| VerifyError::Unchecked(Box::new(error)))?;
            }
            self.inner.known.verify(signed).await
        })
    }

    fn public_key(&self) -> Option<&crate::key::PublicKey> {
        self.inner.known.public_key()
    }
}

impl Inner {
    /// Waits until the certificate is known, or cannot be had.
    async fn get(self: &Arc<Self>, sn: &str, budget: Option<&Budget>) -> Outcome {
        if sn.len() != 32 || !sn.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
            return Err(Arc::new(CertificateError::not_a_sn()));
        }
        let Some(mut download) = self.join_or_start(sn, budget)? else { return Ok(()) };
        let outcome = download.wait_for(Option::is_some).await.ok().and_then(|outcome| outcome.clone());
        // The runtime that the task ran on was shut down.
        outcome.unwrap_or_else(|| Err(Arc::new(CertificateError::not_downloaded(sn, "the download was broken off"))))
    }

    /// The download that runs already, or a new one; nothing if the certificate came in the meantime.
    fn join_or_start(
        self: &Arc<Self>,
        sn: &str,
        budget: Option<&Budget>,
    ) -> Result<Option<Download>, Arc<CertificateError>> {
        let runtime = Handle::try_current().map_err(|error| Arc::new(CertificateError::not_downloaded(sn, error)))?;
        let mut downloads = self.downloads();
        // A download keeps its certificate before it leaves the list.
        if self.known.find(Some(sn)).is_some() {
            return Ok(None);
        }
        match downloads.get(sn) {
            Some(State::Running(download)) if download.has_changed().is_ok() => return Ok(Some(download.clone())),
            Some(State::Failed { until, error }) if Instant::now() < *until => return Err(Arc::clone(error)),
            _ => {}
        }
        if budget.is_some_and(|budget| !budget.take()) {
            return Err(Arc::new(CertificateError::not_downloaded(sn, "too many unknown ones were posted lately")));
        }
        let (done, download) = watch::channel(None);
        forget_failures(&mut downloads);
        downloads.insert(sn.to_owned(), State::Running(download.clone()));
        let (inner, sn) = (Arc::clone(self), sn.to_owned());
        let task = async move {
            let outcome = inner.download(&sn).await;
            inner.settle(sn, &outcome);
            done.send_replace(Some(outcome));
        };
        runtime.spawn(task.in_current_span());
        Ok(Some(download))
    }

    async fn download(&self, sn: &str) -> Outcome {
        let outcome = async {
            let answer = CertificateDownload::new(sn).call(&self.client).await?;
            let trusted = self.known.prove(&answer.chain()?, sn, (self.client.shared.clock)())?;
            self.known.keep(trusted)?;
            Ok(())
        };
        outcome.await.map_err(|error: Problem| Arc::new(CertificateError::not_downloaded(sn, error)))
    }

    fn settle(&self, sn: String, outcome: &Outcome) {
        let mut downloads = self.downloads();
        match outcome {
            Ok(()) => {
                tracing::info!(sn, "a certificate of Alipay came from the gateway");
                downloads.remove(&sn);
            }
            Err(error) => {
                tracing::warn!(sn, "a certificate of Alipay cannot be had from the gateway");
                let failed = State::Failed { until: Instant::now() + PAUSE, error: Arc::clone(error) };
                downloads.insert(sn, failed);
            }
        }
    }

    /// Nothing in here can be left half done.
    fn downloads(&self) -> MutexGuard<'_, HashMap<String, State>> {
        self.downloads.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Makes room where somebody names one certificate after the other.
fn forget_failures(downloads: &mut HashMap<String, State>) {
    if downloads.len() >= MAX_FAILURES {
        let now = Instant::now();
        downloads.retain(|_, state| !matches!(state, State::Failed { until, .. } if *until <= now));
    }
    if downloads.len() >= MAX_FAILURES {
        downloads.retain(|_, state| matches!(state, State::Running(_)));
    }
}

/// Verifies the answer to a download: with a certificate that is known, or with the one that came in
/// it, once that is proven. So no download ever causes another.
struct Vouched {
    known: CertificateVerifier,
    clock: Arc<dyn Fn() -> DateTime + Send + Sync>,
}

impl Vouched {
    fn verify_now(&self, signed: Signed<'_>) -> Result<(), VerifyError> {
        if let Some(trusted) = self.known.find(signed.alipay_cert_sn) {
            return trusted.verify(signed);
        }
        let unchecked = |error: Problem| VerifyError::Unchecked(error);
        let sn = signed.alipay_cert_sn.unwrap_or_default();
        // Base64 and the names around it are ASCII, whatever charset the rest is in.
        let text = String::from_utf8_lossy(signed.message);
        let downloaded: DownloadedCertificate = json::from_str(&text).map_err(|error| unchecked(error.into()))?;
        let chain = downloaded.chain().map_err(unchecked)?;
        let trusted = self.known.prove(&chain, sn, (self.clock)()).map_err(|error| unchecked(error.into()))?;
        trusted.verify(signed)
    }
}

impl Verifier for Vouched {
    fn verify<'a>(&'a self, signed: Signed<'a>) -> VerifyFuture<'a> {
        Box::pin(std::future::ready(self.verify_now(signed)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test(start_paused = true)]
    async fn failures_are_forgotten_where_there_are_many() {
        let failed = |seconds| State::Failed {
            until: Instant::now() + Duration::from_secs(seconds),
            error: Arc::new(CertificateError::not_a_sn()),
        };
        let (_done, running) = watch::channel(None);
        // So many whose pause is over, and so many whose pause is not, beside a download that runs.
        for (over, paused, left) in [(62, 0, 62), (63, 0, 0), (10, 53, 53), (0, 62, 62), (0, 63, 0), (1, 63, 0)] {
            let mut downloads = HashMap::from([("running".to_owned(), State::Running(running.clone()))]);
            downloads.extend((0..over).map(|number| (format!("over {number}"), failed(0))));
            downloads.extend((0..paused).map(|number| (format!("paused {number}"), failed(1))));
            forget_failures(&mut downloads);
            assert!(matches!(downloads.remove("running"), Some(State::Running(_))));
            assert_eq!(downloads.len(), left, "{over} {paused}");
        }
    }

    #[test]
    fn a_certificate_has_a_size() {
        let error = |length: usize| {
            let certificate = DownloadedCertificate { alipay_cert_content: "A".repeat(length) };
            certificate.chain().unwrap_err().to_string()
        };
        assert!(!error(MAX_CONTENT_BYTES).contains("too large"));
        assert_eq!(error(MAX_CONTENT_BYTES + 1), "the certificate in the answer is too large");
    }
}
