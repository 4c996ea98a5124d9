//! Reading certificates, their numbers, and whom they are believed.

use super::testing::*;
use super::*;

mod chains;
mod files;
mod mixed_up;
mod policy;
#[cfg(any(feature = "ring", feature = "aws-lc-rs"))]
mod signatures;

macro_rules! test_key {
    ($file:literal) => {
        include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../tests/data/test-keys/", $file))
    };
}
use test_key;

const APP: &str = test_key!("app.crt");
const ALIPAY_LEAF: &str = test_key!("alipay_leaf.crt");
const ALIPAY: &str = test_key!("alipay_chain.crt");
const ROOTS: &str = test_key!("root_bundle.crt");

fn time(text: &str) -> DateTime {
    text.parse().unwrap()
}
