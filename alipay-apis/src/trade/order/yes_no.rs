//! `Y` and `N`.

use alipay_core::WireEnum;

/// Yes or no, where a decision hangs on it.
#[derive(WireEnum)]
#[non_exhaustive]
pub enum YesNo {
    /// `Y`
    #[alipay(rename = "Y")]
    Yes,
    /// `N`
    #[alipay(rename = "N")]
    No,
    /// A word that the document does not list: neither yes nor no.
    Unknown(String),
}
