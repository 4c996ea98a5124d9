//! One request from HTTP to HTTP: read, record, check, hand to the method, sign.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::SystemTime;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use bytes::Bytes;
use encoding_rs::{Encoding, UTF_8};
use http::{HeaderName, HeaderValue, Method, Request, Response, StatusCode, header, request};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Incoming;
use jiff::Timestamp;
use jiff::fmt::rfc2822;
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::body::AnswerBody;
use crate::channel::{self, Channel};
use crate::checks::{Checks, ERROR_KEY, invalid, invalid_parameter};
use crate::envelope::{Answer, Context};
use crate::form::Form;
use crate::record::Record;
use crate::reply::Content;
use crate::script::Methods;
use crate::server::stopped;
use crate::signing::Keys;
use crate::upload::Upload;
use crate::{AppResult, Call, Reply, batch};

mod opening;

/// The path of the gateway, as in production.
pub(crate) const PATH: &str = "/gateway.do";

/// Hands out the certificates with which answers are signed.
const DOWNLOAD: &str = "alipay.open.app.alipaycert.download";

/// What the gateway answers by itself.
pub(crate) const OWN_METHODS: [&str; 2] = [batch::METHOD, DOWNLOAD];

/// Everything that the connections of one gateway share.
pub(crate) struct Desk {
    pub(crate) checks: Checks,
    pub(crate) methods: Methods,
    pub(crate) keys: Keys,
    pub(crate) clock: Arc<dyn Fn() -> SystemTime + Send + Sync>,
    pub(crate) body_limit: usize,
    pub(crate) calls: Record,
    pub(crate) counters: Counters,
    pub(crate) channel: Channel,
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

    pub(crate) async fn receive(&self, mut request: Request<Incoming>, stopping: watch::Receiver<bool>) -> Outcome {
        if request.uri().path() == channel::CONNECT {
            return Outcome::Response(self.connect(&mut request, stopping));
        }
        let (head, body) = request.into_parts();
        if head.uri.path() == channel::REGISTER {
            return self.register(&head);
        }
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
            // The caller gave it up. Over HTTP/2 the connection serves others too.
            Err(_) => return self.plain(StatusCode::BAD_REQUEST, "the body broke off"),
        };

        let (reply, context) = self.read(head, body).await;
        if matches!(reply.content, Content::Silence) {
            stopped(stopping).await;
        }
        if !reply.delay.is_zero() {
            tokio::time::sleep(reply.delay).await;
        }
        let truncated = reply.truncated;
        match Answer::seal(reply, &context) {
            None => Outcome::Disconnect,
            Some(answer) => self.respond(answer, truncated),
        }
    }

    /// Reads a request, in one of the two forms that a body may have.
    async fn read(&self, head: request::Parts, body: Bytes) -> (Reply, Context) {
        let query = head.uri.query().unwrap_or_default().as_bytes();
        let content_type = head.headers.get(header::CONTENT_TYPE);
        let (form, files) = match (content_type, media_type(content_type).as_str()) {
            (Some(value), "multipart/form-data") => match Upload::read(value, body).await {
                Ok(upload) => (Form::with_parts(query, &upload.texts), upload.files),
                Err(_) => return self.unreadable("the body must be multipart/form-data as it says"),
            },
            (_, "application/x-www-form-urlencoded") => (Form::parse(query, &body), Vec::new()),
            _ if body.is_empty() => (Form::parse(query, &body), Vec::new()),
            _ => {
                return self.unreadable("the body must be application/x-www-form-urlencoded or multipart/form-data");
            }
        };
        match form {
            Ok(form) => {
                let call = Call {
                    parameters: form.parameters,
                    content: None,
                    files,
                    http_method: head.method,
                    http_version: head.version,
                    headers: head.headers,
                };
                self.reply(call, form.charset)
            }
            Err(error) => self.unreadable(&format!("the request holds {error}")),
        }
    }

    /// What the phone makes of the answer to an order string, which is the body of a call.
    pub(crate) async fn order(&self, order_string: &str) -> AppResult {
        let form = HeaderValue::from_static("application/x-www-form-urlencoded");
        let (mut head, ()) = Request::new(()).into_parts();
        head.method = Method::POST;
        head.headers.insert(header::CONTENT_TYPE, form);
        let (reply, context) = self.read(head, Bytes::copy_from_slice(order_string.as_bytes())).await;
        let sign_type = context.key.sign_type();
        let answer = Answer::seal(reply, &context).map(|answer| answer.body).unwrap_or_default();
        AppResult::of(&context.charset.decode_without_bom_handling(&answer).0, sign_type)
    }

    fn unreadable(&self, reason: &str) -> (Reply, Context) {
        let context = Context { call: None, charset: UTF_8, key: self.keys.for_application(None), cipher: None };
        (invalid_parameter(reason).unsigned().under(ERROR_KEY), context)
    }

    /// Checks a call, decrypts it, notes it down and hands it to its method.
    fn reply(&self, mut call: Call, charset: Option<&'static Encoding>) -> (Reply, Context) {
        let knows = |method: &str| self.methods.knows(method) || OWN_METHODS.contains(&method);
        let refusal = self.checks.refuse(&call, charset, knows, (self.clock)());
        let charset = charset.unwrap_or(UTF_8);
        let decrypted = match refusal {
            Some(refusal) => Err(refusal),
            None => self.checks.decrypt(&mut call, charset),
        };
        self.calls.push(&call);
        let (reply, cipher) = match decrypted {
            Ok(cipher) => (self.perform(&call, true), cipher),
            Err(refusal) => (refusal, None),
        };
        let key = self.keys.for_application(self.checks.application(&call));
        (reply, Context { call: Some(call), charset, key, cipher })
    }

    /// What the method answers: the one that a test has set, else the gateway's own. A call within a
    /// batch is not alone.
    fn perform(&self, call: &Call, is_alone: bool) -> Reply {
        match self.methods.answer(call) {
            Some(reply) => reply,
            None if call.method() == DOWNLOAD => self.download(call),
            None if call.method() == batch::METHOD && is_alone => {
                batch::answer(call, |single| self.perform(single, false))
            }
            // Within a batch, or another call has just taken the last queued reply.
            None => invalid("isv.invalid-method", "no method has this name").unsigned().under(ERROR_KEY),
        }
    }

    fn download(&self, call: &Call) -> Reply {
        let content = call.biz_content();
        let number = content.get("alipay_cert_sn").and_then(Value::as_str).unwrap_or_default();
        match self.keys.chain(number) {
            Some(chain) => Reply::success(json!({ "alipay_cert_content": BASE64_STANDARD.encode(chain) })),
            None => invalid("isv.alipay-cert-not-exist", "no certificate has this alipay_cert_sn"),
        }
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

/// Without its parameters, in lower case; empty if there is none.
fn media_type(content_type: Option<&HeaderValue>) -> String {
    let text = content_type.and_then(|value| value.to_str().ok()).and_then(|text| text.split(';').next());
    text.unwrap_or_default().trim().to_ascii_lowercase()
}

fn http_date(now: SystemTime) -> Option<String> {
    let now = Timestamp::try_from(now).ok()?;
    rfc2822::DateTimePrinter::new().timestamp_to_rfc9110_string(&now).ok()
}
