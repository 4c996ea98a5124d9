//! The calls of late, for tests that ask what was sent.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use crate::Call;

/// The newest calls, the oldest of them first.
pub(crate) struct Record {
    calls: Mutex<VecDeque<Call>>,
    limit: usize,
}

impl Record {
    pub(crate) fn new(limit: usize) -> Self {
        Self { calls: Mutex::default(), limit }
    }

    pub(crate) fn push(&self, call: &Call) {
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
