//! Faults of the network, one at a time: between client and gateway stands a proxy that commits them.
//!
//! The first test walks the table of all faults and compares it with the one in the documentation.

mod cancelling;
mod fault;
mod http1;
mod http2;
mod proxy;
mod table;
mod tls;
