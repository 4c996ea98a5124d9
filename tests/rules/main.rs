//! The declared methods against the specification tables: every field, every rule, every code.

mod activity_offline;
mod cash_detail_query;
mod catalogue;
mod certification;
mod coverage;
mod deposits;
mod gateway;
mod messages;
mod neighbour;
mod ordervoucher_create;
mod points_update;
mod repeating;
mod shown;
mod spec;
mod trades;
mod transfers;
mod vouchers;
mod walk;
