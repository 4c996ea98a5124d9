//! Files beside a request: what is sent of them, and what is known when that fails.

use std::io;
use std::path::PathBuf;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWriteExt, ReadBuf};
use tokio::net::TcpListener;

use super::*;
use crate::error::{Error, ErrorKind, Sent};
use crate::transport::{BodyError, Phase};
use crate::violation::RuleCode;
use crate::{Charset, Record, Upload, alipay_api};

/// Stores an image.
#[alipay_api(method = "alipay.offline.material.image.upload", response = ImageStored)]
struct ImageUpload {
    #[alipay(parameter, max_len = 8)]
    image_type: String,
    #[alipay(max_bytes = 100_000)]
    image_content: Upload,
    #[alipay(parameter, max_len = 128)]
    image_name: Option<String>,
    small_content: Option<Upload>,
}

#[derive(Record)]
struct ImageStored {
    image_id: String,
}

const UPLOADED: &str = "alipay_offline_material_image_upload_response";
const NODE: &str = r#"{"code":"10000","msg":"Success","image_id":"7"}"#;

/// A part as a server finds it: its name, its file name, its content.
type Part = (String, Option<String>, Vec<u8>);

/// The parts of a body, by the boundary that its type names.
fn parts(request: &http::Request<Bytes>) -> Vec<Part> {
    let content_type = request.headers()["content-type"].to_str().unwrap();
    let boundary = content_type.split_once("boundary=").unwrap().1.split(';').next().unwrap();
    // A byte a character, so that any content can be cut.
    let body: String = request.body().iter().copied().map(char::from).collect();
    let body = body.strip_suffix(&format!("\r\n--{boundary}--\r\n")).unwrap();
    let body = format!("\r\n{body}");
    body.split(&format!("\r\n--{boundary}\r\n")).skip(1).map(part).collect()
}

fn part(text: &str) -> Part {
    let bytes = |text: &str| text.chars().map(|character| u8::try_from(character).unwrap()).collect::<Vec<u8>>();
    let (head, content) = text.split_once("\r\n\r\n").unwrap();
    let quoted = |name: &str| {
        let (_, rest) = head.split_once(&format!("; {name}=\""))?;
        Some(String::from_utf8_lossy(&bytes(rest.split('"').next().unwrap())).into_owned())
    };
    (quoted("name").unwrap(), quoted("filename"), bytes(content))
}

/// Collects what is sent, read to its end.
struct Collecting(Mutex<Vec<http::Request<Bytes>>>);

impl Transport for Collecting {
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
        Box::pin(async move {
            let (head, body) = request.into_parts();
            let body = body.collect(1 << 20).await?;
            self.0.lock().unwrap().push(http::Request::from_parts(head, body));
            Ok(http::Response::new(AnswerBody::from(signed(UPLOADED, NODE))))
        })
    }
}

fn collecting() -> (Arc<Collecting>, Client) {
    let transport = Arc::new(Collecting(Mutex::default()));
    let client = builder().transport(transport.clone()).build().unwrap();
    (transport, client)
}

struct OnDisk(PathBuf);

impl OnDisk {
    fn of(name: &str, content: &[u8]) -> Self {
        let path = std::env::temp_dir().join(format!("alipay-core-client-{}-{name}", std::process::id()));
        std::fs::write(&path, content).unwrap();
        Self(path)
    }
}

