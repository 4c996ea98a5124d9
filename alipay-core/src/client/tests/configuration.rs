//! Every setting that cannot work is refused with a word that helps.

use std::error::Error as _;

use super::*;
use crate::error::{Error, ErrorKind, Sent};

const APP_CERTIFICATE: &str = include_str!("../../../../tests/data/test-keys/app.crt");

/// Well-formed, with numbers that do not belong together.
fn mixed_key() -> String {
    let mut der = PrivateKey::parse(APP_KEY).unwrap().pkcs1_der().unwrap().to_vec();
    let last = der.len() - 1;
    der[last] ^= 1;
    BASE64_STANDARD.encode(der)
}

fn problem(builder: ClientBuilder) -> String {
    let error = builder.build().unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Configuration);
    assert_eq!(error.sent(), Sent::No);
    let source = error.source().map(ToString::to_string).unwrap_or_default();
    format!("{error}; {source}")
}

#[test]
fn each_wrong_setting_is_named() {
    let keyed = |app_id: &str| Client::builder(app_id).private_key(APP_KEY).alipay_public_key(ALIPAY_PUBLIC_KEY);
    let table = [
        (keyed(""), "the app id is empty"),
        (keyed(" 2021000000000001"), "the app id is not one"),
        (keyed("2021000000000001\n"), "the app id is not one"),
        (keyed(&"1".repeat(33)), "the app id is not one"),
        (Client::builder(APP_ID).alipay_public_key(ALIPAY_PUBLIC_KEY), "the application's private key is missing"),
        (Client::builder(APP_ID).private_key(APP_KEY), "Alipay's public key is missing"),
        (builder().private_key("nonsense"), "the application's private key cannot be used; this is"),
        (builder().private_key(APP_PUBLIC_KEY), "this is a public key (SPKI)"),
        (builder().alipay_public_key(ALIPAY_KEY), "Alipay's public key cannot be used; this is a private key (PKCS#8)"),
        (builder().alipay_public_key(""), "the text is empty"),
        (builder().alipay_public_key(APP_CERTIFICATE), "the application's own public key was given as Alipay's"),
        (
            builder().private_key(&mixed_key()),
            "the application's private key cannot be used; the numbers of this key are refused: ",
        ),
        (builder().alipay_public_key(APP_PUBLIC_KEY), "the application's own public key was given as Alipay's"),
        (builder().gateway_url("gateway.do"), "not absolute"),
        (builder().gateway_url("http://openapi.alipay.com/gateway.do"), "has to be https"),
        (builder().user_agent("a\nb"), "the user agent"),
        (builder().root_certificate_pem("nonsense"), "the root certificate is not PEM"),
        (builder().root_certificate_pem(APP_KEY), "the root certificate is not PEM of a certificate"),
    ];
    for (builder, expected) in table {
        let found = problem(builder);
        assert!(found.contains(expected), "{found:?} lacks {expected:?}");
    }
}

#[test]
fn secrets_are_in_no_debug_output() {
    let client = builder().app_auth_token("token-of-a-merchant").build().unwrap();
    assert_eq!(
        format!("{client:?}"),
        "Client { app_id: \"2021000000000001\", gateway: \"https://openapi.alipay.com/gateway.do\", .. }"
    );
}

#[test]
fn a_client_is_shared_and_calls_can_move_between_threads() {
    fn shared<T: Clone + Send + Sync + 'static>() {}
    fn movable<T: Send>(_: T) {}
    shared::<Client>();
    shared::<Arc<Error>>();
    let client = builder().build().unwrap();
    let request = PointsUpdate::sample();
    movable(client.call(&request).into_future());
    movable(client.call_json("a.b", serde_json::Value::Null).into_future());
}

#[test]
fn a_call_without_a_runtime_is_an_error_and_no_panic() {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    let client = builder().build().unwrap();
    let request = PointsUpdate::sample();
    let call = pin!(client.call(&request).into_future());
    let Poll::Ready(Err(error)) = call.poll(&mut Context::from_waker(Waker::noop())) else { panic!("not ready") };
    assert_eq!(error.kind(), ErrorKind::Configuration);
}
