use alipay_core::{Amount, Record};

#[derive(Record)]
struct Order {
    #[alipay(max_len = "32")]
    a: Option<String>,
    #[alipay(max_len = -1)]
    b: Option<String>,
    #[alipay(max_len(32))]
    c: Option<String>,
    #[alipay(range = 0.1..3000)]
    d: Option<Amount>,
    #[alipay(range = ..)]
    e: Option<Amount>,
    #[alipay(range = 1e3..)]
    f: Option<Amount>,
    #[alipay(max_len = 32u8)]
    g: Option<String>,
    #[alipay(decimals = 99999999999999999999999)]
    h: Option<Amount>,
}

fn main() {}
