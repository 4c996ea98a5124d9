//! The sockets: accepts connections, speaks HTTP over them, and ends them in good order.

use std::convert::Infallible;
use std::future::pending;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use hyper::service::service_fn;
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto;
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;
use tokio_rustls::TlsAcceptor;

use crate::desk::{Desk, Outcome};

/// Accepts connections until `stopping` turns true, then lets the calls under way come to their end.
pub(crate) async fn serve(
    listener: TcpListener,
    acceptor: Option<TlsAcceptor>,
    desk: Arc<Desk>,
    stopping: watch::Receiver<bool>,
) {
    let mut connections = JoinSet::new();
    let mut stop = pin!(stopped(stopping.clone()));
    loop {
        tokio::select! {
            accepted = listener.accept() => match accepted {
                Ok((stream, _)) if desk.takes_connection() => {
                    connections.spawn(connection(stream, acceptor.clone(), Arc::clone(&desk), stopping.clone()));
                }
                Ok(_) => {}
                // Most likely too many open files: some time must pass before one is free.
                Err(_) => tokio::time::sleep(Duration::from_millis(10)).await,
            },
            Some(_) = connections.join_next() => {}
            () = &mut stop => break,
        }
    }
    drop(listener);
    while connections.join_next().await.is_some() {}
}

/// Ends when the gateway stops, and also when it is gone.
pub(crate) async fn stopped(mut stopping: watch::Receiver<bool>) {
    let _ = stopping.wait_for(|stopping| *stopping).await;
}

async fn connection(
    stream: TcpStream,
    acceptor: Option<TlsAcceptor>,
    desk: Arc<Desk>,
    stopping: watch::Receiver<bool>,
) {
    let _ = stream.set_nodelay(true);
    let Some(acceptor) = acceptor else {
        return requests(stream, desk, stopping).await;
    };
    tokio::select! {
        stream = acceptor.accept(stream) => if let Ok(stream) = stream {
            requests(stream, desk, stopping).await;
        },
        () = stopped(stopping.clone()) => {}
    }
}

async fn requests<S>(stream: S, desk: Arc<Desk>, stopping: watch::Receiver<bool>)
where
    S: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    // A disconnecting reply ends the connection from here: an error of the service would only reset
    // the stream in HTTP/2, and the caller would go on with the connection.
    let cut = Arc::new(Notify::new());
    let service = service_fn({
        let (cut, stopping) = (Arc::clone(&cut), stopping.clone());
        move |request| {
            let (desk, cut, stopping) = (Arc::clone(&desk), Arc::clone(&cut), stopping.clone());
            async move {
                match desk.receive(request, stopping).await {
                    Outcome::Response(response) => Ok::<_, Infallible>(response),
                    Outcome::Disconnect => {
                        cut.notify_one();
                        pending().await
                    }
                }
            }
        }
    });
    let mut http = auto::Builder::new(TokioExecutor::new());
    http.http1().timer(TokioTimer::new());
    http.http2().timer(TokioTimer::new());
    let mut serving = pin!(http.serve_connection_with_upgrades(TokioIo::new(stream), service));
    tokio::select! {
        _ = serving.as_mut() => return,
        () = cut.notified() => return,
        () = stopped(stopping) => serving.as_mut().graceful_shutdown(),
    }
    tokio::select! {
        _ = serving => {}
        () = cut.notified() => {}
    }
}
