//! A notification of a usual payment, signed by the V1 rule.

use std::error::Error;

use alipay_core::key::PrivateKey;
use alipay_core::sign::KeySigner;
use base64::Engine;
use base64::prelude::BASE64_STANDARD;

/// What Alipay posts of a usual payment: 20 parameters beside `sign` and `sign_type`.
const PAYMENT: [(&str, &str); 20] = [
    ("gmt_create", "2026-11-23 08:00:00"),
    ("charset", "utf-8"),
    ("seller_email", "shop@example.com"),
    ("subject", "美味甜甜圈 一盒"),
    ("buyer_id", "2088102122524333"),
    ("invoice_amount", "88.80"),
    ("notify_id", "2026112300222080002016621234567890"),
    ("fund_bill_list", r#"[{"amount":"88.80","fundChannel":"ALIPAYACCOUNT"}]"#),
    ("notify_type", "trade_status_sync"),
    ("trade_status", "TRADE_SUCCESS"),
    ("receipt_amount", "88.80"),
    ("app_id", "2021000000000001"),
    ("buyer_pay_amount", "88.80"),
    ("seller_id", "2088102147948060"),
    ("gmt_payment", "2026-11-23 08:00:02"),
    ("notify_time", "2026-11-23 08:00:03"),
    ("out_trade_no", "20261123000001"),
    ("total_amount", "88.80"),
    ("trade_no", "2026112322001424330512345678"),
    ("auth_app_id", "2021000000000001"),
];

/// The text that was signed, its signature, and the body that holds both.
pub(crate) struct Posted {
    pub(crate) text: String,
    pub(crate) signature: Vec<u8>,
    pub(crate) body: String,
}

impl Posted {
    pub(crate) fn signed_with(alipay: &PrivateKey) -> Result<Self, Box<dyn Error>> {
        let mut texts = PAYMENT.map(|(name, value)| format!("{name}={value}"));
        texts.sort();
        let text = texts.join("&");
        let signature = KeySigner::new(alipay)?.sign_now(text.as_bytes())?;
        let mut form = form_urlencoded::Serializer::new(String::new());
        let pairs = PAYMENT.into_iter().chain([("sign_type", "RSA2")]);
        let body = form.extend_pairs(pairs).append_pair("sign", &BASE64_STANDARD.encode(&signature)).finish();
        Ok(Self { text, signature, body })
    }
}
