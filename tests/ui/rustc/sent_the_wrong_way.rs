use alipay_core::{Client, Record, alipay_api};

#[alipay_api(method = "alipay.trade.page.pay", page, response = Paid)]
struct PagePay {
    out_trade_no: String,
}

#[alipay_api(method = "alipay.trade.app.pay", app, response = Paid)]
struct AppPay {
    out_trade_no: String,
}

#[alipay_api(method = "alipay.trade.query", response = Paid)]
struct Query {
    out_trade_no: String,
}

#[derive(Record)]
struct Paid {
    trade_no: Option<String>,
}

fn wrong(client: &Client, page: &PagePay, app: &AppPay, query: &Query) {
    let _ = page.call(client);
    let _ = app.call(client);
    let _ = query.page(client);
    let _ = query.order_string(client);
    let _ = client.call(page);
    let _ = client.page(query);
    let _ = client.order_string(page);
    let _ = client.app_result::<Query>("");
}

fn main() {}
