//! HTTP/1.1 as the proxy speaks it: one request of known length, and what is left of its answer.

use std::net::SocketAddr;
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::fault::Moment;
use crate::proxy::{Connection, Route};

/// Everything in both directions, until either side ends.
pub(crate) async fn pass(mut stream: impl Connection, route: &Route) {
    if let Ok(mut gateway) = TcpStream::connect(route.gateway).await {
        let _ = tokio::io::copy_bidirectional(&mut stream, &mut gateway).await;
    }
}

/// Goes as far as this moment. `None`: the client was gone before.
pub(crate) async fn until(moment: Moment, mut stream: TcpStream, route: &Route) -> Option<TcpStream> {
    if let Moment::Accepted = moment {
        return Some(stream);
    }
    if let Moment::InRequest = moment {
        let mut some = [0; 100];
        stream.read_exact(&mut some).await.ok()?;
        return Some(stream);
    }
    let request = read_message(&mut stream).await?;
    let answer = ask(route.gateway, &request).await?;
    if let Moment::InAnswer = moment {
        let half = whole(&answer.body);
        stream.write_all(&half[..half.len() - answer.body.len() / 2]).await.ok()?;
        // Without it a reset could overtake what was written.
        stream.flush().await.ok()?;
    }
    Some(stream)
}

/// One request, answered by the gateway; the client gets what `change` makes of the answer's body.
pub(crate) async fn exchange(mut stream: TcpStream, route: &Route, change: fn(&[u8]) -> Vec<u8>) -> Option<()> {
    let request = read_message(&mut stream).await?;
    let answer = ask(route.gateway, &request).await?;
    stream.write_all(&change(&answer.body)).await.ok()?;
    stream.shutdown().await.ok()
}

/// One request and its answer; then the connection is closed, and the client has noticed.
pub(crate) async fn close_idle(mut stream: TcpStream, route: &Route) {
    let Some(request) = read_message(&mut stream).await else { return };
    let Some(answer) = ask(route.gateway, &request).await else { return };
    if stream.write_all(&whole(&answer.body)).await.is_ok() {
        half_close(stream).await;
    }
}

/// The answer, a byte at a time.
pub(crate) async fn trickle(mut stream: TcpStream, route: &Route, pause: Duration) {
    let Some(request) = read_message(&mut stream).await else { return };
    let Some(answer) = ask(route.gateway, &request).await else { return };
    for byte in whole(&answer.body) {
        if stream.write_all(&[byte]).await.is_err() {
            return;
        }
        tokio::time::sleep(pause).await;
    }
}

/// Ends the direction to the client, and reads until the client ends the other.
pub(crate) async fn half_close(mut stream: TcpStream) {
    let _ = stream.shutdown().await;
    let _ = stream.read_to_end(&mut Vec::new()).await;
}

/// A whole answer of these bytes, the last one of its connection.
pub(crate) fn answer(status: &str, content_type: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 {status}\r\nconnection: close\r\ncontent-type: {content_type}\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), body].concat()
}

/// The answer as it is when the gateway's host would keep the connection.
fn whole(body: &[u8]) -> Vec<u8> {
    let head =
        format!("HTTP/1.1 200 OK\r\ncontent-type: text/html;charset=utf-8\r\ncontent-length: {}\r\n\r\n", body.len());
    [head.as_bytes(), body].concat()
}

/// Sends a request to the gateway and reads its whole answer.
pub(crate) async fn ask(gateway: SocketAddr, request: &[u8]) -> Option<Message> {
    let mut stream = TcpStream::connect(gateway).await.ok()?;
    send(&mut stream, request).await?;
    read_parts(&mut stream).await
}

async fn send(stream: &mut (impl AsyncWrite + Unpin), bytes: &[u8]) -> Option<()> {
    stream.write_all(bytes).await.ok()?;
    stream.flush().await.ok()
}

/// A request or an answer.
pub(crate) struct Message {
    bytes: Vec<u8>,
    pub(crate) body: Vec<u8>,
}

async fn read_message(stream: &mut (impl AsyncRead + Unpin)) -> Option<Vec<u8>> {
    Some(read_parts(stream).await?.bytes)
}

/// Reads a message whose length stands in its head. `None`: it ended early.
async fn read_parts(stream: &mut (impl AsyncRead + Unpin)) -> Option<Message> {
    let mut bytes = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
            let body = end + 4;
            let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
            let length: usize = head.split_once("content-length: ")?.1.lines().next()?.parse().ok()?;
            if bytes.len() >= body + length {
                let body = bytes[body..body + length].to_vec();
                return Some(Message { bytes, body });
            }
        }
        match stream.read(&mut buffer).await {
            Ok(count @ 1..) => bytes.extend_from_slice(&buffer[..count]),
            _ => return None,
        }
    }
}
