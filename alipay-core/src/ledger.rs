//! Which request was made under which number, so that a repetition is one.
//!
//! Refunds and transfers carry a number of yours (`out_request_no`, `out_biz_no`) by which the platform
//! knows a repetition from a second refund. That protects only who repeats *the same* request: another
//! amount under the number of an earlier refund is a mistake, and what the platform makes of it differs
//! from method to method. A [`Ledger`] notes each request before it is sent, and refuses another one
//! under the same number before anything is sent.
//!
//! [`MemoryLedger`] forgets with the process: good for tests, and for programs that send each request in
//! one go. A shop wants one in its database, in the same transaction as its order or beside it:
//!
//! ```
//! use alipay_core::ledger::{Entry, Ledger, Noted};
//!
//! /// Something like `create table ledger (app_id, method, number, content, primary key (app_id, method, number))`.
//! struct Table(std::sync::Mutex<Vec<(String, String)>>); // stands here for a connection pool
//!
//! impl Ledger for Table {
//!     fn note<'a>(&'a self, entry: Entry<'a>) -> Noted<'a> {
//!         Box::pin(async move {
//!             // insert into ledger … on conflict do nothing, and if nothing was inserted:
//!             // select content from ledger where …
//!             let mut rows = self.0.lock().map_err(|_| "the table is gone")?;
//!             let key = format!("{}/{}/{}", entry.app_id, entry.method, entry.number);
//!             if let Some((_, content)) = rows.iter().find(|(other, _)| *other == key) {
//!                 return Ok(Some(content.clone()));
//!             }
//!             rows.push((key, entry.content.to_owned()));
//!             Ok(None)
//!         })
//!     }
//! }
//! ```

use std::collections::HashMap;
use std::fmt;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use crate::api::ApiRequest;
use crate::client::Client;
use crate::error::{Cause, Error};
use crate::json;
use crate::record::{Record, Value};

/// Remembers which request was made under which number.
pub trait Ledger: Send + Sync {
    /// Notes the entry if nothing is noted under its application, method and number, and gives `None`;
    /// else changes nothing and gives the content that is noted there.
    ///
    /// It must be one step (of two who note at once, one is told of the other), and what was noted must
    /// be on disk when the future completes: the request goes out right after.
    fn note<'a>(&'a self, entry: Entry<'a>) -> Noted<'a>;
}

/// What [`Ledger::note`] returns: what was noted before, if anything. An error keeps the request from
/// being sent.
pub type Noted<'a> =
    Pin<Box<dyn Future<Output = Result<Option<String>, Box<dyn std::error::Error + Send + Sync>>> + Send + 'a>>;

/// A request, as it is noted.
#[derive(Clone, Copy)]
#[non_exhaustive]
pub struct Entry<'a> {
    /// The application's id.
    pub app_id: &'a str,
    /// The method's name, such as `alipay.trade.refund`.
    pub method: &'a str,
    /// Your number of the request, such as the `out_request_no`. Numbers are those of the whole
    /// application: use none for two orders or two merchants.
    pub number: &'a str,
    /// The whole request as JSON: `biz_content`. It may hold personal data, such as who receives a
    /// transfer.
    pub content: &'a str,
}

/// Whether a request was noted before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kept {
    /// It was not: nobody can have sent it.
    New,
    /// It was, with the same content: it may have been sent, so its outcome is to be asked for.
    Before,
}

/// Notes a request under the number in the field that makes its repetition harmless
/// ([`idempotent_by`](crate::Api::idempotent_by)).
///
/// # Errors
/// Of kind [`Ledger`](crate::ErrorKind::Ledger), and the request must not be sent: it has no such number,
/// another request is noted under it, or the ledger failed.
pub async fn keep<R: ApiRequest>(ledger: &dyn Ledger, client: &Client, request: &R) -> Result<Kept, Error> {
    let kept = match number_of(request, R::api().idempotent_by) {
        Some(number) => keep_as(ledger, client.app_id(), R::METHOD, number, request, is_same::<R>).await,
        None => Err(unsent("the request has no number, by which a repetition could be known from a second one")),
    };
    kept.map_err(|error| error.of_method(R::METHOD))
}

async fn keep_as(
    ledger: &dyn Ledger,
    app_id: &str,
    method: &str,
    number: &str,
    request: &dyn Record,
    is_same: fn(&str, &dyn Record) -> Option<bool>,
) -> Result<Kept, Error> {
    let content = json::to_string(request)
        .map_err(|error| failed("the request cannot be written into the ledger", Box::new(error)))?;
    let entry = Entry { app_id, method, number, content: &content };
    let noted = ledger.note(entry).await.map_err(|error| failed("the ledger could not note the request", error))?;
    match noted.map(|noted| is_same(&noted, request)) {
        None => Ok(Kept::New),
        Some(Some(true)) => Ok(Kept::Before),
        Some(Some(false)) => {
            Err(unsent("another request was made under this number: repeat that one, or take a new number"))
        }
        Some(None) => Err(unsent("what the ledger holds under this number is not a request of this method")),
    }
}

/// The number in the field of this wire name.
pub(crate) fn number_of<'r>(request: &'r dyn Record, field: Option<&str>) -> Option<&'r str> {
    match request.get(request.schema().index_of_wire(field?)?) {
        Value::Text(number) if !number.is_empty() => Some(number),
        _ => None,
    }
}

/// Compares by value: `88.8` is the same amount as `88.80`.
fn is_same<R: ApiRequest>(noted: &str, request: &dyn Record) -> Option<bool> {
    let noted: R = json::from_str(noted).ok()?;
    Some(Value::Record(&noted) == Value::Record(request))
}

/// The error of kind [`Ledger`](crate::ErrorKind::Ledger) that keeps a request from being sent, for another
/// reason than those of [`keep`]: for example because its outcome could not be asked for. `problem` says so
/// in words that are fit for logs.
pub fn refuse<R: ApiRequest>(problem: &'static str) -> Error {
    unsent(problem).of_method(R::METHOD)
}

fn unsent(problem: &'static str) -> Error {
    Error::unsent(Cause::Ledger { problem, source: None })
}

fn failed(problem: &'static str, source: Box<dyn std::error::Error + Send + Sync>) -> Error {
    Error::unsent(Cause::Ledger { problem, source: Some(source) })
}

impl<L: Ledger + ?Sized> Ledger for Arc<L> {
    fn note<'a>(&'a self, entry: Entry<'a>) -> Noted<'a> {
        (**self).note(entry)
    }
}

impl fmt::Debug for Entry<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Entry").field("method", &self.method).field("number", &self.number).finish_non_exhaustive()
    }
}

/// A ledger in memory, which ends with the process and forgets nothing before. A clone is the same
/// ledger.
#[derive(Clone, Default)]
pub struct MemoryLedger(Arc<Mutex<HashMap<[String; 3], String>>>);

impl MemoryLedger {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }
}

impl Ledger for MemoryLedger {
    fn note<'a>(&'a self, entry: Entry<'a>) -> Noted<'a> {
        let key = [entry.app_id, entry.method, entry.number].map(str::to_owned);
        let mut entries = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let before = entries.get(&key).cloned();
        if before.is_none() {
            entries.insert(key, entry.content.to_owned());
        }
        Box::pin(std::future::ready(Ok(before)))
    }
}

impl fmt::Debug for MemoryLedger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("MemoryLedger").finish_non_exhaustive()
    }
}

#[cfg(all(test, any(feature = "ring", feature = "aws-lc-rs")))]
mod tests;
