//! Several calls in one request: `alipay.open.request.batch.send`.
//!
//! Each part is a JSON object with the method, its number and what would be beside them in a call of its
//! own; `#S#` stands between the parts, there and back. One signature covers all of them.

use std::borrow::Cow;
use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use super::Client;
use super::common::CommonParameters;
use super::exchange::Exchange;
use super::method::Method;
use super::options::Options;
use super::request::Draft;
use crate::Record;
use crate::answer::{Answer, Facts};
use crate::api::Callable;
use crate::call::{Call, JsonRequest};
use crate::charset::Charset;
use crate::envelope::Malformed;
use crate::envelope::parts::{self, BETWEEN, Part};
use crate::error::{BusinessError, Cause, Error, Sent};
use crate::json::{self, ReadError};
use crate::json_text::JsonText;
use crate::violation::Violations;

const METHOD: &str = "alipay.open.request.batch.send";

/// Calls that travel together. Add requests, each of which gives a ticket; send them once; take each
/// answer with its ticket.
///
/// ```no_run
/// # use alipay_core::{Callable, Client, Error};
/// # async fn example<Q: Callable, R: Callable>(client: &Client, query: &Q, refund: &R) -> Result<(), Error> {
/// let mut batch = client.batch();
/// let queried = batch.add(query);
/// let refunded = batch.add_call(client.call(refund).notify_url("https://shop.example/notify"));
///
/// let mut answers = batch.send().await?;
/// let answer = answers.take(queried)?;
/// println!("trace id {:?}", answer.trace_id());
/// if let Err(error) = answers.take(refunded) {
///     println!("{error}");
/// }
/// # Ok(())
/// # }
/// ```
///
/// All parts are checked before anything is sent: if one breaks a rule, none is. The parts succeed or
/// fail each by itself, and nobody promises in which order they are carried out.
///
/// Which methods may travel so, and how many at once, is the platform's to say.
#[must_use = "a batch is sent by `send()`"]
pub struct Batch<'a> {
    client: &'a Client,
    parts: Vec<Draft<'a>>,
    options: Options,
    id: Arc<()>,
    /// The first mistake.
    mistake: Option<&'static str>,
}

/// Stands for the answer to one request of a [`Batch`].
#[must_use = "an answer is taken with its ticket"]
pub struct Ticket<T> {
    position: usize,
    batch: Arc<()>,
    read: fn(&str) -> Result<T, ReadError>,
}

/// The answers to a [`Batch`].
pub struct BatchAnswers {
    /// In the order of the requests; `None` once taken.
    answers: Vec<Option<PartAnswer>>,
    batch: Arc<()>,
    trace_id: Option<String>,
}

