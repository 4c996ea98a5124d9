//! Messages over the whole way: posted by the local gateway, whose signing and AES are not ours.

use std::sync::{Arc, Mutex};

use alipay_apis::encryption::Encryption;
use alipay_apis::marketing::messages::{ActivityMessageCreated, ActivityMessageExpired};
use alipay_apis::{Charset, Client, ErrorKind, Messages};
use alipay_sandbox::{Gateway, Notice, demo};
use serde_json::json;

const CREATED: &str = "alipay.marketing.activity.message.created";

fn created() -> Notice {
    let content = json!({ "id": "CREATED_1", "activity_id": "活动 1+1=2 & 100%", "event_time": "1619338271000" });
    Notice::message(CREATED, content).with("msg_type", "sys").with("msg_uid", "2088102165945162")
}

/// Handlers that note what they got.
fn noting() -> (Messages, Arc<Mutex<Vec<String>>>) {
    let noted = Arc::new(Mutex::new(Vec::new()));
    let note = || {
        let noted = Arc::clone(&noted);
        move |text: String| noted.lock().unwrap().push(text)
    };
    let (created, expired, other) = (note(), note(), note());
    let messages = Messages::new()
        .on::<ActivityMessageCreated, _>(move |message| {
            created(format!("{} {}", message.id, message.activity_id));
            async { Ok(()) }
        })
        .on::<ActivityMessageExpired, _>(move |message| {
            expired(message.voucher_id.clone());
            async { Err("no database".into()) }
        })
        .otherwise(move |message| {
            other(format!("{} {}", message.method(), message.body()));
            async { Ok(()) }
        });
    (messages, noted)
}

async fn answer(messages: &Messages, client: &Client, form: &str) -> String {
    String::from_utf8(messages.answer(client, form.as_bytes(), None).await.into_body()).unwrap()
}

#[tokio::test]
async fn messages_reach_their_handlers_in_every_charset_mode_and_encryption() {
    let gateway = Gateway::start_demo().await.unwrap();
    let (messages, noted) = noting();
    let clients = [
        (demo::APP_ID, gateway.demo_client().content_key(demo::CONTENT_KEY).build().unwrap()),
        (demo::CERTIFICATE_APP_ID, gateway.demo_certificate_client().content_key(demo::CONTENT_KEY).build().unwrap()),
    ];
    for (app_id, client) in &clients {
        for charset in [Charset::Utf8, Charset::Gbk, Charset::Gb18030] {
            for how in [Encryption::Off, Encryption::Aes, Encryption::AesV2] {
                let form = gateway.form(&created().to(app_id).charset(charset).encrypted(how));
                assert_eq!(answer(&messages, client, &form).await, "success", "{app_id} {charset:?} {how:?}");
                assert_eq!(noted.lock().unwrap().pop().unwrap(), "CREATED_1 活动 1+1=2 & 100%");
            }
        }
    }
}

#[tokio::test]
async fn a_handler_that_fails_gets_the_message_again_and_others_go_to_the_fallback() {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    let (messages, noted) = noting();
    let expired = json!({ "id": "1", "activity_id": "2", "event_time": "3", "voucher_id": "4", "open_id": "5" });
    for (notice, answered, got) in [
        (Notice::message("alipay.marketing.activity.message.expired", expired), "fail", Some("4")),
        (Notice::message(CREATED, json!({ "id": "1" })), "fail", None),
        (Notice::message("a.b.c", r#"{"a": 1.10}"#), "success", Some(r#"a.b.c {"a": 1.10}"#)),
        (Notice::message("a.b.c", "[]"), "fail", None),
        (Notice::message("a.b.c", json!({})).encrypted(Encryption::Aes), "fail", None),
    ] {
        assert_eq!(answer(&messages, &client, &gateway.form(&notice)).await, answered);
        assert_eq!(noted.lock().unwrap().pop().as_deref(), got);
    }
}

#[tokio::test]
async fn what_is_forged_or_for_others_reaches_no_handler() {
    let gateway = Gateway::start_demo().await.unwrap();
    let client = gateway.demo_client().build().unwrap();
    let (messages, noted) = noting();
    let other = gateway.form(&created().to(demo::CERTIFICATE_APP_ID));
    for (form, kind) in [
        (gateway.form(&created().wrongly_signed()), ErrorKind::Signature),
        (gateway.form(&created().for_another_application()), ErrorKind::Decode),
        (gateway.form(&created()).replace("CREATED_1", "CREATED_2"), ErrorKind::Signature),
        (gateway.form(&Notice::notification([("trade_status", "TRADE_SUCCESS")])), ErrorKind::Decode),
        (other, ErrorKind::Decode),
    ] {
        assert_eq!(client.message(form.as_bytes(), None).await.unwrap_err().kind(), kind, "{form}");
        assert_eq!(answer(&messages, &client, &form).await, "fail");
    }
    assert_eq!(*noted.lock().unwrap(), [""; 0]);
    // The gateway's check is no message, and still answered.
    let check = gateway.form(&Notice::check());
    assert!(answer(&messages, &client, &check).await.contains("<success>true</success>"));
    let forged = gateway.form(&Notice::check().wrongly_signed());
    assert_eq!(answer(&messages, &client, &forged).await, "fail");
}
