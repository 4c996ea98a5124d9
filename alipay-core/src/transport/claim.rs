//! Whether the body of a request left, agreed on by the network and the caller.

use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, OnceLock};

use super::BodyError;

/// Who comes first: the network, which wants the end of the body, or the caller, who gives the call up.
/// They may be on different threads, and the loser must know that it lost.
#[derive(Clone)]
pub(crate) struct Claim(Arc<Claimed>);

struct Claimed {
    by: AtomicU8,
    /// Why the body broke off by itself.
    failure: OnceLock<BodyError>,
}

/// Nobody came yet.
const OPEN: u8 = 0;
/// The network has the end.
const OUT: u8 = 1;
/// The end stays here.
const KEPT_BACK: u8 = 2;

impl Claim {
    pub(super) fn new(is_out: bool) -> Self {
        let by = AtomicU8::new(if is_out { OUT } else { OPEN });
        Self(Arc::new(Claimed { by, failure: OnceLock::new() }))
    }

    /// Keeps the end of the body back. `false`: the network already has it.
    pub(crate) fn keep_back(&self) -> bool {
        self.0.by.compare_exchange(OPEN, KEPT_BACK, Ordering::AcqRel, Ordering::Acquire) != Err(OUT)
    }

    /// Why the body broke off, if it did. Not every HTTP client hands this on.
    pub(crate) fn failure(&self) -> Option<&BodyError> {
        self.0.failure.get()
    }

    /// The end goes out. `false`: it was kept back.
    pub(super) fn let_out(&self) -> bool {
        self.0.by.compare_exchange(OPEN, OUT, Ordering::AcqRel, Ordering::Acquire).is_ok()
    }

    pub(super) fn is_kept_back(&self) -> bool {
        self.0.by.load(Ordering::Acquire) == KEPT_BACK
    }

    /// Notes that the body broke off: its end will not come.
    pub(super) fn fail(&self, error: BodyError) -> BodyError {
        self.keep_back();
        if !matches!(error, BodyError::GivenUp) {
            // The first reason counts.
            let _ = self.0.failure.set(error.clone());
        }
        error
    }
}
