//! One exchange with the gateway, the same code for every method: validate, write, sign, send,
//! receive, verify.

use std::borrow::Cow;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Instant;

use http::header::CONTENT_TYPE;
use http::{HeaderMap, StatusCode};
use tracing::field::{Empty, display};
use tracing::{Instrument, Span};

use super::options::Options;
use super::request::SignedRequest;
use super::{Client, Shared};
use crate::answer::Facts;
use crate::api::Api;
use crate::envelope::{self, EnvelopeError, Expected, Opened};
use crate::error::{BusinessError, Cause, Error, Sent, Word, is_plain};
use crate::error_code::{AnyCode, ErrorCode, ErrorTable};
use crate::json::{self, ReadError};
use crate::record::Record;
use crate::schema::Severity;
use crate::transport::{Claim, TransportError, read_limited};
use crate::validate;
use crate::violation::Violations;

/// What an exchange has to know of a method.
pub(crate) struct Method {
    pub(super) name: Cow<'static, str>,
    response_key: Cow<'static, str>,
    in_progress: bool,
    errors: &'static ErrorTable,
}

impl Method {
    fn declared(api: &'static Api) -> Self {
        Self {
            name: Cow::Borrowed(api.method),
            response_key: Cow::Borrowed(api.response_key),
            in_progress: api.in_progress,
            errors: api.errors,
        }
    }

    /// A method known by its name alone. It may answer that it is in progress.
    fn undeclared(name: String) -> Self {
        let response_key = Cow::Owned(format!("{}_response", name.replace('.', "_")));
        Self { name: Cow::Owned(name), response_key, in_progress: true, errors: AnyCode::TABLE }
    }
}

enum Content<'a> {
    Record(&'a dyn Record),
    Json(String),
}

/// A call, ready to run.
pub(crate) struct Exchange<'a> {
    client: &'a Shared,
    method: Method,
    content: Content<'a>,
    options: Options,
}

/// What [`Exchange::run`] gives.
pub(crate) type ExchangeFuture<'a> = Pin<Box<dyn Future<Output = Result<Exchanged, Error>> + Send + 'a>>;

impl<'a> Exchange<'a> {
    pub(crate) fn of_record(client: &'a Client, api: &'static Api, record: &'a dyn Record, options: Options) -> Self {
        Self { client: &client.shared, method: Method::declared(api), content: Content::Record(record), options }
    }

    pub(crate) fn of_json(client: &'a Client, method: String, biz_content: String, options: Options) -> Self {
        Self {
            client: &client.shared,
            method: Method::undeclared(method),
            content: Content::Json(biz_content),
            options,
        }
    }

    /// Runs it inside a span of its own.
    pub(crate) fn run(self) -> ExchangeFuture<'a> {
        let span = tracing::info_span!(
            "alipay.call",
            method = %Word(&self.method.name),
            app_id = %self.client.app_id,
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
        let Self { client, method, content, options } = self;
        let outcome = async {
            check_call(&method, &options)?;
            let biz_content = biz_content(content, &options)?;
            let limit = options.timeout.unwrap_or(client.timeout);
            let mut claim = None;
            let way = Way { client, method: &method, span: &span };
            match tokio::time::timeout(limit, way.go(biz_content, &options, &mut claim)).await {
                Ok(outcome) => outcome,
                Err(_elapsed) => Err(Error::new(Cause::Timeout(limit), sent(claim.as_ref()))),
            }
        };
        match outcome.await {
            Ok(facts) => Ok(Exchanged { facts, method: method.name, span, opened: Instant::now() }),
            Err(error) => {
                span.record("error", display(error.kind().as_str()));
                Err(error.of_method(&method.name))
            }
        }
    }
}

fn check_call(method: &Method, options: &Options) -> Result<(), Error> {
    options.check().map_err(Error::configuration)?;
    let is_name = |byte: u8| byte.is_ascii_alphanumeric() || b"._".contains(&byte);
    if method.name.is_empty() || !method.name.bytes().all(is_name) {
        return Err(Error::configuration("the name of the method is not one, such as alipay.trade.query"));
    }
    tokio::runtime::Handle::try_current()
        .map(drop)
        .map_err(|error| Error::configuration_because("a call needs a Tokio runtime", error))
}

