//! The default transport against sockets of this computer.

use std::error::Error as _;
use std::time::Duration;

use rustls::pki_types::{PrivateKeyDer, PrivatePkcs8KeyDer};
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio_rustls::TlsAcceptor;

use super::*;
use crate::error::{Error, ErrorKind, Sent};
use crate::transport::Phase;

const NODE: &str = r#"{"code":"10000","msg":"Success","result_status":"SUCCESS","point_amount":"10"}"#;

async fn listen() -> (TcpListener, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    (listener, address.to_string())
}

async fn call(builder: ClientBuilder) -> Result<crate::Answer<PointsUpdated>, Error> {
    builder.build().unwrap().call(&PointsUpdate::sample()).await
}

fn http_answer(body: &str) -> String {
    format!("HTTP/1.1 200 OK\r\ncontent-type: text/html;charset=utf-8\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}

/// Reads one request to the end of its body.
async fn read_request(stream: &mut (impl AsyncRead + Unpin)) {
    let mut text = Vec::new();
    let mut buffer = [0; 4096];
    loop {
        if let Some(end) = text.windows(4).position(|window| window == b"\r\n\r\n") {
            let head = String::from_utf8_lossy(&text[..end]).to_ascii_lowercase();
            let length = head.split_once("content-length: ").unwrap().1.lines().next().unwrap();
            if text.len() >= end + 4 + length.parse::<usize>().unwrap() {
                return;
            }
        }
        let count = stream.read(&mut buffer).await.unwrap();
        assert!(count > 0, "the request ended early");
        text.extend_from_slice(&buffer[..count]);
    }
}

/// Answers every request on a connection with the same bytes.
async fn serve(mut stream: impl AsyncRead + AsyncWrite + Unpin, answer: &str, times: usize) {
    for _ in 0..times {
        read_request(&mut stream).await;
        stream.write_all(answer.as_bytes()).await.unwrap();
        stream.flush().await.unwrap();
    }
}

/// An HTTPS server that takes one connection, and the certificate to trust.
async fn tls_server(host: &str) -> (String, String, tokio::task::JoinHandle<()>) {
    let made = rcgen::generate_simple_self_signed([host.to_owned()]).unwrap();
    let key = PrivateKeyDer::Pkcs8(PrivatePkcs8KeyDer::from(made.signing_key.serialize_der()));
    let config = rustls::ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let acceptor = TlsAcceptor::from(Arc::new(config));
    let (listener, address) = listen().await;
    let task = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        if let Ok(stream) = acceptor.accept(stream).await {
            serve(stream, &http_answer(&signed(KEY, NODE)), 1).await;
        }
    });
    let port = address.rsplit(':').next().unwrap();
    (format!("https://localhost:{port}/gateway.do"), made.cert.pem(), task)
}

#[tokio::test]
async fn an_unreachable_host_got_nothing() {
    let (listener, address) = listen().await;
    drop(listener);
    let error = call(builder().gateway_url(format!("https://{address}/gateway.do"))).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::No));
    assert_eq!(error.transport().unwrap().phase(), Phase::Connect);
    assert_eq!(error.to_string(), "koubei.marketing.tool.points.update: no connection to the gateway");
    assert!(error.source().is_some());
}

#[tokio::test]
async fn a_host_that_agrees_on_no_tls_in_time_got_nothing() {
    // The kernel accepts the connection; nobody ever speaks.
    let (_listener, address) = listen().await;
    let builder =
        builder().gateway_url(format!("https://{address}/gateway.do")).connect_timeout(Duration::from_millis(50));
    let error = call(builder).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::No));
    assert_eq!(error.transport().unwrap().phase(), Phase::ConnectTimeout);
    assert!(error.is_timeout());
}

#[tokio::test]
async fn a_certificate_has_to_be_trusted_and_of_the_host() {
    let (url, _, _server) = tls_server("localhost").await;
    let error = call(builder().gateway_url(url)).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::No));
    assert_eq!(error.transport().unwrap().phase(), Phase::Tls);

    let (url, certificate, _server) = tls_server("other.example.com").await;
    let error = call(builder().gateway_url(url).root_certificate_pem(&certificate)).await.unwrap_err();
    assert_eq!(error.transport().unwrap().phase(), Phase::Tls);

    let (url, certificate, server) = tls_server("localhost").await;
    let answer = call(builder().gateway_url(url).root_certificate_pem(&certificate)).await.unwrap();
    assert_eq!(answer.body(), NODE);
    server.await.unwrap();
}

