//! Whatever is sent, the gateway answers or closes, and goes on serving.

use alipay_sandbox::{Gateway, demo};
use http::{Method, Request, StatusCode};
use http_body_util::Full;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::caller::Caller;

const POINTS: &str = "koubei.marketing.tool.points.update";

async fn start() -> (Gateway, Caller) {
    let builder = Gateway::builder().application(demo::APP_ID, demo::PUBLIC_KEY).demo_methods();
    let gateway = builder.plain_http().body_limit(1_000).start().await.unwrap();
    let caller = Caller::new(&gateway);
    (gateway, caller)
}

/// The gateway still does its work.
async fn assert_serving(caller: &Caller) {
    assert_eq!(caller.call_method(POINTS, "{}").await.text("sub_code"), "INVALID_PARAMETER");
}

#[tokio::test]
async fn unreadable_forms_get_an_unsigned_error() {
    let (gateway, caller) = start().await;
    for (query, body) in [
        ("app_id=1&app_id=2", ""),
        ("app_id=1", "app_id=1"),
        ("method=a", "%6Dethod=b"),
        ("", "biz_content=%"),
        ("", "biz_content=%zz"),
        ("", "biz_content=%FF%FE"),
        ("charset=GBK", "biz_content=%E7%A7%AF"),
    ] {
        let answer = caller.post(query, body).await.unwrap();
        assert_eq!(answer.codes(), ("40002".into(), "isv.invalid-parameter".into()), "{query} {body}");
        assert_eq!(answer.node().0, "error_response");
        assert!(!answer.is_signed());
    }
    assert!(gateway.calls().is_empty());
    assert_serving(&caller).await;
}

#[tokio::test]
async fn bodies_that_are_no_form_are_refused() {
    let (gateway, caller) = start().await;
    for content_type in [None, Some("application/json"), Some("multipart/form-data; boundary=x"), Some("\u{ff}")] {
        let mut request = Request::post(gateway.url());
        if let Some(content_type) = content_type {
            request = request.header("content-type", content_type.as_bytes());
        }
        let answer = caller.send(request.body(Full::from("{}")).unwrap()).await.unwrap();
        assert_eq!(answer.text("sub_code"), "isv.invalid-parameter", "{content_type:?}");
    }
    assert_serving(&caller).await;
}

#[tokio::test]
async fn odd_bytes_never_end_the_gateway() {
    let (_gateway, caller) = start().await;
    for body in [
        vec![0; 900],
        vec![0xC3, 0xA9],
        b"&&&&=&=&".to_vec(),
        b"=".to_vec(),
        b"a=%00&method=%00%01&app_id=%22%7D".to_vec(),
    ] {
        let answer = caller.post("", body).await.unwrap();
        assert_eq!(answer.status, StatusCode::OK);
        assert!(answer.text("sub_code").starts_with("isv."));
    }
    assert_serving(&caller).await;
}

#[tokio::test]
async fn a_method_with_quotes_does_not_break_out_of_the_answer() {
    let (_gateway, caller) = start().await;
    let answer = caller.post("", "method=a%22:1,%22b&app_id=none").await.unwrap();
    assert_eq!(answer.node().0, "a\":1,\"b_response");
    assert_eq!(answer.text("sub_code"), "isv.invalid-app-id");
}

#[tokio::test]
async fn large_bodies_are_refused_whether_or_not_they_say_so() {
    let (gateway, caller) = start().await;
    assert_eq!(caller.post("", vec![b'a'; 1_000]).await.unwrap().status, StatusCode::OK);
    assert_eq!(caller.post("", vec![b'a'; 1_001]).await.unwrap().status, StatusCode::PAYLOAD_TOO_LARGE);
    let chunked = format!(
        "POST /gateway.do HTTP/1.1\r\nhost: x\r\ntransfer-encoding: chunked\r\n\r\n5dc\r\n{}\r\n0\r\n\r\n",
        "a".repeat(0x5dc)
    );
    assert!(exchange(&gateway, chunked.as_bytes()).await.starts_with("HTTP/1.1 413 "));
    assert_serving(&caller).await;
}

#[tokio::test]
async fn other_paths_and_verbs_are_not_served() {
    let (gateway, caller) = start().await;
    let elsewhere = gateway.url().replace("/gateway.do", "/v3/alipay");
    for (method, url, status) in [
        (Method::GET, elsewhere, StatusCode::NOT_FOUND),
        (Method::PUT, gateway.url(), StatusCode::METHOD_NOT_ALLOWED),
        (Method::HEAD, gateway.url(), StatusCode::METHOD_NOT_ALLOWED),
    ] {
        let request = Request::builder().method(&method).uri(url).body(Full::default()).unwrap();
        assert_eq!(caller.send(request).await.unwrap().status, status, "{method}");
    }
}

#[tokio::test]
async fn torn_and_malformed_requests_are_closed() {
    let (gateway, caller) = start().await;
    let form = "content-type: application/x-www-form-urlencoded";
    for request in [
        String::new(),
        "\r\n".repeat(10),
        "GET".to_owned(),
        "nonsense\r\n\r\n".to_owned(),
        "GET /gateway.do HTTP/9.9\r\n\r\n".to_owned(),
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n garbage that is no frame".to_owned(),
        format!("POST /gateway.do HTTP/1.1\r\nhost: x\r\n{form}\r\ncontent-length: 100\r\n\r\napp_id=1"),
        format!("POST /gateway.do HTTP/1.1\r\nhost: x\r\n{form}\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n"),
        "POST /gateway.do HTTP/1.1\r\nhost: x\r\ncontent-length: -1\r\n\r\n".to_owned(),
    ] {
        let answer = exchange(&gateway, request.as_bytes()).await;
        assert!(!answer.contains("200 OK"), "{request:?}: {answer}");
    }
    assert!(gateway.calls().is_empty());
    assert_serving(&caller).await;
}

/// Sends these bytes and no more, and reads until the gateway closes.
async fn exchange(gateway: &Gateway, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(gateway.url().split('/').nth(2).unwrap()).await.unwrap();
    let _ = stream.write_all(request).await;
    let _ = stream.shutdown().await;
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8_lossy(&answer).into_owned()
}
