//! How many calls may be on their way at once, and how long the others wait for their turn.

use std::time::Duration;

use tokio::sync::{Semaphore, SemaphorePermit};

use crate::error::{Cause, Error};

/// The calls of a client that may be on their way; the others stand in line.
pub(super) struct InFlight {
    permits: Semaphore,
    patience: Duration,
}

impl InFlight {
    /// At least one call may be on its way. The others wait so long for their turn.
    pub(super) fn new(calls: usize, patience: Duration) -> Self {
        Self { permits: Semaphore::new(calls.clamp(1, Semaphore::MAX_PERMITS)), patience }
    }

    /// Waits for the turn of a call, which is over when what this gives is dropped.
    pub(super) async fn turn(&self) -> Result<SemaphorePermit<'_>, Error> {
        match tokio::time::timeout(self.patience, self.permits.acquire()).await {
            Ok(Ok(permit)) => Ok(permit),
            Ok(Err(closed)) => Err(Error::configuration_because("no more calls are made", closed)),
            Err(_elapsed) => Err(Error::unsent(Cause::Busy(self.patience))),
        }
    }
}
