//! Every fault, and what the caller learns of it.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use alipay_core::transport::{Phase, TransportError};
use alipay_core::{Client, Error, ErrorKind, Sent};
use alipay_sandbox::{Gateway, Reply, demo};
use serde_json::json;

use crate::fault::Fault::{Answer, CloseIdle, HalfClose, Http2, None as Nothing, OldTls, Reset, Silence, Tls, Trickle};
use crate::fault::Moment::{Accepted, InAnswer, InRequest, Processed};
use crate::fault::{Certificate, Fault, Stream};
use crate::http1::answer;
use crate::proxy::Proxy;
use crate::tls::Certificates;

const METHOD: &str = "alipay.trade.refund";

/// The table as readers of the documentation see it.
const PAGE: &str = "../alipay-core/src/guide/when_a_call_fails/faults.md";

const HEAD: &str = "# Faults of the network

What a client learns of each, as a test finds it that commits them between a client and a gateway. The next call of
the same client succeeds after every one of them.

";

/// Of an answer that is refused for its size. The right ones have a few hundred bytes.
const LIMIT: usize = 10_000;

/// So long a call waits that gets no answer. How long a good one takes does not matter.
const PATIENCE: Duration = Duration::from_millis(300);

struct Case {
    what: &'static str,
    by: By,
}

enum By {
    /// Nobody listens.
    Refusal,
    Proxy(Fault),
}

const fn case(what: &'static str, fault: Fault) -> Case {
    Case { what, by: By::Proxy(fault) }
}

/// The client may notice this before or after it has begun to send.
const RESET_AT_ONCE: &str = "it is reset before anything was read";

