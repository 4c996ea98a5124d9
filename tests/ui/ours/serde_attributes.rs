use alipay_core::{Record, WireEnum};

#[derive(Record)]
#[serde(rename_all = "camelCase")]
struct Order {
    #[serde(rename = "type")]
    kind: Option<String>,
}

#[derive(WireEnum)]
enum Kind {
    #[serde(rename = "FIX")]
    Fix,
    Unknown(String),
}

fn main() {}
