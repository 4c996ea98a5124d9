use alipay_core::Record;

#[derive(Clone, PartialEq)]
struct Goods {
    name: String,
}

#[derive(Record)]
struct Order {
    goods: Goods,
    parts: Option<Vec<Goods>>,
}

fn main() {}
