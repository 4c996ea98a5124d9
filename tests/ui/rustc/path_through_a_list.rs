use alipay_core::Record;

#[derive(Record)]
struct Goods {
    name: Option<String>,
}

#[derive(Record)]
struct Order {
    goods: Vec<Goods>,
    #[alipay(required_if(present(goods.name)))]
    memo: Option<String>,
}

fn main() {}
