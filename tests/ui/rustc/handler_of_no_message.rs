use alipay_core::{Messages, Record};

#[derive(Clone, PartialEq, Record)]
struct Created {
    id: String,
}

fn main() {
    let _ = Messages::new().on::<Created, _>(|_| async { Ok(()) });
}
