//! Which reply a method gets: first those that a test queued, then those of its handler.

use std::collections::{HashMap, VecDeque};
use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use crate::{Call, Reply};

pub(crate) type Handler = Arc<dyn Fn(&Call) -> Reply + Send + Sync>;

/// The methods that the gateway knows.
#[derive(Default)]
pub(crate) struct Methods(Mutex<HashMap<String, Method>>);

#[derive(Default)]
struct Method {
    queued: VecDeque<Reply>,
    handler: Option<Handler>,
}

/// What a method has for a call.
pub(crate) enum Next {
    Reply(Reply),
    Handler(Handler),
}

impl Methods {
    pub(crate) fn set(&self, method: &str, handler: Handler) {
        self.with(|methods| methods.entry(method.to_owned()).or_default().handler = Some(handler));
    }

    fn queue(&self, method: &str, reply: Reply) {
        self.with(|methods| methods.entry(method.to_owned()).or_default().queued.push_back(reply));
    }

    /// Whether the method has anything to answer.
    pub(crate) fn knows(&self, method: &str) -> bool {
        self.with(|methods| methods.get(method).is_some_and(|m| m.handler.is_some() || !m.queued.is_empty()))
    }

    /// Takes the next queued reply, or else the handler, which is then called outside of the lock.
    pub(crate) fn next(&self, method: &str) -> Option<Next> {
        self.with(|methods| {
            let method = methods.get_mut(method)?;
            method.queued.pop_front().map(Next::Reply).or_else(|| method.handler.clone().map(Next::Handler))
        })
    }

    fn with<T>(&self, work: impl FnOnce(&mut HashMap<String, Method>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// The replies queued for one method; see [`Gateway::once`](crate::Gateway::once).
pub struct Script<'a> {
    methods: &'a Methods,
    method: &'a str,
}

impl<'a> Script<'a> {
    pub(crate) fn begin(methods: &'a Methods, method: &'a str, reply: Reply) -> Self {
        Self { methods, method }.then(reply)
    }

    /// Queues another reply after those before it.
    #[expect(clippy::return_self_not_must_use, reason = "the reply is queued whether or not another one follows")]
    pub fn then(self, reply: Reply) -> Self {
        self.methods.queue(self.method, reply);
        self
    }
}

impl fmt::Debug for Script<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Script").field("method", &self.method).finish_non_exhaustive()
    }
}
