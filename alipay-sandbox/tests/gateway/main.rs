//! The gateway from outside: a client of its own speaks to it over real sockets.

mod batches;
mod caller;
mod certificates;
mod clients;
mod connections;
mod encryption;
mod hostile_requests;
mod java_requests;
mod methods;
mod pages;
mod parameters;
mod replies;
mod signatures;
mod uploads;
