use std::path::PathBuf;
use std::sync::Mutex;

use http_body_util::BodyExt;

use super::reader::PIECE;
use super::*;
use crate::error::Error;
use crate::transport::{BodyError, RequestBody};

/// Gives its texts as the pieces of a stream.
fn stream(pieces: &[&'static str]) -> impl Body<Data = Bytes, Error: Into<Box<dyn std::error::Error + Send + Sync>>> {
    let text: String = pieces.concat();
    ReaderBody::new(std::io::Cursor::new(text.into_bytes()))
}

/// Everything that is sent, in its pieces, until it breaks off.
async fn pieces(file: OpenFile) -> (Vec<Bytes>, Option<BodyError>) {
    let (mut file, mut pieces) = (file, Vec::new());
    loop {
        match file.frame().await {
            Some(Ok(frame)) => pieces.push(frame.into_data().unwrap()),
            Some(Err(error)) => return (pieces, Some(error)),
            None => return (pieces, None),
        }
    }
}

async fn opened(upload: &Upload) -> OpenFile {
    upload.open("image").await.unwrap()
}

/// Runs with a file of so many bytes.
struct OnDiskFor(PathBuf);

impl OnDiskFor {
    fn test(name: &str, len: usize) -> Self {
        let path = std::env::temp_dir().join(format!("alipay-core-{}-{name}", std::process::id()));
        std::fs::write(&path, vec![7; len]).unwrap();
        Self(path)
    }
}

impl Drop for OnDiskFor {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[tokio::test]
async fn the_parts_stand_as_rfc_7578_has_them() {
    let mut parts = Multipart::new();
    let image = Upload::from_bytes("a \"b\".png", "PNG\r\n--x\0");
    let text = Upload::from_body("图.bin", None, stream(&["x", "y"])).content_type("text/x; a=\"b\"");
    parts.text("biz_code", "中 &=".as_bytes());
    for (name, upload) in [("file_content", &image), ("extra", &text)] {
        let file = opened(upload).await;
        let file_name = file.escaped_name().into_owned();
        parts.file(name, file_name.as_bytes(), file);
    }
    let content_type = parts.content_type("utf-8");
    let boundary = content_type
        .strip_prefix("multipart/form-data; boundary=")
        .and_then(|rest| rest.strip_suffix("; charset=utf-8"))
        .unwrap();
    assert!(boundary.len() <= 70 && boundary.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));

    let end = parts.end();
    let (body, _) = RequestBody::streaming(parts, end);
    let sent = body.collect(1 << 20).await.unwrap();
    assert_eq!(
        std::str::from_utf8(&sent).unwrap().replace(boundary, "B"),
        "--B\r\n\
         Content-Disposition: form-data; name=\"biz_code\"\r\n\
         Content-Type: text/plain\r\n\
         \r\n\
         中 &=\r\n\
         --B\r\n\
         Content-Disposition: form-data; name=\"file_content\"; filename=\"a %22b%22.png\"\r\n\
         Content-Type: image/png\r\n\
         \r\n\
         PNG\r\n--x\0\r\n\
         --B\r\n\
         Content-Disposition: form-data; name=\"extra\"; filename=\"图.bin\"\r\n\
         Content-Type: text/x; a=\"b\"\r\n\
         \r\n\
         xy\r\n\
         --B--\r\n"
    );
}

#[tokio::test]
async fn no_name_ends_its_quotes_or_its_line() {
    for (name, expected) in [
        ("photo.jpg", "photo.jpg"),
        ("照片 1.jpg", "照片 1.jpg"),
        ("a\"; name=\"sign", "a%22; name=%22sign"),
        ("a\r\n\r\n--x", "a%0D%0A%0D%0A--x"),
        ("a\\", "a%5C"),
        ("..\\..\\a/b", "..%5C..%5Ca/b"),
        ("\0\x7f\u{85}", "%00%7F%C2%85"),
        ("100%.png", "100%.png"),
    ] {
        assert_eq!(opened(&Upload::from_bytes(name, "x")).await.escaped_name(), expected);
    }
}

#[test]
fn nobody_foresees_a_boundary() {
    let (one, other) = (Multipart::new(), Multipart::new());
    assert_ne!(one.content_type("utf-8"), other.content_type("utf-8"));
}

#[tokio::test]
async fn the_length_is_exact_wherever_it_is_known() {
    let on_disk = OnDiskFor::test("length", 3 * PIECE + 1);
    for (upload, is_known) in [
        (Upload::from_bytes("a", vec![1; 10]), true),
        (Upload::from_bytes("a", ""), true),
        (Upload::from_path(&on_disk.0), true),
        (Upload::from_body("a", Some(3), stream(&["abc"])), true),
        (Upload::from_body("a", None, stream(&["abc"])), false),
    ] {
        let mut parts = Multipart::new();
        parts.text("name", b"value");
        parts.file("file", b"a", opened(&upload).await);
        let end = parts.end();
        let (body, _) = RequestBody::streaming(parts, end);
        let announced = body.size_hint().exact();
        let sent = body.collect(usize::MAX).await.unwrap().len() as u64;
        assert_eq!(announced, is_known.then_some(sent), "{upload:?}");
    }
}

#[tokio::test]
async fn bytes_are_sent_from_where_they_are() {
    let bytes = Bytes::from(vec![1; 3 << 20]);
    let upload = Upload::from_bytes("a", bytes.clone());
    for _ in 0..2 {
        let (sent, None) = pieces(opened(&upload).await).await else { panic!("broke off") };
        assert_eq!(
            sent.iter().map(|piece| (piece.as_ptr(), piece.len())).collect::<Vec<_>>(),
            [(bytes.as_ptr(), bytes.len())]
        );
    }
}

#[tokio::test]
async fn a_file_is_read_piece_by_piece_as_often_as_it_is_sent() {
    let len = 5 * PIECE + 1;
    let on_disk = OnDiskFor::test("pieces", len);
    let upload = Upload::from_path(&on_disk.0).file_name("b.png");
    assert_eq!(upload.known_len(), None);
    for _ in 0..2 {
        let (sent, None) = pieces(opened(&upload).await).await else { panic!("broke off") };
        assert!(sent.iter().all(|piece| piece.len() <= PIECE && !piece.is_empty()));
        assert_eq!(sent.iter().map(Bytes::len).sum::<usize>(), len);
        assert_eq!(upload.known_len(), Some(len as u64));
    }
}

#[tokio::test]
async fn what_is_longer_or_shorter_than_announced_or_allowed_breaks_off() {
    for (announced, allowed, expected) in [
        (None, None, None),
        (Some(4), Some(4), None),
        (None, Some(4), None),
        (Some(3), None, Some("there are more bytes than the 3 that were announced or are allowed")),
        (None, Some(3), Some("there are more bytes than the 3 that were announced or are allowed")),
        (Some(5), None, Some("a file ended after 4 bytes and was to have 5")),
    ] {
        let file = opened(&Upload::from_body("a", announced, stream(&["ab", "cd"]))).await.at_most(allowed);
        let (sent, error) = pieces(file).await;
        assert_eq!(error.map(|error| error.to_string()).as_deref(), expected);
        if announced == Some(3) || allowed == Some(3) {
            assert!(sent.is_empty(), "the piece that is too long is not sent");
        }
    }
}

#[tokio::test]
async fn a_stream_is_sent_once_and_kept_until_then() {
    let upload = Upload::from_body("a", None, stream(&["abc"]));
    // Two calls that were given up before the network asked.
    drop(opened(&upload).await);
    let waiting = opened(&upload.clone()).await;

    let (sent, error) = pieces(opened(&upload).await).await;
    assert_eq!((sent.concat(), error.is_none()), (b"abc".to_vec(), true));

    assert!(matches!(pieces(waiting).await, (sent, Some(BodyError::Spent)) if sent.is_empty()));
    let error: Error = upload.open("image").await.err().unwrap();
    assert_eq!(
        error.to_string(),
        "wrong configuration: the stream of `image` was sent by an earlier call, and cannot be read again"
    );
}

#[tokio::test]
async fn what_cannot_be_sent_is_found_before_anything_is() {
    let on_disk = OnDiskFor::test("opened", 1);
    let nowhere = on_disk.0.with_extension("nowhere");
    for (upload, problem) in [
        (Upload::from_bytes("", "x"), "the file of `image` needs a name"),
        (Upload::from_path("/"), "the file of `image` needs a name"),
        (Upload::from_path(&nowhere), "the file of `image` cannot be opened"),
        (Upload::from_path(std::env::temp_dir()).file_name("a"), "the file of `image` is none: use `from_reader`"),
        (
            Upload::from_bytes("a", "x").content_type("a\r\nb: c"),
            "the content type of `image` does not fit into a header",
        ),
        (Upload::from_bytes("a", "x").content_type(""), "the content type of `image` does not fit into a header"),
    ] {
        let error = upload.open("image").await.err().unwrap();
        assert_eq!(error.to_string(), format!("wrong configuration: {problem}"));
        assert_eq!(error.sent(), crate::Sent::No);
    }
}

#[tokio::test]
async fn progress_is_told_after_each_piece() {
    let on_disk = OnDiskFor::test("progress", PIECE + 1);
    let told = Arc::new(Mutex::new(Vec::new()));
    let note = Arc::clone(&told);
    let upload = Upload::from_path(&on_disk.0).on_progress(move |sent, total| note.lock().unwrap().push((sent, total)));
    pieces(opened(&upload).await).await;
    let piece = PIECE as u64;
    assert_eq!(*told.lock().unwrap(), [(piece, Some(piece + 1)), (piece + 1, Some(piece + 1))]);
}

#[tokio::test]
async fn the_type_is_what_the_caller_says_or_the_ending() {
    for (upload, expected) in [
        (Upload::from_bytes("a.JPG", "x"), "image/jpeg"),
        (Upload::from_bytes("a.b.jpeg", "x"), "image/jpeg"),
        (Upload::from_bytes("a.txt", "x").file_name("照片.png"), "image/png"),
        (Upload::from_body("a.gif", None, stream(&["x"])), "image/gif"),
        (Upload::from_bytes("a.bmp", "x"), "image/bmp"),
        (Upload::from_bytes("a.mp4", "x"), "video/mp4"),
        (Upload::from_bytes("a.jpg", "x").content_type("image/x"), "image/x"),
        (Upload::from_bytes("a", "x"), "application/octet-stream"),
        (Upload::from_bytes("png", "x"), "application/octet-stream"),
        (Upload::from_bytes("a.png.", "x"), "application/octet-stream"),
        (Upload::from_bytes("a.nothing-known", "x"), "application/octet-stream"),
    ] {
        assert_eq!(opened(&upload).await.content_type, expected);
    }
}

#[test]
fn files_are_compared_by_what_is_known_of_them_and_printed_without_it() {
    let bytes = Upload::from_bytes("a", "xyz");
    let stream = Upload::from_body("a", None, stream(&["xyz"]));
    assert_eq!(bytes, Upload::from_bytes("a", vec![b'x', b'y', b'z']));
    assert_ne!(bytes, Upload::from_bytes("b", "xyz"));
    assert_ne!(bytes, bytes.clone().content_type("a/b"));
    assert_eq!(stream, stream.clone());
    assert_ne!(stream, bytes);
    assert_eq!(Upload::from_path("/a/b"), Upload::from_path("/a/b"));
    assert_eq!(format!("{bytes:?} {stream:?}"), "<file of 3 bytes> <file>");
}
