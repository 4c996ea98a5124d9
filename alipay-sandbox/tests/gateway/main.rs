//! The gateway from outside: a client of its own speaks to it over real sockets.

mod caller;
mod clients;
mod connections;
mod hostile_requests;
mod java_requests;
mod methods;
mod parameters;
mod replies;
mod signatures;
