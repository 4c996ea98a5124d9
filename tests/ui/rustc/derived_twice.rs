//! What the declaration writes cannot be derived once more.

use alipay_core::{Record, WireEnum};

/// An object.
#[derive(Clone, Record)]
pub struct Order {
    /// A number.
    pub number: Option<String>,
}

/// A list of words.
#[derive(Debug, WireEnum)]
pub enum Mode {
    /// One.
    One,
    /// Others.
    Unknown(String),
}

fn main() {}