impl Drop for OnDisk {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// Gives some bytes, and then no more.
struct Faulty(&'static [u8], Then);

enum Then {
    Fails(io::ErrorKind),
    /// Never goes on, and lets the clock go to the next timer as soon as nobody has anything to do.
    Stalls,
    HasStalled,
}

impl AsyncRead for Faulty {
    fn poll_read(mut self: Pin<&mut Self>, _: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        if !self.0.is_empty() {
            buffer.put_slice(std::mem::take(&mut self.0));
            return Poll::Ready(Ok(()));
        }
        match self.1 {
            Then::Fails(kind) => return Poll::Ready(Err(kind.into())),
            Then::Stalls => tokio::time::pause(),
            Then::HasStalled => {}
        }
        self.1 = Then::HasStalled;
        Poll::Pending
    }
}

#[tokio::test]
async fn texts_are_signed_and_files_go_beside_them() {
    let on_disk = OnDisk::of("beside.png", b"PNG\r\n\x1a\0");
    let (transport, client) = collecting();
    let request = ImageUpload::new("jpg", Upload::from_bytes("图片\"1.jpg", vec![0, 13, 10, 255]))
        .image_name("前台 &=")
        .small_content(on_disk.0.as_path());
    let answer = request.call(&client).app_auth_token("token").await.unwrap();
    assert_eq!(answer.image_id, "7");

    let seen = transport.0.lock().unwrap();
    let [sent] = seen.as_slice() else { panic!("{} requests", seen.len()) };
    let query: Pairs = form_urlencoded::parse(sent.uri().query().unwrap().as_bytes()).into_owned().collect();
    let mut query_names: Vec<_> = query.iter().map(|(name, _)| name.as_str()).collect();
    query_names.sort_unstable();
    assert_eq!(
        query_names,
        ["app_id", "charset", "format", "method", "sign", "sign_type", "timestamp", "version"],
        "the same as the official Java client's"
    );
    let file_name = on_disk.0.file_name().unwrap().to_str().unwrap().to_owned();
    let text = |name: &str, value: &str| (name.to_owned(), None, value.as_bytes().to_vec());
    let found = parts(sent);
    assert_eq!(
        found,
        [
            text("image_type", "jpg"),
            text("image_name", "前台 &="),
            text("app_auth_token", "token"),
            ("image_content".to_owned(), Some("图片%221.jpg".to_owned()), vec![0, 13, 10, 255]),
            ("small_content".to_owned(), Some(file_name), b"PNG\r\n\x1a\0".to_vec()),
        ]
    );
    let texts = found.into_iter().filter(|(_, file_name, _)| file_name.is_none());
    let texts: Pairs = texts.map(|(name, _, value)| (name, String::from_utf8(value).unwrap())).collect();
    requests::assert_signed(&query, &texts);
}

#[tokio::test]
async fn texts_and_names_are_in_the_charset_of_the_request() {
    let (transport, client) = collecting();
    let request = ImageUpload::new("中", Upload::from_bytes("文.jpg", "x"));
    request.call(&client).charset(Charset::Gbk).await.unwrap();
    let sent = transport.0.lock().unwrap().remove(0);
    assert!(sent.headers()["content-type"].to_str().unwrap().ends_with("; charset=GBK"));
    let body = sent.body();
    let holds = |bytes: &[u8]| body.windows(bytes.len()).any(|window| window == bytes);
    assert!(holds(b"\r\n\r\n\xd6\xd0\r\n") && holds(b"filename=\"\xce\xc4.jpg\""));

    let lacking = ImageUpload::new("x", Upload::from_bytes("😀.jpg", "x"));
    let error = lacking.call(&client).charset(Charset::Gbk).await.unwrap_err();
    assert!(error.to_string().ends_with("GBK lacks a character of the name of the file `image_content`"), "{error}");
}

#[tokio::test]
async fn what_is_too_large_is_refused_like_any_other_value_and_can_be_allowed() {
    let on_disk = OnDisk::of("too-large.jpg", &vec![1; 100_001]);
    let too_large = [
        Upload::from_bytes("a.jpg", vec![1; 100_001]),
        Upload::from_path(&on_disk.0),
        Upload::from_reader("a.jpg", Some(100_001), io::Cursor::new(vec![1; 100_001])),
    ];
    for image in too_large {
        let (transport, client) = collecting();
        let request = ImageUpload::new("jpg", image);
        let error = request.call(&client).await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Validation, Sent::No));
        assert_eq!(
            error.violations().unwrap().to_string(),
            "image_content: has 100001 bytes, at most 100000 are allowed (max_bytes)"
        );
        assert!(transport.0.lock().unwrap().is_empty());

        request.call(&client).allow("image_content", RuleCode::MaxBytes).await.unwrap();
        assert_eq!(transport.0.lock().unwrap().len(), 1);
    }
}

