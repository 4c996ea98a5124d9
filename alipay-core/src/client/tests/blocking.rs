//! The blocking client: from any thread, and never inside a runtime.

use super::*;
use crate::blocking;
use crate::error::{Error, ErrorKind, Sent};

const NODE: &str = r#"{"code":"10000","msg":"Success","result_status":"SUCCESS","point_amount":"10"}"#;

fn blocking_client() -> blocking::Client {
    blocking::Client::new(client(&Scripted::answering(signed(KEY, NODE)))).unwrap()
}

fn in_runtime(error: &Error) {
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Configuration, Sent::No));
    assert_eq!(
        error.to_string(),
        "wrong configuration: the blocking client was used inside an async runtime: await the call there instead"
    );
}

#[test]
fn many_threads_wait_at_once() {
    let client = blocking_client();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| {
                let client = client.clone();
                for _ in 0..4 {
                    let answer = client.wait(PointsUpdate::sample().call(&client)).unwrap();
                    assert_eq!(answer.code(), Some("10000"));
                }
            });
        }
    });
}

#[test]
fn it_waits_for_whatever_was_prepared() {
    let client = blocking_client();
    let request = PointsUpdate::sample();
    assert!(client.wait(request.call(&client).timeout(std::time::Duration::from_secs(3))).is_ok());
    assert!(client.wait(client.call_json(PointsUpdate::METHOD, serde_json::Value::Null)).is_ok());
    assert!(client.wait(async { Ok(client.call(&request).await?.into_inner()) }).is_ok());
    assert_eq!(
        client.wait(async { Err::<(), _>(Error::configuration("x")) }).unwrap_err().kind(),
        ErrorKind::Configuration
    );
}

#[tokio::test]
async fn inside_a_runtime_it_gives_an_error_and_can_be_dropped() {
    let client = blocking_client();
    in_runtime(&client.wait(PointsUpdate::sample().call(&client)).unwrap_err());

    let moved = client.clone();
    let waited = tokio::task::spawn_blocking(move || moved.wait(PointsUpdate::sample().call(&moved)).map(drop));
    in_runtime(&waited.await.unwrap().unwrap_err());

    // The client inside is as good there as ever.
    assert!(PointsUpdate::sample().call(&client).await.is_ok());
    drop(client);
}

#[test]
fn a_thread_that_is_waiting_cannot_wait_once_more() {
    let client = blocking_client();
    let inner = client.clone();
    in_runtime(&client.wait(async { inner.wait(PointsUpdate::sample().call(&inner)).map(drop) }).unwrap_err());
}