/// A method, and what was said to its request.
type PartAnswer = (Cow<'static, str>, Result<Facts, Error>);

/// What answers the batch as a whole.
#[derive(Record)]
struct BatchResponse {
    response_body: String,
}

impl<'a> Batch<'a> {
    pub(super) fn new(client: &'a Client) -> Self {
        Self { client, parts: Vec::new(), options: Options::default(), id: Arc::new(()), mistake: None }
    }

    /// Adds a request.
    pub fn add<R: Callable>(&mut self, request: &'a R) -> Ticket<R::Response> {
        self.add_call(Call::new(self.client, request))
    }

    /// Adds a call with options of its own. It must be prepared with the same client; time limit, charset
    /// and encryption are the batch's.
    pub fn add_call<R: Callable>(&mut self, call: Call<'a, &'a R>) -> Ticket<R::Response> {
        let (client, request, options) = call.into_parts();
        self.add_draft(client, Draft::of_record(client, R::api(), request, options), json::from_str)
    }

    /// Adds a call of a method that nobody declared; see [`Client::call_json`].
    pub fn add_json(&mut self, call: Call<'a, JsonRequest>) -> Ticket<JsonText> {
        let (client, request, options) = call.into_parts();
        let (method, biz_content) = request.into_parts();
        let draft = Draft::of_json(client, method, biz_content, options);
        self.add_draft(client, draft, |text| Ok(JsonText(text.into())))
    }

    fn add_draft<T>(&mut self, client: &Client, draft: Draft<'a>, read: fn(&str) -> Result<T, ReadError>) -> Ticket<T> {
        let options = &draft.options;
        let mistake = if !Arc::ptr_eq(&client.shared, &self.client.shared) {
            Some("a call of another client was added to the batch")
        } else if options.timeout.is_some() {
            Some("a part of a batch has no time limit of its own: set it for the batch")
        } else if options.charset.is_some() {
            Some("a part of a batch has no charset of its own: set it for the batch")
        } else if options.encryption.is_some() {
            Some("a part of a batch is not encrypted by itself: set it for the batch")
        } else {
            None
        };
        self.mistake = self.mistake.or(mistake);
        self.parts.push(draft);
        Ticket { position: self.parts.len() - 1, batch: Arc::clone(&self.id), read }
    }

    /// Time for all of it together, in place of the client's.
    pub fn timeout(mut self, timeout: Duration) -> Self {
        self.options.timeout = Some(timeout);
        self
    }

    /// The charset, in place of the client's.
    pub fn charset(mut self, charset: Charset) -> Self {
        self.options.charset = Some(charset);
        self
    }

    /// Encrypts all of it together or sends it as it is, whatever the client and the methods have by
    /// default: one method that is encrypted by default has the whole batch encrypted. Needs the client's
    /// [`content_key`](crate::ClientBuilder::content_key).
    #[cfg(feature = "encryption")]
    pub fn encryption(mut self, encryption: crate::encryption::Encryption) -> Self {
        self.options.encryption = Some(encryption);
        self
    }

    /// How many requests were added.
    pub fn len(&self) -> usize {
        self.parts.len()
    }

    /// Whether no request was added.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Sends all requests in one.
    ///
    /// # Errors
    /// Those of a call, about the batch as a whole: then there is no answer to any of its requests. Broken
    /// rules come from all parts together, at paths that begin with the part's number, such as
    /// `[1].refund_amount`. An answer that has not as many parts as the request is an error too, because
    /// nobody could tell which part belongs to which request.
    pub async fn send(self) -> Result<BatchAnswers, Error> {
        let id = Arc::clone(&self.id);
        let (batch, methods) = self.into_draft().map_err(|error| error.of_method(METHOD))?;
        let answer: Answer<BatchResponse> = Exchange(batch).run().await?.into_answer(json::from_str)?;
        let parts = parts::split(&answer.response_body)
            .and_then(|parts| match (methods.len(), parts.len()) {
                (sent, came) if sent == came => Ok(parts),
                (sent, came) => Err(Malformed::PartCount { sent, came }),
            })
            .map_err(|malformed| broken(malformed, METHOD, answer.body(), &answer.facts))?;
        let answers = methods.into_iter().zip(parts).map(|(method, part)| {
            let answer = open(part, &method, &answer.facts);
            Some((method.name, answer))
        });
        Ok(BatchAnswers { answers: answers.collect(), batch: id, trace_id: answer.facts.trace_id.clone() })
    }

    /// The batch as one request, and the methods of its parts.
    fn into_draft(self) -> Result<(Draft<'a>, Vec<Method>), Error> {
        let Self { client, parts, mut options, mistake, .. } = self;
        if let Some(mistake) = mistake {
            return Err(Error::configuration(mistake));
        }
        if parts.is_empty() {
            return Err(Error::configuration("the batch is empty"));
        }
        check(&parts)?;
        let charset = options.charset.unwrap_or(client.shared.charset);
        let mut content = String::new();
        for (position, part) in parts.iter().enumerate() {
            if position > 0 {
                content.push_str(BETWEEN);
            }
            content.push_str(&unsplittable(part.to_part(position, charset)?));
        }
        // The parts have them, each its own.
        options.common = CommonParameters::only_alipay_sdk();
        let mut batch = Draft::of_json(client, METHOD.to_owned(), content, options);
        batch.method.encrypts = parts.iter().any(|part| part.method.encrypts);
        Ok((batch, parts.into_iter().map(|part| part.method).collect()))
    }
}

impl BatchAnswers {
    /// The answer to the request that the ticket stands for.
    ///
    /// # Errors
    /// Those of a call: that the gateway refused this part, or what it said of it cannot be read. Of kind
    /// [`Configuration`](crate::ErrorKind::Configuration) for the ticket of another batch.
    #[expect(clippy::needless_pass_by_value, reason = "a ticket is good for one answer")]
    pub fn take<T>(&mut self, ticket: Ticket<T>) -> Result<Answer<T>, Error> {
        let place = self.answers.get_mut(ticket.position).filter(|_| Arc::ptr_eq(&self.batch, &ticket.batch));
        let Some((method, answer)) = place.and_then(Option::take) else {
            return Err(Error::configuration("the ticket is one of another batch"));
        };
        let facts = answer?;
        match (ticket.read)(&facts.node) {
            Ok(response) => Ok(Answer::new(response, facts)),
            Err(error) => {
                let error = Error::new(Cause::Unreadable(error), Sent::Possibly).of_method(&method);
                Err(error.with_trace_id(facts.trace_id).with_body(String::from(&*facts.node), true))
            }
        }
    }

    /// What Alipay's support asks for; the same for all answers.
    pub fn trace_id(&self) -> Option<&str> {
        self.trace_id.as_deref()
    }
}

/// Says what cannot be sent, of all parts together.
fn check(parts: &[Draft<'_>]) -> Result<(), Error> {
    let mut refusals = Vec::new();
    for (position, part) in parts.iter().enumerate() {
        part.check_call()?;
        if part.content.has_files() {
            return Err(Error::configuration("a file is sent by a call of its own: no batch carries it"));
        }
        for mut refusal in part.content.refusals(&part.options) {
            let separator = if refusal.path.is_empty() { "" } else { "." };
            refusal.path = format!("[{position}]{separator}{}", refusal.path);
            refusals.push(refusal);
        }
    }
    Violations::none_of(refusals).map_err(|violations| Error::unsent(Cause::Validation(violations)))
}

/// The same JSON, in which no text holds what separates the parts: a `#` of JSON is always in a text.
fn unsplittable(json: String) -> String {
    if json.contains(BETWEEN) { json.replace('#', "\\u0023") } else { json }
}

/// The answer in one part. The signature of the whole covers it.
fn open(part: &str, method: &Method, whole: &Facts) -> Result<Facts, Error> {
    if part.is_empty() {
        return Err(broken(Malformed::NoPart, &method.name, part, whole));
    }
    let opened = parts::open(part, &method.response_key, method.in_progress);
    let Part { head, node, is_success } = opened.map_err(|error| broken(error, &method.name, part, whole))?;
    if is_success {
        return Ok(Facts {
            in_progress: head.is_in_progress(),
            code: head.code,
            node: node.into_string().into(),
            trace_id: whole.trace_id.clone(),
        });
    }
    let refusal = Cause::Business(BusinessError::signed(head, method.errors));
    let error = Error::new(refusal, Sent::Possibly).of_method(&method.name);
    Err(error.with_trace_id(whole.trace_id.clone()).with_body(node.into_string(), true))
}

/// What cannot be made out. All of it is verified all the same.
fn broken(malformed: Malformed, method: &str, body: &str, whole: &Facts) -> Error {
    let error = Error::new(Cause::Malformed(malformed), Sent::Possibly).of_method(method);
    error.with_trace_id(whole.trace_id.clone()).with_body(body.to_owned(), true)
}

impl fmt::Debug for Batch<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batch").field("client", self.client).field("len", &self.len()).finish_non_exhaustive()
    }
}

impl<T> fmt::Debug for Ticket<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ticket").field("position", &self.position).finish_non_exhaustive()
    }
}

impl fmt::Debug for BatchAnswers {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let left = self.answers.iter().flatten().count();
        f.debug_struct("BatchAnswers").field("left", &left).field("trace_id", &self.trace_id).finish_non_exhaustive()
    }
}
