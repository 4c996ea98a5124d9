//! What the gateway posts by itself: signed, and again until it is acknowledged.

use std::collections::VecDeque;
use std::time::Duration;

use alipay_core::key::PublicKey;
use alipay_core::sign::KeyVerifier;
use alipay_sandbox::{Buyer, Gateway, Notice, demo};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::json;

use crate::merchant::{Merchant, answer};

/// A gateway that hardly waits before it posts again.
async fn impatient(waits: usize) -> Gateway {
    let waits = vec![Duration::from_millis(1); waits];
    Gateway::builder().demo_applications().plain_http().retries(waits).start().await.unwrap()
}

/// A merchant that gives these answers one after the other, and then none.
async fn answering(answers: &[String]) -> Merchant {
    let mut answers: VecDeque<String> = answers.to_vec().into();
    Merchant::new(move |_| std::future::ready(answers.pop_front())).await
}

fn paid() -> Notice {
    Notice::notification([("out_trade_no", "1"), ("subject", "茶 1+1=2 & 100%"), ("memo", "")])
}

#[tokio::test]
async fn a_notice_is_posted_until_the_answer_is_exactly_success() {
    let answers = [
        answer("200 OK", "fail"),
        answer("200 OK", "success\n"),
        answer("200 OK", "SUCCESS"),
        answer("200 OK", ""),
        answer("500 Oops", "success"),
        answer("302 Found", "success"),
        "nonsense\r\n\r\n".to_owned(),
        answer("200 OK", "success"),
        answer("200 OK", "never asked"),
    ];
    let gateway = impatient(20).await;
    let merchant = answering(&answers).await;
    let delivery = gateway.notify(&merchant.url, &paid());
    assert!(delivery.is_acknowledged().await);
    let statuses: Vec<_> = delivery.attempts().iter().map(|attempt| attempt.status).collect();
    assert_eq!(statuses, [Some(200), Some(200), Some(200), Some(200), Some(500), Some(302), None, Some(200)]);
    let posts = merchant.posts();
    assert_eq!(posts.len(), 8);
    let (head, body) = &posts[0];
    assert!(head.starts_with("POST /notify?shop=1 HTTP/1.1\r\n"), "{head}");
    assert!(head.contains("content-type: application/x-www-form-urlencoded; charset=utf-8"), "{head}");
    // The same number each time.
    assert!(posts.iter().all(|(_, again)| again == body) && body == delivery.form());
}

#[tokio::test]
async fn it_gives_up_after_the_last_wait_and_when_it_stops() {
    let failing = answer("200 OK", "fail");
    let merchant = answering(&vec![failing; 9]).await;
    let gateway = impatient(2).await;
    let delivery = gateway.notify(&merchant.url, &paid());
    assert!(!delivery.is_acknowledged().await);
    assert_eq!((delivery.attempts().len(), merchant.posts().len()), (3, 3));

    let patient = Gateway::start_demo().await.unwrap();
    let delivery = patient.notify(&merchant.url, &paid());
    assert_eq!(delivery.attempted(1).await.len(), 1);
    assert_eq!(patient.deliveries().len(), 1);
    patient.stop().await;
    // Its next attempt would have been minutes later.
    assert!(!delivery.is_acknowledged().await);
}

#[tokio::test]
async fn nobody_but_this_computer_is_told() {
    let gateway = impatient(20).await;
    for url in ["https://merchant.example/notify", "http://merchant.example/notify", "ftp://127.0.0.1/", ""] {
        let delivery = gateway.notify(url, &paid());
        assert!(!delivery.is_acknowledged().await, "{url}");
        assert_eq!(delivery.attempts(), []);
    }
}

#[tokio::test]
async fn a_repeat_comes_after_it_was_acknowledged() {
    let success = answer("200 OK", "success");
    let merchant = answering(&[success.clone(), success]).await;
    let gateway = impatient(0).await;
    assert!(gateway.notify(&merchant.url, &paid().twice()).is_acknowledged().await);
    let posts = merchant.posts();
    assert!(posts.len() == 2 && posts[0].1 == posts[1].1, "{posts:?}");
}

/// The fields, decoded, without those of which nothing is to be said.
fn fields(form: &str) -> Vec<(String, String)> {
    form_urlencoded::parse(form.as_bytes()).into_owned().collect()
}

