//! What a server may answer.

use super::*;

#[tokio::test]
async fn a_file_is_there_with_its_checksum_and_nothing_beside_it() {
    let folder = Folder::new();
    fs::write(folder.bill(), "of yesterday").unwrap();
    let lines = ["content-length: 6", "content-type: application/zip", "etag: \"1\""];
    let server = Server::start([Close(answer("200 OK", &lines, "abcdef"))]).await;
    let seen = Arc::new(Mutex::new(Vec::new()));
    let note = seen.clone();
    let file = server
        .download(&folder, |it| {
            let note = note.clone();
            it.on_progress(move |there, of| note.lock().unwrap().push((there, of)))
        })
        .await
        .unwrap();
    assert_eq!((file.path(), file.len()), (&*folder.bill(), 6));
    assert_eq!(file.sha256_hex(), SHA256_OF_ABCDEF);
    assert_eq!(file.sha256()[..2], [0xbe, 0xf5]);
    assert_eq!(file.content_type(), Some("application/zip"));
    assert_eq!(seen.lock().unwrap().last(), Some(&(6, Some(6))));
    folder.holds("abcdef");

    // Nothing of the application goes along.
    let authority = server.authority.clone();
    let [request] = &server.requests().await[..] else { panic!("one request") };
    let mut lines: Vec<_> = request.lines().filter(|line| !line.is_empty()).collect();
    lines.sort_unstable();
    let host = format!("host: {authority}");
    let agent = concat!("user-agent: alipay-core/", env!("CARGO_PKG_VERSION"));
    assert_eq!(lines, ["accept-encoding: identity", "get /bill?token=hidden-token http/1.1", &host, agent]);
}

#[tokio::test]
async fn an_empty_file_and_one_in_chunks_are_whole() {
    let chunked = answer("200 OK", &["transfer-encoding: chunked"], "2\r\nab\r\n4\r\ncdef\r\n0\r\n\r\n");
    for (answer, expected) in [(whole(""), ""), (chunked, "abcdef")] {
        let folder = Folder::new();
        let server = Server::start([Close(answer)]).await;
        let file = server.download(&folder, |it| it).await.unwrap();
        assert_eq!(file.len(), expected.len() as u64);
        folder.holds(expected);
    }
}

#[tokio::test]
async fn other_answers_are_no_file() {
    let table = [
        ("302 Found", &["location: http://127.0.0.1:1/", "content-length: 0"][..], "", "answered HTTP status 302"),
        ("403 Forbidden", &["content-length: 2"], "no", "answered HTTP status 403"),
        ("404 Not Found", &["content-length: 2"], "no", "answered HTTP status 404"),
        ("500 Internal Server Error", &["content-length: 2"], "no", "answered HTTP status 500"),
        ("204 No Content", &[], "", "answered HTTP status 204"),
        ("206 Partial Content", &["content-length: 2", "content-range: bytes 0-1/2"], "ab", "HTTP status 206"),
        ("200 OK", &["content-length: 2", "content-encoding: gzip"], "ab", "compressed"),
        ("200 OK", &[], "abcdef", "does not say where the file ends"),
    ];
    for (status, lines, body, expected) in table {
        let folder = Folder::new();
        fs::write(folder.bill(), "of yesterday").unwrap();
        let server = Server::start([Close(answer(status, lines, body))]).await;
        let error = server.download(&folder, |it| it).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Download, "{status}");
        assert!(error.to_string().contains(expected), "{status}: {error}");
        folder.holds("of yesterday");
        assert_eq!(server.requests().await.len(), 1, "{status}: asked once");
    }
}

#[tokio::test]
async fn what_is_too_large_is_given_up() {
    let announced = answer("200 OK", &["content-length: 99999999999"], "ab");
    let chunked = answer("200 OK", &["transfer-encoding: chunked"], "2\r\nab\r\n4\r\ncdef\r\n0\r\n\r\n");
    for turn in [Stall(announced), Close(chunked), Close(whole("abcdef"))] {
        let folder = Folder::new();
        let server = Server::start([turn]).await;
        let error = server.download(&folder, |it| it.max_bytes(5)).await.unwrap_err();
        assert!(matches!(error.download(), Some(DownloadError::TooLarge { most: 5 })), "{error:?}");
        assert_eq!(folder.files(), []);
    }

    let folder = Folder::new();
    let server = Server::start([Close(whole("abcdef"))]).await;
    server.download(&folder, |it| it.max_bytes(6)).await.unwrap();
    folder.holds("abcdef");
}

#[tokio::test]
async fn a_link_that_is_not_followed_asks_nobody_and_writes_nothing() {
    let (folder, client) = (Folder::new(), client());
    let server = Server::start([Close(whole("abcdef"))]).await;
    for link in [
        server.link(),
        format!("http://dwbillcenter.alipay.com/?token={TOKEN}"),
        format!("https://example.com/?token={TOKEN}"),
        format!("https://{TOKEN}@dwbillcenter.alipay.com/"),
        format!("no link {TOKEN}"),
        String::new(),
    ] {
        let download = client.download(&link, folder.bill());
        assert_eq!(format!("{download:?}"), "Download { max_bytes: 1073741824, .. }");
        let error = download.await.unwrap_err();
        assert!(matches!(error.download(), Some(DownloadError::Link(_))), "{error:?}");
        assert!(error.to_string().starts_with("the link is not followed: "), "{error}");
        assert_hidden(&error);
    }
    assert_eq!(folder.files(), []);
    assert!(!server.requests.is_finished(), "nobody came");
    server.requests.abort();
}
