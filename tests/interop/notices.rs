//! Notifications and messages for `interop/run`, in both directions.
//!
//! `interop_notices made` prints what the local gateway would post, one a line: whether it is for the
//! application with a key or with a certificate, what it is, and the signed form. `interop_notices read`
//! takes forms from standard input, one a line, as a merchant would, and prints of each what it is or why
//! it is refused. The gateway's keys are those of every local gateway.

use std::error::Error;
use std::io;

use alipay_core::encryption::Encryption;
use alipay_core::{Charset, Client};
use alipay_sandbox::{Gateway, Notice, demo};
use serde_json::json;

const SUBJECT: &str = "\"><script>&lt;中文 & ' \" 😀 + 100% }{ \"sign\":\"";

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let gateway = Gateway::start_demo().await?;
    match std::env::args().nth(1).as_deref() {
        Some("made") => made(&gateway),
        Some("read") => {
            let client = gateway.demo_client().content_key(demo::CONTENT_KEY).build()?;
            for form in io::stdin().lines() {
                println!("{}", read(&client, &form?).await);
            }
        }
        _ => return Err("usage: interop_notices made|read".into()),
    }
    Ok(())
}

fn made(gateway: &Gateway) {
    let notification = |subject: &str| {
        let fields =
            [("out_trade_no", "1"), ("subject", subject), ("total_amount", "88.88"), ("trade_status", "TRADE_SUCCESS")];
        Notice::notification(fields)
    };
    let message = Notice::message("alipay.marketing.activity.message.created", json!({ "id": "1", "memo": SUBJECT }));
    for (name, notice) in [
        ("notification", notification(SUBJECT)),
        ("notification without a percent sign", notification("中文 & ' \" 😀 + }{")),
        ("notification with an empty field", notification("茶").with("body", "")),
        ("message", message.clone()),
        ("encrypted message", message.clone().encrypted(Encryption::Aes)),
        ("message in GBK", Notice::message("a.b.c", json!({ "memo": "中文 & + 100%" })).charset(Charset::Gbk)),
        ("forged message", message.wrongly_signed()),
    ] {
        println!("key\t{name}\t{}", gateway.form(&notice));
        println!("certificate\t{name}\t{}", gateway.form(&notice.to(demo::CERTIFICATE_APP_ID)));
    }
}

async fn read(client: &Client, form: &str) -> String {
    match client.notification(form.as_bytes(), None).await {
        Err(error) => format!("refused\t{error}"),
        Ok(notification) if notification.get("msg_method").is_none() => {
            format!("notification\t{}", notification.get("biz_content").unwrap_or_default())
        }
        Ok(_) => match client.message(form.as_bytes(), None).await {
            Ok(message) => format!("{}\t{}", message.method(), message.body()),
            Err(error) => format!("refused\t{error}"),
        },
    }
}
