use alipay_core::Record;

#[derive(Record)]
struct Order {
    #[alipay(range = 0.5..=10)]
    count: i64,
}

fn main() {}
