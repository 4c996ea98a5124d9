use alipay_core::{Record, WireEnum};

#[derive(Clone, PartialEq, Record)]
#[serde(rename_all = "camelCase")]
struct Order {
    #[serde(rename = "type")]
    kind: Option<String>,
}

#[derive(Clone, PartialEq, WireEnum)]
enum Kind {
    #[serde(rename = "FIX")]
    Fix,
    Unknown(String),
}

fn main() {}