/// A server that takes one request and gives back all that came of it; `is_whole` says after which
/// bytes it answers.
async fn server(is_whole: fn(&[u8]) -> bool) -> (ClientBuilder, tokio::task::JoinHandle<Vec<u8>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let url = format!("http://{}/gateway.do", listener.local_addr().unwrap());
    let task = tokio::spawn(async move {
        let (mut stream, _) = listener.accept().await.unwrap();
        let (mut came, mut buffer) = (Vec::new(), [0; 8192]);
        while !is_whole(&came) {
            match stream.read(&mut buffer).await {
                Ok(count) if count > 0 => came.extend_from_slice(&buffer[..count]),
                _ => return came,
            }
        }
        let body = signed(UPLOADED, NODE);
        let answer = format!("HTTP/1.1 200 OK\r\ncontent-length: {}\r\n\r\n{body}", body.len());
        stream.write_all(answer.as_bytes()).await.unwrap();
        came
    });
    (builder().gateway_url(url), task)
}

fn sevens(came: &[u8]) -> usize {
    came.iter().map(|&byte| usize::from(byte == 7)).sum()
}

fn ends_with_a_boundary(came: &[u8]) -> bool {
    came.ends_with(b"--\r\n")
}

fn ends_with_the_last_chunk(came: &[u8]) -> bool {
    came.ends_with(b"--\r\n\r\n0\r\n\r\n")
}

#[tokio::test]
async fn a_file_travels_through_hyper_with_its_length() {
    let on_disk = OnDisk::of("hyper.jpg", &vec![7; 90_000]);
    let (builder, server) = server(ends_with_a_boundary).await;
    ImageUpload::new("jpg", Upload::from_path(&on_disk.0)).call(&builder.build().unwrap()).await.unwrap();
    let came = server.await.unwrap();
    let head = came.windows(4).position(|window| window == b"\r\n\r\n").unwrap();
    let announced = format!("content-length: {}\r\n", came.len() - head - 4);
    assert!(String::from_utf8_lossy(&came[..head + 2]).contains(&announced), "{announced}");
    assert_eq!(sevens(&came), 90_000);
}

#[tokio::test]
async fn a_stream_of_unknown_length_travels_in_chunks() {
    let (builder, server) = server(ends_with_the_last_chunk).await;
    let stream = Upload::from_reader("a.jpg", None, io::Cursor::new(vec![7; 90_000]));
    ImageUpload::new("jpg", stream).call(&builder.build().unwrap()).await.unwrap();
    let came = server.await.unwrap();
    assert!(String::from_utf8_lossy(&came).contains("transfer-encoding: chunked\r\n"));
    assert_eq!(sevens(&came), 90_000);
}

fn cause(error: &Error) -> BodyError {
    let transport = error.transport().unwrap();
    assert_eq!(transport.phase(), Phase::Upload);
    std::error::Error::source(transport).unwrap().downcast_ref::<BodyError>().unwrap().clone()
}

/// What breaks off, and why.
type Broken = (fn() -> Upload, fn(&BodyError) -> bool);

#[tokio::test]
async fn what_breaks_off_in_the_middle_was_not_sent() {
    let too_long = || Upload::from_reader("a.jpg", None, io::Cursor::new(vec![1; 200_000]));
    let too_short = || Upload::from_reader("a.jpg", Some(90_000), io::Cursor::new(vec![1; 80_000]));
    let failing = || Upload::from_reader("a.jpg", Some(9), Faulty(b"12345", Then::Fails(io::ErrorKind::UnexpectedEof)));
    let cases: [Broken; 3] = [
        (too_long, |cause| matches!(cause, BodyError::TooLong { most: 100_000 })),
        (too_short, |cause| matches!(cause, BodyError::TooShort { announced: 90_000, found: 80_000 })),
        (failing, |cause| matches!(cause, BodyError::Unreadable(_))),
    ];
    for (image, is_expected) in cases {
        let (builder, server) = server(ends_with_the_last_chunk).await;
        let error = ImageUpload::new("jpg", image()).call(&builder.build().unwrap()).await.unwrap_err();
        assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::No), "{error:?}");
        assert!(is_expected(&cause(&error)), "{error:?}");
        let came = server.await.unwrap();
        assert!(!ends_with_a_boundary(&came) && !ends_with_the_last_chunk(&came), "its end never came");
        assert_eq!(
            error.to_string(),
            "alipay.offline.material.image.upload: the upload broke off before all of it was sent"
        );

        // The same of a client that takes bytes.
        let (_, client) = collecting();
        let error = ImageUpload::new("jpg", image()).call(&client).await.unwrap_err();
        assert_eq!(error.sent(), Sent::No);
        assert!(is_expected(&cause(&error)), "{error:?}");
    }
}

