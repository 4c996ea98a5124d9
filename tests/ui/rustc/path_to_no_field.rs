use alipay_core::{Record, alipay_api};

#[derive(Record)]
struct Merchant {
    business_type: Option<String>,
}

#[derive(Record)]
struct Order {
    merchant: Option<Merchant>,
    #[alipay(required_if(merchant.business_typ == "ISV"))]
    brand_name: Option<String>,
    #[alipay(requires(merchant.kind))]
    brand_logo: Option<String>,
}

/// In a request, `root` is the struct itself.
#[alipay_api(method = "alipay.trade.query", response = Order)]
struct Query {
    merchant: Option<Merchant>,
    #[alipay(required_if(root.merchant.business_typ == "ISV"))]
    brand_name: Option<String>,
}

fn main() {}
