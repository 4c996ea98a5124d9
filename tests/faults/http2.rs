//! HTTP/2 as the proxy speaks it.

use bytes::Bytes;
use h2::server::{Connection as Server, SendResponse};
use h2::{Reason, RecvStream, SendStream};
use http::Request;
use tokio::task::JoinSet;

use crate::fault::Stream;
use crate::http1;
use crate::proxy::{Connection, Route};

/// Does with the first request what was said, and with all others what is right.
pub(crate) async fn serve(outcome: Stream, stream: impl Connection, route: &Route) -> Option<()> {
    let mut server = h2::server::handshake(stream).await.ok()?;
    let (mut request, mut respond) = server.accept().await?.ok()?;
    match outcome {
        // With all of the request here: before that it would be chance whether the client has sent its body.
        Stream::Refused => {
            drive(&mut server, read(request.body_mut())).await?;
            respond.send_reset(Reason::REFUSED_STREAM);
        }
        Stream::GoAway => {
            drive(&mut server, read(request.body_mut())).await?;
            server.abrupt_shutdown(Reason::ENHANCE_YOUR_CALM);
        }
        Stream::Reset => {
            drive(&mut server, ask(request, route)).await?;
            respond.send_reset(Reason::INTERNAL_ERROR);
        }
        Stream::ResetInAnswer => {
            let mut body = drive(&mut server, ask(request, route)).await?;
            let mut rest = answer(respond, body.split_to(body.len() / 2), false)?;
            write(&mut server).await;
            rest.send_reset(Reason::INTERNAL_ERROR);
        }
        Stream::GoAwayAfterAnswer => {
            let body = drive(&mut server, ask(request, route)).await?;
            answer(respond, body, true)?;
            server.graceful_shutdown();
        }
    }
    let mut tasks = JoinSet::new();
    while let Some(Ok((request, respond))) = server.accept().await {
        let route = route.clone();
        tasks.spawn(async move { answer(respond, ask(request, &route).await?, true).map(drop) });
    }
    Some(())
}

/// The connection moves only while somebody polls it.
async fn drive<C: Connection, T>(server: &mut Server<C, Bytes>, work: impl Future<Output = Option<T>>) -> Option<T> {
    tokio::select! {
        done = work => done,
        _ = server.accept() => None,
    }
}

/// What the gateway answers to this request.
async fn ask(request: Request<RecvStream>, route: &Route) -> Option<Bytes> {
    let (head, mut stream) = request.into_parts();
    let body = read(&mut stream).await?;
    let content_type = head.headers.get("content-type")?.to_str().ok()?;
    let start = format!(
        "POST {} HTTP/1.1\r\nhost: localhost\r\ncontent-type: {content_type}\r\ncontent-length: {}\r\n\r\n",
        head.uri.path_and_query()?,
        body.len()
    );
    let answer = http1::ask(route.gateway, &[start.as_bytes(), &body].concat()).await?;
    Some(Bytes::from(answer.body))
}

/// The whole body of a request.
async fn read(stream: &mut RecvStream) -> Option<Vec<u8>> {
    let mut body = Vec::new();
    while let Some(piece) = stream.data().await {
        let piece = piece.ok()?;
        stream.flow_control().release_capacity(piece.len()).ok()?;
        body.extend_from_slice(&piece);
    }
    Some(body)
}

/// Sends this much of the answer.
fn answer(mut respond: SendResponse<Bytes>, piece: Bytes, is_all: bool) -> Option<SendStream<Bytes>> {
    let head = http::Response::builder().header("content-type", "text/html;charset=utf-8").body(()).ok()?;
    let mut stream = respond.send_response(head, false).ok()?;
    stream.send_data(piece, is_all).ok()?;
    Some(stream)
}

/// Lets what has been said so far reach the socket: a reset would throw away what has not.
async fn write<C: Connection>(server: &mut Server<C, Bytes>) {
    for _ in 0..10 {
        tokio::select! {
            biased;
            _ = server.accept() => return,
            () = tokio::task::yield_now() => {}
        }
    }
}
