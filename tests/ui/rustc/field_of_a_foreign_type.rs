use alipay_core::Record;

#[derive(Clone, PartialEq)]
struct Goods {
    name: String,
}

#[derive(Clone, PartialEq, Record)]
struct Order {
    goods: Goods,
    parts: Option<Vec<Goods>>,
}

fn main() {}
