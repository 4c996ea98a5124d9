//! Applications that sign with `RSA` or `SM2`, and are answered in the same way.

use alipay_core::Client;
use alipay_core::key::{PrivateKey, PublicKey};
use alipay_core::sign::{KeySigner, KeyVerifier, SignType};
use alipay_sandbox::{Gateway, Reply, demo};
use serde_json::json;

const METHOD: &str = "alipay.trade.query";

macro_rules! file {
    ($name:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/test-keys/", $name))
    };
}

/// Sign type, the application's pair and Alipay's.
const TYPES: [(SignType, [&str; 2], [&str; 2]); 2] = [
    (SignType::Rsa, [demo::PRIVATE_KEY, demo::PUBLIC_KEY], [file!("alipay_pkcs8.pem"), file!("alipay_pub.pem")]),
    (
        SignType::Sm2,
        [file!("sm2_pkcs8.pem"), file!("sm2_pub.pem")],
        [include_str!("../../test-keys/alipay-sm2-private.pem"), include_str!("../../test-keys/alipay-sm2-public.pem")],
    ),
];

#[tokio::test]
async fn each_application_has_one_sign_type() {
    for (sign_type, application, alipay) in TYPES {
        let gateway = Gateway::builder()
            .application_for(sign_type, "1", application[1])
            .alipay_keys_for(sign_type, alipay[0], alipay[1])
            .on(METHOD, |_| Reply::success(json!({ "text": "积分" })))
            .plain_http()
            .start()
            .await
            .unwrap();
        let signer = KeySigner::new(&PrivateKey::parse_for(sign_type, application[0]).unwrap()).unwrap();
        let verifier = KeyVerifier::new(PublicKey::parse_for(sign_type, alipay[1]).unwrap()).unwrap();
        let client = Client::builder("1").signer(signer).verifier(verifier).gateway_url(gateway.url()).build().unwrap();
        let answer = client.call_json(METHOD, json!({})).await.unwrap();
        assert_eq!(answer.to_value().unwrap()["text"], "积分");
        assert_eq!(gateway.calls()[0].parameter("sign_type"), Some(sign_type.as_str()));

        let by_rsa2 = Client::builder("1").private_key(demo::PRIVATE_KEY).alipay_public_key(file!("alipay_pub.pem"));
        let refused = by_rsa2.gateway_url(gateway.url()).build().unwrap().call_json(METHOD, json!({})).await;
        assert!(refused.is_err(), "another sign type, and an answer of another kind");
        assert_eq!(gateway.calls().len(), 2);
    }
}

#[tokio::test]
async fn a_sign_type_without_keys_of_the_gateway_is_refused_at_the_start() {
    for (sign_type, [_, public_key], _) in TYPES {
        assert!(Gateway::builder().application_for(sign_type, "1", public_key).start().await.is_err());
    }
}
