//! What may be printed although it looks like a secret: decisions, each with its reason.

use crate::examples::ON_PURPOSE;

/// What an example prints on its standard output, for whoever tries it: numbers and addresses that it made up itself.
const BY_EXAMPLES: &[&str] = &[
    // Numbers of orders, as a shop's log has them.
    "20261123000001",
    "20261123000002",
    // Shops, of which the example shows what an answer says about them.
    "2018051000502000000011111111",
    "unknown-shop-of-this-example",
    // The beginnings of a form, a link and an order string, which are what `pay_page` is about.
    "https%3A%2F%2Fshop.example%2Fpaid",
    "https%3A%2F%2Fshop.example%2Falipay%2Fnotify",
];

/// A number of a trade that stands alone: `Debug` and `Display` of `TradeNo` and `OutTradeNo` are the text, because a
/// log has to name the order.
const OF_TRADES: &[&str] = &["2026112322001424330512345678"];

/// A type of which nobody can have a value: it is printed within another, by that one's `Debug`.
pub(crate) const WITHIN: &[&str] = &["alipay_core::call::JsonRequest"];

pub(crate) fn is_allowed(line: &str, spelling: &str) -> bool {
    let is_of_example = line.starts_with(ON_PURPOSE) && BY_EXAMPLES.contains(&spelling);
    let is_alone = OF_TRADES.contains(&spelling) && line.trim_matches('"') == spelling;
    is_of_example || is_alone
}

/// `tungstenite`, which the feature `websocket` brings, logs whole frames at the level TRACE, by `log` and not by
/// `tracing`. Nothing here can keep it from that; SECURITY.md says to leave it off.
pub(crate) fn is_of_another(line: &str) -> bool {
    line.starts_with("[log tungstenite::")
}

/// Where the platform's documents are.
pub(crate) fn is_address(run: &str) -> bool {
    run.contains("/blob/master/")
}
