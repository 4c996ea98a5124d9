//! The one validator: walks a record and reports every broken rule. It reads schema and values and
//! knows no struct, so a thousand requests share it.
//!
//! On the path: *declaration → schema → **validation** → JSON → text to sign → request → answer*.
//!
//! Findings come in the order of the declaration. For each record: first the rules that stand on
//! the struct, then field by field
//!
//! 1. presence, emptiness and unknown words,
//! 2. its `max_len`, then the field's other rules in their order,
//! 3. what is inside: the nested record, or the items of the list in turn.
//!
//! A finding's path is built only when there is one; a valid request allocates nothing.
//!
//! # What the rules look at
//!
//! - Presence: `Some(_)`, or a list with an item. A rule about a value passes where it is absent;
//!   only `min_items` also looks at an empty list.
//! - Length: characters (Unicode scalar values) of texts, of words the declaration does not list, and
//!   of amounts as written, with the point; `max_bytes` bytes of UTF-8. Rules about digits and length
//!   leave an empty text alone: it is refused as such, or declared to be a value.
//! - On a list, a rule about one value looks at each item.
//! - `decimals`: digits after the point as written, so `12.300` has three.
//! - Numbers compare by value, also integers with amounts; times with times; texts and words with
//!   texts. Any other comparison is false, as is one with something absent. `same_as` passes where the
//!   two do not compare.
//! - Depth: a record may hold lists of itself; beyond 32 levels the request is refused. (A chain of
//!   boxes cannot exist: there is no `FieldValue` for `Box`.)

mod compare;
mod condition;
mod group;
mod length;
mod number;
mod order;
mod presence;
mod scope;
mod values;
mod walk;
mod words;

use crate::record::Record;
use crate::schema::Field;
use crate::violation::{Violation, Violations};

/// Refuses a record that breaks a rule; advice is left aside.
///
/// # Errors
/// Every broken rule that refuses, in the order of the declaration.
pub fn validate(record: &dyn Record) -> Result<(), Violations> {
    let mut refusals = Vec::new();
    check(record, false, &mut |violation| refusals.push(violation));
    Violations::none_of(refusals)
}

/// All that is to be said about a record: refusals and advice, in the order of the declaration.
pub fn review(record: &dyn Record) -> Vec<Violation> {
    let mut findings = Vec::new();
    check(record, true, &mut |violation| findings.push(violation));
    findings
}

/// How many bytes the rules of this field of a request allow.
pub(crate) fn max_bytes(request: &dyn Record, field: &Field) -> Option<u64> {
    walk::max_bytes(request, field)
}

/// Hands each finding to `report` as it is met; advice only if it is wanted.
pub(crate) fn check(record: &dyn Record, with_advice: bool, report: &mut dyn FnMut(Violation)) {
    walk::Walk { root: record, with_advice, report }.start();
}

#[cfg(test)]
mod tests;
