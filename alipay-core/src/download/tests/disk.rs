//! What is on disk, whatever happens.

use std::task::{Context, Waker};

use super::*;
use crate::transport::{AnswerBody, RequestBody, Transport, TransportFuture};

#[tokio::test]
async fn what_cannot_be_written_is_not_asked_for() {
    let folder = Folder::new();
    let client = client();
    let server = Server::start([Close(whole("abcdef"))]).await;
    let link = server.link();
    for path in [folder.0.join("no such folder").join("bill.zip"), PathBuf::from("/"), folder.0.join("..")] {
        let error = client.download(&link, path).also_from(&server.authority).await.unwrap_err();
        assert!(matches!(error.download(), Some(DownloadError::Disk(_))), "{error:?}");
        assert_eq!(error.to_string(), "the file could not be written");
        assert!(error.source().is_some());
    }
    assert!(!server.requests.is_finished(), "nobody came");

    // That a folder has the name shows at the end.
    fs::create_dir(folder.bill()).unwrap();
    let error = server.download(&folder, |it| it).await.unwrap_err();
    assert!(matches!(error.download(), Some(DownloadError::Disk(_))), "{error:?}");
    folder.holds("");
}

#[tokio::test]
async fn a_download_that_is_dropped_leaves_nothing() {
    let folder = Folder::new();
    fs::write(folder.bill(), "of yesterday").unwrap();
    let server = Server::start([Stall(answer("200 OK", &["content-length: 6"], "abc"))]).await;
    let (client, link) = (client(), server.link());
    let (came, mut coming) = tokio::sync::mpsc::unbounded_channel();
    let download = client.download(&link, folder.bill()).also_from(&server.authority);
    let at = folder.0.clone();
    let download = download.on_progress(move |there, _| {
        came.send((there, fs::read_dir(&at).unwrap().count())).unwrap();
    });
    tokio::select! {
        _ = download.into_future() => panic!("it stalls"),
        // The part, and the file that was there.
        came = coming.recv() => assert_eq!(came, Some((3, 2))),
    }
    folder.holds("of yesterday");
}

#[cfg(unix)]
#[tokio::test]
async fn only_the_owner_can_read_it() {
    use std::os::unix::fs::PermissionsExt;

    let folder = Folder::new();
    let server = Server::start([Close(whole("abcdef"))]).await;
    server.download(&folder, |it| it).await.unwrap();
    assert_eq!(fs::metadata(folder.bill()).unwrap().permissions().mode() & 0o777, 0o600);
}

#[tokio::test]
async fn downloads_to_one_name_do_not_mix() {
    let folder = Folder::new();
    let (one, other) = ("a".repeat(300_000), "b".repeat(200_000));
    let [first, second] = [Server::start([Close(whole(&one))]).await, Server::start([Close(whole(&other))]).await];
    let (first, second) = tokio::join!(first.download(&folder, |it| it), second.download(&folder, |it| it));
    assert_eq!((first.unwrap().len(), second.unwrap().len()), (300_000, 200_000));
    let [(name, content)] = &folder.files()[..] else { panic!("one file") };
    assert_eq!(name, "bill.zip");
    assert!(*content == one || *content == other);
}

/// A transport that says one length and brings another, which hyper would not.
struct Liar(&'static str);

impl Transport for Liar {
    fn send(&self, _: http::Request<RequestBody>) -> TransportFuture<'_> {
        Box::pin(async move {
            let answer = http::Response::builder().header("content-length", "3");
            Ok(answer.body(AnswerBody::from(self.0)).unwrap())
        })
    }
}

#[tokio::test]
async fn the_announced_length_is_the_length() {
    let folder = Folder::new();
    for (body, found) in [("abcd", 4), ("ab", 2)] {
        let client = Client::builder("2021000000000001").private_key(APP_KEY).alipay_public_key(ALIPAY_PUBLIC_KEY);
        let client = client.transport(Arc::new(Liar(body))).build().unwrap();
        let error = client.download("https://dwbillcenter.alipay.com/a", folder.bill()).await.unwrap_err();
        let Some(DownloadError::Length { announced: 3, found: came }) = error.download() else { panic!("{error:?}") };
        assert_eq!(*came, found);
        assert_eq!(error.to_string(), format!("{found} bytes came of a file that was announced with 3"));
        assert_eq!(folder.files(), []);
    }
}

#[test]
fn outside_of_a_runtime_is_an_error_and_no_panic() {
    let client = client();
    let mut download = client.download("https://dwbillcenter.alipay.com/a", "/nowhere/bill.zip").into_future();
    let outcome = download.as_mut().poll(&mut Context::from_waker(Waker::noop()));
    let std::task::Poll::Ready(Err(error)) = outcome else { panic!("it waits") };
    assert_eq!(error.kind(), ErrorKind::Configuration);
}

#[cfg(feature = "blocking")]
#[test]
fn the_blocking_client_waits_for_downloads_too() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let folder = Folder::new();
    let server = runtime.block_on(Server::start([Close(whole("abcdef"))]));
    let client = crate::blocking::Client::new(client()).unwrap();
    let link = server.link();
    let download = client.download(&link, folder.bill()).also_from(&server.authority);
    assert_eq!(client.wait(download).unwrap().len(), 6);
    folder.holds("abcdef");
}
