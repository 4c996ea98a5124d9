//! The other ways to work with the gateway: certificates, encrypted contents, files, batches, without a runtime,
//! with another transport, and what waits for money.

use std::sync::Arc;
use std::time::Duration;

use alipay_apis::data::DataserviceBillDownloadurlQuery;
use alipay_apis::data::dataservice_bill_downloadurl_query::BillType;
use alipay_apis::fund::trans_uni_transfer::{BizScene, IdentityType, Participant, ProductCode};
use alipay_apis::fund::transfers::transfer_and_wait;
use alipay_apis::fund::{TransCommonQuery, TransUniTransfer};
use alipay_apis::offline::MaterialImageUpload;
use alipay_apis::trade::payment::{PaymentEnd, PaymentStep, Proof, pay_and_wait, resume};
use alipay_apis::trade::refunds::{Settled, Step, refund_and_wait};
use alipay_apis::trade::{Cancel, Pay, Query, Refund};
use alipay_core::encryption::Encryption;
use alipay_core::ledger::{Entry, Ledger, MemoryLedger, Noted, keep};
use alipay_core::transport::{AnswerBody, BodyError, RequestBody, Transport, TransportFuture};
use alipay_core::{Amount, Client, Outcome, Upload, blocking};
use alipay_sandbox::{Buyer, Gateway, Reply, Transfer, demo};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

use crate::calls::show_error;
use crate::show::{causes, show};

const SOON: Duration = Duration::from_millis(1);

pub(crate) async fn run() {
    println!("== certificates");
    certificates().await;
    println!("== encrypted contents");
    encrypted().await;
    println!("== files");
    uploads().await;
    download().await;
    println!("== batches");
    batch().await;
    println!("== another transport");
    another_transport().await;
    println!("== payments");
    payments().await;
    println!("== refunds and transfers");
    movements().await;
}

/// Not inside a runtime.
pub(crate) fn run_blocking() {
    println!("== without a runtime");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let gateway = runtime.block_on(Gateway::start_demo()).unwrap();
    gateway.on("a.b", |_| Reply::success(json!({ "a": "hidden" })));
    let client = gateway.demo_client().build().unwrap();
    let waiting = blocking::Client::new(client.clone()).unwrap();
    show!(waiting);
    show!(waiting.wait(client.call_json("a.b", json!({ "a": "hidden" }))).unwrap());
}

async fn certificates() {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.on("a.b", |_| Reply::success(json!({ "a": "hidden" })));
    let builder = gateway.demo_certificate_client();
    show!(builder);
    let client = builder.build().unwrap();
    gateway.use_certificate(demo::NEXT_ALIPAY_PRIVATE_KEY, demo::NEXT_ALIPAY_CERTIFICATE).unwrap();
    show!(client, client.call_json("a.b", json!({ "a": "hidden" })).await.unwrap());
    client.certificates().iter().for_each(|used| show!(*used, used.role, used.certificate));
    let key = include_str!("../data/test-keys/alipay_pkcs8.pem");
    gateway.use_certificate(key, include_str!("../data/test-keys/alipay_chain.crt")).unwrap();
    show_error(&client.call_json("a.b", json!({ "a": "hidden" })).await.unwrap_err());
}

