use alipay_core::Record;

#[derive(Clone, PartialEq, Record)]
struct Goods {
    name: Option<String>,
}

#[derive(Clone, PartialEq, Record)]
struct Order {
    goods: Vec<Goods>,
    #[alipay(required_if(present(goods.name)))]
    memo: Option<String>,
}

fn main() {}