const CASES: &[Case] = &[
    Case { what: "the connection is refused", by: By::Refusal },
    case(RESET_AT_ONCE, Reset(Accepted)),
    case("it is reset in the middle of the request", Reset(InRequest)),
    case("it is reset after the request", Reset(Processed)),
    case("it is reset in the middle of the answer", Reset(InAnswer)),
    case("it is closed for writing, by the host, before an answer", HalfClose(Processed)),
    case("it is closed for writing, by the host, in the middle of the answer", HalfClose(InAnswer)),
    case("no answer comes, of a request that was not read", Silence(Accepted)),
    case("no answer comes, of one that was processed", Silence(Processed)),
    case("half an answer comes, and nothing more", Silence(InAnswer)),
    case("the answer comes a byte at a time, too slowly", Trickle),
    case("a kept connection was closed while nobody used it", CloseIdle),
    case("HTTP status 500 with an HTML page", Answer(|_| html("500 Internal Server Error"))),
    case("HTTP status 502 with an HTML page", Answer(|_| html("502 Bad Gateway"))),
    case("HTTP status 503 with an HTML page", Answer(|_| html("503 Service Unavailable"))),
    case("HTTP status 504 with an HTML page", Answer(|_| html("504 Gateway Timeout"))),
    case("an HTML page with HTTP status 200", Answer(|_| html("200 OK"))),
    case("HTTP status 301, to another place", Answer(|_| redirect("301 Moved Permanently"))),
    case("HTTP status 302, to another place", Answer(|_| redirect("302 Found"))),
    case(
        "HTTP status 204, without a body",
        Answer(|_| b"HTTP/1.1 204 No Content\r\nconnection: close\r\n\r\n".to_vec()),
    ),
    case("an answer compressed with gzip, for which nobody asked", Answer(gzip)),
    case("an answer in chunks", Answer(|body| chunked(body, "0\r\n\r\n"))),
    case("an answer in chunks, with a trailer", Answer(|body| chunked(body, "0\r\nexpires: 0\r\n\r\n"))),
    case("an answer in chunks, the last one missing", Answer(|body| chunked(body, ""))),
    case("an answer in chunks, one with a length that is no number", Answer(|body| chunked(body, "zz\r\n\r\n"))),
    case("a `content-length` that is too large", Answer(|body| lengthened(body, 10))),
    case("a `content-length` that is too small", Answer(|body| lengthened(body, -10))),
    case(
        "a `content-length` that is no number",
        Answer(|_| b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: -1\r\n\r\n".to_vec()),
    ),
    case("an answer that is no HTTP", Answer(|_| b"SSH-2.0-OpenSSH_9.2\r\n".to_vec())),
    case("an answer over the limit of bytes", Answer(|_| answer("200 OK", "text/html", &[b' '; LIMIT + 1]))),
    case("an answer without an end", Answer(|_| [b"HTTP/1.1 200 OK\r\n\r\n".as_slice(), &[b' '; LIMIT + 1]].concat())),
    case("an empty answer", Answer(|_| answer("200 OK", "text/html", b""))),
    case("an answer whose signature is not that of its text", Answer(forged)),
    case("a TLS certificate that has expired", Tls(Certificate::Expired)),
    case("a TLS certificate of an authority that is not trusted", Tls(Certificate::Foreign)),
    case("a TLS certificate of another host", Tls(Certificate::OfAnotherHost)),
    case("a host that speaks TLS 1.0 and nothing newer", OldTls),
    case("HTTP/2: `RST_STREAM`, `REFUSED_STREAM`", Http2(Stream::Refused)),
    case("HTTP/2: `RST_STREAM` in the place of an answer", Http2(Stream::Reset)),
    case("HTTP/2: `RST_STREAM` in the middle of the answer", Http2(Stream::ResetInAnswer)),
    case("HTTP/2: `GOAWAY` in the place of an answer", Http2(Stream::GoAway)),
    case("HTTP/2: `GOAWAY` behind the answer", Http2(Stream::GoAwayAfterAnswer)),
];

fn html(status: &str) -> Vec<u8> {
    answer(status, "text/html", b"<html><body><h1>It does not work</h1></body></html>")
}

fn redirect(status: &str) -> Vec<u8> {
    let head =
        format!("HTTP/1.1 {status}\r\nconnection: close\r\nlocation: /gateway.do?again\r\ncontent-length: 0\r\n\r\n");
    head.into_bytes()
}

/// `{}`, compressed.
fn gzip(_: &[u8]) -> Vec<u8> {
    let body = [0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 0xab, 0xae, 5, 0, 0x43, 0xbf, 0xa6, 0xa3, 2, 0, 0, 0];
    let head = format!(
        "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-encoding: gzip\r\ncontent-length: {}\r\n\r\n",
        body.len()
    );
    [head.as_bytes(), &body].concat()
}

fn chunked(body: &[u8], end: &str) -> Vec<u8> {
    let mut text =
        b"HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-type: text/html;charset=utf-8\r\ntransfer-encoding: chunked\r\n\r\n".to_vec();
    for piece in body.chunks(100) {
        text.extend_from_slice(format!("{:X};note=1\r\n", piece.len()).as_bytes());
        text.extend_from_slice(piece);
        text.extend_from_slice(b"\r\n");
    }
    text.extend_from_slice(end.as_bytes());
    text
}

fn lengthened(body: &[u8], by: isize) -> Vec<u8> {
    let length = body.len().saturating_add_signed(by);
    [format!("HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: {length}\r\n\r\n").as_bytes(), body].concat()
}

fn forged(body: &[u8]) -> Vec<u8> {
    let body = String::from_utf8_lossy(body).replace("88.80", "88.81");
    answer("200 OK", "text/html;charset=utf-8", body.as_bytes())
}

/// What a client learns of one fault.
struct Outcome {
    error: Option<Error>,
    /// Whether the gateway has the call.
    arrived: bool,
}

/// One call that meets the fault, and one more that must not notice it any more.
async fn meet(case: &Case, certificates: &Arc<Certificates>) -> Outcome {
    let gateway = Gateway::builder()
        .application(demo::APP_ID, demo::PUBLIC_KEY)
        .on(METHOD, |_| Reply::success(json!({ "refund_fee": "88.80" })))
        .plain_http()
        .start()
        .await
        .unwrap();
    let address = gateway.url().strip_prefix("http://").unwrap().strip_suffix("/gateway.do").unwrap().parse().unwrap();
    let mut proxy = Proxy::start(address, Arc::clone(certificates)).await;
    let is_tls = matches!(case.by, By::Proxy(Tls(_) | OldTls | Http2(_)));
    let scheme = if is_tls { "https" } else { "http" };
    let client = gateway
        .demo_client()
        .gateway_url(format!("{scheme}://localhost:{}/gateway.do", proxy.address.port()))
        .root_certificate_pem(&certificates.trusted_pem())
        .max_answer_bytes(LIMIT)
        .build()
        .unwrap();

    match case.by {
        By::Refusal => proxy.close().await,
        By::Proxy(fault) => proxy.next(fault),
    }
    let must_wait = matches!(case.by, By::Proxy(Silence(_) | Trickle));
    if let By::Proxy(CloseIdle) = case.by {
        assert!(refund(&client, None).await.is_ok(), "the call that opens the connection");
        proxy.closed_idle().await;
        gateway.clear_calls();
    }
    let error = refund(&client, must_wait.then_some(PATIENCE)).await.err();
    let arrived = !gateway.calls().is_empty();
    proxy.open().await;
    proxy.next(Nothing);
    let after = refund(&client, None).await;
    assert!(after.is_ok(), "{}: the next call: {after:?}", case.what);
    Outcome { error, arrived }
}

async fn refund(client: &Client, patience: Option<Duration>) -> Result<(), Error> {
    let content = json!({ "out_trade_no": "20261126-1", "refund_amount": "88.80" });
    let call = client.call_json(METHOD, content);
    let call = match patience {
        Some(patience) => call.timeout(patience),
        None => call,
    };
    call.await.map(|_| ())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn each_fault_ends_as_the_documentation_says_and_the_next_call_works() {
    let certificates = Arc::new(Certificates::make());
    let mut page = String::from(HEAD);
    page.push_str("| what happens | `kind()` | how far it came | `sent()` |\n|---|---|---|---|\n");
    for case in CASES {
        let outcome = tokio::time::timeout(Duration::from_secs(60), meet(case, &certificates)).await;
        let Outcome { error, arrived } = outcome.unwrap_or_else(|_| panic!("{}: it hangs", case.what));
        let Some(error) = error else {
            assert!(arrived, "{}", case.what);
            writeln!(page, "| {} | answered | | |", case.what).unwrap();
            continue;
        };
        assert!(error.sent() == Sent::Possibly || !arrived, "{}: {error:?}", case.what);
        assert!(error.http_status().is_some() == case.what.starts_with("HTTP status"), "{}: {error:?}", case.what);
        assert_ne!(error.kind(), ErrorKind::Configuration, "{}: {error:?}", case.what);
        let phase = error.transport().map(TransportError::phase);
        if case.what == RESET_AT_ONCE {
            assert!(matches!(phase, Some(Phase::Connect | Phase::Send)), "{error:?}");
            let row = "`Connect` or `Send` | `No`, or `Possibly` if it had begun to send";
            writeln!(page, "| {} | `{:?}` | {row} |", case.what, error.kind()).unwrap();
            continue;
        }
        let phase = phase.map_or_else(String::new, |phase| format!("`{phase:?}`"));
        writeln!(page, "| {} | `{:?}` | {phase} | `{:?}` |", case.what, error.kind(), error.sent()).unwrap();
    }
    compare(&page);
}

/// With `FAULTS=overwrite` in the environment the page is written anew, for somebody to read.
fn compare(page: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(PAGE);
    if std::env::var_os("FAULTS").is_some_and(|word| word == "overwrite") {
        std::fs::write(&file, page).unwrap();
    }
    let written = std::fs::read_to_string(&file).unwrap_or_default();
    assert_eq!(written, page, "FAULTS=overwrite writes {PAGE} anew");
}
