//! The wire: our bytes against the official Java client's, and whole calls over real sockets.

mod bills;
mod certificates;
mod connections;
mod encryption;
mod every_method;
mod funds;
mod growth;
mod hostile;
mod images;
mod java_vectors;
mod kept_connections;
#[path = "../../alipay-sandbox/tests/gateway/merchant.rs"]
mod merchant;
mod messages;
#[path = "../methods.rs"]
mod methods;
mod notices;
mod notifications;
mod providers;
mod trade;
mod trade_life;
mod uploads;
mod users;
mod vouchers;
mod websocket;
