//! Connecting within a time, and saying how far it went.

use std::error::Error;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use http::Uri;
use hyper_rustls::HttpsConnector;
use hyper_util::client::legacy::connect::HttpConnector;
use tower_service::Service;

use crate::transport::{Phase, TransportError};

type Inner = HttpsConnector<HttpConnector>;

/// A connection, with TLS or without.
#[cfg(feature = "websocket")]
pub(crate) type Stream = <Inner as Service<Uri>>::Response;

/// Connects within a time that covers name lookup, TCP and TLS together.
#[derive(Clone)]
pub(super) struct TimedConnector {
    inner: Inner,
    limit: Duration,
}

impl TimedConnector {
    pub(super) const fn new(inner: Inner, limit: Duration) -> Self {
        Self { inner, limit }
    }
}

impl Service<Uri> for TimedConnector {
    type Response = <Inner as Service<Uri>>::Response;
    type Error = TransportError;
    type Future = Pin<Box<dyn Future<Output = Result<Self::Response, TransportError>> + Send>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), TransportError>> {
        Service::poll_ready(&mut self.inner, context).map_err(|error| TransportError::new(Phase::Connect, error))
    }

    fn call(&mut self, uri: Uri) -> Self::Future {
        let connection = Service::call(&mut self.inner, uri);
        let limit = self.limit;
        Box::pin(async move {
            match tokio::time::timeout(limit, connection).await {
                Ok(connected) => connected.map_err(|error| TransportError::new(phase_of(error.as_ref()), error)),
                Err(elapsed) => Err(TransportError::new(Phase::ConnectTimeout, elapsed)),
            }
        })
    }
}

/// hyper-rustls wraps what TLS says in an [`io::Error`], and TCP has an error type of its own.
fn phase_of(error: &(dyn Error + 'static)) -> Phase {
    if error.is::<io::Error>() { Phase::Tls } else { Phase::Connect }
}
