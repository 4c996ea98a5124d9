//! TLS does not depend on what else the program links or installs.

use alipay_sandbox::{Gateway, Reply};
use rustls::crypto::{CryptoProvider, ring};
use serde_json::{Value, json};

#[tokio::test]
async fn the_process_s_crypto_provider_is_neither_needed_nor_used() {
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.on("a.b", |_| Reply::success(json!({})));
    assert!(CryptoProvider::get_default().is_none(), "nothing installed one");
    gateway.demo_client().build().unwrap().call_json("a.b", Value::Null).await.unwrap();
    assert!(CryptoProvider::get_default().is_none(), "the call installed one");

    // One with which no connection is possible.
    let useless = CryptoProvider { cipher_suites: Vec::new(), kx_groups: Vec::new(), ..ring::default_provider() };
    useless.install_default().unwrap();
    let gateway = Gateway::start_demo().await.unwrap();
    gateway.on("a.b", |_| Reply::success(json!({})));
    gateway.demo_client().build().unwrap().call_json("a.b", Value::Null).await.unwrap();
}
