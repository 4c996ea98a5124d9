use alipay_core::Record;

#[derive(Clone, PartialEq, Record)]
struct Merchant {
    business_type: Option<String>,
}

#[derive(Clone, PartialEq, Record)]
struct Order {
    merchant: Option<Merchant>,
    #[alipay(required_if(merchant.business_typ == "ISV"))]
    brand_name: Option<String>,
    #[alipay(requires(merchant.kind))]
    brand_logo: Option<String>,
}

fn main() {}
