//! What a successful call gives back.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

use crate::api::ApiRequest;
use crate::error::{Cause, Error, Sent};

/// A verified answer: the typed response, and what came along with it.
///
/// It dereferences to the response.
#[derive(Clone)]
pub struct Answer<T> {
    response: T,
    pub(crate) facts: Facts,
}

/// What is known of an answer whatever its type.
#[derive(Clone)]
pub(crate) struct Facts {
    pub(crate) node: Arc<str>,
    pub(crate) trace_id: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) in_progress: bool,
}

impl<T> Answer<T> {
    pub(crate) fn new(response: T, facts: Facts) -> Self {
        Self { response, facts }
    }

    /// The response alone.
    pub fn into_inner(self) -> T {
        self.response
    }

    /// What Alipay's support asks for.
    pub fn trace_id(&self) -> Option<&str> {
        self.facts.trace_id.as_deref()
    }

    /// The gateway's code, `10000` as a rule. A few methods answer success without one.
    pub fn code(&self) -> Option<&str> {
        self.facts.code.as_deref()
    }

    /// The gateway accepted the request and has not finished it (`code` 10003): ask for the outcome
    /// later.
    pub fn is_in_progress(&self) -> bool {
        self.facts.in_progress
    }

    /// The error that this answer is, because it is not what was asked for: about another order, say, or
    /// about one that failed. `why` says so in words that are fit for logs; the answer's text is the
    /// error's [`body`](Error::body).
    pub fn into_error<R: ApiRequest<Response = T>>(self, why: &'static str) -> Error {
        self.facts.into_error(R::METHOD, why)
    }

    /// The response node exactly as it was signed, as JSON text. It may hold personal data.
    pub fn body(&self) -> &str {
        &self.facts.node
    }
}

impl Facts {
    fn into_error(self, method: &str, why: &'static str) -> Error {
        let error = Error::new(Cause::Answer(why), Sent::Possibly);
        error.of_method(method).with_trace_id(self.trace_id).with_body(String::from(&*self.node), true)
    }
}

impl<T> Deref for Answer<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.response
    }
}

impl<T: fmt::Debug> fmt::Debug for Answer<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Answer")
            .field("response", &self.response)
            .field("code", &self.code())
            .field("trace_id", &self.trace_id())
            .finish_non_exhaustive()
    }
}
