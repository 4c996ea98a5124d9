use alipay_core::{Messages, alipay_message};

#[alipay_message(method = "alipay.marketing.Created")]
struct NoName {
    id: String,
}

#[alipay_message(methd = "alipay.marketing.activity.message.created")]
struct Misspelt {
    id: String,
}

#[alipay_message(method = "alipay.marketing.activity.message.created", response = NoName)]
struct Answered {
    id: String,
}

#[alipay_message(method = "alipay.marketing.activity.message.created", docs = "opendocs")]
struct NoDocument {
    id: String,
}

#[alipay_message(method = "alipay.marketing.activity.message.created")]
struct Parameter {
    #[alipay(parameter)]
    id: String,
}

#[alipay_message(method = "alipay.marketing.activity.message.created")]
struct Tuple(String);

#[alipay_message(method = "alipay.marketing.activity.message.created")]
fn created() {}

#[alipay_message(method = "alipay.marketing.activity.message.created")]
#[derive(Clone)]
struct Twice {
    id: String,
}

// What has a mistake is a message all the same, so that it has one message.
fn messages() -> Messages {
    Messages::new().on::<Parameter, _>(|message| async move {
        println!("{}", message.id);
        Ok(())
    })
}

fn main() {
    let _ = messages();
}
