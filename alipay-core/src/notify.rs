//! What Alipay posts by itself: read once, from the bytes that came, verified, typed and compared.
//!
//! It stands beside the path of a call: *form → text to verify → verified fields → **typed value** →
//! **what was expected***. [`Client::receive`](crate::Client::receive) does the first part and has an
//! example of all of it.
//!
//! | step | what it answers | with |
//! |---|---|---|
//! | verify | did Alipay write this, for this application? | [`Client::receive`](crate::Client::receive), [`Client::notification`](crate::Client::notification) |
//! | compare | is it the order, the amount, the seller that I know? | [`Verified::expect`], [`Expected`] |
//! | handle | did I do this already? | [`once`], [`Repeats`] |
//! | answer | may it stop coming? | [`Reply`] |
//!
//! A signature says who wrote something, not that it fits: so a [`Verified`] value is not handed out
//! before it was compared, unless somebody asks for it [`unchecked`](Verified::unchecked).

use std::fmt;

#[cfg(feature = "axum")]
pub use self::axum::Rejection;
pub use self::expected::{Expected, Mismatch};
use self::form::Texts;
pub(crate) use self::receive::Recipient;
pub use self::refusal::Refusal;
pub(crate) use self::refusal::Refused;
pub use self::repeats::{InMemory, Once, OnceError, Repeats, RepeatsError, RepeatsFuture, Seen, once};
pub use self::reply::Reply;
pub use self::verified::Verified;
use crate::error::{Cause, Error, Sent};
use crate::json;
use crate::record::Declared;

#[cfg(feature = "axum")]
mod axum;
mod expected;
mod form;
mod receive;
mod refusal;
mod repeats;
mod reply;
mod verified;

/// The most bytes that a body may have. Notifications have one or two thousand.
pub const MAX_BYTES: usize = 1 << 20;

/// What Alipay posted to the `notify_url` or to the application gateway, or gave to the user's browser
/// for the `return_url`: the fields that it signed, and no others.
///
/// Comes from [`Client::notification`](crate::Client::notification), which says what is still to be
/// checked. The values may be personal data, so `Debug` shows the names alone.
#[derive(Clone)]
pub struct Notification {
    fields: Texts,
}

impl Notification {
    /// The value of a field, if Alipay signed one of this name.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.fields.get(name)
    }

    /// Names and values, sorted by name.
    pub fn fields(&self) -> impl Iterator<Item = (&str, &str)> {
        self.fields.iter()
    }

    /// The notification's number, the same each time it is repeated. A `return_url` has none.
    pub fn notify_id(&self) -> Option<&str> {
        self.get("notify_id")
    }

    /// What it is about, such as `trade_status_sync`. A `return_url` has none.
    pub fn notify_type(&self) -> Option<&str> {
        self.get("notify_type")
    }

    /// The application that it is for: the client's, if it names one.
    pub fn app_id(&self) -> Option<&str> {
        self.get("app_id")
    }

    /// Reads the fields as a declared type, such as `trade::notifications::TradeNotification` of
    /// `alipay-apis`, or one of your own: any [`Record`](derive@crate::Record).
    ///
    /// An empty field is absent. A field that is an object or a list is JSON in the form
    /// (`fund_bill_list`). Fields that the type does not have stay where they are
    /// ([`Verified::unknown`]).
    ///
    /// ```
    /// use alipay_core::{Amount, Record};
    ///
    /// /// Money that a user put on a card of the shop's.
    /// #[derive(Record)]
    /// struct CardCharged {
    ///     card_no: String,
    ///     charged_amount: Amount,
    ///     sources: Vec<Source>,
    /// }
    ///
    /// #[derive(Record)]
    /// struct Source {
    ///     #[alipay(rename = "fundChannel")]
    ///     fund_channel: String,
    /// }
    ///
    /// # fn example(notification: alipay_core::Notification) -> Result<(), alipay_core::Error> {
    /// let charged = notification.read::<CardCharged>()?;
    /// # Ok(())
    /// # }
    /// ```
    ///
    /// # Errors
    /// [`Decode`](crate::ErrorKind::Decode) with [`Refusal::Unfit`] where a field is missing or is no such
    /// value; [`Error::unreadable`] has all of them.
    pub fn read<T: Declared>(self) -> Result<Verified<T>, Error> {
        let mut value = T::unread();
        json::read_texts(&mut self.fields(), &mut value).map_err(|error| Refused::Unfit(error).into_error())?;
        Ok(Verified::new(value, self))
    }

    /// Compares the fields with what was expected, and asks that they name the client's application.
    ///
    /// # Errors
    /// The first field that is missing or differs.
    pub fn expect(&self, expected: &Expected) -> Result<(), Mismatch> {
        expected.compare(self)
    }
}

impl PartialEq for Notification {
    fn eq(&self, other: &Self) -> bool {
        self.fields().eq(other.fields())
    }
}

impl Eq for Notification {}

impl fmt::Debug for Notification {
    /// The names alone.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Notification")
            .field("fields", &self.fields().map(|(name, _)| name).collect::<Vec<_>>())
            .finish_non_exhaustive()
    }
}

impl Refused {
    /// The payment that it speaks of may well have happened.
    fn into_error(self) -> Error {
        Error::new(Cause::Notification(self), Sent::Possibly)
    }
}

#[cfg(all(test, any(feature = "ring", feature = "aws-lc-rs")))]
mod tests;
