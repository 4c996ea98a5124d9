//! Calls that are given up, at every point at which they wait.

use std::pin::pin;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::task::{Context, Poll, Waker};

use alipay_core::transport::{AnswerBody, RequestBody, Transport, TransportError, TransportFuture};
use alipay_core::{Client, JsonText};
use alipay_sandbox::{Gateway, Reply, demo};
use bytes::Bytes;
use http_body::{Body, Frame};
use http_body_util::BodyExt;
use serde_json::json;
use tokio::task::yield_now;

const METHOD: &str = "alipay.trade.refund";

/// Waits before and after everything it does, and counts the bodies that left whole.
struct Hesitant {
    answer: String,
    bodies: Arc<AtomicUsize>,
}

impl Transport for Hesitant {
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
        Box::pin(async move {
            yield_now().await;
            let mut body = request.into_body();
            yield_now().await;
            let mut length = 0;
            while let Some(frame) = body.frame().await {
                length += frame?.into_data().map_or(0, |data| data.len());
                yield_now().await;
            }
            assert!(length > 0);
            self.bodies.fetch_add(1, Ordering::SeqCst);
            yield_now().await;
            let pieces = self.answer.as_bytes().chunks(100).map(Bytes::copy_from_slice).collect();
            Ok(http::Response::new(AnswerBody::new(Pieces { pieces, is_waiting: false })))
        })
    }
}

/// An answer that comes piece by piece, with a wait before each.
struct Pieces {
    pieces: std::collections::VecDeque<Bytes>,
    is_waiting: bool,
}

impl Body for Pieces {
    type Data = Bytes;
    type Error = TransportError;

    fn poll_frame(
        mut self: std::pin::Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, TransportError>>> {
        self.is_waiting = !self.is_waiting;
        if self.is_waiting {
            context.waker().wake_by_ref();
            return Poll::Pending;
        }
        Poll::Ready(self.pieces.pop_front().map(|piece| Ok(Frame::data(piece))))
    }
}

/// Polls a call so often and gives it up. `true`: it was done before.
fn give_up_after(polls: usize, client: &Client) -> bool {
    let mut call = pin!(client.call_json(METHOD, json!({ "out_trade_no": "1" })).into_future());
    let mut context = Context::from_waker(Waker::noop());
    (0..polls).any(|_| match call.as_mut().poll(&mut context) {
        Poll::Ready(answer) => {
            answer.unwrap();
            true
        }
        Poll::Pending => false,
    })
}

#[tokio::test]
async fn a_call_can_be_given_up_wherever_it_waits() {
    let gateway = Gateway::start_demo().await.unwrap();
    let node = r#"{"code":"10000","msg":"Success","refund_fee":"88.80"}"#;
    let answer = format!(r#"{{"alipay_trade_refund_response":{node},"sign":"{}"}}"#, gateway.sign(node));
    let bodies = Arc::new(AtomicUsize::new(0));
    let transport = Arc::new(Hesitant { answer, bodies: Arc::clone(&bodies) });
    let client = gateway.demo_client().transport(transport).build().unwrap();

    let mut points = 0;
    let mut left = 0;
    while !give_up_after(points, &client) {
        let before = bodies.load(Ordering::SeqCst);
        let whole: alipay_core::Answer<JsonText> = client.call_json(METHOD, json!({})).await.unwrap();
        assert_eq!(whole.to_value().unwrap()["refund_fee"], "88.80", "given up at point {points}");
        assert_eq!(bodies.load(Ordering::SeqCst), before + 1, "each body leaves once");
        left = before.max(left);
        points += 1;
    }
    assert!(points >= 8, "{points}");
    assert!(left > 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn over_real_connections_a_call_that_was_given_up_disturbs_no_other() {
    for is_plain in [true, false] {
        let builder = Gateway::builder()
            .application(demo::APP_ID, demo::PUBLIC_KEY)
            .on(METHOD, |call| Reply::success(json!({ "echo": call.biz_content()["n"] })));
        let builder = if is_plain { builder.plain_http() } else { builder };
        let gateway = builder.start().await.unwrap();
        let client = gateway.demo_client().build().unwrap();
        for n in 0..100_usize {
            // So many turns of the runtime, and no time: each call is given up somewhere else.
            let given_up = client.call_json(METHOD, json!({ "n": "given up" })).into_future();
            tokio::select! {
                biased;
                () = turns(n) => {}
                answer = given_up => { answer.unwrap(); }
            }
            let answer = client.call_json(METHOD, json!({ "n": n })).await;
            let answer =
                answer.unwrap_or_else(|error| panic!("plain HTTP {is_plain}, given up after {n} turns: {error:?}"));
            assert_eq!(answer.to_value().unwrap()["echo"], n);
        }
        let kept = gateway.calls().iter().filter(|call| call.biz_content()["n"].is_u64()).count();
        assert_eq!(kept, 100, "each call that was not given up arrived once");
    }
}

async fn turns(count: usize) {
    for _ in 0..count {
        yield_now().await;
    }
}
