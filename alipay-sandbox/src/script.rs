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
    queued: VecDeque<Queued>,
    handler: Option<Handler>,
}

/// What a test has in store for a call.
enum Queued {
    Reply(Reply),
    /// The call goes to the handler, and something else than what that says is answered.
    CarriedOut(Answering),
}

/// Makes of the handler's reply what is answered.
type Answering = Box<dyn FnOnce(Reply) -> Reply + Send>;

impl Methods {
    pub(crate) fn set(&self, method: &str, handler: Handler) {
        self.with(|methods| methods.entry(method.to_owned()).or_default().handler = Some(handler));
    }

    /// The handler of a method that has none yet.
    pub(crate) fn set_unless_known(&self, method: &str, handler: Handler) {
        self.with(|methods| {
            methods.entry(method.to_owned()).or_default().handler.get_or_insert(handler);
        });
    }

    fn queue(&self, method: &str, next: Queued) {
        self.with(|methods| methods.entry(method.to_owned()).or_default().queued.push_back(next));
    }

    /// Whether the method has anything to answer.
    pub(crate) fn knows(&self, method: &str) -> bool {
        self.with(|methods| methods.get(method).is_some_and(|m| m.handler.is_some() || !m.queued.is_empty()))
    }

    /// Takes what is queued for the next call, or else asks the handler, which is called outside of the
    /// lock. Nothing if there is neither.
    pub(crate) fn answer(&self, call: &Call) -> Option<Reply> {
        let (next, handler) = self.with(|methods| {
            let method = methods.get_mut(call.method())?;
            Some((method.queued.pop_front(), method.handler.clone()))
        })?;
        match next {
            Some(Queued::Reply(reply)) => Some(reply),
            Some(Queued::CarriedOut(answering)) => handler.map(|handler| answering(handler(call))),
            None => handler.map(|handler| handler(call)),
        }
    }

    fn with<T>(&self, work: impl FnOnce(&mut HashMap<String, Method>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// What is queued for the calls of one method; see [`Gateway::once`](crate::Gateway::once).
pub struct Script<'a> {
    methods: &'a Methods,
    method: &'a str,
}

impl<'a> Script<'a> {
    pub(crate) fn begin(methods: &'a Methods, method: &'a str) -> Self {
        Self { methods, method }
    }

    /// Queues another reply after those before it.
    #[expect(clippy::return_self_not_must_use, reason = "the reply is queued whether or not another one follows")]
    pub fn then(self, reply: Reply) -> Self {
        self.methods.queue(self.method, Queued::Reply(reply));
        self
    }

    /// Queues a call that is carried out and answered in another way, after what was queued before; see
    /// [`Gateway::once_carried_out`](crate::Gateway::once_carried_out).
    #[expect(clippy::return_self_not_must_use, reason = "it is queued whether or not another one follows")]
    pub fn then_carried_out(self, answer: impl FnOnce(Reply) -> Reply + Send + 'static) -> Self {
        self.methods.queue(self.method, Queued::CarriedOut(Box::new(answer)));
        self
    }
}

impl fmt::Debug for Script<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Script").field("method", &self.method).finish_non_exhaustive()
    }
}
