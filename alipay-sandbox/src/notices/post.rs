//! One post to a merchant's address: plain HTTP, and only on this computer.

use bytes::Bytes;
use http::{Method, Request, Uri, header};
use http_body_util::{BodyExt, Full, Limited};
use hyper::client::conn::http1;
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

use super::Attempt;

/// The most that is read of an answer.
const ANSWER_LIMIT: usize = 64 << 10;

/// Where to post to, if it is an address of this computer over plain HTTP.
#[derive(Clone)]
pub(super) struct Address {
    uri: Uri,
    /// The host and the port.
    socket: String,
}

impl Address {
    /// The gateway tells nobody else: what tests and examples name as a `notify_url` is somebody's.
    pub(super) fn parse(url: &str) -> Option<Self> {
        let uri: Uri = url.parse().ok()?;
        let host = uri.host()?.trim_matches(['[', ']']);
        let is_loopback = host == "localhost" || host.parse::<std::net::IpAddr>().is_ok_and(|ip| ip.is_loopback());
        if uri.scheme_str() != Some("http") || !is_loopback {
            return None;
        }
        let socket = format!("{}:{}", uri.host()?, uri.port_u16().unwrap_or(80));
        Some(Self { uri, socket })
    }

    /// Posts the form, and says what came back.
    pub(super) async fn post(&self, form: &str, charset: &str) -> Attempt {
        self.exchange(form, charset).await.unwrap_or_else(Attempt::failed)
    }

    async fn exchange(&self, form: &str, charset: &str) -> Result<Attempt, Box<dyn std::error::Error + Send + Sync>> {
        let stream = TcpStream::connect(&self.socket).await?;
        let (mut sender, connection) = http1::handshake(TokioIo::new(stream)).await?;
        let path = self.uri.path_and_query().map_or("/", |path| path.as_str());
        let request = Request::builder()
            .method(Method::POST)
            .uri(path)
            .header(header::HOST, &self.socket)
            .header(header::CONTENT_TYPE, format!("application/x-www-form-urlencoded; charset={charset}"))
            .body(Full::new(Bytes::copy_from_slice(form.as_bytes())))?;
        let answer = async {
            let (head, body) = sender.send_request(request).await?.into_parts();
            let body = Limited::new(body, ANSWER_LIMIT).collect().await?.to_bytes();
            Ok(Attempt::answered(head.status, &body))
        };
        tokio::pin!(answer);
        // The connection ends with this attempt.
        tokio::select! {
            answer = &mut answer => answer,
            ended = connection => match ended {
                Ok(()) => answer.await,
                Err(error) => Err(error.into()),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_computer_is_told() {
        for (url, socket) in [
            ("http://127.0.0.1:80/a?b=c", Some("127.0.0.1:80")),
            ("http://127.0.0.1", Some("127.0.0.1:80")),
            ("http://localhost:8080/", Some("localhost:8080")),
            ("http://[::1]:8080/", Some("[::1]:8080")),
            ("https://127.0.0.1:80/", None),
            ("https://merchant.example/notify", None),
            ("http://merchant.example/notify", None),
            ("http://localhost.example/", None),
            ("http://10.0.0.1/", None),
            ("http://0.0.0.0/", None),
            ("/notify", None),
            ("", None),
        ] {
            assert_eq!(Address::parse(url).map(|address| address.socket).as_deref(), socket, "{url}");
        }
    }
}
