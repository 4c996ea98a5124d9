//! The settings of a service. How it runs is tested against the local gateway.

use super::*;
use crate::ErrorKind;

const APP_KEY: &str = include_str!("../../../../tests/data/test-keys/app_pkcs8.pem");
const ALIPAY_PUBLIC_KEY: &str = include_str!("../../../../tests/data/test-keys/alipay_pub.pem");

fn service(gateway: &str) -> MessageService {
    let client = Client::builder("2021000000000001").private_key(APP_KEY).alipay_public_key(ALIPAY_PUBLIC_KEY);
    client.gateway_url(gateway).build().unwrap().message_service(Messages::new())
}

#[test]
fn the_service_is_that_of_the_gateway() {
    for (gateway, origin) in [
        (Gateway::Production.url(), "https://openchannel.alipay.com"),
        (Gateway::Sandbox.url(), "https://openchannel-sandbox.dl.alipaydev.com"),
        ("https://127.0.0.1:4321/gateway.do", "https://127.0.0.1:4321"),
        ("http://[::1]:80/a/b", "http://[::1]:80"),
        ("https://pay.example.com", "https://pay.example.com"),
    ] {
        assert_eq!(service(gateway).origin().unwrap(), origin);
    }
    let own = service(Gateway::Production.url()).url("https://messages.example.com/");
    assert_eq!(own.origin().unwrap(), "https://messages.example.com");
}

#[tokio::test]
async fn what_is_no_service_is_refused_at_once() {
    for url in ["", "messages.example.com", "http://messages.example.com", "wss://messages.example.com", "https://a/?b"]
    {
        let service = service(Gateway::Production.url()).url(url);
        let error = service.run_until(std::future::pending()).await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Configuration, "{url}");
        assert!(error.to_string().contains("the message service"), "{error}");
    }
}

#[test]
fn without_a_runtime_it_says_so() {
    let ran = pin!(service(Gateway::Production.url()).run_until(std::future::pending()));
    let mut context = std::task::Context::from_waker(std::task::Waker::noop());
    let std::task::Poll::Ready(Err(error)) = ran.poll(&mut context) else { panic!("it runs") };
    assert!(error.to_string().contains("needs a Tokio runtime"), "{error}");
}

#[test]
fn waits_grow_to_the_most_and_never_end() {
    let settings = Settings { reconnect: (Duration::from_secs(1), Duration::from_secs(60)), ..Settings::default() };
    let waits: Vec<_> = settings.waits().take(1000).collect();
    // By chance up to twice as long.
    for (wait, least) in waits.iter().zip([1, 2, 4, 8, 16, 32]) {
        assert!((least..=2 * least).contains(&wait.as_secs()), "{wait:?}");
    }
    assert!(waits.len() == 1000 && waits[6..].iter().all(|wait| (60..=120).contains(&wait.as_secs())));
    let never = Settings { reconnect: (Duration::ZERO, Duration::ZERO), ..settings };
    assert_eq!(never.waits().take(3).count(), 3);
}
