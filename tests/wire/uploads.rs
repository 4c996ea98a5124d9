//! Files and batches on their whole way, over both versions of HTTP, to a gateway that verifies them.

use std::io;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll};

use alipay_core::transport::{BodyError, Phase};
use alipay_core::{Charset, Client, ErrorKind, Record, Sent, Upload, alipay_api};
use alipay_sandbox::{Gateway, Reply, demo};
use serde_json::json;
use tokio::io::{AsyncRead, ReadBuf};

/// Stores an image.
#[alipay_api(method = "alipay.offline.material.image.upload", response = ImageUploadResponse)]
#[expect(clippy::struct_field_names, reason = "the platform's names")]
struct ImageUpload {
    #[alipay(parameter, max_len = 8)]
    image_type: String,
    #[alipay(parameter, max_len = 128)]
    image_name: String,
    #[alipay(max_bytes = 5_242_880)]
    image_content: Upload,
}

/// Where it was stored.
#[derive(Record)]
struct ImageUploadResponse {
    image_id: String,
}

/// Reads back what it is told.
#[alipay_api(method = "alipay.demo.echo", response = Echoed)]
struct Echo {
    text: String,
}

/// The same text.
#[derive(Record)]
struct Echoed {
    text: String,
}

/// A gateway for HTTP/2 over TLS and one for HTTP/1.1, with a client of each.
async fn both() -> [(Gateway, Client); 2] {
    let builder = || {
        Gateway::builder()
            .application(demo::APP_ID, demo::PUBLIC_KEY)
            .on(ImageUpload::METHOD, |call| Reply::success(json!({ "image_id": call.parameter("image_name") })))
            .on(Echo::METHOD, |call| match call.biz_content()["text"].as_str() {
                Some("refuse") => Reply::business_error("ACQ.REFUSED", "no"),
                text => Reply::success(json!({ "text": text })),
            })
    };
    let (secure, plain) = (builder().start().await.unwrap(), builder().plain_http().start().await.unwrap());
    [secure, plain].map(|gateway| {
        let client = gateway.demo_client().build().unwrap();
        (gateway, client)
    })
}

fn request(image: Upload) -> ImageUpload {
    ImageUpload::new("png", "门店 & \"1\"", image)
}

#[tokio::test]
async fn a_file_arrives_as_it_is_with_its_texts_verified() {
    let bytes: Vec<u8> = (0..2_000_000_u32).flat_map(u32::to_le_bytes).take(3 << 20).collect();
    let path = std::env::temp_dir().join(format!("alipay-tests-{}.png", std::process::id()));
    std::fs::write(&path, &bytes).unwrap();
    for (gateway, client) in both().await {
        // The local gateway takes the head of a part in UTF-8 only.
        for (charset, file_name) in [(Charset::Utf8, "照片.png"), (Charset::Gbk, "photo.png")] {
            for image in [
                Upload::from_bytes(file_name, bytes.clone()),
                Upload::from_path(&path).file_name(file_name),
                Upload::from_reader(file_name, Some(bytes.len() as u64), io::Cursor::new(bytes.clone())),
                Upload::from_reader(file_name, None, io::Cursor::new(bytes.clone())),
            ] {
                let told = Arc::new(Mutex::new(0));
                let note = Arc::clone(&told);
                let image = image.on_progress(move |sent, _| *note.lock().unwrap() = sent);
                let answer = request(image).call(&client).charset(charset).await.unwrap();
                assert_eq!(answer.image_id, "门店 & \"1\"");
                let call = gateway.calls().pop().unwrap();
                let [file] = call.files() else { panic!("{} files", call.files().len()) };
                assert_eq!((file.name(), file.content_type()), ("image_content", "image/png"));
                assert_eq!(file.file_name(), file_name);
                assert!(file.bytes() == &bytes, "{} bytes", file.bytes().len());
                assert_eq!(*told.lock().unwrap(), bytes.len() as u64);
            }
        }
    }
    std::fs::remove_file(&path).unwrap();
}

/// Gives half a mebibyte and fails then.
struct Failing(usize);

impl AsyncRead for Failing {
    fn poll_read(mut self: Pin<&mut Self>, _: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let count = buffer.remaining().min(self.0);
        if count == 0 {
            return Poll::Ready(Err(io::ErrorKind::UnexpectedEof.into()));
        }
        self.0 -= count;
        buffer.initialize_unfilled_to(count);
        buffer.advance(count);
        Poll::Ready(Ok(()))
    }
}

#[tokio::test]
async fn an_upload_that_breaks_off_reaches_nobody_and_says_why() {
    for (gateway, client) in both().await {
        for len in [None, Some(1 << 20)] {
            let error = request(Upload::from_reader("a.png", len, Failing(1 << 19))).call(&client).await.unwrap_err();
            assert_eq!((error.kind(), error.sent()), (ErrorKind::Transport, Sent::No));
            let transport = error.transport().unwrap();
            assert_eq!(transport.phase(), Phase::Upload);
            let cause = std::error::Error::source(transport).and_then(|cause| cause.downcast_ref::<BodyError>());
            assert!(matches!(cause, Some(BodyError::Unreadable(_))), "{error:?}");
        }
        assert!(gateway.calls().is_empty());
        // The client is as good as before.
        request(Upload::from_bytes("a.png", "x")).call(&client).await.unwrap();
    }
}

#[tokio::test]
async fn the_requests_of_a_batch_are_answered_each() {
    for (gateway, client) in both().await {
        let requests = ["a#S#b", "refuse", "积分 \\ \"#S#\""].map(Echo::new);
        let mut batch = client.batch();
        let tickets = requests.each_ref().map(|request| batch.add(request));
        let mut answers = batch.send().await.unwrap();
        for (request, ticket) in requests.iter().zip(tickets) {
            match answers.take(ticket) {
                Ok(answer) => assert_eq!(answer.text, request.text),
                Err(error) => {
                    assert_eq!(request.text, "refuse");
                    assert_eq!(error.business().and_then(|refusal| refusal.sub_code()), Some("ACQ.REFUSED"));
                }
            }
        }
        assert_eq!(gateway.calls().len(), 1);
    }
}
