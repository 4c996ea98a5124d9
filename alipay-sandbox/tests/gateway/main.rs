//! The gateway from outside: a client of its own speaks to it over real sockets.

mod batches;
mod caller;
mod certificates;
mod clients;
mod connections;
mod declared;
mod encryption;
mod expiry;
mod hostile_requests;
mod java_requests;
mod merchant;
mod methods;
mod notices;
mod pages;
mod parameters;
mod refunds;
mod replies;
#[cfg(all(feature = "rsa-sha1", feature = "sm2"))]
mod sign_types;
mod signatures;
mod trades;
mod transfers;
mod uploads;
