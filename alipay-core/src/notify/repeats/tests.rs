//! The same notification several times: one after the other, at the same time, after a failure.

use std::cell::Cell;
use std::time::Duration;

use tokio::sync::oneshot;
use tokio::time::advance;

use super::*;
use crate::notify::Reply;

const ID: Option<&str> = Some("2026112300222155624");

#[tokio::test(start_paused = true)]
async fn a_notification_is_handled_once() {
    let (repeats, runs) = (InMemory::new(), Cell::new(0));
    let handler = || async {
        runs.set(runs.get() + 1);
        Ok::<_, ()>(())
    };
    assert!(matches!(once(&repeats, ID, handler()).await, Ok(Once::Handled(()))));
    // As Alipay repeats it: the last comes after a day.
    for minutes in [4, 10, 10, 60, 120, 360, 900] {
        advance(Duration::from_secs(minutes * 60)).await;
        assert!(matches!(once(&repeats, ID, handler()).await, Ok(Once::Repeat)));
    }
    assert!(matches!(once(&repeats, Some("another"), handler()).await, Ok(Once::Handled(()))));
    assert_eq!(runs.get(), 2);
    for no_number in [None, Some("")] {
        assert!(matches!(once(&repeats, no_number, handler()).await, Err(OnceError::NoNumber)));
    }
}

#[tokio::test(start_paused = true)]
async fn while_it_is_in_hand_a_repeat_is_neither_handled_nor_done() {
    let repeats = InMemory::new();
    let (finish, finished) = oneshot::channel::<bool>();
    let first = once(&repeats, ID, async { if finished.await == Ok(true) { Ok(()) } else { Err(()) } });
    let second = async {
        let outcome = once(&repeats, ID, async { Ok::<_, ()>(()) }).await;
        assert!(matches!(outcome, Err(OnceError::InHand)));
        assert_eq!(Reply::from(outcome), Reply::Fail);
        finish.send(true).unwrap();
    };
    let (first, ()) = tokio::join!(first, second);
    assert!(matches!(first, Ok(Once::Handled(()))));
}

#[tokio::test(start_paused = true)]
async fn what_failed_is_handled_again() {
    let repeats = InMemory::new();
    let failed = once(&repeats, ID, async { Err::<(), _>("no disk") }).await;
    assert!(matches!(failed, Err(OnceError::Handler("no disk"))));
    assert_eq!(Reply::from(failed), Reply::Fail);

    let slow = once(&repeats, ID, std::future::pending::<Result<(), ()>>()).await;
    assert!(matches!(slow, Err(OnceError::TooSlow)));
    // Its mark outlasts it a little, and then lapses.
    let early = once(&repeats, ID, async { Ok::<_, ()>(()) }).await;
    assert!(matches!(early, Err(OnceError::InHand)));
    advance(Duration::from_secs(4 * 60)).await;

    // The connection broke, and the framework dropped all of it.
    let dropped =
        tokio::time::timeout(Duration::from_secs(1), once(&repeats, ID, std::future::pending::<Result<(), ()>>()));
    assert!(dropped.await.is_err());
    advance(Duration::from_secs(4 * 60)).await;
    assert!(matches!(once(&repeats, ID, async { Ok::<_, ()>(()) }).await, Ok(Once::Handled(()))));
    // What is handled is not forgotten, whoever asks for that.
    repeats.forget("2026112300222155624").await.unwrap();
    assert_eq!(repeats.begin("2026112300222155624").await.unwrap(), Seen::Handled);
}

#[tokio::test(start_paused = true)]
async fn memory_is_bounded_and_ends() {
    let repeats = InMemory::with_limits(3, Duration::from_secs(3600));
    for number in ["1", "2", "3"] {
        assert_eq!(repeats.begin(number).await.unwrap(), Seen::New);
    }
    // All are in hand: none can be forgotten.
    assert!(repeats.begin("4").await.is_err());
    repeats.commit("2").await.unwrap();
    advance(Duration::from_secs(1)).await;
    repeats.commit("1").await.unwrap();
    // The oldest that is handled makes room.
    assert_eq!(repeats.begin("4").await.unwrap(), Seen::New);
    assert_eq!(repeats.begin("1").await.unwrap(), Seen::Handled);
    assert_eq!(repeats.begin("3").await.unwrap(), Seen::InHand);
    repeats.forget("4").await.unwrap();
    assert_eq!(repeats.begin("2").await.unwrap(), Seen::New);
    advance(Duration::from_secs(3600)).await;
    assert_eq!(repeats.begin("1").await.unwrap(), Seen::New);
}

#[tokio::test(start_paused = true)]
async fn what_comes_in_one_moment_is_told_apart() {
    let repeats = InMemory::with_limits(3, Duration::from_secs(3600));
    for number in ["1", "2", "3"] {
        assert_eq!(repeats.begin(number).await.unwrap(), Seen::New);
        repeats.commit(number).await.unwrap();
    }
    for number in ["4", "5"] {
        assert_eq!(repeats.begin(number).await.unwrap(), Seen::New);
    }
    assert_eq!(repeats.begin("3").await.unwrap(), Seen::Handled);
    assert_eq!(format!("{repeats:?}"), "InMemory { most: 3, kept: 3600s, .. }");
}

/// A store that fails.
struct Broken {
    begins: bool,
}

impl Repeats for Broken {
    fn begin<'a>(&'a self, _notify_id: &'a str) -> RepeatsFuture<'a, Seen> {
        let seen = if self.begins { Ok(Seen::New) } else { Err(RepeatsError::new("no connection")) };
        Box::pin(std::future::ready(seen))
    }

    fn commit<'a>(&'a self, _notify_id: &'a str) -> RepeatsFuture<'a, ()> {
        Box::pin(std::future::ready(Err(RepeatsError::new("no connection"))))
    }

    fn forget<'a>(&'a self, _notify_id: &'a str) -> RepeatsFuture<'a, ()> {
        self.commit("")
    }
}

#[tokio::test(start_paused = true)]
async fn nothing_is_handled_that_cannot_be_noted() {
    let never = async { unreachable!("without a mark no handler runs") };
    let outcome = once::<(), fmt::Error>(&Broken { begins: false }, ID, never).await;
    assert!(matches!(outcome, Err(OnceError::Store(_))));
    // The handler ran, and the mark failed: it is to come again.
    let outcome = once(&Broken { begins: true }, ID, async { Ok::<_, fmt::Error>(()) }).await;
    let error = outcome.as_ref().unwrap_err();
    assert_eq!(error.source().unwrap().to_string(), "no connection");
    assert!(error.to_string().contains("could not be asked or noted"));
    assert_eq!(RepeatsError::new("no connection").to_string(), error.to_string());
    assert_eq!(Reply::from(outcome), Reply::Fail);
    let outcome = once(&Broken { begins: true }, ID, async { Err::<(), _>(fmt::Error) }).await;
    assert!(matches!(outcome, Err(OnceError::Handler(_))));
}
