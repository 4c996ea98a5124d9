use alipay_core::{Messages, Record};

#[derive(Record)]
struct Created {
    id: String,
}

fn main() {
    let _ = Messages::new().on::<Created, _>(|_| async { Ok(()) });
}
