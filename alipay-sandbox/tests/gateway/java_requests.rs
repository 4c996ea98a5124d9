//! What Alipay's own Java client sent is accepted, byte for byte as it was sent.

use std::time::SystemTime;

use alipay_core::DateTime;
use alipay_sandbox::{Gateway, Reply, demo};
use http::Request;
use http_body_util::Full;
use serde_json::{Value, json};

use crate::caller::Caller;

const VECTORS: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/vectors/official-java-outputs.json"));

const METHODS: [&str; 5] = [
    "alipay.trade.page.pay",
    "alipay.trade.app.pay",
    "alipay.trade.query",
    "alipay.system.oauth.token",
    "alipay.open.file.upload",
];

async fn start() -> (Gateway, Caller) {
    let mut gateway = Gateway::builder()
        .application(demo::APP_ID, demo::PUBLIC_KEY)
        .content_key(demo::APP_ID, demo::CONTENT_KEY)
        .clock(|| SystemTime::try_from("2026-11-22 11:27:04".parse::<DateTime>().unwrap()).unwrap());
    for method in METHODS {
        gateway = gateway.on(method, |_| Reply::success(json!({})));
    }
    let gateway = gateway.start().await.unwrap();
    let caller = Caller::new(&gateway);
    (gateway, caller)
}

fn vectors() -> Vec<Value> {
    serde_json::from_str(VECTORS).unwrap()
}

#[tokio::test]
async fn addresses_and_order_strings_for_apps() {
    let (gateway, caller) = start().await;
    let mut seen = Vec::new();
    for vector in vectors() {
        let (Some(out), Some("page_get" | "sdk")) = (vector["out"].as_str(), vector["case"].as_str()) else { continue };
        let query = out.split_once('?').map_or(out, |(address, query)| match address {
            "https://openapi.alipay.com/gateway.do" => query,
            _ => out,
        });
        let answer = caller.get(query).await.unwrap();
        let sign_type = vector["sign_type"].as_str().unwrap();
        let expected = if sign_type == "RSA2" { "" } else { "isv.invalid-signature-type" };
        assert_eq!(answer.text("sub_code"), expected, "{query}");
        seen.push((vector["charset"].as_str().unwrap().to_owned(), sign_type.to_owned()));
    }
    for expected in [("utf-8", "RSA2"), ("GBK", "RSA2"), ("utf-8", "RSA")] {
        assert!(seen.iter().any(|(charset, sign_type)| (charset.as_str(), sign_type.as_str()) == expected));
    }
    assert!(gateway.calls().iter().all(|call| call.biz_content()["subject"].as_str().unwrap().starts_with("中文 'q'")));
}

#[tokio::test]
async fn whole_requests() {
    let (gateway, caller) = start().await;
    let mut seen = Vec::new();
    for vector in vectors() {
        let request = &vector["wire"]["req"];
        let (Some(uri), Some(body)) = (request["uri"].as_str(), request["body_latin1"].as_str()) else { continue };
        let case = vector["case"].as_str().unwrap();
        let answer = caller
            .send(
                Request::post(format!("{}{uri}", gateway.url().trim_end_matches("/gateway.do")))
                    .header("content-type", request["headers"]["Content-type"].as_str().unwrap())
                    .body(Full::from(body.to_owned()))
                    .unwrap(),
            )
            .await
            .unwrap();
        assert_eq!(answer.text("sub_code"), "", "{case}");
        seen.push(case.to_owned());
    }
    for expected in ["execute_query", "execute_encrypted", "execute_oauth", "execute_cert", "execute_upload"] {
        assert!(seen.iter().any(|case| case == expected), "{expected}");
    }
}

macro_rules! file {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/test-keys/", $name))
    };
}

#[tokio::test]
async fn a_request_of_certificate_mode_names_the_certificates_as_the_gateway_does() {
    let gateway = Gateway::builder()
        .application_with_certificate(demo::APP_ID, file!("app.crt"))
        .alipay_certificate(file!("alipay_pkcs8.pem"), file!("alipay_chain.crt"))
        .root_certificates(file!("root_bundle.crt"))
        .clock(|| SystemTime::try_from("2026-11-22 11:27:04".parse::<DateTime>().unwrap()).unwrap())
        .on("alipay.trade.query", |_| Reply::success(json!({})));
    let gateway = gateway.start().await.unwrap();
    let vectors = vectors();
    let vector = vectors.iter().find(|vector| vector["case"] == "execute_cert").unwrap();
    let request = &vector["wire"]["req"];
    let address = gateway.url().replace("/gateway.do", request["uri"].as_str().unwrap());
    let body = Full::from(request["body_latin1"].as_str().unwrap().to_owned());
    let request = Request::post(address).header("content-type", "application/x-www-form-urlencoded");
    let answer = Caller::new(&gateway).send(request.body(body).unwrap()).await.unwrap();
    assert_eq!(answer.text("sub_code"), "");
    assert_eq!(answer.certificate(), vector["alipay_cert_sn"].as_str().unwrap());
    assert!(answer.is_verified_by(file!("alipay_chain.crt")));
}
