//! Calls that are made again, and calls that must not be.

use std::collections::VecDeque;
use std::time::Duration;

use tokio::time::Instant;

use super::*;
use crate::client::RetryPolicy;
use crate::error::{Error, ErrorKind, Sent};
use crate::transport::Phase;
use crate::{Answer, Record, alipay_api};

/// Changes something, once for each `out_request_no`.
#[alipay_api(method = "a.b.refund", response = Nothing, idempotent_by(out_request_no))]
struct Refund {
    out_request_no: Option<String>,
}

/// Changes something, once for each `out_trade_no`, but not always at once.
#[alipay_api(method = "a.b.refund", response = Nothing, idempotent_by(out_trade_no), in_progress)]
struct Pay {
    out_trade_no: String,
}

/// Changes nothing.
#[alipay_api(method = "a.b.refund", response = Nothing, read_only)]
struct Query {}

#[derive(Record)]
struct Nothing {}

const NODE: &str = r#"{"code":"10000"}"#;

/// What becomes of an attempt.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Answered(&'static str),
    Status(u16),
    /// By the transport, which had sent everything from [`Phase::Send`] on.
    Lost(Phase),
    Hangs,
}

use Fate::{Answered, Hangs, Lost, Status};

const GOOD: Fate = Answered(NODE);
/// `isv.app-call-limited` may be repeated later.
const LIMITED: Fate = Answered(r#"{"code":"40005","sub_code":"isv.app-call-limited"}"#);
const UNKNOWN: Fate = Answered(r#"{"code":"20000","sub_code":"isp.unknow-error"}"#);
const WRONG: Fate = Answered(r#"{"code":"40002","sub_code":"isv.invalid-app-id"}"#);

/// Deals out one fate after the other, and keeps what each attempt sent.
#[derive(Default)]
struct Fates {
    left: Mutex<VecDeque<Fate>>,
    sent: Mutex<Vec<Pairs>>,
}

impl Transport for Fates {
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
        Box::pin(async move {
            let fate = self.left.lock().unwrap().pop_front().expect("one attempt too many");
            if let Lost(phase @ (Phase::Connect | Phase::ConnectTimeout | Phase::Tls)) = fate {
                self.sent.lock().unwrap().push(Pairs::new());
                return Err(TransportError::new(phase, "scripted"));
            }
            let query = form_urlencoded::parse(request.uri().query().unwrap().as_bytes()).into_owned();
            let mut pairs: Pairs = query.collect();
            pairs.extend(form_urlencoded::parse(&request.into_body().into_bytes()).into_owned());
            self.sent.lock().unwrap().push(pairs);
            match fate {
                Answered(node) => Ok(http::Response::new(AnswerBody::from(signed("a_b_refund_response", node)))),
                Status(status) => Ok(http::Response::builder().status(status).body(AnswerBody::from("")).unwrap()),
                Lost(phase) => Err(TransportError::new(phase, "scripted")),
                Hangs => std::future::pending().await,
            }
        })
    }
}

fn fates(fates: &[Fate]) -> Arc<Fates> {
    Arc::new(Fates { left: Mutex::new(fates.iter().copied().collect()), sent: Mutex::default() })
}

impl Fates {
    fn client(self: &Arc<Self>, policy: RetryPolicy) -> Client {
        builder().transport(self.clone()).retry(policy).build().unwrap()
    }

    fn attempts(&self) -> usize {
        assert!(self.left.lock().unwrap().is_empty(), "one attempt too few");
        self.sent.lock().unwrap().len()
    }
}

async fn query(client: &Client) -> Result<Answer<Nothing>, Error> {
    Query {}.call(client).await
}

async fn refund(client: &Client) -> Result<Answer<Nothing>, Error> {
    Refund::new().out_request_no("7-1").call(client).await
}

async fn refund_without_number(client: &Client) -> Result<Answer<Nothing>, Error> {
    Refund::new().call(client).await
}

async fn pay(client: &Client) -> Result<Answer<Nothing>, Error> {
    Pay::new("7").call(client).await
}

#[tokio::test(start_paused = true)]
async fn only_what_may_be_repeated_is_made_again() {
    // What happens first; whether it is made again: a query, a refund with its number, one without, a payment.
    let table = [
        (Lost(Phase::Connect), [true, true, true, true]),
        (Lost(Phase::ConnectTimeout), [true, true, true, true]),
        (Lost(Phase::Tls), [false; 4]),
        (Lost(Phase::Send), [true, true, false, false]),
        (Lost(Phase::Read), [true, true, false, false]),
        (Lost(Phase::TooLarge), [false; 4]),
        (Hangs, [true, true, false, false]),
        (Status(500), [true, true, false, false]),
        (Status(429), [true, true, false, false]),
        (Status(302), [false; 4]),
        (Status(404), [false; 4]),
        (LIMITED, [true, true, false, false]),
        (UNKNOWN, [false; 4]),
        (WRONG, [false; 4]),
        (Answered(r#"{"code":"40004","sub_code":"NEW"}"#), [false; 4]),
        (Answered("nonsense"), [false; 4]),
    ];
    for (fate, expected) in table {
        for (request, again) in expected.into_iter().enumerate() {
            let fates = if again { fates(&[fate, GOOD]) } else { fates(&[fate]) };
            let client = fates.client(RetryPolicy::standard());
            let outcome = match request {
                0 => query(&client).await,
                1 => refund(&client).await,
                2 => refund_without_number(&client).await,
                _ => pay(&client).await,
            };
            assert_eq!(outcome.is_ok(), again, "{fate:?}, request {request}: {outcome:?}");
            assert_eq!(fates.attempts(), if again { 2 } else { 1 }, "{fate:?}, request {request}");
        }
    }
}

#[tokio::test(start_paused = true)]
async fn without_a_policy_nothing_is_made_again_and_a_call_may_have_its_own() {
    let lost = Lost(Phase::Connect);
    let once = fates(&[lost]);
    let client = builder().transport(once.clone()).build().unwrap();
    query(&client).await.unwrap_err();
    assert_eq!(once.attempts(), 1);

    let twice = fates(&[lost, GOOD]);
    let client = builder().transport(twice.clone()).build().unwrap();
    Query {}.call(&client).retry(RetryPolicy::standard()).await.unwrap();
    assert_eq!(twice.attempts(), 2);

    let once = fates(&[lost]);
    Query {}.call(&once.client(RetryPolicy::standard())).retry(RetryPolicy::off()).await.unwrap_err();
    assert_eq!(once.attempts(), 1);
}

#[tokio::test(start_paused = true)]
async fn a_method_that_nobody_declared_is_made_again_only_if_nothing_was_sent() {
    let again = fates(&[Lost(Phase::Connect), GOOD]);
    again.client(RetryPolicy::standard()).call_json("a.b.refund", serde_json::json!({})).await.unwrap();
    let once = fates(&[Lost(Phase::Send)]);
    once.client(RetryPolicy::standard()).call_json("a.b.refund", serde_json::json!({})).await.unwrap_err();
    assert_eq!((again.attempts(), once.attempts()), (2, 1));
}

#[tokio::test(start_paused = true)]
async fn a_repetition_has_the_same_content_and_is_signed_anew() {
    let fates = fates(&[Lost(Phase::Read), GOOD]);
    let seconds = std::sync::atomic::AtomicU32::new(0);
    let clock = move || {
        let second = seconds.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        format!("2026-11-23 08:00:{second:02}").parse().unwrap()
    };
    let client = builder().transport(fates.clone()).clock(clock).retry(RetryPolicy::standard()).build().unwrap();
    refund(&client).await.unwrap();
    let sent = fates.sent.lock().unwrap();
    let [first, second] = sent.as_slice() else { panic!("{} attempts", sent.len()) };
    for ((name, before), (same, after)) in first.iter().zip(second) {
        assert_eq!(name, same);
        assert_eq!(before != after, name == "timestamp" || name == "sign", "{name}: {before}, {after}");
    }
}

#[tokio::test(start_paused = true)]
async fn what_an_earlier_attempt_may_have_done_is_not_forgotten() {
    let fates = fates(&[Lost(Phase::Read), Lost(Phase::Connect), Lost(Phase::Connect)]);
    let error = refund(&fates.client(RetryPolicy::standard())).await.unwrap_err();
    assert_eq!(fates.attempts(), 3);
    assert_eq!(error.transport().unwrap().phase(), Phase::Connect);
    assert_eq!(error.sent(), Sent::Possibly);
}

#[tokio::test(start_paused = true)]
async fn pauses_grow_and_end_with_the_attempts_or_the_time() {
    let lost = Lost(Phase::Connect);
    let policy = || RetryPolicy::standard().pauses(Duration::from_secs(1), Duration::from_secs(3)).attempts(5);

    let five = fates(&[lost; 5]);
    let start = Instant::now();
    query(&five.client(policy())).await.unwrap_err();
    assert_eq!(five.attempts(), 5);
    // 1 to 2, 2 to 3, 3, 3.
    let waited = start.elapsed();
    assert!(waited >= Duration::from_secs(9) && waited <= Duration::from_secs(11), "{waited:?}");

    let start = Instant::now();
    let few = fates(&[lost; 3]);
    query(&few.client(policy().deadline(Duration::from_secs(6)))).await.unwrap_err();
    assert_eq!(few.attempts(), 3);
    assert!(start.elapsed() < Duration::from_secs(6), "no pause that leads beyond the time");

    // An attempt does not outlast it either.
    let start = Instant::now();
    let hanging = fates(&[lost, Hangs]);
    let error = query(&hanging.client(policy().deadline(Duration::from_secs(6)))).await.unwrap_err();
    assert_eq!((error.kind(), hanging.attempts()), (ErrorKind::Timeout, 2));
    assert_eq!(start.elapsed().as_secs(), 6);
}

#[tokio::test(start_paused = true)]
async fn the_budget_of_a_client_is_spent_by_failures_and_earned_by_answers() {
    let lost = Lost(Phase::Connect);
    let policy = RetryPolicy::standard().attempts(2).budget(2);
    let spent = fates(&[lost; 5]);
    let client = spent.client(policy.clone());
    for _ in 0..3 {
        query(&client.clone()).await.unwrap_err();
    }
    assert_eq!(spent.attempts(), 5, "the third call had no repetition left");
    assert!(format!("{policy:?}").contains("budget: 0"));

    let earning = fates(&[&[GOOD; 10][..], &[lost, GOOD]].concat());
    let client = earning.client(policy);
    for _ in 0..11 {
        query(&client).await.unwrap();
    }
    assert_eq!(earning.attempts(), 12);
}
