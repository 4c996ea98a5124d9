//! Downloads of certificates where something ends early.

use super::certificates::{DOWNLOAD_KEY, Gateway, NEXT_KEY, NODE, Platform, answer, call, download_node, sn};
use super::*;
use crate::key::PublicKey;

#[test]
fn a_download_that_ended_with_its_runtime_is_begun_anew() {
    let platform = Platform::new();
    let next = sn(&platform.next);
    let download = answer(DOWNLOAD_KEY, &download_node(&platform.chain(&platform.next)), NEXT_KEY, Some(&next));
    let gateway = Gateway::slow(answer(KEY, NODE, NEXT_KEY, Some(&next)), download);
    let client = platform.client(gateway.clone());
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime().block_on(async {
        let begun = async {
            while gateway.downloads() == 0 {
                tokio::task::yield_now().await;
            }
        };
        tokio::select! {
            answer = call(&client) => panic!("nothing answers the download: {answer:?}"),
            () = begun => {}
        }
    });
    gateway.open();
    runtime().block_on(call(&client)).unwrap();
    assert_eq!(gateway.downloads(), 2);
}

#[test]
fn the_key_of_a_client_in_certificate_mode_is_the_configured_certificate_s() {
    let platform = Platform::new();
    let client = platform.client(Scripted::answering(""));
    assert_eq!(client.shared.verifier.public_key(), Some(&PublicKey::parse(ALIPAY_PUBLIC_KEY).unwrap()));
}
