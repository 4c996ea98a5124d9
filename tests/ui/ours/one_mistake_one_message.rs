//! Everything that a declaration provides is used, and still nothing is said of its absence.

use std::fmt::Debug;

use alipay_core::{Amount, ApiRequest, ErrorCode, Record, WireEnum, alipay_api};

#[alipay_api(method = "alipay.trade.refund", response = Refunded, error = RefundError)]
pub struct Refund {
    pub trade_no: String,
    #[alipay(max_length = 5)]
    pub reason: Option<String>,
    pub kind: Option<Kind>,
    pub goods: Vec<Goods>,
}

#[derive(Record)]
pub struct Goods {
    #[alipay(max_length = 5)]
    pub name: String,
    pub price: Option<Amount>,
}

#[derive(Record)]
pub struct Refunded {
    pub goods: Vec<Goods>,
}

#[derive(WireEnum)]
pub enum Kind {
    #[alipay(renam = "PART")]
    Part,
    Unknown(String),
}

#[derive(ErrorCode)]
pub enum RefundError {
    /// It is too late.
    #[alipay(remedy = "None.", retry = nevr)]
    TooLate,
    Unknown(String),
}

fn is_usable<R: ApiRequest + Debug + Clone + PartialEq>(_: &R) {}

fn main() {
    let request = Refund::new("1").reason("late").kind(Kind::Part).goods([Goods::new("pen").price(Amount::fen(1))]);
    is_usable(&request);
    println!("{request:?} {} {:?}", Kind::Part, Kind::from("PART"));
    println!("{} {}", Refund::METHOD, Kind::Part.as_str());
    let _ = request.validate();
    let _ = request.review();
    let _ = RefundError::from_code("TOO_LATE").meaning();
}
