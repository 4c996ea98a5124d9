use alipay_core::{Record, alipay_api};

#[alipay_api(method = "alipay.trade.query", response = Answer, idempotent_by(request_id))]
#[alipay(all_or_none(operator_typ, operator_id))]
struct Order {
    req_id: String,
    operator_type: Option<String>,
    #[alipay(requires(operatortype))]
    operator_id: Option<String>,
    #[alipay(required_if(operator_kind.name == "x" || present(coalesce(operator_type, zip))))]
    memo: Option<String>,
    #[alipay(required_if(root.memmo == "x"))]
    title: Option<String>,
}

#[derive(Record)]
struct Answer {
    trade_no: String,
}

fn main() {}
