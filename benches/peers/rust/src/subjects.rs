//! The same three things, done by each of the Rust SDKs and by the bare library.

use std::env;
use std::error::Error;
use std::hint::black_box;

use alipay_apis::trade::notifications::TradeNotification;
use alipay_apis::trade::query::TradeStatus;
use alipay_apis::trade::{AppPay, Query};
use alipay_apis::{Amount, Client};
use alipay_rs::{Cli, Sign};
use alipay_sdk_rust::biz::{TradeAppPayBiz, TradeQueryBiz};
use alipay_sdk_rust::pay::{PayClient, Payer};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{KeyPair, ParsedPublicKey, RSA_PKCS1_2048_8192_SHA256, RSA_PKCS1_SHA256, RsaKeyPair};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

const KEY: &str = include_str!("../../../../tests/data/test-keys/app_pkcs8.pem");
const PKCS1_KEY: &str = include_str!("../../../../tests/data/test-keys/app_pkcs1.pem");
const ALIPAY_KEY: &str = include_str!("../../../../tests/data/test-keys/alipay_pkcs8.pem");
const ALIPAY_PUBLIC_KEY: &str = include_str!("../../../../tests/data/test-keys/alipay_pub.pem");
const APP_ID: &str = "2021000000000001";

type Work = Box<dyn FnMut() -> Result<(), Box<dyn Error>>>;

