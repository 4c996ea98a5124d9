use alipay_core::{Record, alipay_api};

#[alipay_api(method = "a.b.query", response = Answer, read_only, idempotent_by(number))]
struct Query {
    number: String,
}

#[alipay_api(method = "a.b.look", response = Answer, in_progress, read_only)]
struct Look {
    number: String,
}

#[derive(Record)]
struct Answer {}

fn main() {}
