//! Declarations that nobody else sees.

use alipay_core::{ErrorCode, Record, WireEnum, alipay_api};

#[alipay_api(method = "alipay.trade.query", response = Answer, error = QueryError)]
struct Query {
    trade_no: String,
    #[alipay(max_len = 8, required_if(kind == Kind::Fix))]
    memo: Option<String>,
    kind: Option<Kind>,
    goods: Vec<Goods>,
}

#[derive(Record)]
struct Goods {
    name: String,
}

#[derive(Record)]
pub(super) struct Answer {
    goods: Vec<Goods>,
}

#[derive(WireEnum)]
enum Kind {
    Fix,
    Unknown(String),
}

#[derive(ErrorCode)]
enum QueryError {
    /// There is none.
    #[alipay(remedy = "Look it up.", retry = fix_input)]
    NotFound,
    Unknown(String),
}

#[test]
fn private_declarations_work_in_their_module() {
    let query = Query::new("1").memo("m").kind(Kind::Fix).goods([Goods::new("pen")]);
    assert_eq!((query.trade_no.as_str(), query.memo.as_deref(), query.goods.len()), ("1", Some("m"), 1));
    assert_eq!(query.kind, Some(Kind::Fix));
    assert_eq!(query.goods.first().map(|goods| goods.name.as_str()), Some("pen"));
    assert_eq!(Answer { goods: Vec::new() }.goods.len(), 0);
    assert_eq!(QueryError::from_code("NOT_FOUND"), QueryError::NotFound);
}