/// What Alipay posts of a usual payment: 20 parameters beside `sign` and `sign_type`.
const PAYMENT: [(&str, &str); 20] = [
    ("app_id", APP_ID),
    ("auth_app_id", APP_ID),
    ("buyer_id", "2088102122524333"),
    ("buyer_pay_amount", "88.80"),
    ("charset", "utf-8"),
    ("fund_bill_list", r#"[{"amount":"88.80","fundChannel":"ALIPAYACCOUNT"}]"#),
    ("gmt_create", "2026-11-23 08:00:00"),
    ("gmt_payment", "2026-11-23 08:00:02"),
    ("invoice_amount", "88.80"),
    ("notify_id", "2026112300222080002016621234567890"),
    ("notify_time", "2026-11-23 08:00:03"),
    ("notify_type", "trade_status_sync"),
    ("out_trade_no", "20261123000001"),
    ("receipt_amount", "88.80"),
    ("seller_email", "shop@example.com"),
    ("seller_id", "2088102147948060"),
    ("subject", "美味甜甜圈 一盒"),
    ("total_amount", "88.80"),
    ("trade_no", "2026112322001424330512345678"),
    ("trade_status", "TRADE_SUCCESS"),
];

/// Where a trade stands.
const TRADE: &str = r#"{"code":"10000","msg":"Success","buyer_logon_id":"158****1562","buyer_user_id":"2088102122524333","out_trade_no":"70501111111S001111119","send_pay_date":"2026-11-23 08:00:02","total_amount":"9.00","trade_no":"2026112322001424330512345678","trade_status":"TRADE_SUCCESS"}"#;

/// A form as Alipay posts it.
pub(crate) fn notice() -> Result<String, Box<dyn Error>> {
    let sign = BASE64_STANDARD.encode(sign(&bare_key(ALIPAY_KEY)?, text(&PAYMENT).as_bytes())?);
    let mut form = form_urlencoded::Serializer::new(String::new());
    Ok(form.extend_pairs(PAYMENT).append_pair("sign_type", "RSA2").append_pair("sign", &sign).finish())
}

/// What a gateway answers to `alipay.trade.query`: signed, or signed for another trade.
pub(crate) fn answer(is_forged: bool) -> Result<String, Box<dyn Error>> {
    let signed = if is_forged { TRADE.replace("9.00", "8.00") } else { TRADE.to_owned() };
    let sign = BASE64_STANDARD.encode(sign(&bare_key(ALIPAY_KEY)?, signed.as_bytes())?);
    Ok(format!(r#"{{"alipay_trade_query_response":{TRADE},"sign":"{sign}"}}"#))
}

pub(crate) fn work(subject: &str, what: &str, notice: String) -> Result<Work, Box<dyn Error>> {
    match subject {
        "bare" => bare(what),
        "this" => this(what, notice),
        "alipay-rs" => alipay_rs(what, notice),
        "alipay_sdk_rust" => alipay_sdk_rust(what, notice),
        _ => Err("no such subject".into()),
    }
}

/// aws-lc-rs alone, each key parsed once. Its call is a signature and a verification.
fn bare(what: &str) -> Result<Work, Box<dyn Error>> {
    let (text, key, alipay) = (text(&PAYMENT), bare_key(KEY)?, bare_key(ALIPAY_KEY)?);
    let signature = sign(&alipay, text.as_bytes())?;
    let public = ParsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, alipay.public_key().as_ref())?;
    let (signs, verifies) = (what != "notification", what != "order");
    Ok(Box::new(move || {
        if signs {
            drop(black_box(sign(&key, black_box(text.as_bytes()))?));
        }
        if verifies {
            public.verify_sig(black_box(text.as_bytes()), black_box(&signature))?;
        }
        Ok(())
    }))
}

fn this(what: &str, notice: String) -> Result<Work, Box<dyn Error>> {
    let mut builder = Client::builder(APP_ID).private_key(KEY).alipay_public_key(ALIPAY_PUBLIC_KEY);
    if what == "call" {
        builder = builder.gateway_url(env::var("PEERS_GATEWAY")?);
    }
    let client = builder.build()?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    Ok(match what {
        "order" => Box::new(move || {
            let order = AppPay::new("70501111111S001111119", Amount::yuan(9), "大乐透");
            let made = runtime.block_on(async { order.order_string(&client).await })?;
            drop(black_box(made));
            Ok(())
        }),
        "notification" => Box::new(move || {
            let received = runtime.block_on(client.receive::<TradeNotification>(black_box(notice.as_bytes()), None))?;
            drop(black_box(received));
            Ok(())
        }),
        _ => Box::new(move || {
            let query = Query::new().out_trade_no("70501111111S001111119");
            let trade = runtime.block_on(async { query.call(&client).await })?;
            is_paid(trade.trade_status == TradeStatus::TradeSuccess)
        }),
    })
}

/// It makes pairs of an order and verifies texts; what joins and parts them is ours, as cheap as can be.
fn alipay_rs(what: &str, notice: String) -> Result<Work, Box<dyn Error>> {
    let (key, public) = (one_line(PKCS1_KEY), one_line(ALIPAY_PUBLIC_KEY));
    let client = alipay_rs::Client::builder().app_id(APP_ID).public_key(&public).private_key(&key).finish();
    if what == "order" {
        return Ok(Box::new(move || {
            let order = [("out_trade_no", "70501111111S001111119"), ("total_amount", "9.00"), ("subject", "大乐透")];
            let pairs = client.generate_url_data("alipay.trade.app.pay", order).map_err(|error| error.to_string())?;
            let mut form = form_urlencoded::Serializer::new(String::with_capacity(1024));
            drop(black_box(form.extend_pairs(pairs).finish()));
            Ok(())
        }));
    }
    if what == "call" {
        return Err("it calls Alipay's own address only".into());
    }
    Ok(Box::new(move || {
        let mut pairs: Vec<_> = form_urlencoded::parse(black_box(notice.as_bytes())).collect();
        pairs.sort();
        let sign = pairs.iter().find(|(name, _)| name == "sign").ok_or("no signature")?.1.clone();
        pairs.retain(|(name, _)| name != "sign" && name != "sign_type");
        let is_verified = client.verify(&text(&pairs), &sign).map_err(|error| error.to_string())?;
        if is_verified { Ok(()) } else { Err("refused".into()) }
    }))
}

fn alipay_sdk_rust(what: &str, notice: String) -> Result<Work, Box<dyn Error>> {
    let (key, public) = (one_line(PKCS1_KEY), one_line(ALIPAY_PUBLIC_KEY));
    let gateway = env::var("PEERS_GATEWAY")?;
    let mut builder = PayClient::builder();
    builder
        .api_url(&gateway)
        .app_id(APP_ID)
        .alipay_root_cert_sn("687b59193f3f462dd5336e5abf83c5d8_02941eef3187dddf3d3b83462e1dfcf6")
        .app_cert_sn("2ae63de7d1a864071bd72875b6aea838")
        .alipay_public_key(&public)
        .private_key(&key)
        .public_key(&public)
        .charset_utf8()
        .format_json()
        .sign_type_rsa2()
        .version_1_0();
    let client = builder.build().map_err(|error| error.to_string())?;
    Ok(match what {
        "order" => Box::new(move || {
            let mut order = TradeAppPayBiz::new();
            order.set_out_trade_no("70501111111S001111119".into());
            order.set_total_amount("9.00".into());
            order.set_subject("大乐透".into());
            drop(black_box(client.trade_app_pay(&order).map_err(|error| error.to_string())?));
            Ok(())
        }),
        "notification" => Box::new(move || {
            let body = black_box(notice.as_bytes());
            let is_verified = client.async_verify_sign(body).map_err(|error| error.to_string())?;
            if is_verified { Ok(()) } else { Err("refused".into()) }
        }),
        _ => Box::new(move || {
            let mut query = TradeQueryBiz::new();
            query.set_out_trade_no("70501111111S001111119".into());
            let trade = client.trade_query(&query).map_err(|error| error.to_string())?;
            is_paid(trade.response.trade_status.as_deref() == Some("TRADE_SUCCESS"))
        }),
    })
}

fn is_paid(is_so: bool) -> Result<(), Box<dyn Error>> {
    if is_so { Ok(()) } else { Err("not paid".into()) }
}

fn bare_key(pem: &str) -> Result<RsaKeyPair, Box<dyn Error>> {
    Ok(RsaKeyPair::from_pkcs8(&BASE64_STANDARD.decode(one_line(pem))?)?)
}

fn sign(key: &RsaKeyPair, text: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut signature = vec![0; key.public_modulus_len()];
    key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text, &mut signature)?;
    Ok(signature)
}

fn text<N: AsRef<str>, V: AsRef<str>>(sorted: &[(N, V)]) -> String {
    let mut text = String::with_capacity(1024);
    for (name, value) in sorted {
        if !text.is_empty() {
            text.push('&');
        }
        text.push_str(name.as_ref());
        text.push('=');
        text.push_str(value.as_ref());
    }
    text
}

/// A key as these SDKs want it: the base64 of the PEM file without its frame.
fn one_line(pem: &str) -> String {
    pem.lines().filter(|line| !line.starts_with("-----")).collect()
}