async fn encrypted() {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.on("a.b", |call| Reply::success(json!({ "a": call.biz_content()["a"] })));
    let client = gateway.demo_client().content_key(demo::CONTENT_KEY).build().unwrap();
    for how in [Encryption::Off, Encryption::Aes, Encryption::AesV2] {
        let call = client.call_json("a.b", json!({ "a": "hidden 隐藏" })).encryption(how);
        show!(how, call);
        show!(call.await.unwrap());
    }
    gateway.once("a.b", Reply::node(r#""aGlkZGVu""#));
    show_error(&client.call_json("a.b", json!({})).encryption(Encryption::Aes).await.unwrap_err());
}

async fn uploads() {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.on(MaterialImageUpload::METHOD, |_| Reply::success(json!({ "image_id": "hidden", "image_url": "hidden" })));
    let client = gateway.demo_client().build().unwrap();
    for file in [
        Upload::from_bytes("hidden.png", b"hidden".to_vec()).content_type("image/png"),
        Upload::from_reader("hidden.png", None, std::io::Cursor::new(b"hidden".to_vec())),
        Upload::from_reader("hidden.png", Some(9), std::io::Cursor::new(b"hidden".to_vec())),
        Upload::from_path("/hidden/hidden.png"),
    ] {
        let request = MaterialImageUpload::new("png", "hidden", file.clone());
        show!(file, request);
        match request.call(&client).await {
            Ok(answer) => show!(answer),
            Err(error) => show_error(&error),
        }
    }
}

async fn download() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let host = listener.local_addr().unwrap().to_string();
    let server = tokio::spawn(async move {
        for body in [
            "HTTP/1.1 200 OK\r\ncontent-length: 6\r\n\r\nhidden",
            "HTTP/1.1 404 Hidden\r\ncontent-length: 6\r\n\r\nhidden",
        ] {
            let (mut stream, _) = listener.accept().await.unwrap();
            assert!(stream.read(&mut [0; 4096]).await.unwrap() > 0);
            stream.write_all(body.as_bytes()).await.unwrap();
        }
    });
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    let link = format!("http://{host}/hidden.zip?token=hidden");
    gateway.on(DataserviceBillDownloadurlQuery::METHOD, move |_| Reply::success(json!({ "bill_download_url": link })));
    let answer = DataserviceBillDownloadurlQuery::new(BillType::Trade, "2026-11-25").call(&client).await.unwrap();
    show!(answer);
    let link = answer.bill_download_url.as_deref().unwrap();
    let path = std::env::temp_dir().join(format!("alipay-secrets-{}.zip", std::process::id()));
    for link in [link, link, "https://hidden.example.com/hidden", "hidden"] {
        let download = client.download(link, &path).also_from(host_of(link));
        show!(download);
        match download.await {
            Ok(downloaded) => show!(downloaded),
            Err(error) => show_error(&error),
        }
    }
    std::fs::remove_file(&path).unwrap();
    server.await.unwrap();
}

fn host_of(link: &str) -> &str {
    link.split('/').nth(2).filter(|host| host.starts_with("127.")).unwrap_or("127.0.0.1:1")
}

async fn batch() {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.on("alipay.trade.query", |_| Reply::success(json!({ "trade_no": "hidden", "out_trade_no": "hidden" })));
    gateway.on("a.b", |_| Reply::business_error("A_CODE", "hidden"));
    let client = gateway.demo_client().build().unwrap();
    let (query, wrong) = (Query::new().out_trade_no("hidden"), Query::new());
    let mut batch = client.batch();
    let (first, second) = (batch.add(&query), batch.add_json(client.call_json("a.b", json!({ "a": "hidden" }))));
    show!(batch, first, second);
    let mut answers = batch.send().await.unwrap();
    show!(answers);
    show_error(&answers.take(first).unwrap_err());
    show_error(&answers.take(second).unwrap_err());

    let mut batch = client.batch();
    let _ = batch.add(&wrong);
    show_error(&batch.send().await.unwrap_err());
}

/// Shows what it is to send, and breaks.
struct Broken;

impl Transport for Broken {
    fn send(&self, request: http::Request<RequestBody>) -> TransportFuture<'_> {
        Box::pin(async move {
            show!(*request.body());
            let _ = request.into_body().into_bytes();
            let body = AnswerBody::from("hidden");
            show!(body);
            Ok(http::Response::builder().status(500).header("trace_id", "hidden hidden").body(body).unwrap())
        })
    }
}

async fn another_transport() {
    let client = Client::builder(demo::APP_ID)
        .private_key(demo::PRIVATE_KEY)
        .alipay_public_key(include_str!("../../alipay-sandbox/test-keys/alipay-public.pem"))
        .transport(Arc::new(Broken))
        .build()
        .unwrap();
    show_error(&client.call_json("a.b", json!({ "a": "hidden" })).await.unwrap_err());
    for error in [
        BodyError::GivenUp,
        BodyError::TooLong { most: 1 },
        BodyError::TooShort { announced: 2, found: 1 },
        BodyError::Spent,
    ] {
        show!(error);
    }
}

