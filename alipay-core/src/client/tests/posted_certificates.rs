//! Certificates that something names which anybody may have posted.

use std::time::Duration;

use super::certificates::{DOWNLOAD_KEY, Gateway, NEXT_KEY, NODE, Platform, answer, call, download_node, sn};
use super::*;
use crate::error::{Error, ErrorKind};
use crate::notify::Refusal;

/// A form that names a certificate; signed by a key, or by nobody.
fn form(sn: &str, private_key: Option<&str>) -> String {
    let text = format!("alipay_cert_sn={sn}&app_id={APP_ID}&out_trade_no=1");
    let sign = private_key.map_or("AAAA".to_owned(), |key| sign_with(key, &text).replace('+', "%2B"));
    format!("{text}&sign_type=RSA2&sign={sign}")
}

async fn post(client: &Client, body: &str) -> Result<crate::Notification, Error> {
    client.notification(body.as_bytes(), None).await
}

#[tokio::test]
async fn a_notification_is_checked_with_the_certificate_that_it_names() {
    let platform = Platform::new();
    let gateway = Gateway::new(String::new(), download_node_answer(&platform));
    let client = platform.client(gateway.clone());
    for (body, downloads) in [
        (form(&sn(&platform.alipay), Some(ALIPAY_KEY)), 0),
        (form(&sn(&platform.next), Some(NEXT_KEY)), 1),
        (form(&sn(&platform.next), Some(NEXT_KEY)), 1),
    ] {
        post(&client, &body).await.unwrap();
        assert_eq!(gateway.downloads(), downloads);
    }
    let refused = post(&client, &form(&sn(&platform.next), Some(ALIPAY_KEY))).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(Refusal::WrongSignature));
}

#[tokio::test(start_paused = true)]
async fn strangers_make_the_client_ask_for_few_certificates_and_hold_up_no_call() {
    let platform = Platform::new();
    let next = sn(&platform.next);
    let good = answer(KEY, NODE, NEXT_KEY, Some(&next));
    let gateway = Gateway::new(good, "no such certificate".to_owned());
    let client = platform.client(gateway.clone());
    for number in 0..100 {
        let refused = post(&client, &form(&format!("{number:032x}"), None)).await.unwrap_err();
        assert_eq!((refused.kind(), refused.refusal()), (ErrorKind::Signature, Some(Refusal::Unchecked)));
    }
    assert_eq!(gateway.downloads(), 5);
    // One more each minute, however many strangers there are.
    tokio::time::advance(Duration::from_secs(60)).await;
    for number in 100..200 {
        post(&client, &form(&format!("{number:032x}"), None)).await.unwrap_err();
    }
    assert_eq!(gateway.downloads(), 6);
    // Alipay's own new certificate waits in a notification, and comes at once with a call.
    gateway.answer_downloads(download_node_answer(&platform));
    let refused = post(&client, &form(&next, Some(NEXT_KEY))).await.unwrap_err();
    assert_eq!(refused.refusal(), Some(Refusal::Unchecked));
    call(&client).await.unwrap();
    post(&client, &form(&next, Some(NEXT_KEY))).await.unwrap();
    assert_eq!(gateway.downloads(), 7);
}

#[tokio::test]
async fn what_is_no_number_of_a_certificate_costs_nothing() {
    let platform = Platform::new();
    let gateway = Gateway::new(String::new(), String::new());
    let client = platform.client(gateway.clone());
    for number in ["x", "../", &"g".repeat(32), &"A".repeat(32), &"0".repeat(33)] {
        let refused = post(&client, &form(number, None)).await.unwrap_err();
        assert_eq!(refused.refusal(), Some(Refusal::Unchecked));
    }
    assert_eq!(gateway.downloads(), 0);
}

/// What the gateway answers to a download of the next certificate.
fn download_node_answer(platform: &Platform) -> String {
    let node = download_node(&platform.chain(&platform.next));
    answer(DOWNLOAD_KEY, &node, NEXT_KEY, Some(&sn(&platform.next)))
}
