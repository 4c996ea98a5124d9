use alipay_core::{Record, WireEnum, alipay_api};

/// All of them are reported at once, those of reading before those of meaning.
#[alipay_api(method = "Trade.query", response = Answer)]
#[alipay(exactly_one(buyer_id, buyer_name), at_most_one(buyer_id))]
struct TradeQuery {
    buyer_id: String,
    #[alipay(max_len = 0, min_len = 5)]
    buyer_name: Option<String>,
    #[alipay(required_if(kin == Kind::Fix), maxlen = 5)]
    memo: Option<String>,
    kind: Option<Kind>,
}

#[derive(WireEnum)]
enum Kind {
    Fix,
    Unknown(String),
}

#[derive(Record)]
struct Answer {
    trade_no: String,
}

fn main() {}
