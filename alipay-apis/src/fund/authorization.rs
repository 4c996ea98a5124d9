//! What the methods of frozen money share: the words for states and steps.

use alipay_core::WireEnum;

/// Where one step stands: a freezing, a giving back, a payment.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum OperationStatus {
    /// Begun, and not carried out.
    Init,
    /// Carried out.
    Success,
    /// Closed without having been carried out.
    Closed,
    /// A word that the document does not list.
    Unknown(String),
}

/// What a step does with the money.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum OperationType {
    /// Freezes it.
    Freeze,
    /// Gives it back.
    Unfreeze,
    /// Pays with it.
    Pay,
    /// A word that the document does not list.
    Unknown(String),
}

/// Where the authorisation as a whole stands.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum AuthOrderStatus {
    /// Created, and not authorised by the user.
    Init,
    /// Authorised: money can be paid from it or given back.
    Authorized,
    /// Paid from, and nothing is left.
    Finish,
    /// Not authorised in time, or all of it given back.
    Closed,
    /// A word that the document does not list.
    Unknown(String),
}
