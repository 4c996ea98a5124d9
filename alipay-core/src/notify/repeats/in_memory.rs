//! The numbers of notifications in this process' memory.

use std::collections::{BTreeMap, HashMap};
use std::fmt;
use std::future::ready;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::time::Instant;

use super::{Repeats, RepeatsError, RepeatsFuture, Seen};

/// So many numbers are kept, about 20 MB.
const MOST: usize = 100_000;
/// For so long: Alipay repeats for about 25 hours.
const KEPT: Duration = Duration::from_secs(48 * 60 * 60);
/// By so much a mark outlasts its handler.
const MARGIN: Duration = Duration::from_secs(5);

/// Remembers 100,000 notifications for two days, in memory: for one process, until it ends.
///
/// Only what Alipay signed gets here, so no stranger can fill it. Where there are more, the
/// handled one that is oldest is forgotten, and a repeat of it would be handled again.
pub struct InMemory {
    marks: Mutex<Marks>,
    most: usize,
    kept: Duration,
}

#[derive(Default)]
struct Marks {
    by_number: HashMap<Arc<str>, Mark>,
    by_end: BTreeMap<End, Arc<str>>,
    count: u64,
}

struct Mark {
    is_handled: bool,
    end: End,
}

/// When a mark ends; the count tells those of one moment apart.
type End = (Instant, u64);

impl InMemory {
    /// With the limits that the type says.
    pub fn new() -> Self {
        Self::with_limits(MOST, KEPT)
    }

    /// With other limits: how many are kept, and for how long.
    pub fn with_limits(most: usize, kept: Duration) -> Self {
        Self { marks: Mutex::default(), most, kept }
    }

    fn begin_now(&self, notify_id: &str) -> Result<Seen, RepeatsError> {
        let (now, mut marks) = (Instant::now(), self.marks());
        marks.end_before(now);
        match marks.by_number.get(notify_id) {
            Some(Mark { is_handled: true, .. }) => return Ok(Seen::Handled),
            Some(_) => return Ok(Seen::InHand),
            None => {}
        }
        if marks.by_number.len() >= self.most && !marks.forget_oldest() {
            return Err(RepeatsError::new("more notifications are in hand than are kept"));
        }
        marks.set(notify_id, false, now + self.lease() + MARGIN);
        Ok(Seen::New)
    }

    fn commit_now(&self, notify_id: &str) {
        self.marks().set(notify_id, true, Instant::now() + self.kept);
    }

    fn forget_now(&self, notify_id: &str) {
        let mut marks = self.marks();
        if marks.by_number.get(notify_id).is_some_and(|mark| !mark.is_handled) {
            marks.remove(notify_id);
        }
    }

    /// Nothing in here can be left half done.
    fn marks(&self) -> MutexGuard<'_, Marks> {
        self.marks.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Marks {
    fn set(&mut self, notify_id: &str, is_handled: bool, end: Instant) {
        self.remove(notify_id);
        self.count += 1;
        let (number, end) = (Arc::<str>::from(notify_id), (end, self.count));
        self.by_end.insert(end, Arc::clone(&number));
        self.by_number.insert(number, Mark { is_handled, end });
    }

    fn remove(&mut self, notify_id: &str) {
        if let Some(mark) = self.by_number.remove(notify_id) {
            self.by_end.remove(&mark.end);
        }
    }

    fn end_before(&mut self, now: Instant) {
        while let Some(first) = self.by_end.first_entry().filter(|first| first.key().0 <= now) {
            self.by_number.remove(&first.remove());
        }
    }

    /// Forgets the handled one that would be kept for the shortest time; false if there is none.
    fn forget_oldest(&mut self) -> bool {
        let is_handled = |number: &Arc<str>| self.by_number.get(number).is_some_and(|mark| mark.is_handled);
        let oldest = self.by_end.values().find(|number| is_handled(number)).cloned();
        if let Some(number) = &oldest {
            self.remove(number);
        }
        oldest.is_some()
    }
}

impl Default for InMemory {
    fn default() -> Self {
        Self::new()
    }
}

impl Repeats for InMemory {
    fn begin<'a>(&'a self, notify_id: &'a str) -> RepeatsFuture<'a, Seen> {
        Box::pin(ready(self.begin_now(notify_id)))
    }

    fn commit<'a>(&'a self, notify_id: &'a str) -> RepeatsFuture<'a, ()> {
        self.commit_now(notify_id);
        Box::pin(ready(Ok(())))
    }

    fn forget<'a>(&'a self, notify_id: &'a str) -> RepeatsFuture<'a, ()> {
        self.forget_now(notify_id);
        Box::pin(ready(Ok(())))
    }
}

impl fmt::Debug for InMemory {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("InMemory").field("most", &self.most).field("kept", &self.kept).finish_non_exhaustive()
    }
}