#[tokio::test]
async fn an_upload_that_takes_too_long_was_not_sent() {
    let (builder, server) = server(|_| false).await;
    let image = Upload::from_reader("a.jpg", Some(9), Faulty(b"12345", Then::Stalls));
    let request = ImageUpload::new("jpg", image.clone());
    let client = builder.build().unwrap();
    let error = request.call(&client).timeout(Duration::from_secs(60)).await.unwrap_err();
    assert_eq!((error.kind(), error.sent()), (ErrorKind::Timeout, Sent::No));
    assert!(!ends_with_a_boundary(&server.await.unwrap()));

    // Its stream is gone, and that is said before anything is sent.
    let error = request.call(&client).await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert_eq!(image.known_len(), Some(9));
}

#[tokio::test]
async fn a_call_that_never_reached_the_network_leaves_a_stream_as_it_was() {
    let request = ImageUpload::new("jpg", Upload::from_reader("a.jpg", Some(3), io::Cursor::new("abc")));
    let nobody = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let unreachable = builder().gateway_url(format!("http://{nobody}/")).build().unwrap();
    let error = request.call(&unreachable).await.unwrap_err();
    assert_eq!(error.transport().unwrap().phase(), Phase::Connect);

    let (transport, client) = collecting();
    request.call(&client).await.unwrap();
    assert_eq!(parts(&transport.0.lock().unwrap()[0]).last().unwrap().2, b"abc");
}

#[test]
fn a_file_is_never_part_of_the_json() {
    let request = ImageUpload::new("jpg", Upload::from_bytes("a.jpg", "abc")).image_name("x");
    assert_eq!(serde_json::to_string(&request).unwrap(), r#"{"image_type":"jpg","image_name":"x"}"#);
    assert_eq!(
        format!("{request:?}"),
        "ImageUpload { image_type: <3 characters>, image_content: <file of 3 bytes>, image_name: <1 characters> }"
    );
    let error = serde_json::from_str::<ImageUpload>(r#"{"image_type":"jpg","image_content":"abc"}"#).unwrap_err();
    assert!(error.to_string().contains("a file is sent and never read"), "{error}");
    assert_eq!(request, request.clone());
}

/// A name that the macro does not know for a file.
type Photo = Upload;

#[derive(Record)]
struct Album {
    cover: Option<Photo>,
}

#[alipay_api(method = "alipay.open.file.upload", response = ImageStored, docs = "https://opendocs.alipay.com")]
struct AlbumUpload {
    album: Album,
    photos: Vec<Photo>,
}

#[tokio::test]
async fn a_file_out_of_its_place_is_found_whatever_its_type_is_called() {
    let words = "a file is sent by a field of the request itself";
    let photo = Upload::from_bytes("a.jpg", "x");
    let request = AlbumUpload::new(Album::new().cover(photo.clone()));
    assert_eq!(request.validate().unwrap_err().to_string(), format!("album.cover: {words} (check)"));
    let request = AlbumUpload::new(Album::new()).photos([photo.clone()]);
    assert_eq!(request.validate().unwrap_err().to_string(), format!("photos: {words} (check)"));
    assert!(AlbumUpload::new(Album::new()).validate().is_ok());

    let (transport, client) = collecting();
    let request = AlbumUpload::new(Album::new().cover(photo));
    assert_eq!(request.call(&client).unchecked().await.unwrap_err().kind(), ErrorKind::Configuration);
    assert!(transport.0.lock().unwrap().is_empty());

    assert_eq!(
        crate::lint(&[<AlbumUpload as crate::ApiRequest>::api()]),
        [format!("`AlbumUpload.photos`: {words}"), format!("`Album.cover`: {words}")]
    );
}
