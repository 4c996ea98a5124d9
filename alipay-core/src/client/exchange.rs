//! One exchange with the gateway, the same code for every method: validate, write, sign, send,
//! receive, verify.

use std::borrow::Cow;
use std::pin::Pin;
use std::time::{Duration, Instant};

use http::header::{CONTENT_TYPE, DATE};
use http::{HeaderMap, HeaderValue, StatusCode};
use tracing::field::{Empty, display};
use tracing::{Instrument, Span};

use super::Shared;
use super::method::Method;
use super::request::{Draft, Signed};
use super::retry::Attempts;
use crate::answer::{Answer, Facts};
use crate::api::Api;
use crate::encryption::Encryption;
use crate::envelope::{self, EnvelopeError, Expected, Opened};
use crate::error::{BusinessError, Cause, ClockSkew, Error, Sent, Word, is_plain};
use crate::json::ReadError;
use crate::transport::{Claim, RequestBody, TransportError, read_limited};

/// A call, ready to run.
pub(crate) struct Exchange<'a>(pub(crate) Draft<'a>);

/// What [`Exchange::run`] gives.
pub(crate) type ExchangeFuture<'a> = Pin<Box<dyn Future<Output = Result<Exchanged, Error>> + Send + 'a>>;

impl<'a> Exchange<'a> {
    /// Runs it inside a span of its own.
    pub(crate) fn run(self) -> ExchangeFuture<'a> {
        let span = tracing::info_span!(
            "alipay.call",
            method = %Word(&self.0.method.name),
            app_id = %self.0.client.app_id,
            trace_id = Empty,
            code = Empty,
            sub_code = Empty,
            error = Empty,
            sign_us = Empty,
            wait_us = Empty,
            verify_us = Empty,
            read_us = Empty,
        );
        let inner = span.clone();
        Box::pin(async move { self.run_in(inner).await }.instrument(span))
    }

    async fn run_in(self, span: Span) -> Result<Exchanged, Error> {
        let Self(draft) = self;
        let way = Way { client: draft.client, method: &draft.method, span: &span };
        match way.go_until_done(&draft).await {
            Ok(facts) => Ok(Exchanged { facts, method: draft.method.name, span, opened: Instant::now() }),
            Err(error) => {
                span.record("error", display(error.kind().as_str()));
                Err(error.of_method(&draft.method.name))
            }
        }
    }
}

/// How far an attempt has come.
enum Stage {
    Preparing,
    /// As many calls as may be are on their way.
    InLine,
    Sending(Claim),
}

/// The way to the gateway and back.
struct Way<'a> {
    client: &'a Shared,
    method: &'a Method,
    span: &'a Span,
}

impl Way<'_> {
    /// As many attempts as the policy allows.
    async fn go_until_done(&self, draft: &Draft<'_>) -> Result<Facts, Error> {
        tokio::runtime::Handle::try_current()
            .map_err(|error| Error::configuration_because("a call needs a Tokio runtime", error))?;
        let own_limit = draft.options.timeout.unwrap_or(self.client.timeout);
        let policy = draft.options.retry.as_ref().unwrap_or(&self.client.retry);
        let mut attempts = Attempts::new(policy, draft.repetition());
        loop {
            let error = match self.go_within(attempts.limit(own_limit), draft).await {
                Ok(facts) => {
                    attempts.succeeded();
                    return Ok(facts);
                }
                Err(error) => error,
            };
            let kind = error.kind();
            let pause = attempts.failed(error)?;
            tracing::debug!(error = kind.as_str(), ?pause, "made again");
            tokio::time::sleep(pause).await;
        }
    }

    /// One attempt.
    async fn go_within(&self, limit: Duration, draft: &Draft<'_>) -> Result<Facts, Error> {
        let mut stage = Stage::Preparing;
        match tokio::time::timeout(limit, self.go(draft, &mut stage)).await {
            Ok(outcome) => outcome,
            Err(_elapsed) => Err(match stage {
                Stage::Preparing => Error::unsent(Cause::Timeout(limit)),
                Stage::InLine => Error::unsent(Cause::Busy(limit)),
                Stage::Sending(claim) => Error::new(Cause::Timeout(limit), sent(&claim)),
            }),
        }
    }

    async fn go(&self, draft: &Draft<'_>, stage: &mut Stage) -> Result<Facts, Error> {
        let files = draft.open_files().await?;
        draft.check()?;
        let _turn = match &self.client.in_flight {
            Some(line) => {
                *stage = Stage::InLine;
                let turn = line.turn().await?;
                *stage = Stage::Preparing;
                Some(turn)
            }
            None => None,
        };
        let start = Instant::now();
        let signed = draft.sign().await?;
        let (request, kept) = signed.to_http(files)?;
        *stage = Stage::Sending(kept.clone());
        let signed_at = Instant::now();
        self.span.record("sign_us", micros(start, signed_at));

        let received = self.receive(&signed, request, kept).await?;
        let received_at = Instant::now();
        self.span.record("wait_us", micros(signed_at, received_at));

        let facts = self.open(received, signed.encryption()).await.map_err(|error| signed.explain(error));
        self.span.record("verify_us", micros(received_at, Instant::now()));
        facts
    }

    async fn receive(
        &self,
        signed: &Signed<'_>,
        request: http::Request<RequestBody>,
        claim: Claim,
    ) -> Result<Received, Error> {
        let lost = |error: TransportError| {
            // Not every HTTP client hands on why the body broke off.
            let error = claim.failure().cloned().map_or(error, TransportError::from);
            let sent = if error.phase().may_have_sent() { sent(&claim) } else { Sent::No };
            Error::new(Cause::Transport(error), sent)
        };
        let (mut head, body) = self.client.transport.send(request).await.map_err(lost)?.into_parts();
        // It is printed wherever a call is: what is no word is no trace id either.
        let trace_id = header(&head.headers, "trace_id").filter(|trace_id| !trace_id.is_empty() && is_plain(trace_id));
        let trace_id = trace_id.map(str::to_owned);
        if let Some(trace_id) = &trace_id {
            self.span.record("trace_id", display(trace_id));
        }
        let clock_skew = header(&head.headers, DATE.as_str()).and_then(|date| signed.clock_skew(date));
        let body = read_limited(body, self.client.max_answer_bytes).await;
        if head.status != StatusCode::OK {
            let error = Error::new(Cause::Status(head.status), sent(&claim))
                .with_trace_id(trace_id)
                .with_clock_skew(clock_skew);
            return Err(match body {
                Ok(body) => error.with_body(lossy(body), false),
                Err(_) => error,
            });
        }
        match body {
            Ok(body) => {
                let content_type = head.headers.remove(CONTENT_TYPE);
                Ok(Received { body, content_type, trace_id, clock_skew })
            }
            Err(error) => Err(lost(error).with_trace_id(trace_id).with_clock_skew(clock_skew)),
        }
    }

    async fn open(&self, received: Received, encryption: Encryption) -> Result<Facts, Error> {
        let Received { body, content_type, trace_id, clock_skew } = received;
        let expected = Expected {
            response_key: &self.method.response_key,
            in_progress: self.method.in_progress,
            content_key: self.client.content_key.as_ref(),
            encryption,
        };
        let content_type = content_type.as_ref().and_then(|value| value.to_str().ok());
        let opened = envelope::open(&body, content_type, expected, &*self.client.verifier).await;
        let (cause, body, is_verified) = match opened {
            Ok(Opened::Success { head, node }) => {
                self.record_code(&head);
                return Ok(Facts {
                    in_progress: head.is_in_progress(),
                    code: head.code,
                    node: node.into_string().into(),
                    trace_id,
                });
            }
            Ok(Opened::Failure { head, node }) => {
                self.record_code(&head);
                (Cause::Business(BusinessError::signed(head, self.method.errors)), node.into_string(), true)
            }
            Ok(Opened::UnverifiedFailure { head, node }) => {
                self.record_code(&head);
                (Cause::Gateway(BusinessError::unsigned(head, self.method.errors)), node, false)
            }
            Err(EnvelopeError::Malformed(malformed)) => (Cause::Malformed(malformed), lossy(body), false),
            Err(EnvelopeError::Signature(error)) => (Cause::Signature(error), lossy(body), false),
        };
        let error = Error::new(cause, Sent::Possibly).with_trace_id(trace_id).with_clock_skew(clock_skew);
        Err(error.with_body(body, is_verified))
    }

    fn record_code(&self, head: &envelope::Head) {
        if let Some(code) = &head.code {
            self.span.record("code", display(Word(code)));
        }
        if let Some(sub_code) = &head.sub_code {
            self.span.record("sub_code", display(Word(sub_code)));
        }
    }
}

