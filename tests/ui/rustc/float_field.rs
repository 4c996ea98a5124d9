use alipay_core::Record;

#[derive(Record)]
struct Order {
    amount: f64,
    discount: Option<f32>,
}

fn main() {}
