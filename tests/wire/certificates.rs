//! Certificate mode over real sockets, against a gateway that changes its certificate.

use alipay_core::{Client, ErrorKind};
use alipay_sandbox::{Gateway, Reply, demo};
use serde_json::json;

const METHOD: &str = "alipay.trade.query";
const DOWNLOAD: &str = "alipay.open.app.alipaycert.download";

fn client(gateway: &Gateway) -> Client {
    Client::builder(demo::CERTIFICATE_APP_ID)
        .private_key(demo::PRIVATE_KEY)
        .app_certificate(demo::CERTIFICATE)
        .alipay_certificate(demo::ALIPAY_CERTIFICATE)
        .alipay_root_certificates(demo::ROOT_CERTIFICATES)
        .gateway_url(gateway.url())
        .root_certificate_pem(gateway.root_certificate_pem().unwrap())
        .build()
        .unwrap()
}

async fn call(client: &Client) -> Result<(), alipay_core::Error> {
    client.call_json(METHOD, json!({ "out_trade_no": "1" })).await.map(drop)
}

fn downloads(gateway: &Gateway) -> usize {
    gateway.calls().iter().filter(|call| call.method() == DOWNLOAD).count()
}

#[tokio::test]
async fn a_certificate_that_changes_while_calls_are_on_their_way_is_downloaded_once() {
    // With a limit, the download needs no turn of its own.
    for max_in_flight in [None, Some(1)] {
        let gateway = Gateway::start_demo().await.unwrap();
        gateway.on(METHOD, |_| Reply::success(json!({ "trade_no": "2" })));
        let client = gateway.demo_certificate_client();
        let client = match max_in_flight {
            Some(calls) => client.max_in_flight(calls),
            None => client,
        };
        change_under_calls(&gateway, &client.build().unwrap()).await;
    }
}

async fn change_under_calls(gateway: &Gateway, client: &Client) {
    let certificates = client.certificates().len();
    call(client).await.unwrap();
    assert_eq!(downloads(gateway), 0);

    let calls = |count: usize| {
        let calls: Vec<_> = (0..count)
            .map(|_| {
                let client = client.clone();
                tokio::spawn(async move { call(&client).await })
            })
            .collect();
        calls
    };
    let before = calls(100);
    gateway.use_certificate(demo::NEXT_ALIPAY_PRIVATE_KEY, demo::NEXT_ALIPAY_CERTIFICATE).unwrap();
    let after = calls(100);
    for call in before.into_iter().chain(after) {
        call.await.unwrap().unwrap();
    }
    assert_eq!(downloads(gateway), 1);
    assert_eq!(client.certificates().len(), certificates + 1);
}

#[tokio::test]
async fn a_certificate_of_another_root_is_not_believed() {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.on(METHOD, |_| Reply::success(json!({ "trade_no": "2" })));
    let client = client(&gateway);
    let (key, other) =
        (include_str!("../data/test-keys/alipay_pkcs8.pem"), include_str!("../data/test-keys/alipay_chain.crt"));
    gateway.use_certificate(key, other).unwrap();
    for _ in 0..5 {
        let error = call(&client).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Signature);
    }
    assert_eq!(downloads(&gateway), 1);
}
