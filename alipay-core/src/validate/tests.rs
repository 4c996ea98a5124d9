//! Each rule with values it accepts and values it refuses, and the walk around them.

mod declared;
mod form;
mod relations;
mod values;
mod walk;
