//! Connections that break, and servers that lie or fall silent.

use super::*;

/// Begins a file of six bytes and breaks off after three.
fn half(lines: &[&str]) -> Turn {
    let mut all = vec!["content-length: 6"];
    all.extend(lines);
    Close(answer("200 OK", &all, "abc"))
}

fn rest(lines: &[&str], body: &str) -> Turn {
    let length = format!("content-length: {}", body.len());
    let mut all = vec![&*length];
    all.extend(lines);
    Close(answer("206 Partial Content", &all, body))
}

#[tokio::test]
async fn the_rest_is_asked_for_where_the_version_has_a_name() {
    let changed = "Thu, 26 Nov 2026 01:00:00 GMT";
    let dated = [&*format!("last-modified: {changed}"), "date: Thu, 26 Nov 2026 02:00:00 GMT"];
    for (lines, if_range) in [(&["etag: \"1\""][..], "\"1\""), (&dated[..], changed)] {
        let folder = Folder::new();
        let seen = Arc::new(Mutex::new(Vec::new()));
        let note = seen.clone();
        let server = Server::start([half(lines), rest(&["content-range: bytes 3-5/6"], "def")]).await;
        let file = server
            .download(&folder, |it| {
                let note = note.clone();
                it.on_progress(move |there, of| note.lock().unwrap().push((there, of)))
            })
            .await
            .unwrap();
        assert_eq!(file.sha256_hex(), SHA256_OF_ABCDEF);
        folder.holds("abcdef");
        assert_eq!(*seen.lock().unwrap(), [(3, Some(6)), (6, Some(6))]);

        let requests = server.requests().await;
        assert!(!requests[0].contains("range"), "{}", requests[0]);
        assert!(requests[1].contains("\r\nrange: bytes=3-\r\n"), "{}", requests[1]);
        let if_range = format!("\r\nif-range: {}\r\n", if_range.to_ascii_lowercase());
        assert!(requests[1].contains(&if_range), "{}", requests[1]);
    }
}

#[tokio::test]
async fn without_a_version_or_parts_all_of_it_is_fetched_again() {
    let another = answer("200 OK", &["content-length: 4", "etag: \"2\""], "wxyz");
    for (first, second, expected) in [
        (half(&[]), Close(whole("abcdef")), "abcdef"),
        (half(&["etag: W/\"1\""]), Close(whole("abcdef")), "abcdef"),
        // The server does not know parts.
        (half(&["etag: \"1\""]), Close(whole("abcdef")), "abcdef"),
        // The file is another by now.
        (half(&["etag: \"1\""]), Close(another), "wxyz"),
        // The connection broke before the answer.
        (Close(String::new()), Close(whole("abcdef")), "abcdef"),
    ] {
        let folder = Folder::new();
        let server = Server::start([first, second]).await;
        let file = server.download(&folder, |it| it).await.unwrap();
        assert_eq!(file.len(), expected.len() as u64);
        folder.holds(expected);
    }
}

#[tokio::test]
async fn a_part_of_something_else_is_never_added() {
    let folder = Folder::new();
    for lines in [
        &[][..],
        &["content-range: bytes 0-2/6"],
        &["content-range: bytes 2-4/6"],
        &["content-range: bytes 4-6/7"],
        &["content-range: bytes 3-5/7"],
        &["content-range: items 3-5/6"],
        &["content-range: bytes 3-5/6", "etag: \"2\""],
        &["content-type: multipart/byteranges; boundary=x"],
    ] {
        let server = Server::start([half(&["etag: \"1\""]), rest(lines, "xyz")]).await;
        let error = server.download(&folder, |it| it).await.unwrap_err();
        assert!(matches!(error.download(), Some(DownloadError::Answer(_))), "{lines:?}: {error:?}");
        assert!(error.to_string().contains("not the rest of the file"), "{error}");
        assert_eq!(folder.files(), [], "{lines:?}");
    }
}

