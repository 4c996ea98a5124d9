//! Uploads: text parts are signed like other parameters, file parts are not.

use alipay_sandbox::{Gateway, Reply, demo};
use encoding_rs::{Encoding, GBK, UTF_8};
use http::{Request, StatusCode};
use http_body_util::Full;
use serde_json::json;

use crate::caller::{Answer, Caller, Form};

const METHOD: &str = "alipay.offline.material.image.upload";
const IMAGE: &[u8] = b"\x89PNG\r\n\x1a\n\0--parts\r\n--\xFF";

async fn start() -> (Gateway, Caller) {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.on(METHOD, |call| Reply::success(json!({ "name": call.parameter("image_name") })));
    let caller = Caller::new(&gateway);
    (gateway, caller)
}

/// A part: its headers after the disposition, its bytes.
fn part(name: &str, more: &str, bytes: &[u8]) -> Vec<u8> {
    let head = format!("--boundary_1\r\nContent-Disposition: form-data; name=\"{name}\"{more}\r\n\r\n");
    [head.as_bytes(), bytes, b"\r\n"].concat()
}

async fn upload(caller: &Caller, query: &str, content_type: &str, body: Vec<u8>) -> Answer {
    let request = Request::post(format!("{}?{query}", caller.url())).header("content-type", content_type);
    caller.send(request.body(Full::from(body)).unwrap()).await.unwrap()
}

/// Signs the name of the image, and sends it in a part.
async fn upload_image(caller: &Caller, name: &str, charset: &'static Encoding, sent: &[u8]) -> Answer {
    let form = Form::new(METHOD).with("charset", charset.name()).encoded_in(charset);
    let query = caller.sign_with(form, &[("image_name", name)]);
    let body = [
        part("image_name", "\r\nContent-Type: text/plain; charset=any", sent),
        part("image_content", "; filename=\"a b.png\"\r\nContent-Type: image/png", IMAGE),
        b"--boundary_1--\r\n".to_vec(),
    ];
    upload(caller, &query, "Multipart/Form-Data; boundary=boundary_1", body.concat()).await
}

#[tokio::test]
async fn texts_are_parameters_and_files_are_files() {
    let (gateway, caller) = start().await;
    for charset in [UTF_8, GBK] {
        let answer = upload_image(&caller, "门店 & 100%", charset, &charset.encode("门店 & 100%").0).await;
        assert_eq!(answer.text("name"), "门店 & 100%");
        assert!(answer.is_verified());
        let call = gateway.calls().pop().unwrap();
        let [file] = call.files() else { panic!("one file") };
        assert_eq!((file.name(), file.file_name(), file.content_type()), ("image_content", "a b.png", "image/png"));
        assert_eq!(file.bytes(), IMAGE);
        assert!(call.parameter("image_content").is_none());
        assert!(!format!("{file:?} {call:?}").contains("a b"));
    }
}

#[tokio::test]
async fn a_text_that_was_not_signed_is_refused() {
    let (_gateway, caller) = start().await;
    for sent in ["another", ""] {
        let answer = upload_image(&caller, "name", UTF_8, sent.as_bytes()).await;
        assert_eq!(answer.text("sub_code"), "isv.invalid-signature");
    }
    assert_eq!(upload_image(&caller, "门", UTF_8, &[0xC3]).await.text("sub_code"), "isv.invalid-parameter");
}

#[tokio::test]
async fn bodies_that_are_not_what_they_say_are_refused() {
    let (gateway, caller) = start().await;
    let query = caller.sign_with(Form::new(METHOD), &[]);
    let good = || [part("a", "", b"1"), b"--boundary_1--\r\n".to_vec()].concat();
    let typed = "multipart/form-data; boundary=boundary_1";
    for (content_type, body) in [
        ("multipart/form-data", good()),
        ("multipart/form-data; boundary=", good()),
        ("multipart/form-data; boundary=other", good()),
        ("multipart/mixed; boundary=boundary_1", good()),
        (typed, b"--boundary_1\r\n".to_vec()),
        (typed, part("a", "", b"1")),
        (typed, b"nothing".to_vec()),
        (typed, [b"--boundary_1\r\nno header\r\n\r\n1\r\n".to_vec(), good()].concat()),
        (typed, [part("method", "", b"x"), good()].concat()),
    ] {
        let answer = upload(&caller, &query, content_type, body).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(answer.codes(), ("40002".to_owned(), "isv.invalid-parameter".to_owned()), "{content_type}");
    }
    assert!(gateway.calls().is_empty());
}

#[tokio::test]
async fn the_demo_method_tells_the_image_by_its_digest() {
    let gateway = Gateway::builder().demo_applications().demo_methods().start().await.unwrap();
    let caller = Caller::new(&gateway);
    let texts = [("image_name", "x"), ("image_type", "png")];
    let query = caller.sign_with(Form::new(METHOD).with("app_id", demo::APP_ID), &texts);
    let parts = |file: Vec<u8>| {
        let texts = texts.map(|(name, text)| part(name, "", text.as_bytes())).concat();
        [texts, file, b"--boundary_1--\r\n".to_vec()].concat()
    };
    for (file, sub_code, id) in [
        (
            part("image_content", "; filename=\"x\"", b"abc"),
            "",
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
        ),
        (part("other", "; filename=\"x\"", b"abc"), "INVALID_PARAMETER", ""),
    ] {
        let answer = upload(&caller, &query, "multipart/form-data; boundary=boundary_1", parts(file)).await;
        assert_eq!((answer.text("sub_code").as_str(), answer.text("image_id").as_str()), (sub_code, id));
    }
}
