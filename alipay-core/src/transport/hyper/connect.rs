//! Connecting within a time, and saying how far it went.

use std::error::Error;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::connect::HttpConnector;
use tokio::sync::SemaphorePermit;
use tower_service::Service;

use super::hosts::{Counted, Host, Hosts};
use crate::transport::{Phase, TransportError};

type Inner = HttpsConnector<HttpConnector>;

/// A connection, with TLS or without.
#[cfg(feature = "websocket")]
pub(crate) type Stream = Counted<<Inner as Service<Uri>>::Response>;

/// Connects within a time that covers name lookup, TCP and TLS together, some at once, and notes what stands.
#[derive(Clone)]
pub(super) struct TimedConnector {
    inner: Inner,
    limit: Duration,
    /// `None`: of those who connect, each does it for itself.
    hosts: Option<Hosts>,
}

impl TimedConnector {
    pub(super) const fn new(inner: Inner, limit: Duration, hosts: Option<Hosts>) -> Self {
        Self { inner, limit, hosts }
    }
}

impl Service<Uri> for TimedConnector {
    type Response = Counted<<Inner as Service<Uri>>::Response>;
    type Error = TransportError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, TransportError>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Service::poll_ready(&mut self.inner, context).map_err(|error| TransportError::new(Phase::Connect, error))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let host = self.hosts.as_ref().and_then(|hosts| hosts.of(&uri));
        let connection = Service::call(&mut self.inner, uri);
        let limit = self.limit;
        Box::pin(async move {
            let _turn = match &host {
                Some(host) => Some(turn(host, limit).await?),
                None => None,
            };
            match tokio::time::timeout(limit, connection).await {
                Ok(Ok(stream)) => Ok(Counted::new(stream, host.clone())),
                Ok(Err(error)) => Err(TransportError::new(phase_of(error.as_ref()), error)),
                Err(elapsed) => Err(TransportError::new(Phase::ConnectTimeout, elapsed)),
            }
        })
    }
}

/// Waits until this connection may be opened. That has the same limit while no connection stands; where one
/// does, the host can be reached, and the whole call's time is the limit.
async fn turn(host: &Host, limit: Duration) -> Result<SemaphorePermit<'_>, TransportError> {
    loop {
        match tokio::time::timeout(limit, host.turns.acquire()).await {
            Ok(Ok(_)) if !host.is_awaited() => {
                return Err(TransportError::new(Phase::Connect, "every request has a connection"));
            }
            Ok(turn) => return turn.map_err(|closed| TransportError::new(Phase::Connect, closed)),
            Err(_elapsed) if host.is_connected() => {}
            Err(elapsed) => return Err(TransportError::new(Phase::ConnectTimeout, elapsed)),
        }
    }
}

/// hyper-rustls wraps what TLS says in an [`io::Error`], and TCP has an error type of its own.
fn phase_of(error: &(dyn Error + 'static)) -> Phase {
    if error.is::<io::Error>() { Phase::Tls } else { Phase::Connect }
}
