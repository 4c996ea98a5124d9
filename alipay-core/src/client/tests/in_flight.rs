//! How many calls are on their way at once.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use tokio::time::Instant;

use super::*;
use crate::error::{Error, ErrorKind, Sent};
use crate::{Answer, RetryPolicy};

const NODE: &str = r#"{"code":"10000","msg":"Success","result_status":"SUCCESS","point_amount":"10"}"#;

/// Takes a second for each answer, and counts how many it owes at once.
#[derive(Default)]
struct Slow {
    owed: AtomicUsize,
    most: AtomicUsize,
}

impl Transport for Slow {
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
        Box::pin(async move {
            let owed = self.owed.fetch_add(1, Ordering::SeqCst) + 1;
            self.most.fetch_max(owed, Ordering::SeqCst);
            drop(request.into_body().into_bytes());
            tokio::time::sleep(Duration::from_secs(1)).await;
            self.owed.fetch_sub(1, Ordering::SeqCst);
            Ok(http::Response::new(AnswerBody::from(signed(KEY, NODE))))
        })
    }
}

/// So many calls at once, and what each gave.
async fn calls(client: &Client, count: usize) -> Vec<Result<Answer<PointsUpdated>, Error>> {
    let calls: Vec<_> = (0..count)
        .map(|_| {
            let client = client.clone();
            tokio::spawn(async move { client.call(&PointsUpdate::sample()).await })
        })
        .collect();
    let mut outcomes = Vec::new();
    for call in calls {
        outcomes.push(call.await.unwrap());
    }
    outcomes
}

#[tokio::test(start_paused = true)]
async fn no_more_calls_are_on_their_way_than_may_be() {
    for (limit, most, seconds) in
        [(None, 12, 1), (Some(12), 12, 1), (Some(4), 4, 3), (Some(1), 1, 12), (Some(0), 1, 12)]
    {
        let transport = Arc::new(Slow::default());
        let builder = builder().transport(transport.clone());
        let client = match limit {
            Some(limit) => builder.max_in_flight(limit),
            None => builder,
        };
        let start = Instant::now();
        let outcomes = calls(&client.build().unwrap(), 12).await;
        assert!(outcomes.iter().all(Result::is_ok), "{limit:?}: {outcomes:?}");
        assert_eq!(transport.most.load(Ordering::SeqCst), most, "{limit:?}");
        assert_eq!(start.elapsed().as_secs(), seconds, "{limit:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_whose_turn_comes_too_late_was_not_sent() {
    let transport = Arc::new(Slow::default());
    let client = builder().transport(transport.clone()).max_in_flight(1).build().unwrap();
    let request = PointsUpdate::sample();
    let first = async { client.call(&request).await };
    let second = async { client.call(&request).timeout(Duration::from_millis(500)).await };
    let (first, second) = tokio::join!(first, second);
    first.unwrap();
    let second = second.unwrap_err();
    assert_eq!((second.kind(), second.sent()), (ErrorKind::Busy, Sent::No));
    assert_eq!(
        second.to_string(),
        "koubei.marketing.tool.points.update: too many calls are on their way: this one was not sent within 500ms"
    );
}

#[tokio::test(start_paused = true)]
async fn waiting_for_a_turn_has_a_time_of_its_own() {
    for (patience, answered, seconds) in [(0, 2, 1), (1500, 4, 2), (2500, 6, 3), (60_000, 10, 5)] {
        let transport = Arc::new(Slow::default());
        let builder =
            builder().transport(transport.clone()).max_in_flight(2).turn_timeout(Duration::from_millis(patience));
        let start = Instant::now();
        let outcomes = calls(&builder.build().unwrap(), 10).await;
        let (answers, refused): (Vec<_>, Vec<_>) = outcomes.into_iter().partition(Result::is_ok);
        assert_eq!((answers.len(), refused.len()), (answered, 10 - answered), "{patience}");
        assert_eq!(start.elapsed().as_secs(), seconds, "{patience}");
        for refused in refused {
            let error = refused.unwrap_err();
            assert_eq!((error.kind(), error.sent(), error.is_timeout()), (ErrorKind::Busy, Sent::No, false));
        }
    }
}

#[tokio::test(start_paused = true)]
async fn a_call_that_got_no_turn_is_not_made_again() {
    let transport = Arc::new(Slow::default());
    let retry = RetryPolicy::standard();
    let client = builder().transport(transport.clone()).max_in_flight(1).turn_timeout(Duration::ZERO).retry(retry);
    let client = client.build().unwrap();
    let request = PointsUpdate::sample();
    let (first, second) = tokio::join!(async { client.call(&request).await }, async { client.call(&request).await });
    first.unwrap();
    assert_eq!(second.unwrap_err().kind(), ErrorKind::Busy);
}

#[tokio::test(start_paused = true)]
async fn a_call_that_is_given_up_gives_its_turn_away() {
    let transport = Arc::new(Slow::default());
    let client = builder().transport(transport.clone()).max_in_flight(1).build().unwrap();
    let request = PointsUpdate::sample();
    for _ in 0..3 {
        let given_up = tokio::time::timeout(Duration::from_millis(10), client.call(&request));
        given_up.await.unwrap_err();
    }
    client.call(&request).await.unwrap();
}
