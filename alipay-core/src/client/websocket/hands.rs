//! The messages in hand: each in a task of its own, which outlives the connection that brought it.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use futures_util::FutureExt;
use tokio::task::JoinSet;
use tokio::time::{Instant, timeout_at};

use super::frame::{Addressee, Frame};
use crate::client::Client;
use crate::message::Messages;

/// Whom messages are for, and who handles them.
pub(super) struct Recipient {
    pub(super) client: Client,
    pub(super) messages: Messages,
}

impl Recipient {
    /// Verifies and handles what a frame brings, and says what to answer.
    async fn receive(&self, text: &str) -> Option<String> {
        let frame = match Frame::parse(text) {
            Ok(frame) => frame,
            Err(fault) => {
                tracing::warn!(error = %fault, "a frame of the message service was refused");
                return None;
            }
        };
        if !frame.is_message() {
            tracing::debug!("a frame of the message service brings no message");
            return None;
        }
        let is_handled = match frame.message(&self.addressee()).await {
            // A panic is a failure of this one message and of nothing else.
            Ok(message) => {
                let handled = AssertUnwindSafe(self.messages.handle(message)).catch_unwind().await;
                handled.is_ok_and(|outcome| outcome.is_ok())
            }
            Err(fault) => {
                tracing::warn!(error = %fault, "a message was refused");
                false
            }
        };
        Some(frame.acknowledgement(is_handled))
    }

    fn addressee(&self) -> Addressee<'_> {
        let shared = &self.client.shared;
        Addressee { app_id: &shared.app_id, sign_type: shared.signer.sign_type(), verifier: &*shared.verifier }
    }
}

pub(super) struct Hands {
    recipient: Arc<Recipient>,
    /// Each gives its acknowledgement.
    tasks: JoinSet<Option<String>>,
    most: usize,
}

impl Hands {
    pub(super) fn new(recipient: Arc<Recipient>, most: usize) -> Self {
        Self { recipient, tasks: JoinSet::new(), most }
    }

    pub(super) fn are_full(&self) -> bool {
        self.tasks.len() >= self.most
    }

    pub(super) fn take(&mut self, text: String) {
        let recipient = Arc::clone(&self.recipient);
        self.tasks.spawn(async move { recipient.receive(&text).await });
    }

    /// The next that is done, with its acknowledgement if it is to have one; `None` while there is
    /// nothing in hand.
    pub(super) async fn next(&mut self) -> Option<Option<String>> {
        // A task cannot panic beyond its handler, and nobody aborts it.
        self.tasks.join_next().await.map(|done| done.unwrap_or(None))
    }

    /// The same, until this time: then what is still in hand is given up.
    pub(super) async fn next_before(&mut self, deadline: Instant) -> Option<Option<String>> {
        match timeout_at(deadline, self.next()).await {
            Ok(done) => done,
            Err(_elapsed) => {
                tracing::warn!(messages = self.tasks.len(), "handlers took too long and are given up");
                None
            }
        }
    }
}
