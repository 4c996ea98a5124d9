//! The page on which a buyer would pay.

use http::StatusCode;

use super::order::Order;
use crate::Reply;

pub(super) fn page(order: &Order) -> Reply {
    let [subject, total_amount] = [&order.subject, &order.total_amount.to_string()].map(|text| escape(text));
    let page = format!(
        r#"<!DOCTYPE html>
<html lang="zh-CN">
<meta charset="utf-8">
<title>收银台</title>
<h1 id="subject">{subject}</h1>
<p><span id="total_amount">{total_amount}</span> 元</p>
</html>
"#
    );
    Reply::raw(StatusCode::OK, "text/html;charset=UTF-8", page)
}

fn escape(text: &str) -> String {
    let pairs = [('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;"), ('"', "&quot;"), ('\'', "&#39;")];
    text.chars().fold(String::new(), |mut escaped, char| {
        match pairs.iter().find(|(special, _)| *special == char) {
            Some((_, reference)) => escaped.push_str(reference),
            None => escaped.push(char),
        }
        escaped
    })
}
