//! One request from HTTP to HTTP: read, record, check, hand to the method, sign.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

use bytes::Bytes;
use encoding_rs::{Encoding, UTF_8};
use http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode, header, request};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Incoming;
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use tokio::sync::watch;

use crate::body::AnswerBody;
use crate::checks::{Checks, ERROR_KEY, invalid, invalid_parameter};
use crate::envelope::Answer;
use crate::form::Form;
use crate::reply::Content;
use crate::script::{Methods, Next};
use crate::server::stopped;
use crate::signing::GatewayKey;
use crate::{Call, Reply};

/// The path of the gateway, as in production.
pub(crate) const PATH: &str = "/gateway.do";

/// Everything that the connections of one gateway share.
pub(crate) struct Desk {
    pub(crate) checks: Checks,
    pub(crate) methods: Methods,
    pub(crate) key: GatewayKey,
    pub(crate) clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    pub(crate) body_limit: usize,
    pub(crate) calls: Record,
    pub(crate) counters: Counters,
}

#[derive(Default)]
pub(crate) struct Counters {
    /// Connections accepted so far.
    pub(crate) connections: AtomicUsize,
    /// Connections still to be refused.
    pub(crate) refusals: AtomicUsize,
    answers: AtomicU64,
}

/// What becomes of a request.
pub(crate) enum Outcome {
    Response(Response<AnswerBody>),
    Disconnect,
}

impl Desk {
    /// Counts a connection; says no while connections are to be refused.
    pub(crate) fn takes_connection(&self) -> bool {
        let one_less = |left: usize| left.checked_sub(1);
        let takes = self.counters.refusals.fetch_update(Ordering::Relaxed, Ordering::Relaxed, one_less).is_err();
        if takes {
            self.counters.connections.fetch_add(1, Ordering::Relaxed);
        }
        takes
    }

    pub(crate) async fn receive(&self, request: Request<Incoming>, stopping: watch::Receiver<bool>) -> Outcome {
        let (head, body) = request.into_parts();
        if head.uri.path() != PATH {
            return self.plain(StatusCode::NOT_FOUND, "only /gateway.do is served here");
        }
        if ![Method::GET, Method::POST].contains(&head.method) {
            return self.plain(StatusCode::METHOD_NOT_ALLOWED, "only GET and POST are served here");
        }
        let body = match Limited::new(body, self.body_limit).collect().await {
            Ok(body) => body.to_bytes(),
            Err(error) if error.is::<LengthLimitError>() => {
                return self.plain(StatusCode::PAYLOAD_TOO_LARGE, "the body is larger than this gateway takes");
            }
            Err(_) => return Outcome::Disconnect,
        };

        let (reply, call, charset) = self.reply(head, &body);
        if matches!(reply.content, Content::Silence) {
            stopped(stopping).await;
        }
        if !reply.delay.is_zero() {
            tokio::time::sleep(reply.delay).await;
        }
        let truncated = reply.truncated;
        match Answer::seal(reply, call.as_ref(), charset, &self.key) {
            None => Outcome::Disconnect,
            Some(answer) => self.respond(answer, truncated),
        }
    }

    /// The reply, and what the answer needs to know of the call that it answers.
    fn reply(&self, head: request::Parts, body: &[u8]) -> (Reply, Option<Call>, &'static Encoding) {
        if !body.is_empty() && !is_form(head.headers.get(header::CONTENT_TYPE)) {
            let reply = invalid_parameter("the body must be application/x-www-form-urlencoded");
            return (reply.unsigned().under(ERROR_KEY), None, UTF_8);
        }
        let form = match Form::parse(head.uri.query().unwrap_or_default().as_bytes(), body) {
            Ok(form) => form,
            Err(error) => {
                let reply = invalid_parameter(&format!("the request holds {error}"));
                return (reply.unsigned().under(ERROR_KEY), None, UTF_8);
            }
        };
        let call = Call {
            parameters: form.parameters,
            http_method: head.method,
            http_version: head.version,
            headers: head.headers,
        };
        self.calls.push(&call);
        let refusal = self.checks.refuse(&call, form.charset, &self.methods, (self.clock)());
        let reply = refusal.unwrap_or_else(|| match self.methods.next(call.method()) {
            Some(Next::Reply(reply)) => reply,
            Some(Next::Handler(handler)) => handler(&call),
            // Another call has just taken the last queued reply.
            None => invalid("isv.invalid-method", "no method has this name").unsigned().under(ERROR_KEY),
        });
        (reply, Some(call), form.charset.unwrap_or(UTF_8))
    }

    fn plain(&self, status: StatusCode, text: &'static str) -> Outcome {
        let answer = Answer {
            status,
            content_type: "text/plain;charset=UTF-8".to_owned(),
            body: Bytes::from_static(text.as_bytes()),
        };
        self.respond(answer, false)
    }

    fn respond(&self, answer: Answer, truncated: bool) -> Outcome {
        let body = if truncated { AnswerBody::torn(&answer.body) } else { AnswerBody::whole(answer.body) };
        let trace_id = self.counters.answers.fetch_add(1, Ordering::Relaxed);
        let headers = [
            (header::CONTENT_TYPE, Some(answer.content_type)),
            (header::DATE, http_date((self.clock)())),
            (HeaderName::from_static("trace_id"), Some(format!("5a4db0c5{trace_id:024x}"))),
        ];
        let mut response = Response::new(body);
        *response.status_mut() = answer.status;
        for (name, value) in headers {
            if let Some(value) = value.and_then(|text| HeaderValue::try_from(text).ok()) {
                response.headers_mut().insert(name, value);
            }
        }
        Outcome::Response(response)
    }
}

/// The calls of late, the oldest first.
pub(crate) struct Record {
    calls: Mutex<VecDeque<Call>>,
    limit: usize,
}

impl Record {
    pub(crate) fn new(limit: usize) -> Self {
        Self { calls: Mutex::default(), limit }
    }

    fn push(&self, call: &Call) {
        if self.limit == 0 {
            return;
        }
        self.with(|calls| {
            if calls.len() == self.limit {
                calls.pop_front();
            }
            calls.push_back(call.clone());
        });
    }

    pub(crate) fn with<T>(&self, work: impl FnOnce(&mut VecDeque<Call>) -> T) -> T {
        work(&mut self.calls.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

fn is_form(content_type: Option<&HeaderValue>) -> bool {
    let media_type = content_type.and_then(|value| value.to_str().ok()).and_then(|text| text.split(';').next());
    media_type.is_some_and(|text| text.trim().eq_ignore_ascii_case("application/x-www-form-urlencoded"))
}

fn http_date(now: SystemTime) -> Option<String> {
    let now = Timestamp::try_from(now).ok()?;
    rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&now).ok()
}
