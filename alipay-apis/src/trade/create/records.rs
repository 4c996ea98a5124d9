//! How the goods are sent, and to where.

use alipay_core::{Record, WireEnum};

/// How the goods are sent.
#[derive(Record)]
#[non_exhaustive]
pub struct LogisticsDetail {
    /// The way.
    pub logistics_type: Option<LogisticsType>,
}

/// A way to send goods.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum LogisticsType {
    /// By ordinary mail.
    Post,
    /// By a courier.
    Express,
    /// Not at all: the goods are virtual.
    Virtual,
    /// By EMS.
    Ems,
    /// Not at all: the buyer takes them along.
    Direct,
    /// A word that the document does not list.
    Unknown(String),
}

/// Where the goods are sent to. Nothing of it is printed.
#[derive(Record)]
#[non_exhaustive]
pub struct ReceiverAddressInfo {
    /// The address.
    #[alipay(secret)]
    pub address: Option<String>,

    /// Number of the administrative division.
    #[alipay(secret)]
    pub division_code: Option<String>,

    /// The receiver's phone number.
    #[alipay(secret)]
    pub mobile: Option<String>,

    /// The receiver's name.
    #[alipay(secret)]
    pub name: Option<String>,

    /// The postal code.
    #[alipay(secret)]
    pub zip: Option<String>,
}