#[tokio::test]
async fn what_does_not_speak_tls_got_nothing() {
    let (listener, address) = listen().await;
    let server = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        stream.write_all(b"HTTP/1.1 400 Bad Request\r\n\r\n").await.unwrap();
        let _ = stream.read_to_end(&mut Vec::new()).await;
    });
    let error = call(builder().gateway_url(format!("https://{address}/gateway.do"))).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::No));
    assert_eq!(error.transport().unwrap().phase(), Phase::Tls);
    server.await.unwrap();
}

/// Calls over plain HTTP; the server does to its one connection what `act` says.
async fn call_plain<F: Future<Output = ()> + Send + 'static>(
    builder: ClientBuilder,
    act: impl FnOnce(TcpStream) -> F + Send + 'static,
) -> Result<crate::Answer<PointsUpdated>, Error> {
    let (listener, address) = listen().await;
    let server = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        act(stream).await;
    });
    let outcome = call(builder.gateway_url(format!("http://{address}/gateway.do"))).await;
    server.abort();
    outcome
}

#[tokio::test]
async fn no_answer_in_time_leaves_the_outcome_open() {
    let error = call_plain(builder().timeout(Duration::from_secs(60)), async |mut stream: TcpStream| {
        read_request(&mut stream).await;
        // From here on the clock goes to the next timer when nobody has anything to do.
        tokio::time::pause();
        std::future::pending::<()>().await;
    })
    .await
    .unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::Possibly));
    assert_eq!(error.to_string(), "koubei.marketing.tool.points.update: no answer within 60s");
}

#[tokio::test]
async fn a_timeout_before_anything_was_sent_says_so() {
    struct Silent;

    impl Transport for Silent {
        fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
            Box::pin(async move {
                std::future::pending::<()>().await;
                drop(request);
                Ok(http::Response::new(AnswerBody::from("")))
            })
        }
    }

    let builder = builder().transport(Arc::new(Silent)).timeout(Duration::from_millis(20));
    let error = call(builder).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::No));
}

#[tokio::test]
async fn a_connection_that_breaks_leaves_the_outcome_open() {
    let error = call_plain(builder(), async |mut stream: TcpStream| read_request(&mut stream).await).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Possibly));
    assert_eq!(error.transport().unwrap().phase(), Phase::Send);

    let answer = http_answer(&signed(KEY, NODE));
    for kept in [answer.len() - 1, answer.len() - 100, answer.find("\r\n\r\n").unwrap() + 4] {
        let part = answer[..kept].to_owned();
        let error =
            call_plain(builder(), async move |stream: TcpStream| serve(stream, &part, 1).await).await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Possibly), "{kept}");
        assert_eq!(error.transport().unwrap().phase(), Phase::Read, "{kept}");
    }
}

#[tokio::test]
async fn an_answer_that_announces_too_much_is_not_read() {
    let head = "HTTP/1.1 200 OK\r\ncontent-length: 99999999999\r\n\r\n{";
    let error = call_plain(builder(), async |mut stream: TcpStream| {
        read_request(&mut stream).await;
        stream.write_all(head.as_bytes()).await.unwrap();
        std::future::pending::<()>().await;
    })
    .await
    .unwrap_err();
    assert_eq!(error.transport().unwrap().phase(), Phase::TooLarge);
    assert_eq!(error.sent(), Sent::Possibly);
}

#[tokio::test]
async fn connections_are_used_again() {
    let (listener, address) = listen().await;
    let server = tokio::spawn(async move {
        let (stream, _) = listener.accept().await.unwrap();
        serve(stream, &http_answer(&signed(KEY, NODE)), 3).await;
    });
    let client = builder().gateway_url(format!("http://{address}/gateway.do")).build().unwrap();
    for _ in 0..3 {
        client.clone().call(&PointsUpdate::sample()).await.unwrap();
    }
    server.await.unwrap();
}