struct Received {
    body: Vec<u8>,
    content_type: Option<HeaderValue>,
    trace_id: Option<String>,
    clock_skew: Option<ClockSkew>,
}

/// A verified answer that was not read yet.
pub(crate) struct Exchanged {
    facts: Facts,
    method: Cow<'static, str>,
    span: Span,
    opened: Instant,
}

impl Exchanged {
    /// What came by another way than an answer to a call: an app handed it on.
    pub(super) async fn of_text(client: &Shared, api: &'static Api, text: &str) -> Result<Self, Error> {
        let method = Method::declared(api);
        let span = tracing::info_span!("alipay.result", method = %Word(&method.name), code = Empty, sub_code = Empty, error = Empty);
        let charset = client.charset;
        let received = Received {
            body: charset.encode(text).unwrap_or_default().into_owned(),
            content_type: HeaderValue::try_from(format!("text/plain;charset={}", charset.as_str())).ok(),
            trace_id: None,
            clock_skew: None,
        };
        let opened = Way { client, method: &method, span: &span }.open(received, Encryption::Off).await;
        match opened {
            Ok(facts) => Ok(Self { facts, method: method.name, span, opened: Instant::now() }),
            Err(error) => {
                span.record("error", display(error.kind().as_str()));
                Err(error.of_method(&method.name))
            }
        }
    }

    /// Reads the answer. What came, was verified, and does not fit its declaration is in the error:
    /// nothing of it may be lost.
    #[inline]
    pub(crate) fn into_answer<T>(self, read: impl FnOnce(&str) -> Result<T, ReadError>) -> Result<Answer<T>, Error> {
        match read(&self.facts.node) {
            Ok(response) => Ok(Answer::new(response, self.read())),
            Err(error) => Err(self.unreadable(error)),
        }
    }

    fn read(self) -> Facts {
        self.span.record("read_us", micros(self.opened, Instant::now()));
        self.facts
    }

    fn unreadable(self, error: ReadError) -> Error {
        let error = Error::new(Cause::Unreadable(error), Sent::Possibly);
        self.span.record("error", display(error.kind().as_str()));
        let Facts { node, trace_id, .. } = self.facts;
        error.of_method(&self.method).with_trace_id(trace_id).with_body(String::from(&*node), true)
    }
}

/// Keeps back what was not sent yet, so that the word stands.
fn sent(claim: &Claim) -> Sent {
    if claim.keep_back() { Sent::No } else { Sent::Possibly }
}

fn header<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    headers.get(name)?.to_str().ok()
}

fn lossy(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn micros(from: Instant, to: Instant) -> u64 {
    u64::try_from(to.saturating_duration_since(from).as_micros()).unwrap_or(u64::MAX)
}
