//! The default transport: hyper with rustls.
//!
//! HTTP/1.1 or HTTP/2, as agreed with the gateway, over TLS 1.2 or 1.3; connections are kept alive
//! and used again. Redirects are not followed.

use std::error::Error;
use std::sync::Arc;
use std::time::Duration;

use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper_rustls::HttpsConnectorBuilder;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::{Client, Error as ClientError};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::CertificateDer;
use rustls::{ClientConfig, RootCertStore};

use self::connect::TimedConnector;
use self::hosts::{Hosts, Turn, Waiting};
use self::sending::Sending;
use super::{AnswerBody, BodyError, Phase, RequestBody, Transport, TransportError, TransportFuture};

mod connect;
mod hosts;
mod sending;

const A_DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// How the default transport connects.
#[derive(Debug, Clone)]
pub(crate) struct HyperSettings {
    pub(crate) connect_timeout: Duration,
    pub(crate) pool_idle_timeout: Duration,
    pub(crate) pool_max_idle_per_host: usize,
    /// Trusted beside the usual authorities.
    pub(crate) extra_roots: Vec<CertificateDer<'static>>,
}

impl Default for HyperSettings {
    fn default() -> Self {
        Self {
            connect_timeout: Duration::from_secs(5),
            pool_idle_timeout: Duration::from_secs(50),
            pool_max_idle_per_host: 32,
            extra_roots: Vec::new(),
        }
    }
}

/// Opens connections for what is no HTTP after its first request.
#[cfg(feature = "websocket")]
pub(crate) struct Dialer(TimedConnector);

/// What a [`Dialer`] opens.
#[cfg(feature = "websocket")]
pub(crate) type Connection = hyper_util::rt::TokioIo<connect::Stream>;

#[cfg(feature = "websocket")]
impl Dialer {
    pub(crate) fn new(settings: &HyperSettings) -> Result<Self, rustls::Error> {
        let https = HttpsConnectorBuilder::new()
            .with_tls_config(tls_config(&settings.extra_roots)?)
            .https_or_http()
            // A WebSocket begins as HTTP/1.1.
            .enable_http1()
            .wrap_connector(tcp());
        Ok(Self(TimedConnector::new(https, settings.connect_timeout, None)))
    }

    /// Opens a connection to the host of this URL, with TLS if it says `https`.
    pub(crate) async fn dial(&self, url: http::Uri) -> Result<Connection, TransportError> {
        // A connector is always ready.
        let opened = tower_service::Service::call(&mut self.0.clone(), url);
        opened.await.map(hyper_util::rt::TokioIo::new)
    }
}

fn tcp() -> HttpConnector {
    let mut tcp = HttpConnector::new();
    tcp.enforce_http(false);
    tcp.set_nodelay(true);
    tcp.set_keepalive(Some(Duration::from_secs(60)));
    tcp
}

pub(crate) struct HyperTransport {
    client: Client<TimedConnector, Sending>,
    hosts: Hosts,
}

impl HyperTransport {
    pub(crate) fn new(settings: &HyperSettings) -> Result<Self, rustls::Error> {
        let https = HttpsConnectorBuilder::new()
            .with_tls_config(tls_config(&settings.extra_roots)?)
            .https_or_http()
            .enable_all_versions()
            .wrap_connector(tcp());
        let hosts = Hosts::default();
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            // hyper adds it to the present, which must not overflow.
            .pool_idle_timeout(settings.pool_idle_timeout.min(A_DAY))
            .pool_max_idle_per_host(settings.pool_max_idle_per_host)
            // A request is tried on another connection only if it was handed back untouched because the
            // kept one had been closed. `RequestBody` comes out once, so it cannot be sent twice.
            .retry_canceled_requests(true)
            .build(TimedConnector::new(https, settings.connect_timeout, Some(hosts.clone())));
        Ok(Self { client, hosts })
    }

    async fn request(&self, request: http::Request<RequestBody>) -> Result<http::Response<Incoming>, ClientError> {
        let Some(host) = self.hosts.of(request.uri()) else {
            return self.client.request(request.map(|body| Sending::new(body, None))).await;
        };
        let mut waiting = Waiting::new(Arc::clone(&host));
        match host.turn() {
            Turn::Go => {}
            Turn::First(first) => waiting.opens(first),
            Turn::Wait(mut first) => {
                // Nothing is ever sent, so this is its end.
                let _ = first.changed().await;
            }
        }
        self.client.request(request.map(|body| Sending::new(body, Some(waiting)))).await
    }
}

fn tls_config(extra_roots: &[CertificateDer<'static>]) -> Result<ClientConfig, rustls::Error> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    for root in extra_roots {
        roots.add(root.clone())?;
    }
    let config = ClientConfig::builder_with_provider(provider()?).with_safe_default_protocol_versions()?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}

/// The library behind TLS, the same as behind RSA2. It is named: the process-wide default panics when
/// a program links two of them. Only a program that switched both off decides by that default.
#[allow(clippy::unnecessary_wraps, reason = "without either feature there may be none")]
fn provider() -> Result<Arc<CryptoProvider>, rustls::Error> {
    #[cfg(feature = "aws-lc-rs")]
    return Ok(Arc::new(rustls::crypto::aws_lc_rs::default_provider()));
    #[cfg(all(feature = "ring", not(feature = "aws-lc-rs")))]
    return Ok(Arc::new(rustls::crypto::ring::default_provider()));
    #[cfg(not(any(feature = "ring", feature = "aws-lc-rs")))]
    CryptoProvider::get_default().cloned().ok_or_else(|| {
        let reason = "TLS needs the feature `ring` or `aws-lc-rs`, or a `CryptoProvider` installed for the process";
        rustls::Error::General(reason.into())
    })
}

impl Transport for HyperTransport {
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
        Box::pin(async move {
            let answer = self.request(request).await.map_err(|error| TransportError::new(phase_of(&error), error))?;
            Ok(answer.map(|body| AnswerBody::new(body.map_err(|error| TransportError::new(Phase::Read, error)))))
        })
    }
}

/// What the connector noted on its error, or the body; anything else happened after the connection stood.
fn phase_of(error: &(dyn Error + 'static)) -> Phase {
    let noted = |error: &(dyn Error + 'static)| match error.downcast_ref::<TransportError>() {
        Some(error) => Some(error.phase()),
        None => error.is::<BodyError>().then_some(Phase::Upload),
    };
    std::iter::successors(Some(error), |&error| error.source()).find_map(noted).unwrap_or(Phase::Send)
}

#[cfg(all(test, not(any(feature = "ring", feature = "aws-lc-rs"))))]
mod tests {
    use super::*;

    #[test]
    fn without_a_feature_for_tls_the_program_s_provider_decides() {
        let error = HyperTransport::new(&HyperSettings::default()).err().map(|error| error.to_string());
        assert!(error.is_some_and(|error| error.contains("TLS needs the feature `ring` or `aws-lc-rs`")));

        rustls::crypto::ring::default_provider().install_default().unwrap();
        assert!(HyperTransport::new(&HyperSettings::default()).is_ok());
    }
}