#[tokio::test]
async fn a_part_that_does_not_say_how_long_the_whole_is_is_not_its_end() {
    let folder = Folder::new();
    let chunked = answer("200 OK", &["transfer-encoding: chunked", "etag: \"1\""], "3\r\nabc\r\n");
    let server = Server::start([Close(chunked.clone()), rest(&["content-range: bytes 3-5/*"], "def")]).await;
    let error = server.download(&folder, |it| it).await.unwrap_err();
    assert!(matches!(error.download(), Some(DownloadError::Answer(_))), "{error:?}");
    assert_eq!(folder.files(), []);

    let server = Server::start([Close(chunked), rest(&["content-range: bytes 3-5/6"], "def")]).await;
    server.download(&folder, |it| it).await.unwrap();
    folder.holds("abcdef");
}

#[tokio::test]
async fn a_server_may_hand_out_the_rest_in_pieces() {
    let folder = Folder::new();
    let server = Server::start([
        half(&["etag: \"1\""]),
        rest(&["content-range: bytes 3-3/6"], "d"),
        rest(&["content-range: bytes 4-5/6", "etag: \"1\""], "ef"),
    ])
    .await;
    let file = server.download(&folder, |it| it).await.unwrap();
    assert_eq!(file.sha256_hex(), SHA256_OF_ABCDEF);
    folder.holds("abcdef");
}

#[tokio::test]
async fn what_breaks_too_often_leaves_nothing() {
    for resumes in [0, 1, 3] {
        let folder = Folder::new();
        fs::write(folder.bill(), "of yesterday").unwrap();
        let turns = (0..=resumes).map(|_| half(&[]));
        let server = Server::start(turns).await;
        let error = server.download(&folder, |it| it.resumes(resumes)).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Download);
        assert_eq!(error.to_string(), "the connection broke in the middle of the file");
        let Some(DownloadError::Transport(beneath)) = error.download() else { panic!("{error:?}") };
        assert_eq!(beneath.phase(), Phase::Read);
        folder.holds("of yesterday");
        assert_eq!(server.requests().await.len(), resumes as usize + 1);
    }
}

#[tokio::test]
async fn a_chunked_file_that_breaks_off_is_not_whole() {
    let folder = Folder::new();
    let broken = answer("200 OK", &["transfer-encoding: chunked"], "3\r\nabc\r\n3\r\nd");
    let server = Server::start([Close(broken)]).await;
    let error = server.download(&folder, |it| it.resumes(0)).await.unwrap_err();
    assert_eq!(error.to_string(), "the connection broke in the middle of the file");
    assert_eq!(folder.files(), []);
}

#[tokio::test]
async fn silence_is_not_waited_out() {
    let begun = answer("200 OK", &["content-length: 6", "etag: \"1\""], "abc");
    for silence in [String::new(), "HTTP/1.1 200 OK\r\n".to_owned(), begun.clone()] {
        let folder = Folder::new();
        let server = Server::start([Stall(silence)]).await;
        let limit = Duration::from_millis(100);
        let error = server.download(&folder, |it| it.idle_timeout(limit).resumes(0)).await.unwrap_err();
        assert!(error.is_timeout());
        assert!(matches!(error.download(), Some(DownloadError::Stalled(of)) if *of == limit));
        assert_eq!(error.to_string(), "nothing came for 100ms");
        assert_eq!(folder.files(), []);
    }

    let folder = Folder::new();
    let server = Server::start([Stall(begun), rest(&["content-range: bytes 3-5/6"], "def")]).await;
    server.download(&folder, |it| it.idle_timeout(Duration::from_millis(500))).await.unwrap();
    folder.holds("abcdef");
}

#[tokio::test]
async fn an_unreachable_server_is_asked_for_no_longer_than_it_was_told_to() {
    let folder = Folder::new();
    let server = Server::start([]).await;
    let error = {
        let link = server.link();
        let authority = server.authority.clone();
        // Nobody listens any more.
        server.requests().await;
        client().download(&link, folder.bill()).also_from(authority).await.unwrap_err()
    };
    let Some(DownloadError::Transport(beneath)) = error.download() else { panic!("{error:?}") };
    assert_eq!(beneath.phase(), Phase::Connect);
    assert_hidden(&error);
    assert_eq!(folder.files(), []);
}
