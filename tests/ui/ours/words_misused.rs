use alipay_core::{Amount, ErrorCode, Record, WireEnum, alipay_api};

#[alipay_api(method("alipay.trade.query"), response = "Answer", error = "QueryError", in_progress = true, idempotent_by = a)]
struct Query {
    a: Option<String>,
}

#[alipay_api(method = "alipay.trade.query", response = Answer, crate = "alipay_core", idempotent_by("a"))]
struct Renamed {
    a: Option<String>,
}

#[alipay_api("alipay.trade.query", response = Answer, idempotent_by(a, b))]
struct Positional {
    a: Option<String>,
    b: Option<String>,
}

#[derive(Record)]
#[alipay(when(present(a)))]
#[alipay(when(present(a),), advise())]
#[alipay(exactly_one[a, b])]
struct Answer {
    #[alipay(max_len: 32)]
    a: Option<String>,
    #[alipay(max_len = 32; min_len = 1)]
    b: Option<String>,
    #[alipay(max_len = 32 min_len = 1)]
    c: Option<String>,
    #[alipay(check = "is_fine")]
    d: Option<String>,
    #[alipay(secret = true)]
    e: Option<String>,
    #[alipay(positive(1))]
    f: Option<String>,
    #[alipay(rename("x"))]
    g: Option<String>,
    #[alipay(decimals = 40)]
    h: Option<Amount>,
    #[alipay = "max_len"]
    i: Option<String>,
}

#[derive(WireEnum)]
enum Kind {
    #[alipay(rename = "")]
    Empty,
    #[alipay(rename = word)]
    Word,
    Unknown(String),
}

#[derive(ErrorCode)]
enum QueryError {
    /// Too late.
    #[alipay(code("TOO_LATE"), remedy = "None.", retry = "never")]
    TooLate,
    Unknown(String),
}

fn main() {
    let _ = Query::new().a("x").validate();
    let _ = Renamed::new().a("x").validate();
    let _ = Positional::new();
    let _ = Answer::new().a("x");
}
