use alipay_core::alipay_message;

#[alipay_message]
struct Created {
    id: String,
}

#[alipay_message(docs = "https://opendocs.alipay.com/open/f28e36e2")]
struct Modified {
    id: String,
}

fn main() {}
