//! How many connections are opened at once, so that calls that come together do not open one each.
//!
//! Where none stands, one request opens one and the others wait for it: over HTTP/2 they all share it, which
//! shows itself only then. Over HTTP/1.1 the others open their own, but only some at once: thousands of TLS
//! handshakes together would all take longer than there is time. Who waits takes what comes first, its turn or
//! a connection that is free again; in the second case its connection is not opened any more.

use std::collections::HashMap;
use std::io::{self, IoSlice};
use std::pin::Pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};

use http::Uri;
use http::uri::Authority;
use hyper::rt::{Read, ReadBufCursor, Write};
use hyper_util::client::legacy::connect::{Connected, Connection};
use tokio::sync::{Semaphore, watch};

/// So many connections to a host are opened at once: more than usual services need, and few enough that two
/// cores get through them in time.
const AT_ONCE: usize = 32;

/// The hosts that requests went to: the gateway, and few that have files.
#[derive(Clone, Default)]
pub(super) struct Hosts(Arc<Mutex<HashMap<Authority, Arc<Host>>>>);

/// One of them.
pub(super) struct Host {
    state: Mutex<State>,
    /// For those that open a connection.
    pub(super) turns: Semaphore,
}

#[derive(Default)]
struct State {
    /// How many connections stand.
    open: usize,
    /// How many requests have none yet.
    waiting: usize,
    /// Closed as soon as the first connection is in use, or cannot be had.
    first: Option<watch::Receiver<()>>,
}

/// What a request does about its connection.
pub(super) enum Turn {
    /// It takes or opens one.
    Go,
    /// It opens the first. Dropping this lets the others go.
    First(watch::Sender<()>),
    /// It waits until this is closed, once.
    Wait(watch::Receiver<()>),
}

impl Hosts {
    pub(super) fn of(&self, uri: &Uri) -> Option<Arc<Host>> {
        let authority = uri.authority()?;
        let mut hosts = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(host) = hosts.get(authority) {
            return Some(Arc::clone(host));
        }
        Some(Arc::clone(hosts.entry(authority.clone()).or_default()))
    }
}

impl Default for Host {
    fn default() -> Self {
        Self { state: Mutex::default(), turns: Semaphore::new(AT_ONCE) }
    }
}

impl Host {
    pub(super) fn turn(&self) -> Turn {
        let mut state = self.state();
        match &state.first {
            // It may stand already, and not be in hyper's pool yet.
            Some(first) if first.has_changed().is_ok() => Turn::Wait(first.clone()),
            _ if state.open > 0 => Turn::Go,
            _ => {
                let (first, wait) = watch::channel(());
                state.first = Some(wait);
                Turn::First(first)
            }
        }
    }

    pub(super) fn is_connected(&self) -> bool {
        self.state().open > 0
    }

    /// Whether any request has no connection yet.
    pub(super) fn is_awaited(&self) -> bool {
        self.state().waiting > 0
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A request that has no connection yet, for as long as this is there.
pub(super) struct Waiting {
    host: Arc<Host>,
    /// Others wait until it has one.
    first: Option<watch::Sender<()>>,
}

impl Waiting {
    pub(super) fn new(host: Arc<Host>) -> Self {
        host.state().waiting += 1;
        Self { host, first: None }
    }

    /// It opens the first connection to the host.
    pub(super) fn opens(&mut self, first: watch::Sender<()>) {
        self.first = Some(first);
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.host.state().waiting -= 1;
    }
}

/// A connection that counts as open as long as it is there.
pub(crate) struct Counted<S> {
    stream: S,
    _open: Open,
}

/// Of a host that is known.
struct Open(Option<Arc<Host>>);

impl<S> Counted<S> {
    pub(super) fn new(stream: S, host: Option<Arc<Host>>) -> Self {
        if let Some(host) = &host {
            host.state().open += 1;
        }
        Self { stream, _open: Open(host) }
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        if let Some(host) = &self.0 {
            host.state().open -= 1;
        }
    }
}

impl<S: Connection> Connection for Counted<S> {
    fn connected(&self) -> Connected {
        self.stream.connected()
    }
}

impl<S: Read + Unpin> Read for Counted<S> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        buffer: ReadBufCursor<'_>,
    ) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(context, buffer)
    }
}

impl<S: Write + Unpin> Write for Counted<S> {
    fn poll_write(mut self: Pin<&mut Self>, context: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write(context, bytes)
    }

    fn poll_flush(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(context)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(context)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
        pieces: &[IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        Pin::new(&mut self.stream).poll_write_vectored(context, pieces)
    }
}