async fn payments() {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    let pay = |number: &str| {
        let pay = Pay::new(number, Amount::fen(8880), "hidden 隐藏").scene("bar_code").auth_code("28763443825664394");
        pay_and_wait(&client, pay).pauses(SOON, SOON).deadline(SOON).cancel_for(SOON)
    };
    for (number, buyer) in [("order-1", Buyer::Pays), ("order-2", Buyer::NeverPays)] {
        gateway.buyer(buyer);
        show!(pay(number).app_auth_token("hidden"));
        let mut steps = pay(number).steps();
        show!(steps);
        while let Some(step) = steps.next().await {
            show!(step);
            if let PaymentStep::Ended(end) = step {
                show!(end);
                match end {
                    PaymentEnd::Paid(paid) => {
                        show!(paid, paid.proof);
                        if let Proof::Pay(answer) = &paid.proof {
                            show!(**answer);
                        }
                    }
                    PaymentEnd::Closed(closed) => show!(closed, closed.how),
                    PaymentEnd::Failed(error) | PaymentEnd::Unknown(error) => show_error(&error),
                }
            }
        }
    }
    gateway.once("alipay.trade.pay", Reply::business_error("ACQ.PAYMENT_AUTH_CODE_INVALID", "hidden"));
    show!(pay("order-3").await);
    gateway.on("alipay.trade.query", |_| Reply::disconnect());
    gateway.on("alipay.trade.cancel", |_| Reply::disconnect());
    show!(resume(&client, "order-1", Amount::fen(8880)).pauses(SOON, SOON).deadline(SOON).cancel_for(SOON).await);
    show_error(&Cancel::new().out_trade_no("hidden").call(&client).await.unwrap_err());
}

/// A ledger that fails, and shows what it is to note.
#[derive(Debug)]
struct Full;

impl Ledger for Full {
    fn note<'a>(&'a self, entry: Entry<'a>) -> Noted<'a> {
        show!(entry);
        Box::pin(std::future::ready(Err("of the store, which says what it wants".into())))
    }
}

async fn movements() {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    let pay = Pay::new("order-1", Amount::fen(8880), "hidden").scene("bar_code").auth_code("28763443825664394");
    show!(Outcome::of(&pay, pay.call(&client).await));
    let refund =
        Refund::new(Amount::fen(10)).out_trade_no("order-1").out_request_no("order-1-1").refund_reason("hidden");
    let refunding = || refund_and_wait(&client, MemoryLedger::new(), refund.clone()).pauses(SOON, SOON).deadline(SOON);
    show!(MemoryLedger::new(), refunding());
    let mut steps = refunding().steps();
    show!(steps);
    while let Some(step) = steps.next().await {
        show!(step);
        if let Step::Ended(Settled::Done(refunded)) = step {
            show!(refunded);
        }
    }
    show!(refunding().await);
    show_error(&keep(&Full, &client, &refund).await.unwrap_err());
    show!(keep(&MemoryLedger::new(), &client, &refund).await.unwrap());
    show!(Outcome::of(&refund, refund.call(&client).await));

    let payee = Participant::new("hidden", IdentityType::AlipayLogonId).name("隐藏 hidden");
    let transfer = TransUniTransfer::new("order-9", Amount::fen(10), ProductCode::TransAccountNoPwd, payee)
        .biz_scene(BizScene::DirectTransfer)
        .order_title("hidden")
        .remark("hidden");
    for what in [Transfer::Succeeds, Transfer::PayeeUnknown] {
        gateway.transfer(what);
        let transfer =
            transfer_and_wait(&client, MemoryLedger::new(), transfer.clone()).pauses(SOON, SOON).deadline(SOON);
        show!(transfer);
        match transfer.await {
            Settled::Done(done) => show!(done),
            Settled::Failed(error) | Settled::Unknown(error) => show_error(&error),
        }
    }
    match TransCommonQuery::new().out_biz_no("hidden").call(&client).await {
        Ok(answer) => show!(answer),
        Err(error) => causes(&error),
    }
}
