//! The proxy: takes connections, and does to each what it was told.

use std::collections::VecDeque;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;
use tokio::task::{AbortHandle, JoinSet};

use crate::fault::{Certificate, Fault};
use crate::{http1, http2, tls};

/// Listens on loopback in front of a gateway.
pub(crate) struct Proxy {
    pub(crate) address: SocketAddr,
    route: Route,
    listening: Option<AbortHandle>,
}

/// What all connections know.
#[derive(Clone)]
pub(crate) struct Route {
    /// The gateway, which speaks plain HTTP.
    pub(crate) gateway: SocketAddr,
    pub(crate) certificates: Arc<tls::Certificates>,
    faults: Arc<Mutex<VecDeque<Fault>>>,
    closed_idle: Arc<Notify>,
}

pub(crate) trait Connection: AsyncRead + AsyncWrite + Unpin + Send {}

impl<T: AsyncRead + AsyncWrite + Unpin + Send> Connection for T {}

impl Proxy {
    pub(crate) async fn start(gateway: SocketAddr, certificates: Arc<tls::Certificates>) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let route = Route { gateway, certificates, faults: Arc::default(), closed_idle: Arc::default() };
        let listening = Some(listen(listener, route.clone()));
        Self { address, route, listening }
    }

    /// The next connection meets this; those after it nothing.
    pub(crate) fn next(&self, fault: Fault) {
        self.route.faults.lock().unwrap().push_back(fault);
    }

    /// Waits until an idle connection was closed and the client knows.
    pub(crate) async fn closed_idle(&self) {
        self.route.closed_idle.notified().await;
    }

    /// Refuses connections from now on.
    pub(crate) async fn close(&mut self) {
        if let Some(listening) = self.listening.take() {
            listening.abort();
            while TcpStream::connect(self.address).await.is_ok() {
                tokio::task::yield_now().await;
            }
        }
    }

    /// Takes connections again, at the same address.
    pub(crate) async fn open(&mut self) {
        if self.listening.is_none() {
            let listener = TcpListener::bind(self.address).await.unwrap();
            self.listening = Some(listen(listener, self.route.clone()));
        }
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        if let Some(listening) = &self.listening {
            listening.abort();
        }
    }
}

fn listen(listener: TcpListener, route: Route) -> AbortHandle {
    let listening = tokio::spawn(async move {
        let mut connections = JoinSet::new();
        while let Ok((stream, _)) = listener.accept().await {
            let fault = route.faults.lock().unwrap().pop_front().unwrap_or(Fault::None);
            connections.spawn(commit(fault, stream, route.clone()));
        }
    });
    listening.abort_handle()
}

/// A connection from its beginning to its end. That the client goes away is no failure of the proxy.
async fn commit(fault: Fault, stream: TcpStream, route: Route) {
    match fault {
        Fault::Reset(moment) => {
            if let Some(stream) = http1::until(moment, stream, &route).await {
                stream.set_zero_linger().unwrap();
            }
        }
        Fault::HalfClose(moment) => {
            if let Some(stream) = http1::until(moment, stream, &route).await {
                http1::half_close(stream).await;
            }
        }
        Fault::Silence(moment) => {
            if let Some(_stream) = http1::until(moment, stream, &route).await {
                std::future::pending::<()>().await;
            }
        }
        Fault::CloseIdle => {
            http1::close_idle(stream, &route).await;
            route.closed_idle.notify_one();
        }
        Fault::Trickle => http1::trickle(stream, &route, Duration::from_millis(20)).await,
        Fault::Answer(change) => drop(http1::exchange(stream, &route, change).await),
        Fault::OldTls => tls::speak_1_0(stream).await,
        Fault::Tls(certificate) => pass_tls(certificate, stream, &route).await,
        Fault::None if tls::is_tls(&stream).await => pass_tls(Certificate::Good, stream, &route).await,
        Fault::None => http1::pass(stream, &route).await,
        Fault::Http2(outcome) => {
            if let Some(stream) = route.certificates.accept(Certificate::Good, b"h2", stream).await {
                http2::serve(outcome, stream, &route).await;
            }
        }
    }
}

async fn pass_tls(certificate: Certificate, stream: TcpStream, route: &Route) {
    if let Some(stream) = route.certificates.accept(certificate, b"http/1.1", stream).await {
        http1::pass(stream, route).await;
    }
}