#[tokio::test]
async fn forms_have_the_fields_of_the_platform_and_signatures_by_its_two_rules() {
    let gateway = impatient(0).await;
    let key = KeyVerifier::new(PublicKey::parse(gateway.alipay_public_key()).unwrap()).unwrap();
    let message = Notice::message("a.b.c", json!({ "id": "茶" })).with("msg_type", "sys");
    for (notice, unsigned, names) in [
        (
            paid(),
            &["sign", "sign_type"] as &[&str],
            "charset app_id notify_id notify_time version sign_type out_trade_no subject memo sign",
        ),
        (
            paid().by_v2(),
            &["sign"],
            "charset app_id notify_id notify_time version sign_type out_trade_no subject memo sign",
        ),
        (
            message.clone(),
            &["sign"],
            "charset app_id notify_id utc_timestamp version msg_method biz_content sign_type msg_type sign",
        ),
        (
            message.by_v1(),
            &["sign", "sign_type"],
            "charset app_id notify_id utc_timestamp version msg_method biz_content sign_type msg_type sign",
        ),
        (Notice::check(), &["sign"], "charset service biz_content sign_type sign"),
    ] {
        let form = gateway.form(&notice);
        let fields = fields(&form);
        let found: Vec<_> = fields.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(found.join(" "), names);
        let value = |name: &str| fields.iter().find(|(known, _)| known == name).unwrap().1.clone();
        let mut texts: Vec<_> = fields
            .iter()
            .filter(|(name, value)| !unsigned.contains(&name.as_str()) && !value.is_empty())
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        texts.sort();
        let sign = BASE64_STANDARD.decode(value("sign")).unwrap();
        key.verify_now(texts.join("&").as_bytes(), &sign).unwrap();
        let wrong = gateway.form(&notice.clone().wrongly_signed());
        assert_ne!(wrong.split("sign=").last(), form.split("sign=").last());
    }
    let others = gateway.form(&paid().for_another_application());
    assert!(others.contains("app_id=2021999999999999") && !others.contains(demo::APP_ID));
    let [one, next] = [(); 2].map(|()| fields(&gateway.form(&paid())).swap_remove(2));
    assert!(one.0 == "notify_id" && one != next, "{one:?} {next:?}");
}

#[tokio::test]
async fn in_certificate_mode_the_certificate_is_named() {
    let gateway = Gateway::start_demo().await.unwrap();
    let form = gateway.form(&paid().to(demo::CERTIFICATE_APP_ID));
    let client = gateway.demo_certificate_client().build().unwrap();
    let received = client.notification(form.as_bytes(), None).await.unwrap();
    assert_eq!(received.get("subject"), Some("茶 1+1=2 & 100%"));
    assert_eq!(received.get("alipay_cert_sn").map(str::len), Some(32));
    // The next certificate is not known to the client yet: it asks for it.
    gateway.use_certificate(demo::NEXT_ALIPAY_PRIVATE_KEY, demo::NEXT_ALIPAY_CERTIFICATE).unwrap();
    let form = gateway.form(&paid().to(demo::CERTIFICATE_APP_ID));
    assert!(client.notification(form.as_bytes(), None).await.is_ok());
    assert_eq!(gateway.calls()[0].method(), "alipay.open.app.alipaycert.download");
}

#[tokio::test]
async fn merchants_are_told_of_their_trades() {
    let (told, mut heard) = tokio::sync::mpsc::unbounded_channel();
    let merchant = Merchant::new(move |(_, body)| {
        let fields: std::collections::BTreeMap<String, String> = fields(&body).into_iter().collect();
        let value = |name: &str| fields.get(name).cloned().unwrap_or_default();
        let words = ["trade_status", "total_amount", "refund_fee", "out_biz_no", "seller_id"].map(value);
        let times = ["gmt_create", "gmt_payment", "gmt_refund", "gmt_close"].map(|name| fields.contains_key(name));
        told.send(format!("{} {times:?}", words.join(" "))).unwrap();
        std::future::ready(Some(answer("200 OK", "success")))
    })
    .await;
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().notify_url(&merchant.url).build().unwrap();
    let order = |number: &str| json!({ "out_trade_no": number, "subject": "茶", "total_amount": "9.90", "seller_id": "2088000000000031" });
    client.call_json("alipay.trade.precreate", order("1")).await.unwrap();
    gateway.buyer(Buyer::Pays);
    assert_eq!(heard.recv().await.unwrap(), "TRADE_SUCCESS 9.90   2088000000000031 [true, true, false, false]");
    for (amount, number, expected) in [
        ("0.90", "r1", "TRADE_SUCCESS 9.90 0.90 r1 2088000000000031 [true, true, true, false]"),
        ("9", "r2", "TRADE_CLOSED 9.90 9.90 r2 2088000000000031 [true, true, true, true]"),
    ] {
        let refund = json!({ "out_trade_no": "1", "refund_amount": amount, "out_request_no": number });
        client.call_json("alipay.trade.refund", refund).await.unwrap();
        assert_eq!(heard.recv().await.unwrap(), expected);
    }
    gateway.buyer(Buyer::NeverPays);
    client.call_json("alipay.trade.precreate", order("2")).await.unwrap();
    client.call_json("alipay.trade.close", json!({ "out_trade_no": "2" })).await.unwrap();
    assert_eq!(heard.recv().await.unwrap(), "TRADE_CLOSED 9.90   2088000000000031 [true, false, false, true]");
    assert_eq!(gateway.deliveries().len(), 4);
}
