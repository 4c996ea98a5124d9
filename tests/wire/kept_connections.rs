//! A payment is never sent twice: what becomes of a call whose connection the gateway's host ends.

use std::sync::Arc;

use alipay_core::transport::Phase;
use alipay_core::{Client, Error, ErrorKind, JsonText, Sent};
use alipay_sandbox::{Gateway, demo};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

/// Speaks HTTP/1.1 as a test tells it to.
struct Host {
    listener: TcpListener,
    client: Client,
    /// For its key alone.
    gateway: Arc<Gateway>,
}

impl Host {
    async fn start() -> Self {
        let gateway = Arc::new(Gateway::start_demo().await.unwrap());
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/gateway.do", listener.local_addr().unwrap());
        let client = Client::builder(demo::APP_ID)
            .private_key(demo::PRIVATE_KEY)
            .alipay_public_key(gateway.alipay_public_key())
            .gateway_url(url)
            .build()
            .unwrap();
        Self { listener, client, gateway }
    }

    async fn accept(&self) -> TcpStream {
        self.listener.accept().await.unwrap().0
    }

    async fn call(&self, n: u32) -> Result<alipay_core::Answer<JsonText>, Error> {
        self.client.call_json("a.b", json!({ "n": n })).await
    }

    /// Reads one request; it must be the one with this number.
    async fn receive(&self, stream: &mut TcpStream, n: u32) {
        let mut text = String::new();
        while !text.contains("%7D") {
            let mut buffer = [0; 4096];
            let count = stream.read(&mut buffer).await.unwrap();
            assert!(count > 0, "the request ended early");
            text.push_str(std::str::from_utf8(&buffer[..count]).unwrap());
        }
        assert!(text.starts_with("POST /gateway.do?"), "{text}");
        assert_eq!(text.matches("POST ").count(), 1, "{text}");
        assert!(text.ends_with(&format!("biz_content=%7B%22n%22%3A{n}%7D")), "{text}");
    }

    async fn answer(&self, stream: &mut TcpStream, head: &str) {
        let node = r#"{"code":"10000"}"#;
        let body = format!(r#"{{"a_b_response":{node},"sign":"{}"}}"#, self.gateway.sign(node));
        let answer = format!("HTTP/1.1 {head}\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        stream.write_all(answer.as_bytes()).await.unwrap();
    }
}

#[tokio::test]
async fn a_connection_that_ended_while_idle_is_replaced() {
    let host = Host::start().await;
    let first = async {
        let mut stream = host.accept().await;
        host.receive(&mut stream, 1).await;
        host.answer(&mut stream, "200 OK").await;
    };
    let ((), answer) = tokio::join!(first, host.call(1));
    answer.unwrap();

    let second = async {
        let mut stream = host.accept().await;
        host.receive(&mut stream, 2).await;
        host.answer(&mut stream, "200 OK").await;
    };
    let ((), answer) = tokio::join!(second, host.call(2));
    answer.unwrap();
}

#[tokio::test]
async fn a_request_that_was_sent_is_not_sent_again() {
    let host = Host::start().await;
    let serve = async {
        let mut stream = host.accept().await;
        host.receive(&mut stream, 1).await;
        host.answer(&mut stream, "200 OK").await;
        // The second one comes on the same connection, is read, and gets no answer.
        host.receive(&mut stream, 2).await;
        drop(stream);
        // What comes next is the third.
        let mut stream = host.accept().await;
        host.receive(&mut stream, 3).await;
        host.answer(&mut stream, "200 OK").await;
    };
    let calls = async {
        host.call(1).await.unwrap();
        let error = host.call(2).await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::Possibly));
        assert_eq!(error.transport().unwrap().phase(), Phase::Send);
        host.call(3).await.unwrap();
    };
    tokio::join!(serve, calls);
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let host = Host::start().await;
    let url = format!("http://{}/gateway.do", host.listener.local_addr().unwrap());
    let serve = async {
        let mut stream = host.accept().await;
        for (n, status) in [301, 302, 303, 307, 308].into_iter().enumerate() {
            host.receive(&mut stream, u32::try_from(n).unwrap()).await;
            host.answer(&mut stream, &format!("{status} Elsewhere\r\nlocation: {url}")).await;
        }
    };
    let calls = async {
        for (n, status) in [301, 302, 303, 307, 308].into_iter().enumerate() {
            let error = host.call(u32::try_from(n).unwrap()).await.unwrap_err();
            assert_eq!(error.http_status(), Some(status));
        }
    };
    tokio::join!(serve, calls);
}

#[tokio::test]
async fn a_trace_id_that_is_no_word_is_none() {
    let host = Host::start().await;
    let table = [
        ("0b5da1cc17641", Some("0b5da1cc17641")),
        ("", None),
        ("a b", None),
        ("a\tb", None),
        ("中", None),
        (&"a".repeat(10_000), None),
    ];
    let serve = async {
        let mut stream = host.accept().await;
        for (trace_id, _) in table {
            host.receive(&mut stream, 7).await;
            host.answer(&mut stream, &format!("200 OK\r\ntrace_id: {trace_id}")).await;
        }
    };
    let calls = async {
        for (trace_id, expected) in table {
            assert_eq!(host.call(7).await.unwrap().trace_id(), expected, "{trace_id}");
        }
    };
    tokio::join!(serve, calls);
}

#[tokio::test]
async fn an_announced_length_takes_no_memory() {
    let host = Host::start().await;
    let client = host.gateway.demo_client().gateway_url(format!("http://{}/", host.listener.local_addr().unwrap()));
    let client = client.max_answer_bytes(usize::MAX).build().unwrap();
    let serve = async {
        let mut stream = host.accept().await;
        let mut buffer = [0; 4096];
        while !String::from_utf8_lossy(&buffer).contains("%7D") {
            assert!(stream.read(&mut buffer).await.unwrap() > 0);
        }
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 9000000000000000000\r\n\r\n{").await.unwrap();
    };
    let ((), outcome) = tokio::join!(serve, client.call_json("a.b", json!({})).into_future());
    assert_eq!(outcome.unwrap_err().transport().unwrap().phase(), Phase::Read);
}