/// Validates a record, as far as the options want it, and writes it as JSON.
fn biz_content(content: Content<'_>, options: &Options) -> Result<String, Error> {
    let record = match content {
        Content::Json(json) => return Ok(json),
        Content::Record(record) => record,
    };
    if !options.unchecked {
        let mut refusals = Vec::new();
        validate::check(record, &mut |violation| {
            if violation.severity == Severity::Advise {
                tracing::debug!(path = %violation.path, rule = %violation.code, "advised against");
            } else if options.allows(&violation) {
                tracing::debug!(path = %violation.path, rule = %violation.code, "sent in spite of a rule");
            } else {
                refusals.push(violation);
            }
        });
        Violations::none_of(refusals).map_err(|violations| Error::unsent(Cause::Validation(violations)))?;
    }
    json::to_string(record)
        .map_err(|error| Error::configuration_because("the request cannot be written as JSON", error))
}

/// The way to the gateway and back.
struct Way<'a> {
    client: &'a Shared,
    method: &'a Method,
    span: &'a Span,
}

impl Way<'_> {
    async fn go(&self, biz_content: String, options: &Options, claim: &mut Option<Claim>) -> Result<Facts, Error> {
        let start = Instant::now();
        let signed = SignedRequest::make(self.client, &self.method.name, biz_content, options).await?;
        *claim = Some(signed.claim.clone());
        let signed_at = Instant::now();
        self.span.record("sign_us", micros(start, signed_at));

        let received = self.receive(signed).await?;
        let received_at = Instant::now();
        self.span.record("wait_us", micros(signed_at, received_at));

        let facts = self.open(received).await;
        self.span.record("verify_us", micros(received_at, Instant::now()));
        facts
    }

    async fn receive(&self, SignedRequest { request, claim }: SignedRequest) -> Result<Received, Error> {
        let lost = |error: TransportError| {
            let sent = if error.phase().may_have_sent() { sent(Some(&claim)) } else { Sent::No };
            Error::new(Cause::Transport(error), sent)
        };
        let (head, body) = self.client.transport.send(request).await.map_err(lost)?.into_parts();
        // It is printed wherever a call is: what is no word is no trace id either.
        let trace_id = header(&head.headers, "trace_id").filter(|trace_id| !trace_id.is_empty() && is_plain(trace_id));
        if let Some(trace_id) = &trace_id {
            self.span.record("trace_id", display(trace_id));
        }
        let body = read_limited(body, self.client.max_answer_bytes).await;
        if head.status != StatusCode::OK {
            let error = Error::new(Cause::Status(head.status), sent(Some(&claim))).with_trace_id(trace_id);
            return Err(match body {
                Ok(body) => error.with_body(lossy(body), false),
                Err(_) => error,
            });
        }
        let content_type = header(&head.headers, CONTENT_TYPE.as_str());
        match body {
            Ok(body) => Ok(Received { body, content_type, trace_id }),
            Err(error) => Err(lost(error).with_trace_id(trace_id)),
        }
    }

    async fn open(&self, Received { body, content_type, trace_id }: Received) -> Result<Facts, Error> {
        let expected = Expected { response_key: &self.method.response_key, in_progress: self.method.in_progress };
        let opened = envelope::open(&body, content_type.as_deref(), expected, &*self.client.verifier).await;
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
        Err(Error::new(cause, Sent::Possibly).with_trace_id(trace_id).with_body(body, is_verified))
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
    content_type: Option<String>,
    trace_id: Option<String>,
}

/// A verified answer that was not read yet.
pub(crate) struct Exchanged {
    facts: Facts,
    method: Cow<'static, str>,
    span: Span,
    opened: Instant,
}

impl Exchanged {
    pub(crate) fn text(&self) -> &Arc<str> {
        &self.facts.node
    }

    pub(crate) fn read(self) -> Facts {
        self.span.record("read_us", micros(self.opened, Instant::now()));
        self.facts
    }

    /// The answer came, was verified, and does not fit its declaration. Nothing of it may be lost.
    pub(crate) fn unreadable(self, error: ReadError) -> Error {
        let error = Error::new(Cause::Unreadable(error), Sent::Possibly);
        self.span.record("error", display(error.kind().as_str()));
        let Facts { node, trace_id, .. } = self.facts;
        error.of_method(&self.method).with_trace_id(trace_id).with_body(String::from(&*node), true)
    }
}

/// Keeps back what was not sent yet, so that the word stands.
fn sent(claim: Option<&Claim>) -> Sent {
    if claim.is_none_or(Claim::keep_back) { Sent::No } else { Sent::Possibly }
}

fn header(headers: &HeaderMap, name: &str) -> Option<String> {
    headers.get(name)?.to_str().ok().map(str::to_owned)
}

fn lossy(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| String::from_utf8_lossy(error.as_bytes()).into_owned())
}

fn micros(from: Instant, to: Instant) -> u64 {
    u64::try_from(to.saturating_duration_since(from).as_micros()).unwrap_or(u64::MAX)
}
