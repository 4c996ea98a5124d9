//! What the methods of transfers share: the words for product, scene and state.

use alipay_core::WireEnum;

/// The product that is used, from the contract with Alipay.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum ProductCode {
    /// A transfer to an Alipay account, without a password.
    TransAccountNoPwd,
    /// A transfer to a bank card, without a password.
    TransBankcardNoPwd,
    /// Red packets.
    StdRedPacket,
    /// A word that the document does not list.
    Unknown(String),
}

/// What a transfer is for.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum BizScene {
    /// A transfer by the merchant, or the merchant's red packet for a person.
    DirectTransfer,
    /// A person takes a red packet of another person.
    PersonalCollection,
    /// A person hands out a red packet. Only for a query.
    PersonalPay,
    /// A red packet goes back to the person who handed it out. Only for a query.
    Refund,
    /// A word that the document does not list.
    Unknown(String),
}

/// Where a transfer stands.
///
/// The money has moved with [`Success`](Self::Success) and with nothing else; with
/// [`Fail`](Self::Fail), [`Closed`](Self::Closed) and [`Refund`](Self::Refund) it stays with the payer.
/// Any other state, and one that you do not know, is open: query again. Where the payee has to take the
/// money, [`TransferSubStatus`] says whether that was done.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum TransferStatus {
    /// Carried out. A transfer to a bank card may still come back, as [`Refund`](Self::Refund).
    Success,
    /// Failed.
    Fail,
    /// Being worked on. Transfers to Alipay accounts are not.
    Dealing,
    /// The bank sent the money back. Transfers to Alipay accounts are not.
    Refund,
    /// Not paid yet, for a transfer that a person pays.
    WaitPay,
    /// Closed, because it was not paid in time.
    Closed,
    /// A word that the document does not list.
    Unknown(String),
}

/// Where the second step of a transfer stands that the payee has to take.
#[derive(WireEnum)]
#[alipay(open)]
#[non_exhaustive]
pub enum TransferSubStatus {
    /// Taken.
    Success,
    /// Given back.
    Refunded,
    /// A word that the document does not list.
    Unknown(String),
}
